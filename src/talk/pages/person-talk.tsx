/** The page of one talk for the others: whoever holds it, the manager above when another view went to them, and those who may read. */
import { act, load } from "../../platform/http/page.ts";
import { viewTalk } from "../view-talk.ts";
import { actOnTalk, addressOf } from "./acting.ts";
import { OneTalk } from "./one-talk.tsx";
import type { Route } from "./+types/person-talk";

export const loader = load(async (page) => ({
  view: await viewTalk(page.work, addressOf("other", page)),
  done: page.url.searchParams.get("done"),
  saved: page.url.searchParams.get("saved"),
}));

export const action = act((page) => actOnTalk(page, "other"));

export default function PersonTalk({ loaderData, actionData }: Route.ComponentProps) {
  return <OneTalk {...loaderData} whose="other" refused={actionData} />;
}
