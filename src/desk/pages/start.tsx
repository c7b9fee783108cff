/** Everyone's own first page: a manager's is about their units, everybody else's about themselves. */
import { load } from "../../platform/http/page.ts";
import { viewStart } from "../view-start.ts";
import { ManagerStart } from "./manager-start.tsx";
import { OwnStart } from "./own-start.tsx";
import type { Route } from "./+types/start";

/** A manager's own page is at `?own`. */
export const loader = load(({ work, url }) => viewStart(work, { own: url.searchParams.has("own") }));

export default function Start({ loaderData: start }: Route.ComponentProps) {
  return start.manager ? <ManagerStart start={start} manager={start.manager} /> : <OwnStart start={start} />;
}
