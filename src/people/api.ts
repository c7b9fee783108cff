/** People and their employments over the API (INT-3, ORG-3, ORG-7, ORG-8). Every reading is logged (PRV-1). */
import { z } from "zod";
import { listed, ok } from "../platform/http/api/answer.ts";
import { operation, type Operation } from "../platform/http/api/operation.ts";
import { day, id, list, paging, whole } from "../platform/http/api/schemas.ts";
import { findPeople } from "./find-people.ts";
import { viewPerson } from "./view-person.ts";
import { viewStaff } from "./view-staff.ts";

const employment = z
  .object({
    number: z.string().meta({ description: "The employer's own number for the employment." }),
    unitId: id,
    unitName: z.string(),
    professionSv: z.string().nullable(),
    professionEn: z.string().nullable(),
    title: z.string(),
    form: z.enum(["permanent", "fixed-term", "hourly"]),
    extent: z.number().meta({ description: "Per cent of full time." }),
    isMain: z.boolean(),
    onLeave: z.boolean().meta({ description: "On leave today: never why." }),
    from: day,
    to: day.nullable().meta({ description: "The first day when it is no longer so." }),
  })
  .meta({ id: "Employment", description: "What an employment is in some days: where, as what, how much." });

const names = {
  personId: id,
  givenName: z.string(),
  familyName: z.string(),
  protectedIdentity: z
    .boolean()
    .meta({ description: "Protected identity: shown only to the few who are named for it." }),
};
const listedPerson = z
  .object({ ...names, employments: z.array(employment).meta({ description: "Today's." }) })
  .meta({ id: "ListedPerson" });
const person = z
  .object({
    ...names,
    email: z.string().nullable(),
    basis: z
      .string()
      .meta({ description: "Why this account may read about the person; the access log keeps it." }),
    units: z
      .array(
        z.object({
          unitId: id,
          manager: z
            .object({ name: z.string().nullable(), vacant: z.boolean() })
            .nullable()
            .meta({ description: "Who acts as manager for the person there; null is a gap." }),
        }),
      )
      .meta({ description: "Where the person works today." }),
  })
  .meta({ id: "Person" });

type Listing = { readonly periods: readonly unknown[] };
const withEmployments = <T extends Listing>({ periods, ...rest }: T) => ({ ...rest, employments: periods });

const q = z.string().max(200).meta({ description: "A name, an e-mail address or an employment number." });
const personParam = {
  personId: { description: "The person's id.", example: "7c9e6679-7425-40de-944b-e07fc1f90ae7" },
};

export const peopleApi: readonly Operation[] = [
  operation({
    id: "searchPeople",
    method: "get",
    path: "/people",
    tag: "people",
    summary: { sv: "Sök medarbetare", en: "Search for people" },
    description: "For HR handlers and administrators. An empty question finds nobody.",
    scope: "people:read",
    query: z.strictObject({ ...paging, q }),
    answers: { 200: { description: "A page of people by name.", schema: list("People", listedPerson) } },
    run: async ({ work, query }) => {
      const { people, total } = await findPeople(work, query.q.trim(), query.page, query.limit);
      return listed(people.map(withEmployments), total, query);
    },
  }),
  operation({
    id: "getPerson",
    method: "get",
    path: "/people/{personId}",
    tag: "people",
    summary: { sv: "En medarbetare", en: "A person" },
    description: "For the person, those close to them, HR handlers and administrators.",
    params: personParam,
    scope: "people:read",
    answers: { 200: { description: "What the register says.", schema: person } },
    run: async ({ work, param }) => {
      const { places, ...rest } = await viewPerson(work, param("personId"));
      return ok({ ...rest, units: places });
    },
  }),
  operation({
    id: "listEmployments",
    method: "get",
    path: "/people/{personId}/employments",
    tag: "people",
    summary: { sv: "En medarbetares anställningar", en: "A person's employments" },
    description: "Past and coming ones too, the latest first. For those who may read about the person.",
    params: personParam,
    scope: "people:read",
    answers: { 200: { description: "The employments.", schema: whole("Employments", employment) } },
    run: async ({ work, param }) => ok({ items: (await viewPerson(work, param("personId"))).periods }),
  }),
  operation({
    id: "listStaff",
    method: "get",
    path: "/units/{unitId}/people",
    tag: "people",
    summary: { sv: "Enhetens medarbetare", en: "The unit's staff" },
    description:
      "Who works there today. For the unit's manager and deputies, the manager above where it is vacant, HR handlers and administrators.",
    params: { unitId: { description: "The unit's id.", example: "0b0d2a4e-61cd-4b6b-8f5e-3b7a1c9d2e10" } },
    scope: "people:read",
    query: z.strictObject({
      ...paging,
      q: q.default(""),
      profession: z.string().default("").meta({ description: "Only those in the profession with this id." }),
    }),
    answers: { 200: { description: "A page of people by name.", schema: list("Staff", listedPerson) } },
    run: async ({ work, param, query }) => {
      const { page, limit, profession } = query;
      const asked = { q: query.q.trim(), profession, page, size: limit };
      const { people, total } = await viewStaff(work, param("unitId"), asked);
      return listed(people.map(withEmployments), total, query);
    },
  }),
];
