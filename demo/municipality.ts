/** A member municipality of an association: health and rehabilitation in some units, and the few people who carry the model. */
import type { Words } from "../src/platform/http/context.ts";
import type { Tenant } from "../src/shared/actor.ts";
import { Hiring } from "./hiring.ts";
import type { DemoAccount, DemoModel, DemoOrganisation, DemoUnit } from "./organisation.ts";
import { CARE } from "./professions.ts";

/** How many of each title work in the unit. */
export type CareUnit = {
  readonly name: string;
  readonly staff: Readonly<Record<string, number>>;
  /** Nobody is its manager: the manager above acts. */
  readonly vacant?: boolean;
  /** So many more of the first title began on this day. */
  readonly joined?: { readonly count: number; readonly from: string };
};

export type Municipality = Pick<DemoOrganisation, "see" | "models" | "measured"> & {
  readonly slug: string;
  readonly name: string;
  /** Of names and employment numbers. */
  readonly seed: number;
  readonly units: readonly CareUnit[];
  readonly began?: number;
  readonly begin?: number;
  readonly settings?: DemoOrganisation["settings"];
  /** More people to be, beside those that every municipality has. */
  readonly accounts?: readonly DemoAccount[];
};

type Beginner = readonly [slug: string, name: string, drafts: readonly DemoModel[]];

const NO_MODELS: Words = {
  sv: "Har lagt upp enheter och personal. Modellerna kommer sedan.",
  en: "Has its units and staff in place. The models come later.",
};

/** Members that have begun with a unit, and with drafts at the most; `seed` is the first one's. `drafting` tells of those with drafts. */
export const beginners = (
  seed: number,
  staff: CareUnit["staff"],
  drafting: Words,
  members: readonly Beginner[],
): Municipality[] =>
  members.map(([slug, name, models], index) => ({
    slug,
    name,
    seed: seed + index,
    see: models.length > 0 ? drafting : NO_MODELS,
    units: [{ name: "Hälsa och rehab", staff }],
    models,
    measured: [],
    began: 3,
  }));

const ROOT = "1";
const CARE_CODE = "20";
const KIND: Tenant["kind"] = "municipality";

export function municipality(memberOf: string, member: Municipality): DemoOrganisation {
  const { slug, name, seed, see, begin, models, measured, began = 20, settings = {} } = member;
  const hiring = new Hiring(`${slug}.example`, seed, seed * 1000 + 1);
  const director = hiring.hire(ROOT, "Kommundirektör", null);
  const head = hiring.hire(CARE_CODE, "Verksamhetschef", director);
  const units = member.units.map((unit, index) => ({ ...unit, code: `${CARE_CODE}${index + 1}` }));
  const managers = units.map((unit) => (unit.vacant ? null : hiring.hire(unit.code, "Enhetschef", head)));
  const first = hiring.staff.length;
  for (const [index, unit] of units.entries())
    for (const [title, count] of Object.entries(unit.staff))
      hiring.team(unit.code, title, managers[index] ?? null, count);
  const employee = hiring.staff[first]?.number;
  const lead = hiring.hire(CARE_CODE, "Verksamhetsutvecklare", head);
  const chief = hiring.hire(ROOT, "HR-direktör", director);
  const handler = hiring.hire(ROOT, "HR-specialist", director);
  const keeper = hiring.hire(ROOT, "Systemförvaltare", director);
  for (const [index, { code, staff, joined }] of units.entries())
    for (let count = 0; count < (joined?.count ?? 0); count++)
      hiring.hire(code, Object.keys(staff)[0] ?? "", managers[index] ?? null, {
        from: joined?.from ?? "",
      });

  const named = (number: string | null | undefined): string => {
    const person = hiring.staff.find((each) => each.number === number);
    return person ? `${person.givenName} ${person.familyName}` : "";
  };
  const inUnits: readonly DemoAccount[] = [
    {
      number: employee,
      look: {
        sv: "Medarbetare: läs modellen och det som gäller dig.",
        en: "Employee: read the model and what concerns you.",
      },
    },
    {
      number: managers.find((each) => each !== null),
      look: {
        sv: "Chef: förbered och placera en hel enhet.",
        en: "Manager: prepare and place a whole unit.",
      },
    },
    {
      number: head,
      look: {
        sv: "Chef över enhetscheferna, och för enheter som saknar chef.",
        en: "Manager above the units’ managers, and of units that have none.",
      },
    },
  ].flatMap(({ number, look }) => (number ? [{ name: named(number), role: null, look }] : []));
  return {
    tenant: { slug, name, kind: KIND },
    memberOf,
    see,
    ...(begin === undefined ? {} : { begin }),
    settings: { presentation: "rings", ...settings },
    units: [
      { code: ROOT, name, parent: null },
      { code: CARE_CODE, name: "Hälsa och rehabilitering", parent: ROOT },
      ...units.map((unit): DemoUnit => ({ code: unit.code, name: unit.name, parent: CARE_CODE })),
    ],
    professions: CARE,
    began,
    models,
    goesOn: measured.length > 2,
    measured,
    accounts: [
      ...inUnits,
      { name: named(lead), role: "process_lead" },
      { name: named(chief), role: "adopter" },
      { name: named(handler), role: "hr_handler" },
      { name: named(keeper), role: "administrator" },
      ...(member.accounts ?? []),
    ],
    staff: hiring.staff,
  };
}

/** The three professions' models, each as far as it is said; by their files' common beginning. */
export const careModels = (
  prefix: string,
  how: Readonly<Partial<Record<"arbetsterapeut" | "fysioterapeut" | "sjuksköterska", Partial<DemoModel>>>>,
): DemoModel[] =>
  Object.entries(how).map(([profession, model]) => ({
    file: `${prefix}${profession === "sjuksköterska" ? "sjukskoterska" : profession}`,
    profession,
    adopted: null,
    ...model,
  }));
