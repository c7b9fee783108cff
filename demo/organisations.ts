/**
 * The demo's organisations: units, professions and staff, all invented. The staff comes into the demo as an HR file, through the same
 * import as everybody else's (`demo/load.ts`), so what is here is what such a file says. Deterministic: the same people every time.
 */
import type { DemoOrganisation } from "./organisation.ts";
import { fyrbodal } from "./organisations/fyrbodal.ts";
import { goteborgsregionen } from "./organisations/goteborgsregionen.ts";
import { harryda } from "./organisations/harryda.ts";
import { huddinge } from "./organisations/huddinge.ts";
import { jamtlandHarjedalen } from "./organisations/jamtland-harjedalen.ts";
import { ostergotland } from "./organisations/ostergotland.ts";
import { stockholm } from "./organisations/stockholm.ts";
import { CARE } from "./professions.ts";
import { vastraGotaland } from "./organisations/vastra-gotaland.ts";

/** An association has members and figures, and no individuals. */
export type DemoAssociation = Pick<
  DemoOrganisation,
  "tenant" | "see" | "begin" | "began" | "accounts" | "professions" | "models"
>;

export const ASSOCIATIONS: readonly DemoAssociation[] = [
  {
    tenant: { slug: "goteborgsregionen", name: "Göteborgsregionen", kind: "association" },
    see: {
      sv: "Hur långt medlemmarna har kommit med modellerna, i siffror som inte avslöjar någon.",
      en: "How far the members have come with the models, in figures that give nobody away.",
    },
    began: 30,
    // The base that members build on. Härryda began before it, and has a model of its own.
    professions: CARE,
    models: [{ file: "arbetsterapeut", profession: "arbetsterapeut", adopted: 24, revised: 2 }],
    accounts: [
      { name: "Marianne Hjelm", role: "association_lead" },
      { name: "Ove Strand", role: "administrator" },
      { name: "Agneta Forsman", role: "adopter" },
    ],
  },
  {
    tenant: { slug: "fyrbodal", name: "Fyrbodals kommunalförbund", kind: "association" },
    see: {
      sv: "Två piloter och tolv medlemmar på väg: vilka modeller som är fastställda, och hur många som är placerade.",
      en: "Two pilots and twelve members on their way: which models are adopted, and how many people are placed.",
    },
    began: 30,
    professions: [],
    models: [],
    accounts: [
      { name: "Vendela Krook", role: "association_lead" },
      { name: "Esbjörn Rudin", role: "administrator" },
    ],
  },
];

export const ORGANISATIONS: readonly DemoOrganisation[] = [
  harryda(),
  stockholm(),
  ostergotland(),
  vastraGotaland(),
  jamtlandHarjedalen(),
  huddinge(),
  ...goteborgsregionen(),
  ...fyrbodal(),
];
