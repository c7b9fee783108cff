/** What is missing for somebody whom the reader is close to. */
import { load } from "../../platform/http/page.ts";
import { viewMissing } from "../view-missing.ts";
import { MissingView } from "./missing-view.tsx";
import type { Route } from "./+types/person-missing";

export const loader = load(({ work, params, url }) =>
  viewMissing(work, {
    personId: params["personId"] ?? "",
    model: url.searchParams.get("model") ?? "",
    place: url.searchParams.get("place") ?? "",
  }),
);

export default function PersonMissing({ loaderData }: Route.ComponentProps) {
  return <MissingView view={loaderData} path={`/people/${loaderData.personId}/missing`} />;
}
