/** Remembers the reader's language for a year and goes back to the page they were on. */
import { redirect } from "react-router";
import { safeBack } from "../../platform/http/addresses.ts";
import type { Route } from "./+types/language";

const YEAR_SECONDS = 365 * 24 * 3600;

export function loader({ params, request }: Route.LoaderArgs): Response {
  const language = params.to === "en" ? "en" : "sv";
  return redirect(safeBack(new URL(request.url).searchParams.get("back")), {
    status: 303,
    headers: { "Set-Cookie": `vidga-language=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax` },
  });
}
