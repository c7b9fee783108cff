/** The manager's sheet, one heading at a time. */
import { act, load, type Loading } from "../../platform/http/page.ts";
import { viewHeading } from "../view-heading.ts";
import { writeUnderHeading } from "./acting.ts";
import { HeadingPage } from "./heading-form.tsx";
import type { Route } from "./+types/person-heading";

const addressOf = ({ params }: Pick<Loading, "work" | "params">) => ({
  personId: params["personId"] ?? "",
  assessmentId: params["assessmentId"] ?? "",
  side: "manager" as const,
  headingKey: params["heading"] ?? "",
});

export const loader = load(async (page) => ({
  ...(await viewHeading(page.work, addressOf(page), "manager")),
  done: page.url.searchParams.get("done"),
}));

export const action = act((page) => writeUnderHeading(page, "other", addressOf(page)));

export default function PersonHeading({ loaderData, actionData }: Route.ComponentProps) {
  return <HeadingPage {...loaderData} whose="other" refused={actionData} />;
}
