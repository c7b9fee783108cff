/** Assessments in lists: one's own, a person's, and those of a unit, with how far each has come and never what is written in it (ASM-1, ASM-3). */
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { managesUnit, sees } from "../placement/access.ts";
import { noteRead, personRoom } from "../placement/person-room.ts";
import { writePlace } from "../placement/rules.ts";
import type { NamedLevel } from "../placement/store.ts";
import { decidedFor, keyOf, unitRoom } from "../placement/unit-room.ts";
import { placedStates } from "../placement/unit.store.ts";
import { pageOf } from "../placement/view-unit-placements.ts";
import { ownPerson, readerIn } from "./assessment-room.ts";
import { assessmentsOf, standingOf } from "./assessment.store.ts";
import { beginChoices } from "./begin-assessment.ts";
import { headOf, type AssessmentHead } from "./view-assessment.ts";

/** A model that one can be begun in now; `placed` is where the person is placed, as `writePlace` gives it. */
export type Beginnable = {
  readonly modelId: Id;
  readonly sv: string;
  readonly en: string;
  readonly levels: readonly NamedLevel[];
  readonly placed: string | null;
};

export type PersonAssessments = {
  readonly personId: Id;
  readonly name: string;
  /** The latest first. */
  readonly assessments: readonly AssessmentHead[];
  readonly beginnable: readonly Beginnable[];
};

/** Of whoever it is, for the person and those close to them. */
export async function viewAssessmentsOf(
  work: Work,
  personId: string,
): Promise<PersonAssessments & { isSelf: boolean }> {
  const room = await personRoom(work, personId);
  noteRead(work, room, "assessments");
  const all = await assessmentsOf(work, [room.personId]);
  const choices = await beginChoices(work, room);
  return {
    personId: room.personId,
    name: room.name,
    isSelf: room.sight.basis === "self",
    assessments: all
      .filter(({ authorityId }) => sees(room.sight, authorityId))
      .map((assessment) =>
        headOf({ assessment, standing: standingOf(assessment), reader: readerIn(room, assessment) }),
      ),
    beginnable: choices.flatMap(({ workplace: { model }, levels, underWay, placed }) =>
      underWay === null
        ? [
            {
              modelId: model.modelId,
              sv: model.nameSv,
              en: model.nameEn,
              levels,
              placed: placed && writePlace(placed.levelId, placed.trackId),
            },
          ]
        : [],
    ),
  };
}

/** One's own, without a log entry. */
export const viewMyAssessments = (work: Work): Promise<PersonAssessments> =>
  viewAssessmentsOf(work, ownPerson(work));

/** Another person's, for those close to them (ORG-8). One's own stand on one's own page. */
export async function viewPersonAssessments(work: Work, personId: string): Promise<PersonAssessments> {
  const { isSelf, ...view } = await viewAssessmentsOf(work, personId);
  if (isSelf) throw new NotFound("person");
  return view;
}

/** Somebody in the unit whom the actor assesses, with where they are placed and the latest assessment in the model. */
export type UnitRow = {
  readonly personId: Id;
  readonly givenName: string;
  readonly familyName: string;
  readonly model: { readonly sv: string; readonly en: string };
  readonly placed: { readonly level: string; readonly track: string | null } | null;
  readonly latest: AssessmentHead | null;
};

export type UnitAssessments = {
  readonly unit: { readonly id: Id; readonly name: string };
  readonly rows: readonly UnitRow[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
};

/** The people in the unit whom the actor decides for (ORG-4). Throws NotFound for whoever decides for nobody there. */
export async function viewUnitAssessments(
  work: Work,
  input: { readonly unitId: string; readonly page: number; readonly size?: number },
): Promise<UnitAssessments> {
  const room = await unitRoom(work, input.unitId);
  const candidates = decidedFor(room);
  if (candidates.length === 0 && !managesUnit(work.actor, room.unit.id)) throw new NotFound("unit");
  const { rows, page, pages } = pageOf(candidates, input.page, input.size);
  const personIds = [...new Set(rows.map(({ member }) => member.personId))];
  const placed = new Map(
    (await placedStates(work, personIds, work.today))
      .filter(({ authorityId }) => authorityId === room.unit.authorityId)
      .map((placement) => [keyOf(placement), placement]),
  );
  const all = (await assessmentsOf(work, personIds)).filter(
    ({ authorityId }) => authorityId === room.unit.authorityId,
  );
  for (const { member, as } of rows)
    work.reads.note({ personIds: [member.personId], what: "assessments", basis: as });
  return {
    unit: { id: room.unit.id, name: room.unit.name },
    rows: rows.map(({ member, model }) => {
      const { personId, givenName, familyName } = member;
      const placement = placed.get(keyOf({ personId, modelId: model.modelId }));
      const latest = all.find((each) => each.personId === personId && each.modelId === model.modelId);
      return {
        personId,
        givenName,
        familyName,
        model: { sv: model.nameSv, en: model.nameEn },
        placed: placement ? { level: placement.level, track: placement.track } : null,
        latest: latest
          ? headOf({ assessment: latest, standing: standingOf(latest), reader: "manager" })
          : null,
      };
    }),
    page,
    pages,
    total: candidates.length,
  };
}
