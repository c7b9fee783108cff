/** The organisation, its settings and its professions over the API (INT-3, ORG-5, ORG-6). */
import { z } from "zod";
import { answerTo, created, ok } from "../platform/http/api/answer.ts";
import { json, operation, type Operation } from "../platform/http/api/operation.ts";
import { id, whole } from "../platform/http/api/schemas.ts";
import { NotFound } from "../shared/result.ts";
import { changeSettings, viewSettings } from "./keep-settings.ts";
import { keepProfession, viewProfession, viewProfessions } from "./keep-professions.ts";
import { mayReadOrganisation } from "./access.ts";

const organisation = z
  .object({
    id,
    slug: z.string().meta({ description: "Its name in addresses.", examples: ["provby"] }),
    name: z.string(),
    kind: z.enum(["municipality", "region", "association", "company"]),
  })
  .meta({ id: "Organisation" });

const colour = z.string().meta({ description: "#rrggbb in lower case.", examples: ["#103a34"] });
const taskOf = z.enum(["manager", "hr"]).nullable();
const settingFields = {
  modelWord: z.string().meta({ description: "Its own word for the models, in running Swedish." }),
  talkWord: z.string().meta({ description: "Its own word for the talk." }),
  presentation: z.enum(["rings", "stairs"]),
  ratingScale: z.array(z.string()),
  coverageThreshold: z
    .int()
    .meta({ description: "Per cent placed at which a model counts as fully introduced." }),
  smallestGroup: z
    .int()
    .meta({ description: "Figures about fewer people are hidden. At least 5; raised, never lowered." }),
  reviewIntervalMonths: z.int().nullable(),
  moveRule: z.enum(["present-and-target", "cumulative", "advisory"]),
  needForMoves: z
    .boolean()
    .meta({ description: "Does every move outward take a free need, or only one to a post?" }),
  titleTaskOf: taskOf.meta({ description: "Who writes the new local title to the HR system after a move." }),
  agreementTaskOf: taskOf.meta({
    description: "Who makes a new agreement, and sees to the pay, after a move.",
  }),
  placementPrinciples: z.string(),
  payLinkStatement: z.string(),
  countOnLeave: z.boolean().meta({ description: "Do people on leave count as employed in coverage?" }),
  countHourly: z.boolean().meta({ description: "Do staff paid by the hour count as employed in coverage?" }),
  experienceLeaveDays: z.int().nullable().meta({
    description:
      "A leave of up to so many days counts whole as experience, a longer one not at all. Null: all leave counts.",
  }),
  evidenceFiles: z.boolean().meta({ description: "Are files of evidence kept?" }),
  theme: z.object({ brand: colour, accent: colour }).nullable(),
};
const settings = z.object(settingFields).meta({ id: "Settings" });
const settingsSent = z
  .strictObject({ ...settingFields, theme: z.strictObject({ brand: colour, accent: colour }).nullable() })
  .meta({ id: "SettingsToSave" });
const SETTINGS: z.input<typeof settingsSent> = {
  modelWord: "kompetens- och karriärvägsmodell",
  talkWord: "utvecklingssamtal",
  presentation: "rings",
  ratingScale: ["med stöd", "självständigt", "leder andra"],
  coverageThreshold: 80,
  smallestGroup: 5,
  reviewIntervalMonths: 24,
  moveRule: "advisory",
  needForMoves: false,
  titleTaskOf: null,
  agreementTaskOf: null,
  placementPrinciples: "",
  payLinkStatement: "",
  countOnLeave: true,
  countHourly: false,
  experienceLeaveDays: null,
  evidenceFiles: false,
  theme: null,
};

const professionFields = {
  nameSv: z.string(),
  nameEn: z.string(),
  aidCode: z.string().nullable(),
  ssykCode: z.string().nullable().meta({ description: "SSYK 2012." }),
  escoUri: z.string().nullable(),
  jobtechUri: z.string().nullable(),
  licensed: z.boolean().meta({ description: "Does the profession need a licence (legitimation)?" }),
  unions: z.array(z.string()),
  titles: z
    .array(z.string())
    .meta({ description: "Titles by which the HR system's file names it, beside its own name." }),
};
const profession = z.object({ id, ...professionFields }).meta({ id: "Profession" });
const professionSent = z.strictObject(professionFields).meta({ id: "ProfessionToSave" });
const PROFESSION: z.input<typeof professionSent> = {
  nameSv: "Fysioterapeut",
  nameEn: "Physiotherapist",
  aidCode: null,
  ssykCode: null,
  escoUri: null,
  jobtechUri: null,
  licensed: true,
  unions: ["Fysioterapeuterna"],
  titles: ["Leg. fysioterapeut"],
};
const REFUSALS = ["missing", "too-long", "taken", "title-taken", "not-in-list", "not-an-address"];
const professionParam = {
  professionId: { description: "The profession's id.", example: "5f0c7f0e-3a51-4c1e-9d0b-6f6a2f1f7a10" },
};

