/** The person's own page of one talk. */
import { act, load, type Loading } from "../../platform/http/page.ts";
import { NotFound } from "../../shared/result.ts";
import { viewTalk } from "../view-talk.ts";
import { actOnTalk } from "./acting.ts";
import { OneTalk } from "./one-talk.tsx";
import type { Route } from "./+types/my-talk";

function addressOf({ work, params }: Pick<Loading, "work" | "params">) {
  const personId = work.actor?.personId;
  if (!personId) throw new NotFound("talk");
  return { personId, talkId: params["talkId"] ?? "", side: "self" as const };
}

export const loader = load(async (page) => ({
  view: await viewTalk(page.work, addressOf(page)),
  done: page.url.searchParams.get("done"),
  saved: page.url.searchParams.get("saved"),
}));

export const action = act((page) => actOnTalk(page, "own", addressOf(page)));

export default function MyTalk({ loaderData, actionData }: Route.ComponentProps) {
  return <OneTalk {...loaderData} whose="own" refused={actionData} />;
}
