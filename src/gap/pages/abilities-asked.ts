/** What the address of a unit's abilities asks for. */
export const abilitiesAsked = (unitId: string | undefined, url: URL) => ({
  unitId: unitId ?? "",
  model: url.searchParams.get("model") ?? "",
  place: url.searchParams.get("place") ?? "",
  item: url.searchParams.get("item") ?? "",
});
