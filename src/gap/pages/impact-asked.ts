/** What the address of an impact's page asks for, and its form sends: whose draft, the unit, and the rules that are tried. */
import { NotFound } from "../../shared/result.ts";
import { isId, type Id } from "../../shared/ids.ts";
import { field, type FormValues, type Params } from "../../platform/http/page.ts";

import { triedTransitions, untilField, type TypedTransition } from "../transition.rules.ts";

/** The rules in an address or a form, by the names of their fields; an empty day is none. */
const typedIn = (entries: Iterable<readonly [string, string]>): TypedTransition[] =>
  [...entries].flatMap(([name, value]): TypedTransition[] => {
    const until = value.trim();
    if (until === "") return [];
    if (name === untilField(null)) return [{ levelId: null, until }];
    const levelId = name.startsWith("until-") ? name.slice("until-".length) : "";
    return isId(levelId) ? [{ levelId, until }] : [];
  });

export const typedInForm = (form: FormValues): TypedTransition[] =>
  typedIn(Object.keys(form).map((name) => [name, field(form, name)] as const));

/** `typed` is null where nothing is tried. */
const asked = (params: Params, url: URL, unitId: string) => {
  const typed = url.searchParams.has("try") ? typedIn(url.searchParams) : null;
  return { slug: params["model"] ?? "", unitId, typed, tried: typed && triedTransitions(typed) };
};

/** Of a version: the unit is named `unit`, and the number of the version that it is held against `against`. */
export const versionAsked = (params: Params, url: URL) => ({
  ...asked(params, url, url.searchParams.get("unit") ?? ""),
  number: Number(params["number"]),
  against: Number(url.searchParams.get("against")),
});

/** Of a supplement: `unit` is whose it is, and the figures are of `in`; of a unit's own supplement of that unit, when nothing is said. */
export const supplementAsked = (params: Params, url: URL) => {
  const supplementOf: Id | null = url.searchParams.get("unit");
  if (supplementOf !== null && !isId(supplementOf)) throw new NotFound("unit");
  return { ...asked(params, url, url.searchParams.get("in") ?? supplementOf ?? ""), supplementOf };
};
