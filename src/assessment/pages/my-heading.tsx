/** The employee's own sheet, one heading at a time. */
import { act, load, type Loading } from "../../platform/http/page.ts";
import { ownPerson } from "../assessment-room.ts";
import { viewHeading } from "../view-heading.ts";
import { writeUnderHeading } from "./acting.ts";
import { HeadingPage } from "./heading-form.tsx";
import type { Route } from "./+types/my-heading";

const addressOf = ({ work, params }: Pick<Loading, "work" | "params">) => ({
  personId: ownPerson(work),
  assessmentId: params["assessmentId"] ?? "",
  side: "self" as const,
  headingKey: params["heading"] ?? "",
});

export const loader = load(async (page) => ({
  ...(await viewHeading(page.work, addressOf(page), "self")),
  done: page.url.searchParams.get("done"),
}));

export const action = act((page) => writeUnderHeading(page, "own", addressOf(page)));

export default function MyHeading({ loaderData, actionData }: Route.ComponentProps) {
  return <HeadingPage {...loaderData} whose="own" refused={actionData} />;
}
