import { beforeEach, describe, expect, test } from "vitest";
import { beginAssessment } from "../../src/assessment/begin-assessment.ts";
import { endMeeting } from "../../src/assessment/agree.ts";
import { openAtTalk } from "../../src/assessment/hand-in.ts";
import { addEvidence } from "../../src/evidence/add-evidence.ts";
import { returnEvidence } from "../../src/evidence/check-evidence.ts";
import { viewPersonEvidence } from "../../src/evidence/view-person-evidence.ts";
import { applyForMove } from "../../src/move/apply.ts";
import { declineApplication } from "../../src/move/decline-application.ts";
import { answerPlacementView } from "../../src/placement/answer-view.ts";
import { respond } from "../../src/placement/respond.ts";
import { viewMyPlacement } from "../../src/placement/view-my-placement.ts";
import { tell } from "../../src/notices/tell.ts";
import { tellOfImport } from "../../src/notices/tell-of-import.ts";
import { answerRequest, sayAbout } from "../../src/privacy/say-about.ts";
import { viewMyData } from "../../src/privacy/view-my-data.ts";
import { placePerson } from "../../src/move/place-person.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { assessedUnit } from "../assessment/unit.ts";

const { world, judges, vera, karin, employee } = await assessedUnit(await testDatabase());
const { model } = world;
const petra = await world.person("Petra Palm");
await world.put("role_grant", {
  id: newId(),
  account_id: petra.accountId,
  role: "hr_handler",
  profession_ids: [],
  valid_from: "2020-01-01",
});
type Person = Actor & { personId: Id };

beforeEach(async () => {
  await world.as(null, ({ tx }) => tx.deleteFrom("mail").execute());
});

/** What waits, and for whom: `move Karin Öhman /people/…`. */
const mailed = () =>
  world.as(null, ({ tx }) =>
    tx
      .selectFrom("mail")
      .innerJoin("person", "person.id", "mail.person_id")
      .select(["mail.kind", "mail.path", "mail.subject", "mail.body", "person.given_name as to"])
      .orderBy("mail.key")
      .execute(),
  );
const told = async () => (await mailed()).map(({ kind, to, path }) => [kind, to, path]);

const place = (who: Person) =>
  world.as(karin, (work) =>
    placePerson(work, {
      personId: who.personId,
      modelId: model.modelId,
      draft: {
        place: model.basic,
        dialogueOn: "2026-11-10",
        basis: "development-talk",
        motivation: "Vi har gått igenom nivån.",
      },
      follows: null,
      corrects: false,
    }),
  );

