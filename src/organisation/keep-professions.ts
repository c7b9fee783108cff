/** The organisation's professions: whoever works here reads them, administrators keep them (ORG-6). */
import type { Work } from "../platform/database/work.ts";
import { newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { mayKeepOrganisation, mayReadUnits } from "./access.ts";
import { codeList, type CodeList } from "./code-lists.ts";
import { checkProfession, type ProfessionCode } from "./profession.rules.ts";
import type { Profession } from "./rules.ts";
import { professions, putProfession, saveProfession } from "./store.ts";

export async function viewProfessions(work: Work): Promise<{ professions: Profession[]; mayKeep: boolean }> {
  if (!mayReadUnits(work.actor)) throw new NotFound("professions");
  return { professions: await professions(work), mayKeep: mayKeepOrganisation(work.actor) };
}

/** A profession to change, or null for a new one, with the lists that its codes come from. */
export async function viewProfession(
  work: Work,
  id: Id | null,
): Promise<{ profession: Profession | null; ssyk: CodeList; aid: CodeList }> {
  if (!mayKeepOrganisation(work.actor)) throw new NotFound("profession");
  const profession = id === null ? null : (await professions(work)).find((each) => each.id === id);
  if (profession === undefined) throw new NotFound("profession");
  return { profession, ssyk: codeList("ssyk-2012"), aid: codeList("aid") };
}

/** Adds a profession (`id` null) or changes one; `stale` when it is no longer at `wanted.revision`. */
export async function keepProfession(
  work: Work,
  id: Id | null,
  wanted: Omit<Profession, "id">,
): Promise<Result<Id, ProfessionCode | "stale">> {
  const { profession: present, ssyk, aid } = await viewProfession(work, id);
  const profession: Profession = { ...wanted, id: id ?? newId() };
  const reasons = checkProfession(profession, await professions(work), {
    ssyk: new Set(ssyk.codes.map((each) => each.code)),
    aid: new Set(aid.codes.map((each) => each.code)),
  });
  if (present && present.revision !== wanted.revision) return refused({ code: "stale" }, ...reasons);
  if (reasons.length > 0) return refused(...reasons);
  if (!present) return done(await putProfession(work, profession));
  return (await saveProfession(work, profession)) ? done(profession.id) : refused({ code: "stale" });
}
