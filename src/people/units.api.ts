/** Units with their managers and deputies over the API (INT-3, ORG-2, ORG-4). */
import { z } from "zod";
import { answerTo, created, listed, ok, type Answer } from "../platform/http/api/answer.ts";
import { json, operation, type Call, type Operation } from "../platform/http/api/operation.ts";
import { day, id, list, paging } from "../platform/http/api/schemas.ts";
import type { Work } from "../platform/database/work.ts";
import { keepUnit, viewUnitKept } from "./keep-unit.ts";
import { endAssignmentOn, nameDeputy, nameManager } from "./name-manager.ts";
import { listUnits, viewUnit } from "./view-units.ts";

const named = z
  .object({
    name: z.string().nullable().meta({ description: "Null when the name is not for this account." }),
  })
  .nullable();

const unit = z
  .object({
    id,
    parentId: id.nullable(),
    name: z.string(),
    code: z.string().nullable().meta({ description: "Its code in the HR system." }),
    isAuthority: z.boolean().meta({ description: "Is it an authority of its own?" }),
    validFrom: day,
    validTo: day.nullable().meta({ description: "The first day on which it is no more." }),
    below: z.int().meta({ description: "How many units stand below it, at any depth." }),
    manager: named,
    acting: named.meta({ description: "Who acts where there is no manager; null is a gap." }),
  })
  .meta({ id: "Unit" });

const unitSent = z
  .strictObject({
    name: z.string(),
    parentId: z.string().nullable(),
    code: z.string().nullable(),
    isAuthority: z.boolean(),
    validFrom: day,
    validTo: day.nullable(),
  })
  .meta({ id: "UnitToSave" });
const UNIT: z.input<typeof unitSent> = {
  name: "Rehabenheten",
  parentId: null,
  code: "4210",
  isAuthority: false,
  validFrom: "2026-01-01",
  validTo: null,
};
const REFUSALS = [
  "missing",
  "too-long",
  "code-taken",
  "not-a-day",
  "ends-before-it-begins",
  "no-such-unit",
  "above-not-valid",
  "below-itself",
  "has-units",
  "has-staff",
  "reporting-circle",
];

const assignment = {
  id,
  personId: id.nullable().meta({ description: "Null when the person has protected identity." }),
  name: z.string().nullable(),
  from: day,
  to: day.nullable().meta({ description: "The first day without." }),
};
const assignments = z
  .object({
    managers: z.array(z.object(assignment)),
    deputies: z.array(z.object({ ...assignment, reason: z.string() })),
  })
  .meta({ id: "UnitManagers", description: "Past and coming ones too, the latest first." });

const person = z
  .string()
  .meta({ description: "An e-mail address or an employment number.", examples: ["10432"] });
const managerSent = z.strictObject({ person, from: day, to: day.nullable() }).meta({ id: "ManagerToName" });
const deputySent = z
  .strictObject({ person, reason: z.string(), from: day, to: day })
  .meta({ id: "DeputyToName" });
const NAMING = [
  "missing",
  "no-such-person",
  "reporting-circle",
  "not-a-day",
  "ends-before-it-begins",
  "outside-the-unit",
];

const params = { unitId: { description: "The unit's id.", example: "0b0d2a4e-61cd-4b6b-8f5e-3b7a1c9d2e10" } };
const done = z.object({ unitId: id }).meta({ id: "Named" });
const endSent = z
  .strictObject({ to: day.meta({ description: "The first day without." }) })
  .meta({ id: "AssignmentEnd" });
const assignmentParams = {
  ...params,
  assignmentId: {
    description: "The manager's or the deputy's time in the unit: `id` in `getUnitManagers`.",
    example: "9c1f6f0e-4a0b-4f8d-8a64-0f4a5b7c3d21",
  },
};

/** ORG-7: that there is somebody shows, who it is does not. */
const shown = <
  T extends { readonly personId: string; readonly protectedIdentity: boolean; readonly name: string },
>(
  each: T,
) => (each.protectedIdentity ? { ...each, personId: null, name: null } : each);

/** Who manages the unit and who acts there, as they are shown. */
async function managersOf(work: Work, unitId: string, hold = false) {
  const { managers, deputies } = await viewUnitKept(work, unitId, hold);
  return { managers: managers.map(shown), deputies: deputies.map(shown) };
}

/** Ends one of the times that were read, while nobody else changes them. */
const ending = (kind: "manager" | "deputy") =>
  ({
    tag: "units",
    params: assignmentParams,
    description:
      "For administrators. If-Match is the ETag of `getUnitManagers`. A time that has not begun by then never does.",
    scope: "organisation:write",
    body: json(endSent, { to: "2026-12-01" }),
    answers: { 200: { description: "Managers and deputies as they are now.", schema: assignments } },
    edits: assignments,
    refusals: ["not-a-day", "reporting-circle"],
    run: async ({ work, param, body, ifMatch }: Call<unknown, { to: string }>): Promise<Answer> => {
      const unitId = param("unitId");
      ifMatch(await managersOf(work, unitId, true));
      return answerTo(await endAssignmentOn(work, unitId, kind, param("assignmentId"), body.to), async () =>
        ok(await managersOf(work, unitId)),
      );
    },
  }) as const;

