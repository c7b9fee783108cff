/** What may be said of a profession (ORG-6). */
import type { Reason } from "../shared/result.ts";
import type { Profession } from "./rules.ts";

export type ProfessionCode =
  "missing" | "too-long" | "taken" | "not-in-list" | "not-an-address" | "title-taken";

const LONGEST_NAME = 120;
const MOST_LINES = 50;

const sameWord = (a: string, b: string): boolean => a.toLocaleLowerCase("sv") === b.toLocaleLowerCase("sv");

/**
 * ORG-6: may the profession be saved beside the others? Codes must stand in their lists. A name or a title by which the HR
 * system's file names a profession can only lead to one. Gives every reason at once; none means yes.
 */
export function checkProfession(
  wanted: Omit<Profession, "revision">,
  others: readonly Profession[],
  lists: { readonly ssyk: ReadonlySet<string>; readonly aid: ReadonlySet<string> },
): Reason<ProfessionCode>[] {
  const reasons: Reason<ProfessionCode>[] = [];
  for (const name of ["nameSv", "nameEn"] as const) {
    if (wanted[name] === "") reasons.push({ code: "missing", field: name });
    else if (wanted[name].length > LONGEST_NAME)
      reasons.push({ code: "too-long", field: name, data: { max: LONGEST_NAME } });
  }
  const rest = others.filter((other) => other.id !== wanted.id);
  const words = (other: Profession) => [other.nameSv, ...other.titles];
  if (rest.some((other) => words(other).some((word) => sameWord(word, wanted.nameSv))))
    reasons.push({ code: "taken", field: "nameSv" });
  for (const title of wanted.titles) {
    const owner = rest.find((other) => words(other).some((word) => sameWord(word, title)));
    if (owner)
      reasons.push({ code: "title-taken", field: "titles", data: { title, profession: owner.nameSv } });
  }
  for (const field of ["titles", "unions"] as const)
    if (wanted[field].length > MOST_LINES || wanted[field].some((line) => line.length > LONGEST_NAME))
      reasons.push({ code: "too-long", field, data: { max: LONGEST_NAME } });
  if (wanted.ssykCode !== null && !lists.ssyk.has(wanted.ssykCode))
    reasons.push({ code: "not-in-list", field: "ssykCode", data: { code: wanted.ssykCode } });
  if (wanted.aidCode !== null && !lists.aid.has(wanted.aidCode))
    reasons.push({ code: "not-in-list", field: "aidCode", data: { code: wanted.aidCode } });
  for (const field of ["escoUri", "jobtechUri"] as const) {
    const address = wanted[field];
    if (address !== null && !(URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)))
      reasons.push({ code: "not-an-address", field });
  }
  return reasons;
}
