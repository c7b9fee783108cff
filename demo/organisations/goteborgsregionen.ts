/** Göteborgsregionen's members beside Härryda: the same three models, filled at different paces. */
import { beginners, careModels, municipality, type Municipality } from "../municipality.ts";
import type { DemoModel, DemoOrganisation } from "../organisation.ts";
import { SUPPLEMENTS } from "../supplements.ts";

const SETTINGS = {
  theme: { brand: "#1b584e", accent: "#a8480f" },
  ratingScale: ["Med stöd", "Självständigt", "Leder andra"],
  placementPrinciples:
    "Placeringen görs i ett samtal mellan chef och medarbetare.\nDet arbete som görs idag räknas, inte antal år.\nDe flesta arbetar i kärnan. Ingen nivå är viktigare än någon annan.",
  payLinkStatement: "Modellen är inte direkt kopplad till lönen. Lönen sätts i lönesamtalet.",
} as const satisfies DemoOrganisation["settings"];

const models = (how: Parameters<typeof careModels>[1]): DemoModel[] => careModels("", how);

/** The association's base, with what the member lays over it. */
const shared = (member: keyof typeof SUPPLEMENTS) =>
  ({ shared: true, supplements: SUPPLEMENTS[member] }) as const;

const MEMBERS: readonly Municipality[] = [
  {
    slug: "goteborg",
    name: "Göteborgs Stad",
    seed: 41,
    see: {
      sv: "Den största medlemmen: fyra enheter, och två modeller på väg ut i hela staden.",
      en: "The largest member: four units, and two models on their way out into the whole city.",
    },
    units: [
      { name: "Rehab Nordost", staff: { Arbetsterapeut: 9, Fysioterapeut: 7 } },
      { name: "Rehab Sydväst", staff: { Arbetsterapeut: 8, Fysioterapeut: 7 } },
      { name: "Hemsjukvård Hisingen", staff: { Sjuksköterska: 15 } },
      { name: "Hemsjukvård Centrum", staff: { Sjuksköterska: 13 } },
    ],
    models: models({
      arbetsterapeut: { adopted: 10, placed: 6, days: 240, ...shared("goteborg") },
      sjuksköterska: { adopted: 8, placed: 4, days: 220 },
      fysioterapeut: {},
    }),
    measured: [7, 3, 1],
    began: 14,
  },
  {
    slug: "kungsbacka",
    name: "Kungsbacka kommun",
    seed: 42,
    see: {
      sv: "Pilot: arbetsterapeuterna blev fullt införda tidigt.",
      en: "A pilot: the occupational therapists were fully introduced early.",
    },
    units: [
      { name: "Rehab Norr", staff: { Arbetsterapeut: 7, Fysioterapeut: 6 } },
      { name: "Rehab Söder", staff: { Arbetsterapeut: 6, Fysioterapeut: 6 } },
    ],
    models: models({
      arbetsterapeut: { adopted: 19, revised: 1, placed: 10, days: 160, ...shared("kungsbacka") },
      fysioterapeut: { adopted: 18, placed: 7, days: 300 },
    }),
    measured: [14, 10, 6, 2],
    began: 21,
  },
  {
    slug: "kungalv",
    name: "Kungälvs kommun",
    seed: 43,
    see: {
      sv: "Var fullt införd, men har vuxit: täckningen har sjunkit under tröskeln. Ett tillägg är ute på samråd.",
      en: "Was fully introduced, but has grown: coverage has fallen below the threshold. A supplement is out for consultation.",
    },
    units: [
      { name: "Rehab Kungälv", staff: { Arbetsterapeut: 12 }, joined: { count: 5, from: "2026-08-24" } },
      { name: "Hemsjukvård", staff: { Sjuksköterska: 10 } },
    ],
    models: models({
      arbetsterapeut: { adopted: 17, placed: 9, days: 150, ...shared("kungalv") },
      sjuksköterska: { adopted: 9, placed: 4, days: 200 },
    }),
    measured: [13, 9, 5, 1],
  },
  {
    slug: "molndal",
    name: "Mölndals stad",
    seed: 44,
    see: {
      sv: "Mitt i införandet: tre modeller, och en enhet där chefen saknas.",
      en: "In the middle of the introduction: three models, and a unit without a manager.",
    },
    units: [
      { name: "Rehab Mölndal", staff: { Arbetsterapeut: 11, Fysioterapeut: 10 } },
      { name: "Hemsjukvård Väst", staff: { Sjuksköterska: 9 } },
      { name: "Hemsjukvård Öst", staff: { Sjuksköterska: 8 }, vacant: true },
    ],
    models: models({
      arbetsterapeut: { adopted: 8, placed: 6, days: 200, ...shared("molndal") },
      fysioterapeut: { adopted: 8, placed: 4, days: 200 },
      sjuksköterska: { adopted: 5, placed: 3, days: 120 },
    }),
    measured: [4, 1],
    began: 12,
  },
  {
    slug: "partille",
    name: "Partille kommun",
    seed: 45,
    see: {
      sv: "Modellerna är fastställda. Ingen är placerad än: så ser första dagen ut.",
      en: "The models are adopted. Nobody is placed yet: this is what the first day looks like.",
    },
    units: [{ name: "Hälsa och rehab", staff: { Arbetsterapeut: 6, Fysioterapeut: 5, Sjuksköterska: 9 } }],
    models: models({ arbetsterapeut: { adopted: 1 }, fysioterapeut: { adopted: 1 } }),
    measured: [],
    began: 5,
  },
  {
    slug: "lerum",
    name: "Lerums kommun",
    seed: 46,
    see: {
      sv: "Tre modeller som utkast, inför beslut.",
      en: "Three models as drafts, before they are decided.",
    },
    units: [
      { name: "Rehab och hemsjukvård", staff: { Arbetsterapeut: 5, Fysioterapeut: 4, Sjuksköterska: 8 } },
    ],
    models: models({ arbetsterapeut: {}, fysioterapeut: {}, sjuksköterska: {} }),
    measured: [],
    began: 4,
  },
  {
    slug: "alingsas",
    name: "Alingsås kommun",
    seed: 47,
    see: {
      sv: "Sjuksköterskorna först: drygt hälften är placerade.",
      en: "Nurses first: a little more than half are placed.",
    },
    units: [{ name: "Hemsjukvård Alingsås", staff: { Sjuksköterska: 13 } }],
    models: models({ sjuksköterska: { adopted: 9, placed: 6, days: 180 } }),
    measured: [5, 1],
    began: 12,
  },
  {
    slug: "lilla-edet",
    name: "Lilla Edets kommun",
    seed: 48,
    see: {
      sv: "Så små grupper att siffrorna är dolda för alla utom deras egen chef.",
      en: "Groups so small that the figures are hidden from everybody but their own manager.",
    },
    units: [{ name: "Hälsa och rehab", staff: { Arbetsterapeut: 3, Fysioterapeut: 2, Sjuksköterska: 4 } }],
    models: models({ arbetsterapeut: { adopted: 9, placed: 10, days: 60 } }),
    measured: [5, 1],
    began: 12,
  },
];

/** Those that have begun with little or nothing yet. */
const waiting = beginners(
  50,
  { Arbetsterapeut: 3, Fysioterapeut: 2, Sjuksköterska: 5 },
  {
    sv: "Har läst in den första modellen. Den är inte fastställd än.",
    en: "Has brought in its first model. It is not adopted yet.",
  },
  [
    ["ale", "Ale kommun", models({ arbetsterapeut: {} })],
    ["stenungsund", "Stenungsunds kommun", models({ sjuksköterska: {} })],
    ["tjorn", "Tjörns kommun", models({})],
    ["ockero", "Öckerö kommun", models({})],
  ],
);

/** Without Härryda, which has something of everything and a file of its own. */
export const goteborgsregionen = (): DemoOrganisation[] =>
  [...MEMBERS, ...waiting].map((member) =>
    municipality("goteborgsregionen", { ...member, settings: { ...SETTINGS, ...member.settings } }),
  );
