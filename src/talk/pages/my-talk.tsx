/** The person's own page of one talk. */
import { act, load } from "../../platform/http/page.ts";
import { viewTalk } from "../view-talk.ts";
import { actOnTalk, addressOf } from "./acting.ts";
import { OneTalk } from "./one-talk.tsx";
import type { Route } from "./+types/my-talk";

export const loader = load(async (page) => ({
  view: await viewTalk(page.work, addressOf("own", page)),
  done: page.url.searchParams.get("done"),
  saved: page.url.searchParams.get("saved"),
}));

export const action = act((page) => actOnTalk(page, "own"));

export default function MyTalk({ loaderData, actionData }: Route.ComponentProps) {
  return <OneTalk {...loaderData} whose="own" refused={actionData} />;
}
