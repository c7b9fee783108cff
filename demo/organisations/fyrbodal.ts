/** Fyrbodal's fourteen members: two pilots that have come far, and twelve on their way. */
import { beginners, careModels, municipality, type Municipality } from "../municipality.ts";
import type { DemoModel, DemoOrganisation } from "../organisation.ts";

const SETTINGS = {
  theme: { brand: "#1d4f63", accent: "#a8480f" },
  moveRule: "present-and-target",
  ratingScale: ["Delvis", "Helt"],
  placementPrinciples:
    "Chef och medarbetare går igenom båda nivåerna, den nuvarande och den som är aktuell.\nDe obligatoriska kraven på båda ska vara uppfyllda.\nÄr något på väg skriver vi vad som återstår och när vi ses igen.",
  payLinkStatement: "Modellen styr inte lönen. Lönen sätts individuellt i lönesamtalet.",
} as const satisfies DemoOrganisation["settings"];

/** Introduction is level 0. */
const LEVELS = [2, 1, 2, 3, 1, 2, 0, 2, 1, 4, 2, 3];

const models = (how: Parameters<typeof careModels>[1]): DemoModel[] =>
  careModels("fyrbodal-", how).map((model) => ({ levels: LEVELS, ...model }));

const MEMBERS: readonly Municipality[] = [
  {
    slug: "trollhattan",
    name: "Trollhättans Stad",
    seed: 21,
    begin: 3,
    see: {
      sv: "Pilot i Fyrbodal: introduktion, fyra nivåer och tre spår. Fysioterapeuterna är fullt införda.",
      en: "A pilot in Fyrbodal: an introduction, four levels and three tracks. The physiotherapists are fully introduced.",
    },
    units: [
      { name: "Rehab Väst", staff: { Fysioterapeut: 8, Arbetsterapeut: 7 } },
      { name: "Rehab Öst", staff: { Fysioterapeut: 6, Arbetsterapeut: 6 } },
      { name: "Hemsjukvård Centrum", staff: { Sjuksköterska: 14 } },
    ],
    models: models({
      fysioterapeut: { adopted: 17, placed: 9, days: 240 },
      arbetsterapeut: { adopted: 15, placed: 7, days: 300 },
      sjuksköterska: { adopted: 6, placed: 3, days: 150 },
    }),
    measured: [13, 9, 5, 1],
  },
  {
    slug: "uddevalla",
    name: "Uddevalla kommun",
    seed: 22,
    see: {
      sv: "Pilot i Fyrbodal: en enhet utan chef, där chefen ovanför beslutar så länge.",
      en: "A pilot in Fyrbodal: a unit without a manager, where the manager above decides for the time being.",
    },
    units: [
      { name: "Rehab Norra", staff: { Fysioterapeut: 6, Arbetsterapeut: 6 } },
      { name: "Rehab Södra", staff: { Arbetsterapeut: 5, Fysioterapeut: 5 }, vacant: true },
      { name: "Hemsjukvård", staff: { Sjuksköterska: 11 } },
    ],
    models: models({
      fysioterapeut: { adopted: 16, placed: 6, days: 330 },
      arbetsterapeut: { adopted: 16, placed: 8, days: 300 },
      sjuksköterska: {},
    }),
    measured: [13, 9, 5, 1],
  },
  {
    slug: "vanersborg",
    name: "Vänersborgs kommun",
    seed: 23,
    see: {
      sv: "Har just fastställt sin första modell. Ingen är placerad än.",
      en: "Has just adopted its first model. Nobody is placed yet.",
    },
    units: [{ name: "Rehab Vänersborg", staff: { Fysioterapeut: 6, Arbetsterapeut: 5 } }],
    models: models({ fysioterapeut: { adopted: 1 }, arbetsterapeut: {} }),
    measured: [],
    began: 6,
  },
  {
    slug: "stromstad",
    name: "Strömstads kommun",
    seed: 24,
    see: {
      sv: "En liten enhet, där siffrorna är dolda för att ingen ska kunna pekas ut.",
      en: "A small unit, whose figures are hidden so that nobody can be picked out.",
    },
    units: [{ name: "Rehab och hemsjukvård", staff: { Fysioterapeut: 3, Sjuksköterska: 4 } }],
    models: models({ fysioterapeut: { adopted: 8, placed: 7, days: 120 } }),
    measured: [4, 1],
    began: 12,
  },
  {
    slug: "lysekil",
    name: "Lysekils kommun",
    seed: 25,
    see: {
      sv: "Tre modeller som utkast, inför beslut.",
      en: "Three models as drafts, before they are decided.",
    },
    units: [{ name: "Hälsa och rehab", staff: { Arbetsterapeut: 4, Fysioterapeut: 4, Sjuksköterska: 6 } }],
    models: models({ fysioterapeut: {}, arbetsterapeut: {}, sjuksköterska: {} }),
    measured: [],
    began: 5,
  },
  {
    slug: "amal",
    name: "Åmåls kommun",
    seed: 26,
    see: {
      sv: "Sjuksköterskorna först: halva gruppen är placerad.",
      en: "Nurses first: half of them are placed.",
    },
    units: [{ name: "Hemsjukvård Åmål", staff: { Sjuksköterska: 12 } }],
    models: models({ sjuksköterska: { adopted: 7, placed: 5, days: 150 } }),
    measured: [3, 1],
    began: 11,
  },
];

/** Those that have begun with little or nothing yet. */
const waiting = beginners(
  30,
  { Fysioterapeut: 2, Arbetsterapeut: 2, Sjuksköterska: 4 },
  {
    sv: "Läser in de första modellerna. Inget är fastställt än.",
    en: "Is bringing in the first models. None is adopted yet.",
  },
  [
    ["bengtsfors", "Bengtsfors kommun", models({ fysioterapeut: {} })],
    ["dals-ed", "Dals-Eds kommun", models({})],
    ["fargelanda", "Färgelanda kommun", models({})],
    ["mellerud", "Melleruds kommun", models({ arbetsterapeut: {} })],
    ["munkedal", "Munkedals kommun", models({ fysioterapeut: {}, arbetsterapeut: {} })],
    ["orust", "Orust kommun", models({ sjuksköterska: {} })],
    ["sotenas", "Sotenäs kommun", models({})],
    ["tanum", "Tanums kommun", models({ fysioterapeut: {} })],
  ],
);

export const fyrbodal = (): DemoOrganisation[] =>
  [...MEMBERS, ...waiting].map((member) =>
    municipality("fyrbodal", { ...member, settings: { ...SETTINGS, ...member.settings } }),
  );
