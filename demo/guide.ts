/** What visitors of the demo are told: where to begin, what each organisation shows, and what to look at as whom. */
import type { Guide } from "../src/platform/http/context.ts";
import type { GivenRole } from "../src/shared/actor.ts";
import { ACCOUNTS, demoUsername } from "./accounts.ts";
import type { DemoAccount } from "./organisation.ts";
import { ASSOCIATIONS, ORGANISATIONS } from "./organisations.ts";

/** What a role is about, where nothing more is said of the one who has it. */
const LOOK: Readonly<Record<GivenRole, string>> = {
  process_lead: "Se täckningen för varje modell, och frys en mätning.",
  rollout_lead: "Se vilka som är placerade i den egna delen av organisationen.",
  adopter: "Läs underlaget och fastställ en modell.",
  hr_handler: "Läs in en personalfil, och sök bland medarbetarna.",
  hr_partner: "Se en enda medarbetare, i ett ärende med slutdatum.",
  administrator: "Ändra inställningar, enheter, yrken och konton.",
  union_representative: "Se siffrorna för det egna yrket, men inga personer.",
  data_protection_officer: "Se vad som går att se utan att läsa om någon.",
  association_lead: "Se medlemmarna och deras siffror. Inga personer syns.",
};

const lookOf = ({ look, role, deputyOf }: DemoAccount): string | undefined =>
  look ??
  (role ? LOOK[role] : deputyOf ? "Ersätter chefen för en tid och beslutar i chefens ställe." : undefined);

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
