/**
 * Saves the sheet of a whole unit, and places those whose dialogue has been held, each from its own day (PLC-5). All of it or
 * nothing: every row that is wrong is named with its person.
 */
import { NotFound, done, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { putInForce, weigh, type Weighed } from "./decide.ts";
import { checkDraft, isChanged, isHeld, isStale, ofRow } from "./preparation.rules.ts";
import type { PreparationCode, Saved, TypedRow } from "./preparation.rules.ts";
import { preparations, savePreparations } from "./preparation.store.ts";
import { readPlace } from "./rules.ts";
import { currentPlacements, lockPeople } from "./store.ts";
import { candidatesOf, keyOf, unitRoom, type Candidate } from "./unit-room.ts";
import { savedDraft } from "./view-preparation.ts";

export type Prepared = { readonly saved: number; readonly placed: number };

/** A row of someone whom the actor decides for. */
type Row = {
  readonly typed: TypedRow;
  readonly candidate: Candidate;
  readonly saved: Saved | null;
  readonly name: string;
};

export async function prepareUnit(
  work: Work,
  input: { unitId: string; intent: "save" | "place"; rows: readonly TypedRow[] },
): Promise<Result<Prepared, PreparationCode>> {
  const room = await unitRoom(work, input.unitId);
  const candidates = await candidatesOf(work, room);
  const decidedBy = work.actor?.personId;
  if (candidates.size === 0 || !decidedBy) throw new NotFound("preparation");
  const own = input.rows.flatMap((typed) => {
    const candidate = candidates.get(typed.key);
    return candidate ? [{ typed, candidate }] : [];
  });
  await lockPeople(
    work,
    own.map(({ candidate }) => candidate.member.personId),
  );
  const stored = new Map(
    (await preparations(work, room.unit.id)).map((each) => [keyOf(each), savedDraft(each)]),
  );
  const rows = own.map(({ typed, candidate }): Row => {
    const { givenName, familyName } = candidate.member;
    return { typed, candidate, saved: stored.get(typed.key) ?? null, name: `${givenName} ${familyName}` };
  });
  for (const { candidate } of rows)
    work.reads.note({
      personIds: [candidate.member.personId],
      what: "placement-preparation",
      basis: candidate.as,
    });

  const held = input.intent === "place" ? rows.filter((row) => isHeld(row.typed.draft, work.today)) : [];
  const others = rows.filter((row) => !held.includes(row));
  const weighed = await weigh(
    work,
    held.map(({ typed, candidate }) => ({
      personId: candidate.member.personId,
      model: candidate.model,
      decidedBy,
      decidedAs: candidate.as,
      unitId: room.unit.id,
      draft: typed.draft,
      corrects: null,
    })),
  );
  const reasons: Reason<PreparationCode>[] = [
    ...(own.length < input.rows.length ? [{ code: "not-yours" } as const] : []),
    ...(input.intent === "place" && held.length === 0 ? [{ code: "none-held" } as const] : []),
    ...(await checkMeanwhile(work, rows, held)),
    ...refusals(held, weighed),
    ...others.flatMap(({ typed, candidate, name }) =>
      isChanged(typed, null) ? ofRow(typed.key, name, checkDraft(typed.draft, candidate.model.versions)) : [],
    ),
  ];
  if (reasons.length > 0) return refused(...reasons);
  await putInForce(work, weighed);
  const saved = await saveDrafts(work, room.unit.id, others);
  return done({ saved, placed: weighed.length });
}

/** What happened while the sheet was open: somebody else wrote in a row, or placed the person. */
async function checkMeanwhile(
  work: Work,
  rows: readonly Row[],
  held: readonly Row[],
): Promise<Reason<PreparationCode>[]> {
  const personIds = rows.map(({ candidate }) => candidate.member.personId);
  const current = await currentPlacements(work, personIds, work.today);
  const placed = new Set(current.filter(({ takenOver }) => takenOver === null).map(keyOf));
  return rows.flatMap((row) => {
    const { typed, saved, name } = row;
    const isWanted = held.includes(row);
    if (placed.has(typed.key))
      return isWanted || isChanged(typed, saved)
        ? ofRow(typed.key, name, [{ code: "placed-meanwhile", data: { words: typed.draft.motivation } }])
        : [];
    return isStale(typed, saved, isWanted) ? ofRow(typed.key, name, [{ code: "changed-meanwhile" }]) : [];
  });
}

const refusals = (held: readonly Row[], weighed: readonly Weighed[]): Reason<PreparationCode>[] =>
  held.flatMap(({ typed, name }, index) => {
    const result = weighed[index]?.result;
    return result && !result.ok ? ofRow(typed.key, name, result.reasons) : [];
  });

async function saveDrafts(work: Work, unitId: string, rows: readonly Row[]): Promise<number> {
  const changed = rows.filter(({ typed, saved }) => isChanged(typed, saved));
  await savePreparations(
    work,
    unitId,
    changed.map(({ typed, candidate, saved }) => {
      const { levelId, trackId } = readPlace(typed.draft.place);
      return {
        personId: candidate.member.personId,
        modelId: candidate.model.modelId,
        levelId: levelId || null,
        trackId,
        dialogueOn: typed.draft.dialogueOn || null,
        basis: typed.draft.basis,
        motivation: typed.draft.motivation.replaceAll("\r\n", "\n").trim(),
        revision: (saved?.revision ?? 0) + 1,
      };
    }),
  );
  return changed.length;
}