export const unitsApi: readonly Operation[] = [
  operation({
    id: "listUnits",
    method: "get",
    path: "/units",
    tag: "units",
    summary: { sv: "Enheter en dag", en: "Units on a day" },
    description: "In the order of the tree: each unit after the one above it, brothers and sisters by name.",
    scope: "organisation:read",
    query: z.strictObject({
      ...paging,
      day: day.optional().meta({ description: "Today, when it is left out." }),
      under: z.string().default("").meta({ description: "Only this unit and those below it." }),
      q: z
        .string()
        .max(100)
        .default("")
        .meta({ description: "Only those whose name holds this, or whose code it is." }),
    }),
    answers: { 200: { description: "A page of units.", schema: list("Units", unit) } },
    run: async ({ work, query }) => {
      const { page, limit, day: asked = work.today, ...rest } = query;
      const { units, total } = await listUnits(work, { ...rest, day: asked, page, size: limit });
      return listed(units, total, query);
    },
  }),
  operation({
    id: "createUnit",
    method: "post",
    path: "/units",
    tag: "units",
    summary: { sv: "Lägg till en enhet", en: "Add a unit" },
    description: "For administrators.",
    scope: "organisation:write",
    body: json(unitSent, UNIT),
    answers: { 201: { description: "Added.", schema: z.object({ id }) } },
    creates: true,
    refusals: REFUSALS,
    run: async ({ work, body }) =>
      answerTo(await keepUnit(work, null, { ...body, revision: 1 }), (added) =>
        created(`/units/${added}`, { id: added }),
      ),
  }),
  operation({
    id: "getUnit",
    method: "get",
    path: "/units/{unitId}",
    tag: "units",
    summary: { sv: "En enhet", en: "A unit" },
    params,
    scope: "organisation:read",
    answers: { 200: { description: "The unit, with who manages it today.", schema: unit } },
    run: async ({ work, param }) => ok(await viewUnit(work, param("unitId"))),
  }),
  operation({
    id: "replaceUnit",
    method: "put",
    path: "/units/{unitId}",
    tag: "units",
    summary: { sv: "Ändra en enhet", en: "Change a unit" },
    description: "For administrators. A unit ends when nobody works there any longer.",
    params,
    scope: "organisation:write",
    body: json(unitSent, UNIT),
    answers: { 200: { description: "The unit as it is now.", schema: unit } },
    edits: unit,
    refusals: REFUSALS,
    run: async ({ work, param, body, ifMatch }) => {
      const kept = await viewUnitKept(work, param("unitId"));
      ifMatch(await viewUnit(work, kept.unit.id));
      const result = await keepUnit(work, kept.unit.id, { ...body, revision: kept.unit.revision });
      return answerTo(result, async (unitId) => ok(await viewUnit(work, unitId)), { changed: ["stale"] });
    },
  }),
  operation({
    id: "getUnitManagers",
    method: "get",
    path: "/units/{unitId}/managers",
    tag: "units",
    summary: { sv: "Enhetens chefer och ersättare", en: "The unit's managers and deputies" },
    description: "For administrators.",
    params,
    scope: "organisation:read",
    answers: { 200: { description: "Managers and deputies.", schema: assignments } },
    run: async ({ work, param }) => ok(await managersOf(work, param("unitId"))),
  }),
  operation({
    id: "nameManager",
    method: "post",
    path: "/units/{unitId}/managers",
    tag: "units",
    summary: { sv: "Utse en chef", en: "Name a manager" },
    description: "For administrators. Whoever manages the unit stops on the day when the new one begins.",
    params,
    scope: "organisation:write",
    body: json(managerSent, { person: "10432", from: "2026-12-01", to: null }),
    answers: { 201: { description: "Named.", schema: done } },
    creates: true,
    refusals: [...NAMING, "later-manager"],
    run: async ({ work, param, body }) => {
      const unitId = param("unitId");
      return answerTo(await nameManager(work, unitId, body), () =>
        created(`/units/${unitId}/managers`, { unitId }),
      );
    },
  }),
  operation({
    id: "nameDeputy",
    method: "post",
    path: "/units/{unitId}/deputies",
    tag: "units",
    summary: { sv: "Utse en ersättare", en: "Name a deputy" },
    description: "For administrators. A deputy acts for the manager, for a stated time and reason.",
    params,
    scope: "organisation:write",
    body: json(deputySent, {
      person: "10432",
      reason: "Föräldraledighet",
      from: "2026-12-01",
      to: "2027-06-01",
    }),
    answers: { 201: { description: "Named.", schema: done } },
    creates: true,
    refusals: [...NAMING, "too-long", "manages-it"],
    run: async ({ work, param, body }) => {
      const unitId = param("unitId");
      return answerTo(await nameDeputy(work, unitId, body), () =>
        created(`/units/${unitId}/managers`, { unitId }),
      );
    },
  }),
  operation({
    ...ending("manager"),
    id: "endManager",
    method: "post",
    path: "/units/{unitId}/managers/{assignmentId}/ending",
    summary: { sv: "Avsluta en chefs tid i enheten", en: "End a manager's time in the unit" },
  }),
  operation({
    ...ending("deputy"),
    id: "endDeputy",
    method: "post",
    path: "/units/{unitId}/deputies/{assignmentId}/ending",
    summary: { sv: "Avsluta en ersättares tid i enheten", en: "End a deputy's time in the unit" },
  }),
];
