/** A person's experience explained: what was counted, what leave was left out and why, and when requirements of time are reached (ASM-2). */
import type { Id } from "../shared/ids.ts";
import type { DateRange, LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";
import { professions, settings } from "../organisation/store.ts";
import type { EvidenceRoom } from "./evidence-room.ts";
import {
  countedExperience,
  daysCounted,
  leftOut,
  reachedOn,
  type Leave,
  type Piece,
} from "./experience.rules.ts";
import { leavesOf, workedPeriods, type WorkedPeriod } from "./experience.store.ts";
import type { Requirement } from "./store.ts";

export type ExperienceView = {
  readonly profession: { readonly sv: string; readonly en: string };
  readonly periods: readonly Pick<WorkedPeriod, "from" | "to" | "title" | "unit">[];
  /** Leave from these employments, and whether it was left out. */
  readonly leaves: readonly (DateRange & { readonly counted: boolean })[];
  /** The setting that says so: days, 0 for none, null for all. */
  readonly leaveDays: number | null;
  readonly counted: readonly Piece[];
  /** Days up to and with today. */
  readonly days: number;
  readonly reached: readonly (Pick<Requirement, "itemId" | "text" | "level" | "model"> & {
    readonly months: number;
    /** May be a day to come, if the work goes on; null when the time that is known isn't enough. */
    readonly on: LocalDate | null;
  })[];
};

/** By profession: those that the person works in today first, then by name. */
export async function viewExperience(
  work: Work,
  room: Pick<EvidenceRoom, "personId" | "professionIds">,
  asked: readonly Requirement[],
): Promise<ExperienceView[]> {
  const worked = await workedPeriods(work, room.personId);
  const leaves = await leavesOf(work, room.personId);
  const { experienceLeaveDays: leaveDays } = await settings(work);
  const known = await professions(work);
  const now = known.filter(({ id }) => room.professionIds.includes(id));
  const before = known.filter(
    ({ id }) => !now.some((each) => each.id === id) && worked.some((each) => each.professionId === id),
  );
  return [...now, ...before].map(({ id, nameSv, nameEn }) => {
    const counted = countedExperience(worked, leaves, { professionId: id, leaveDays });
    return {
      profession: { sv: nameSv, en: nameEn },
      periods: worked
        .filter((each) => each.professionId === id)
        .map(({ from, to, title, unit }) => ({ from, to, title, unit })),
      leaves: leavesIn(id, worked, leaves, leaveDays),
      leaveDays,
      counted,
      days: daysCounted(counted, work.today),
      reached: asked.flatMap(({ itemId, text, level, model, formal, professionId, current }) =>
        current && professionId === id && formal?.type === "experience" && formal.months !== undefined
          ? [{ itemId, text, level, model, months: formal.months, on: reachedOn(counted, formal.months) }]
          : [],
      ),
    };
  });
}

function leavesIn(
  professionId: Id,
  worked: readonly WorkedPeriod[],
  leaves: readonly Leave[],
  leaveDays: number | null,
): ExperienceView["leaves"] {
  const employmentIds = new Set(
    worked.flatMap((each) =>
      each.professionId === professionId && each.employmentId !== null ? [each.employmentId] : [],
    ),
  );
  return [...employmentIds].flatMap((employmentId) => {
    const own = leaves.filter((each) => each.employmentId === employmentId);
    const out = leftOut(own, leaveDays);
    return own.map(({ from, to }) => ({
      from,
      to,
      counted: !out.some((gap) => gap.from <= from && (gap.to === null || from < gap.to)),
    }));
  });
}
