/** An assessment as one of the two, or somebody else who is close to the person, may see it today (ASM-1, ASM-4). What they may not read is never read from the database. */
import type { Id } from "../shared/ids.ts";
import { dayOf, type LocalDate } from "../shared/local-date.ts";
import { askTogether } from "../platform/database/together.ts";
import type { Work } from "../platform/database/work.ts";
import { layersAt, layersFrom } from "../layers/store.ts";
import { noteRead } from "../placement/person-room.ts";
import type { Reader } from "./access.ts";
import { askedUnder, heldUnder, placeNames, sinceUnder } from "./asked.ts";
import { assessmentRoom, type AssessmentAddress, type AssessmentRoom } from "./assessment-room.ts";
import {
  NOTHING_SAID,
  SIDES,
  actsOf,
  mayReadSheet,
  phaseOf,
  type Act,
  type Phase,
  type Said,
  type Side,
} from "./assessment.rules.ts";
import type { Assessment } from "./assessment.store.ts";
import type { Known, Requirement } from "./met.rules.ts";
import { knownOn, questionOf } from "./met.store.ts";
import { byItem, linesIn, outcomesIn, type AgreedOutcome, type Line } from "./sheet.store.ts";
import { NOTHING_SINCE, statementsOf, type Since, type Statement } from "./statements.rules.ts";

/** How far a sheet has come, as somebody may know it: of another's, only whether it is in. */
export type SeenState = "not-begun" | "draft" | "not-in" | "handed-in" | "declined";

export type SeenSheet = {
  readonly state: SeenState;
  /** Who handed it in, or declined; null while it isn't in. */
  readonly by: string | null;
  readonly on: LocalDate | null;
};

/** An assessment in a list: everything but what is known of the sheets alone. */
export type AssessmentHead = Omit<Assessment, "sheets"> & {
  readonly phase: Phase;
  readonly sheets: Readonly<Record<Side, SeenSheet>>;
};

/** What a reader may know of it without opening a sheet. */
export function headOf({
  assessment,
  standing,
  reader,
}: Pick<AssessmentRoom, "assessment" | "standing" | "reader">): AssessmentHead {
  const seen = (side: Side): SeenSheet => {
    const sheet = assessment.sheets[side];
    const state = standing.sheets[side];
    const isIn = state === "handed-in" || state === "declined";
    if (!sheet || !isIn) return { state: reader === side ? state : "not-in", by: null, on: null };
    return {
      state,
      by: sheet.by,
      on: sheet.handedInAt === null ? null : dayOf(new Date(sheet.handedInAt)),
    };
  };
  return {
    ...assessment,
    phase: phaseOf(standing),
    sheets: { self: seen("self"), manager: seen("manager") },
  };
}

/** A line as it is shown: what was said, and who wrote it last, when. */
export type SaidBy = Said & { readonly by: string | null; readonly at: string | null };

/** A statement with what the reader may read of what was said, and what has been agreed. */
export type SeenStatement = {
  readonly statement: Statement;
  readonly self: SaidBy;
  readonly manager: SaidBy;
  readonly outcome: AgreedOutcome | null;
};

/** What is shown by evidence, with the piece that shows it or waits to: what there is of it for whoever reads the assessment. */
export type SeenFormal = Statement & Pick<Known, "evidence" | "waiting" | "ended" | "isMet">;

export type AssessmentView = {
  readonly head: AssessmentHead;
  readonly reader: Reader;
  readonly acts: readonly Act[];
  /** Which sheets the reader may read: the others' lines are empty. */
  readonly reads: readonly Side[];
  readonly headings: readonly {
    readonly key: string;
    readonly name: string;
    readonly statements: readonly SeenStatement[];
  }[];
  /** What is shown by evidence: facts beside, never rated. */
  readonly formal: readonly SeenFormal[];
  readonly since: Since;
  /** Where statements stand now that have been moved, by name. */
  readonly movedTo: Readonly<Record<Id, string>>;
  /** The version in force, when it is another than the one that it was begun on. */
  readonly newer: { readonly number: number; readonly from: LocalDate } | null;
  /** Counts what has been saved in the reader's own sheet. */
  readonly revision: number;
};

