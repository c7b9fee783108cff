/** What visitors of the demo are told: where to begin, what each organisation shows, and what to look at as whom. */
import type { Guide, Words } from "../src/platform/http/context.ts";
import type { GivenRole } from "../src/shared/actor.ts";
import { ACCOUNTS, demoUsername } from "./accounts.ts";
import type { DemoAccount } from "./organisation.ts";
import { ASSOCIATIONS, ORGANISATIONS } from "./organisations.ts";

/** What a role is about, where nothing more is said of the one who has it. */
const LOOK: Readonly<Record<GivenRole, Words>> = {
  process_lead: {
    sv: "Se täckningen för varje modell, och frys en mätning.",
    en: "See the coverage of each model, and freeze a measurement.",
  },
  rollout_lead: {
    sv: "Se vilka som är placerade i den egna delen av organisationen.",
    en: "See who is placed in one’s own part of the organisation.",
  },
  adopter: {
    sv: "Läs underlaget och fastställ en modell.",
    en: "Read what the decision rests on, and adopt a model.",
  },
  hr_handler: {
    sv: "Läs in en personalfil, och sök bland medarbetarna.",
    en: "Bring in a staff file, and search among the employees.",
  },
  hr_partner: {
    sv: "Se en enda medarbetare, i ett ärende med slutdatum.",
    en: "See a single employee, in a case with a last day.",
  },
  administrator: {
    sv: "Ändra inställningar, enheter, yrken och konton.",
    en: "Change settings, units, professions and accounts.",
  },
  union_representative: {
    sv: "Se siffrorna för det egna yrket, men inga personer.",
    en: "See the figures of one’s own profession, but no people.",
  },
  data_protection_officer: {
    sv: "Se vad som går att se utan att läsa om någon.",
    en: "See what can be seen without reading about anybody.",
  },
  association_lead: {
    sv: "Se medlemmarna och deras siffror. Inga personer syns.",
    en: "See the members and their figures. No people show.",
  },
};

const lookOf = ({ look, role, deputyOf }: DemoAccount): Words | undefined =>
  look ??
  (role
    ? LOOK[role]
    : deputyOf
      ? {
          sv: "Ersätter chefen för en tid och beslutar i chefens ställe.",
          en: "Stands in for the manager for a time, and decides instead of them.",
        }
      : undefined);

export const GUIDE: Guide = {
  organisations: Object.fromEntries(
    [...ASSOCIATIONS, ...ORGANISATIONS].map(({ tenant, see, begin = null }) => [tenant.slug, { see, begin }]),
  ),
  accounts: Object.fromEntries(
    Object.entries(ACCOUNTS).map(([slug, accounts]) => [
      slug,
      Object.fromEntries(
        accounts.flatMap((account, index) => {
          const look = lookOf(account);
          return look === undefined ? [] : [[demoUsername(index), look]];
        }),
      ),
    ]),
  ),
};
