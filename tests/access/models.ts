/** Two models for the matrix: one in force, with a text for those who work here alone, and one that is only a draft. */
import { beginModelImport } from "../../src/model-sheets/import-model.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { grant, type World } from "../people/world.ts";
import { addAssessment, addCalibration, addPlan, addTalk } from "./records.ts";

const LEVEL = { name: "Bas", kind: "core", position: 0 };
const HEADING = { name: "Arbetsuppgifter", position: 0 };

export async function addModels(
  { put, as }: World,
  of: {
    professionId: Id;
    adopter: Id;
    placed: { personId: Id; by: Id; unitId: Id; authorityId: Id };
    /** A unit with the draft of a supplement of its own. */
    addingUnit: Id;
    colleague: Id;
  },
) {
  const [structureId, levelId, headingId] = [newId(), newId(), newId()];
  await put("structure", { id: structureId, name: "Gemensam" });
  await put("structure_level", { id: levelId, structure_id: structureId, key: "bas", ...LEVEL });
  await put("structure_heading", { id: headingId, structure_id: structureId, key: "uppgifter", ...HEADING });
  const marks = {
    internalText: `Bara för anställda ${newId()}`,
    draftText: `Ännu ett utkast ${newId()}`,
    secretWords: `Skrivet efter samtalet ${newId()}`,
    ownWords: `Bara mina egna ord ${newId()}`,
    managersWords: `Bara chefens ord ${newId()}`,
    unshownWords: `Aldrig visat ${newId()}`,
  };

  const items = { adopted: newId(), draft: newId() };

  const version = async (modelId: Id, number: number, items: readonly (readonly [string, string, Id?])[]) => {
    const version_id = newId();
    await put("model_version", { id: version_id, model_id: modelId, number, status: "draft" });
    await put("version_level", { version_id, level_id: levelId, ...LEVEL });
    await put("version_heading", { version_id, heading_id: headingId, ...HEADING });
    for (const [position, [visibility, text, item_id = newId()]] of items.entries())
      await put("item", {
        version_id,
        item_id,
        key: `i${position}`,
        level_id: levelId,
        heading_id: headingId,
        position,
        kind: "demonstrated",
        mandatory: true,
        text,
        visibility,
      });
    return version_id;
  };
  const model = async (slug: string, name: string) => {
    const id = newId();
    await put("career_model", {
      id,
      structure_id: structureId,
      profession_id: of.professionId,
      slug,
      name_sv: name,
      name_en: name,
    });
    return id;
  };

  const adopted = await model("fysioterapeut", "Fysioterapeut");
  const inForce = await version(adopted, 1, [
    ["public", "Möter människor", items.adopted],
    ["internal", marks.internalText],
  ]);
  await put("decision", {
    id: newId(),
    kind: "adopt",
    version_id: inForce,
    decided_by: of.adopter,
    decided_as: "HR-direktör",
    delegation: "4.2",
    decided_on: "2019-12-01",
    diary_number: "2019/1",
  });
  await as(null, ({ tx }) =>
    tx
      .updateTable("model_version")
      .set({ status: "adopted", in_force_from: "2020-01-01" })
      .where("id", "=", inForce)
      .execute(),
  );
  const supplement = newId();
  await put("supplement", { id: supplement, model_id: adopted, unit_id: of.addingUnit });
  await put("supplement_version", {
    id: newId(),
    supplement_id: supplement,
    model_id: adopted,
    number: 1,
    base_version_id: inForce,
    status: "draft",
    begun_by: of.adopter,
    created_at: new Date(),
  });
  await version(adopted, 2, [["public", marks.draftText]]);
  const draft = await model("specialist", "Specialist");
  await version(draft, 1, [["public", marks.draftText, items.draft]]);

  const [placement, application, withdrawn, finished] = [newId(), newId(), newId(), newId()];
  await put("placement", {
    id: placement,
    person_id: of.placed.personId,
    model_id: adopted,
    version_id: inForce,
    level_id: levelId,
    valid_from: "2024-01-01",
    dialogue_on: "2024-01-01",
    basis: "development-talk",
    motivation: marks.secretWords,
    decided_by: of.placed.by,
    decided_as: "manager",
    unit_id: of.placed.unitId,
    authority_id: of.placed.authorityId,
  });
  const at = new Date();
  const applied = {
    person_id: of.placed.personId,
    model_id: adopted,
    level_id: levelId,
    authority_id: of.placed.authorityId,
    words: marks.secretWords,
    applied_at: at,
  };
  await put("move_application", { id: application, ...applied });
  await put("move_application", { id: withdrawn, ...applied, outcome: "withdrawn", ended_at: at });
  const set = { placement_id: placement, owner: "hr" };
  await put("move_task", { id: newId(), ...set, kind: "agreement" });
  const done = { done_at: at, done_by: of.adopter };
  await put("move_task", { id: finished, ...set, kind: "title", title: "Fysioterapeut 2", ...done });
  const asked = {
    ...of.placed,
    model_id: adopted,
    version_id: inForce,
    level_id: levelId,
    item: items.adopted,
    words: { self: marks.ownWords, manager: marks.managersWords },
  };
  const cancelled = await addAssessment(put, asked);
  await as(null, ({ tx }) =>
    tx
      .updateTable("assessment")
      .set({ ended_on: "2026-01-03", ended_how: "cancelled", ended_by: of.placed.by })
      .where("id", "=", cancelled)
      .execute(),
  );
  const assessment = await addAssessment(put, asked);
  const talk = await addTalk(put, of.placed, "development", asked.words);
  // What was prepared is shown to both once a talk is held.
  const prepared = { self: marks.secretWords, manager: marks.secretWords };
  const heldTalk = await addTalk(put, of.placed, "introduction", prepared);
  const lockedTalk = await addTalk(put, of.placed, "follow-up", prepared);
  // A colleague's other view is put to the manager above, who thereby knows of the talk (PLC-9).
  const above = { ...of.placed, personId: of.colleague };
  const viewedTalk = await addTalk(put, above, "follow-up", { self: "Mitt.", manager: "Ditt." });
  await as(null, ({ tx }) =>
    tx
      .updateTable("talk")
      .set({ state: "held", held_on: "2026-01-03", held_by: of.placed.by })
      .where("id", "in", [heldTalk, viewedTalk, lockedTalk])
      .execute(),
  );
  await as(null, ({ tx }) =>
    tx
      .updateTable("talk")
      .set({ agreed: marks.unshownWords, agreed_by: of.placed.by })
      .where("id", "=", lockedTalk)
      .execute(),
  );
  for (const { talk_id, person_id, agreed } of [
    { talk_id: heldTalk, person_id: of.placed.personId, agreed: marks.secretWords },
    { talk_id: lockedTalk, person_id: of.placed.personId, agreed: marks.secretWords },
    { talk_id: viewedTalk, person_id: of.colleague, agreed: "Vårt." },
  ])
    await put("talk_record", {
      talk_id,
      revision: 1,
      person_id,
      agreed,
      pay_link_shown: "",
      snapshot: JSON.stringify({ on: "2026-01-03", placements: [], assessments: [], requirements: [] }),
      written_by: of.placed.by,
      written_on: "2026-01-03",
      at,
    });
  await put("talk_event", {
    id: newId(),
    talk_id: viewedTalk,
    person_id: of.colleague,
    kind: "other-view",
    revision: 1,
    by_id: of.colleague,
    acting_as: "self",
    words: "Jag ser det annorlunda.",
    details: JSON.stringify({ toAbove: true }),
    at,
  });
  // Two are closed with words that their writers never showed.
  const calledOff = await addTalk(put, of.placed, "follow-up", {
    self: marks.ownWords,
    manager: marks.unshownWords,
  });
  for (const [id, closed] of [
    [lockedTalk, { state: "locked", closed_how: "left" }],
    [calledOff, { state: "cancelled", closed_how: "cancelled" }],
  ] as const)
    await as(null, ({ tx }) =>
      tx
        .updateTable("talk")
        .set({ ...closed, closed_on: "2026-01-04" })
        .where("id", "=", id)
        .execute(),
    );
  const plan = await addPlan(put, of.placed, marks.secretWords);
  const round = { ...asked, begunBy: of.adopter };
  const calibration = await addCalibration({ put, as }, round, false);
  const shut = { ...round, words: { manager: "Det syns." } };
  const closedCalibration = await addCalibration({ put, as }, shut, true);
  return {
    assessment,
    talk,
    heldTalk,
    calibration,
    closedCalibration,
    viewedTalk,
    lockedTalk,
    calledOff,
    ...plan,
    cancelled,
    application,
    withdrawn,
    finished,
    adopted: "fysioterapeut",
    draft: "specialist",
    structure: structureId,
    items,
    ...marks,
  };
}

/** A spreadsheet that the process lead looks at. */
export const addModelImport = (here: World, accountId: Id): Promise<Id> =>
  here.as(
    {
      accountId,
      organisationId: here.organisationId,
      personId: null,
      displayName: "Processledaren",
      grants: [grant("process_lead")],
      manages: [],
    },
    async (work) => {
      const bytes = new TextEncoder().encode(
        "Rubrik;Bas;Fördjupad\r\nUppgifter;Möter människor;Leder andra\r\n",
      );
      const begun = await beginModelImport(work, { filename: "modell.csv", bytes });
      if (!begun.ok) throw new Error("the sheet was refused");
      return begun.value;
    },
  );

/** Two entries of the catalogue: one for everyone, and one for those who work here. */
export async function addCatalogue({ put }: World): Promise<Readonly<Record<"public" | "internal", Id>>> {
  const add = async (visibility: string): Promise<Id> => {
    const id = newId();
    await put("catalogue_entry", {
      id,
      kind: "course",
      name: "Handledarutbildning",
      visibility,
      created_at: "2026-01-01",
    });
    return id;
  };
  return { public: await add("public"), internal: await add("internal") };
}