export const organisationApi: readonly Operation[] = [
  operation({
    id: "getOrganisation",
    method: "get",
    path: "",
    tag: "organisation",
    summary: { sv: "Organisationen", en: "The organisation" },
    scope: "organisation:read",
    answers: { 200: { description: "The organisation.", schema: organisation } },
    run: async ({ work }) => {
      if (!mayReadOrganisation(work.actor)) throw new NotFound("organisation");
      return ok(work.tenant);
    },
  }),
  operation({
    id: "getSettings",
    method: "get",
    path: "/settings",
    tag: "organisation",
    summary: { sv: "Inställningarna", en: "The settings" },
    description: "For administrators.",
    scope: "organisation:read",
    answers: { 200: { description: "The settings.", schema: settings, example: SETTINGS } },
    run: async ({ work }) => ok(await viewSettings(work)),
  }),
  operation({
    id: "replaceSettings",
    method: "put",
    path: "/settings",
    tag: "organisation",
    summary: { sv: "Ersätt inställningarna", en: "Replace the settings" },
    description: "For administrators.",
    scope: "organisation:write",
    body: json(settingsSent, SETTINGS),
    answers: { 200: { description: "The settings as they are now.", schema: settings } },
    edits: settings,
    refusals: ["missing", "too-long", "not-between", "group-too-small", "not-lowered", "not-a-colour"],
    run: async ({ work, body, ifMatch }) => {
      const present = await viewSettings(work);
      ifMatch(present);
      const result = await changeSettings(work, { ...body, revision: present.revision });
      return answerTo(result, async () => ok(await viewSettings(work)), { changed: ["stale"] });
    },
  }),
  operation({
    id: "listProfessions",
    method: "get",
    path: "/professions",
    tag: "organisation",
    summary: { sv: "Yrken", en: "Professions" },
    scope: "organisation:read",
    answers: { 200: { description: "All professions by name.", schema: whole("Professions", profession) } },
    run: async ({ work }) => ok({ items: (await viewProfessions(work)).professions }),
  }),
  operation({
    id: "createProfession",
    method: "post",
    path: "/professions",
    tag: "organisation",
    summary: { sv: "Lägg till ett yrke", en: "Add a profession" },
    description: "For administrators.",
    scope: "organisation:write",
    body: json(professionSent, PROFESSION),
    answers: { 201: { description: "Added.", schema: z.object({ id }).meta({ id: "Created" }) } },
    creates: true,
    refusals: REFUSALS,
    run: async ({ work, body }) => {
      const result = await keepProfession(work, null, { ...body, revision: 1 });
      return answerTo(result, (added) => created(`/professions/${added}`, { id: added }));
    },
  }),
  operation({
    id: "getProfession",
    method: "get",
    path: "/professions/{professionId}",
    tag: "organisation",
    summary: { sv: "Ett yrke", en: "A profession" },
    params: professionParam,
    scope: "organisation:read",
    answers: { 200: { description: "The profession.", schema: profession } },
    run: async ({ work, param }) => {
      const { professions } = await viewProfessions(work);
      const found = professions.find((each) => each.id === param("professionId"));
      if (!found) throw new NotFound("profession");
      return ok(found);
    },
  }),
  operation({
    id: "replaceProfession",
    method: "put",
    path: "/professions/{professionId}",
    tag: "organisation",
    summary: { sv: "Ändra ett yrke", en: "Change a profession" },
    description: "For administrators.",
    params: professionParam,
    scope: "organisation:write",
    body: json(professionSent, PROFESSION),
    answers: { 200: { description: "The profession as it is now.", schema: profession } },
    edits: profession,
    refusals: REFUSALS,
    run: async ({ work, param, body, ifMatch }) => {
      const of = async () => {
        const { profession: found } = await viewProfession(work, param("professionId"));
        if (!found) throw new NotFound("profession");
        return found;
      };
      const present = await of();
      ifMatch(present);
      const result = await keepProfession(work, present.id, { ...body, revision: present.revision });
      return answerTo(result, async () => ok(await of()), { changed: ["stale"] });
    },
  }),
];
