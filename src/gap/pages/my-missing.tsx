/** What is missing for oneself. */
import { load } from "../../platform/http/page.ts";
import { viewMissing } from "../view-missing.ts";
import { MissingView } from "./missing-view.tsx";
import type { Route } from "./+types/my-missing";

export const loader = load(({ work, url }) =>
  viewMissing(work, {
    personId: null,
    model: url.searchParams.get("model") ?? "",
    place: url.searchParams.get("place") ?? "",
  }),
);

export default function MyMissing({ loaderData }: Route.ComponentProps) {
  return <MissingView view={loaderData} path="/my/missing" />;
}
