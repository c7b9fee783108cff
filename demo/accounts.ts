/** Who one can sign in as in the demo: one for each role in each organisation. */
import type { GivenRole } from "../src/shared/actor.ts";

export type DemoAccount = {
  /** The name of an employee, or of a guest of an association. */
  readonly name: string;
  readonly role: GivenRole | null;
  /** rollout_lead: the code of the unit. */
  readonly unit?: string;
  /** union_representative: the professions. */
  readonly professions?: readonly string[];
  /** hr_partner: whose case, and why. */
  readonly about?: string;
  readonly reason?: string;
  /** Acts for the manager of the unit with this code. */
  readonly deputyOf?: string;
};

export const ACCOUNTS: Readonly<Record<string, readonly DemoAccount[]>> = {
  harryda: [
    { name: "Åsa Lindqvist", role: null },
    { name: "Karin Öhman", role: null },
    { name: "Cecilia Brandt", role: null },
    { name: "Jörgen Ek", role: null, deputyOf: "311" },
    { name: "Henrik Falk", role: "process_lead" },
    { name: "Siv Åkerblom", role: "rollout_lead", unit: "310" },
    { name: "Britta Wikström", role: "adopter" },
    { name: "Amira Haddad", role: "union_representative", professions: ["sjuksköterska"] },
    { name: "Petra Palm", role: "hr_handler" },
    {
      name: "Frida Engström",
      role: "hr_partner",
      about: "Åsa Lindqvist",
      reason: "Planering av studier, på önskemål av Åsa",
    },
    { name: "Simon Grahn", role: "data_protection_officer" },
    { name: "Elif Andersson", role: "administrator" },
  ],
  "region-ostergotland": [
    { name: "Ebba Rosén", role: null },
    { name: "Ylva Forsberg", role: null },
    { name: "Siri Hedman", role: null, deputyOf: "A1" },
    { name: "Axel Lundgren", role: "process_lead" },
    { name: "Gösta Wiklund", role: "rollout_lead", unit: "A" },
    { name: "Kerstin Viklund", role: "adopter" },
    { name: "Nadja Berg", role: "union_representative", professions: ["audionom"] },
    { name: "Nour Ibrahim", role: "hr_handler" },
    {
      name: "Malin Rask",
      role: "hr_partner",
      about: "Ebba Rosén",
      reason: "Planering av studier, på önskemål av Ebba",
    },
    { name: "Rasmus Ljung", role: "data_protection_officer" },
    { name: "Dragana Petrovic", role: "administrator" },
  ],
  huddinge: [
    { name: "Hanna Bergström", role: null },
    { name: "Oskar Nyström", role: null },
    { name: "Pär Lunde", role: null, deputyOf: "120" },
    { name: "Viktor Sandell", role: "process_lead" },
    { name: "Ida Kvist", role: "rollout_lead", unit: "120" },
    { name: "Therese Holm", role: "adopter" },
    { name: "Yusuf Demir", role: "union_representative", professions: ["förrättningslantmätare"] },
    { name: "Isak Larsson", role: "hr_handler" },
    {
      name: "Moa Stål",
      role: "hr_partner",
      about: "Hanna Bergström",
      reason: "Återgång efter tjänstledighet, på önskemål av Hanna",
    },
    { name: "Zahra Ahmadi", role: "data_protection_officer" },
    { name: "Linnéa Hassan", role: "administrator" },
  ],
  goteborgsregionen: [
    { name: "Marianne Hjelm", role: "association_lead" },
    { name: "Ove Strand", role: "administrator" },
  ],
};
