/** Where a supplement's pages are: at its model, and in `unit` whose it is when it isn't the employer's. */
import type { SupplementPlace } from "../change-supplement.ts";
import type { Params } from "../../platform/http/page.ts";

export const placeOf = (params: Params, url: URL): SupplementPlace => ({
  slug: params["model"] ?? "",
  unitId: url.searchParams.get("unit"),
});

/** A page of the supplement, within the organisation. */
export function supplementAddress(
  { slug, unitId }: SupplementPlace,
  page: "" | "/change" | "/consultation" | "/impact" | "/adopt" | "/carry-over" = "",
  query: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams({ ...(unitId === null ? {} : { unit: unitId }), ...query }).toString();
  return `/models/${slug}/supplement${page}${search ? `?${search}` : ""}`;
}
