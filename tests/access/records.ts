/** What is written about people in the matrix: a calibration, a plan, talks and assessments, straight into their tables. */
import { newId, type Id } from "../../src/shared/ids.ts";
import type { Kind } from "../../src/talk/talk.rules.ts";
import type { World } from "../people/world.ts";

/** A calibration in which the manager is asked and has placed the one case: handed in and closed, with something agreed; or open and not handed in. */
export async function addCalibration(
  { put, as }: Pick<World, "put" | "as">,
  of: {
    by: Id;
    unitId: Id;
    begunBy: Id;
    model_id: Id;
    version_id: Id;
    level_id: Id;
    item: Id;
    words: Readonly<Record<"manager", string>>;
  },
  isClosed: boolean,
): Promise<Readonly<Record<"round" | "case" | "reading", Id>>> {
  const [calibration_id, case_id, reading] = [newId(), newId(), newId()];
  const { model_id, version_id, level_id, by: person_id, unitId: unit_id } = of;
  const change = (set: { state: string; opened_on?: string; closed_on?: string }) =>
    as(null, ({ tx }) => tx.updateTable("calibration").set(set).where("id", "=", calibration_id).execute());
  await put("calibration", {
    id: calibration_id,
    model_id,
    version_id,
    title: "Omgången",
    until: "2199-01-01",
    begun_by: of.begunBy,
    begun_on: "2026-01-01",
  });
  await put("calibration_case", {
    id: case_id,
    calibration_id,
    position: 1,
    title: "Fallet",
    story: "Någon.",
  });
  await put("calibration_seat", { calibration_id, person_id, unit_id });
  await change({ state: "open", opened_on: "2026-01-02" });
  const at = "2026-01-03T09:00:00Z";
  await put("calibration_placing", {
    calibration_id,
    case_id,
    person_id,
    version_id,
    level_id,
    words: of.words.manager,
    saved_at: at,
  });
  if (!isClosed) return { round: calibration_id, case: case_id, reading };
  await as(null, ({ tx }) =>
    tx
      .updateTable("calibration_seat")
      .set({ handed_in_at: at })
      .where("calibration_id", "=", calibration_id)
      .execute(),
  );
  await change({ state: "closed", closed_on: "2026-01-04" });
  await put("calibration_reading", {
    id: reading,
    calibration_id,
    item_id: of.item,
    words: "Så läser vi det.",
    written_by: of.begunBy,
    at,
    number: 1,
  });
  return { round: calibration_id, case: case_id, reading };
}

/** A goal with an activity, and a template that nobody has started. */
export async function addPlan(
  put: World["put"],
  of: { personId: Id; authorityId: Id },
  words: string,
): Promise<Readonly<Record<"goal" | "activity" | "template", Id>>> {
  const [goal, activity, template] = [newId(), newId(), newId()];
  const own = { person_id: of.personId, authority_id: of.authorityId, title: words, until_on: "2199-06-01" };
  await put("plan_goal", { id: goal, kind: "upskilling", ...own });
  await put("plan_activity", { id: activity, goal_id: goal, owner: "self", ...own });
  await put("plan_template", { id: template, kind: "onboarding", title: "Ny hos oss", days: 30 });
  return { goal, activity, template };
}

/** A talk that is booked, for which each has prepared something and shown none of it. */
export async function addTalk(
  put: World["put"],
  of: { personId: Id; by: Id; unitId: Id; authorityId: Id },
  kind: Kind,
  words: Readonly<Record<"self" | "manager", string>>,
): Promise<Id> {
  const talk_id = newId();
  await put("talk", {
    id: talk_id,
    person_id: of.personId,
    kind,
    unit_id: of.unitId,
    authority_id: of.authorityId,
    on_day: "2199-01-01",
    at_time: "10:00",
    minutes: 60,
    booked_on: "2026-01-01",
  });
  for (const side of ["self", "manager"] as const)
    await put("talk_preparation", {
      talk_id,
      side,
      person_id: of.personId,
      author_id: side === "self" ? of.personId : of.by,
      answers: JSON.stringify({ ahead: words[side] }),
      saved_at: "2026-01-02T09:00:00Z",
      revision: 1,
    });
  return talk_id;
}

/** An assessment that isn't opened: the employee has handed in, the manager is writing. */
export async function addAssessment(
  put: World["put"],
  of: {
    personId: Id;
    by: Id;
    unitId: Id;
    authorityId: Id;
    model_id: Id;
    version_id: Id;
    level_id: Id;
    item: Id;
    words: Readonly<Record<"self" | "manager", string>>;
  },
): Promise<Id> {
  const assessment_id = newId();
  const at = "2026-01-02T09:00:00Z";
  const { model_id, version_id, level_id } = of;
  await put("assessment", {
    id: assessment_id,
    person_id: of.personId,
    model_id,
    version_id,
    level_id,
    unit_id: of.unitId,
    authority_id: of.authorityId,
    scale: ["med stöd", "självständigt"],
    begun_on: "2026-01-01",
    begun_by: of.by,
  });
  for (const side of ["self", "manager"] as const) {
    const author_id = side === "self" ? of.personId : of.by;
    await put("assessment_sheet", { assessment_id, side, person_id: of.personId, author_id });
    await put("assessment_rating", {
      assessment_id,
      side,
      item_id: of.item,
      author_id,
      step: 1,
      words: of.words[side],
      saved_at: at,
      revision: 1,
    });
  }
  return assessment_id;
}