describe("mail tells whoever something waits for, and nobody of what they did themselves", () => {
  test("PLC-4: an application, to the manager; the answer, to the person", async () => {
    const { who } = await employee();
    await place(who);
    const applied = await world.as(who, (work) =>
      applyForMove(work, { modelId: model.modelId, place: model.skilled, words: "Jag vill handleda." }),
    );
    const path = `/people/${who.personId}/placements`;
    expect(await told()).toEqual([["move", "Karin", path]]);
    const applicationId = applied.ok ? applied.value : "";
    await world.as(karin, (work) =>
      declineApplication(work, {
        personId: who.personId,
        applicationId,
        declinedFor: "need",
        answer: "Inte i år.",
      }),
    );
    expect(await told()).toEqual([
      ["move", "Anna", "/my/move"],
      ["move", "Karin", path],
    ]);
    // ORG-7: no name, and nothing of what was written.
    expect(JSON.stringify((await mailed()).map(({ subject, body }) => [subject, body]))).not.toMatch(
      /Anna|Karin|handleda|Inte i år/,
    );
  });

  test("PLC-9: another view, to the manager above; the answer, to the person", async () => {
    const { who } = await employee();
    await place(who);
    const placementId = (await world.as(who, viewMyPlacement)).current[0]?.id ?? "";
    const view = { placementId, kind: "other-view", words: "Jag leder redan.", toAbove: true } as const;
    await world.as(who, (work) => respond(work, view));
    expect(await told()).toEqual([["placement-view", "Vera", "/placement-views"]]);
    const responseId = (await world.as(who, viewMyPlacement)).current[0]?.responses[0]?.id ?? "";
    await world.as(vera, (work) => answerPlacementView(work, { responseId, words: "Vi pratar." }));
    expect(await told()).toContainEqual(["placement-view", "Anna", "/my/placement"]);
  });

  test("ASM-1: begun, to the other; opened and ended, to the one who didn't do it", async () => {
    const { who } = await employee();
    const begun = await world.as(karin, (work) =>
      beginAssessment(work, { personId: who.personId, modelId: model.modelId, place: model.skilled }),
    );
    const id = begun.ok ? begun.value : "";
    const path = `/my/assessment/${id}`;
    expect(await told()).toEqual([["assessment", "Anna", path]]);
    const address = { personId: who.personId, assessmentId: id };
    await world.write(karin, address, { [judges]: ["2"] });
    expect(await world.as(karin, (work) => openAtTalk(work, address))).toMatchObject({ ok: true });
    expect(await world.as(karin, (work) => endMeeting(work, address, { leaveRest: true }))).toMatchObject({
      ok: true,
    });
    expect(await told()).toEqual([
      ["assessment", "Anna", path],
      ["assessment", "Anna", path],
      ["assessment", "Anna", path],
    ]);
  });

  test("ASM-2: evidence that is handed in, and what comes back", async () => {
    const { who } = await employee();
    const draft = {
      kind: "course",
      what: "Handledarutbildning",
      issuedOn: "2026-05-01",
      expiresOn: null,
      untilOn: null,
      professionId: null,
      seenWhere: "",
      itemIds: [],
    };
    const added = await world.as(who, (work) =>
      addEvidence(work, {
        personId: who.personId,
        draft,
        check: null,
        renewsId: null,
      }),
    );
    const evidenceId = added.ok ? added.value : "";
    const path = `/people/${who.personId}/evidence/${evidenceId}`;
    expect(await told()).toEqual([["evidence", "Karin", path]]);
    const { pieces } = await world.as(karin, (work) => viewPersonEvidence(work, who.personId));
    const revision = pieces[0]?.revision ?? 0;
    await world.as(karin, (work) =>
      returnEvidence(work, { personId: who.personId, evidenceId, revision, words: "Poängen saknas." }),
    );
    expect(await told()).toContainEqual(["evidence", "Anna", path]);
  });

  test("ASM-4: a correction, to whoever answers it; the answer, to the person; all of it in one's own data", async () => {
    const { who } = await employee();
    const say = (about: string, kind = "correction") =>
      world.as(who, (work) => sayAbout(work, { about, kind, words: "Titeln är fel." }));
    await say("placements", "comment");
    expect(await told()).toEqual([]);
    await say("register");
    const asked = await say("placements");
    expect((await told()).toSorted(([, a = ""], [, b = ""]) => (a < b ? -1 : 1))).toEqual([
      ["data-request", "Karin", "/data-requests"],
      ["data-request", "Petra", "/data-requests"],
    ]);
    await world.as(karin, (work) =>
      answerRequest(work, {
        requestId: asked.ok ? asked.value : "",
        outcome: "corrected",
        words: "Nu är det rättat.",
      }),
    );
    expect(await told()).toContainEqual(["data-request", "Anna", "/my/data"]);
    const { mail } = await world.as(who, viewMyData);
    expect(mail.kept).toMatchObject([{ kind: "data-request", state: "waiting", settledAt: null }]);
  });

  test("INT-1: a file that was refused, to whoever brought it in; and told twice it is one mail", async () => {
    const importId = newId();
    await world.put("staff_import", {
      id: importId,
      created_by: petra.accountId,
      created_at: new Date(),
      filename: "personal.csv",
      state: "refused",
      refusal: JSON.stringify({ code: "failed" }),
      effective_on: "2026-11-22",
      header: [],
      sample: JSON.stringify([]),
      mapping: JSON.stringify({}),
      format: JSON.stringify({}),
      finished_at: new Date(),
    });
    for (const _ of [1, 2]) await world.as(null, (work) => tellOfImport(work, importId));
    expect(await told()).toEqual([["staff-import", "Petra", `/import/${importId}`]]);
    await world.as(null, (work) => tellOfImport(work, newId()));
    expect(await told()).toHaveLength(1);
  });

  test("nobody is told of what they did themselves, nor somebody who isn't there", async () => {
    await world.as(karin, (work) =>
      tell(work, "evidence-in", { to: [karin.personId, null], about: newId(), path: "/" }),
    );
    expect(await told()).toEqual([]);
  });
});