const shown = (line: Line | undefined): SaidBy =>
  line
    ? { step: line.step, words: line.words, by: line.by, at: line.at }
    : { ...NOTHING_SAID, by: null, at: null };

/** Throws NotFound for whoever isn't close to the person (ORG-8), and across an authority's line. */
export const viewAssessment = async (work: Work, address: AssessmentAddress): Promise<AssessmentView> =>
  seenIn(work, await assessmentRoom(work, address));

/** What the room's reader may see. */
export async function seenIn(work: Work, room: AssessmentRoom): Promise<AssessmentView> {
  const { assessment, standing, reader } = room;
  const { id, versionId, unitId, begunOn, inForce } = assessment;
  noteRead(work, room.person, "assessment");
  const reads = SIDES.filter((side) => mayReadSheet(reader, side, standing));
  const nowId = inForce?.id ?? versionId;
  const read = await askTogether(work.tx, {
    begun: layersAt(work, versionId, { day: begunOn, unitId }),
    now: layersAt(work, nowId, { day: work.today, unitId }),
    lines: linesIn(work, id, reads),
    outcomes: outcomesIn(work, id),
  });
  const asked = askedUnder(assessment, await heldUnder(work, versionId, layersFrom(read.begun)));
  const isTheSame = nowId === versionId && read.begun.length + read.now.length === 0;
  const since = isTheSame
    ? NOTHING_SINCE
    : sinceUnder(asked, await heldUnder(work, nowId, layersFrom(read.now)));
  const { lines } = read;
  const outcomes = byItem(read.outcomes);
  const of = (side: Side) =>
    new Map(lines.flatMap((line) => (line.side === side ? [[line.itemId, line] as const] : [])));
  const said = { self: of("self"), manager: of("manager") };
  const names = placeNames(asked);
  return {
    head: headOf(room),
    reader,
    acts: reader === "other" ? [] : actsOf(reader, standing),
    reads,
    headings: asked.headings.map(({ key, name, statements }) => ({
      key,
      name,
      statements: statements.map((statement) => ({
        statement,
        self: shown(said.self.get(statement.itemId)),
        manager: shown(said.manager.get(statement.itemId)),
        outcome: outcomes.get(statement.itemId) ?? null,
      })),
    })),
    formal: await seenFormal(work, room, asked.formal),
    since,
    movedTo: Object.fromEntries(
      statementsOf(asked).flatMap(({ itemId }) => {
        const change = since.changes[itemId];
        if (change?.is !== "moved") return [];
        const track = change.trackKey === null ? "" : `, ${names.track(change.trackKey)}`;
        return [[itemId, `${names.level(change.levelKey)}${track}`]];
      }),
    ),
    newer:
      inForce && inForce.id !== assessment.versionId ? { number: inForce.number, from: inForce.from } : null,
    revision: reader === "other" ? 0 : (assessment.sheets[reader]?.revision ?? 0),
  };
}

/** Whoever may read the assessment is close to the person in its authority, and sees the evidence there. */
async function seenFormal(
  work: Work,
  { person, assessment }: AssessmentRoom,
  formal: readonly Requirement[],
): Promise<SeenFormal[]> {
  if (formal.length === 0) return [];
  noteRead(work, person, "evidence");
  const known = await knownOn(work, {
    on: work.today,
    personIds: [person.personId],
    questions: formal.map((each) => questionOf(each, assessment.professionId)),
    authorities: [assessment.authorityId],
  });
  return formal.flatMap((each) => {
    const found = known.find(({ itemId }) => itemId === each.itemId);
    if (!found) return [];
    const { evidence, waiting, ended, isMet } = found;
    return [{ ...each, evidence, waiting, ended, isMet }];
  });
}
