/** The employee's own page of one assessment. */
import { act, load, type Loading } from "../../platform/http/page.ts";
import { ownPerson } from "../assessment-room.ts";
import { viewAssessment } from "../view-assessment.ts";
import { actOnAssessment } from "./acting.ts";
import { OneAssessment } from "./one-assessment.tsx";
import type { Route } from "./+types/my-assessment";

const addressOf = ({ work, params }: Pick<Loading, "work" | "params">) => ({
  personId: ownPerson(work),
  assessmentId: params["assessmentId"] ?? "",
  side: "self" as const,
});

export const loader = load(async (page) => {
  const view = await viewAssessment(page.work, addressOf(page));
  const { searchParams } = page.url;
  return { view, done: searchParams.get("done"), saved: searchParams.get("saved") };
});

export const action = act((page) => actOnAssessment(page, "own", addressOf(page)));

export default function MyAssessment({ loaderData, actionData }: Route.ComponentProps) {
  return <OneAssessment {...loaderData} whose="own" refused={actionData} />;
}
