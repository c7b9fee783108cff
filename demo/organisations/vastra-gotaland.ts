/** Västra Götalandsregionen: six levels from novice to expert, and a rollout lead in every administration. */
import { Hiring } from "../hiring.ts";
import type { DemoAccount, DemoModel, DemoOrganisation } from "../organisation.ts";
import { APOTEKARE, AUDIONOM, PSYKOLOG, RECEPTARIE } from "../professions.ts";

const ACCOUNTS: readonly DemoAccount[] = [
  {
    name: "Maja-Lena Vikander",
    role: null,
    look: {
      sv: "Apotekare. Läs placeringen och modellens sex steg.",
      en: "Pharmacist. Read the placement and the model’s six levels.",
    },
  },
  {
    name: "Bashir Nazari",
    role: null,
    look: {
      sv: "Chef för sjukhusfarmacin: apotekare och receptarier i en lista.",
      en: "Manager of the hospital pharmacy: pharmacists and dispensers in one list.",
    },
  },
  {
    name: "Hjalmar Brolin",
    role: "process_lead",
    look: {
      sv: "Fyra modeller som har kommit olika långt. Jämför förvaltningarna.",
      en: "Four models at different stages. Compare the departments.",
    },
  },
  {
    name: "Ottilia Frid",
    role: "rollout_lead",
    unit: "L",
    look: {
      sv: "Ser sin egen förvaltning och inget annat.",
      en: "Sees their own department and nothing else.",
    },
  },
  { name: "Kasper Ahlm", role: "rollout_lead", unit: "O" },
  {
    name: "Evelina Storm",
    role: "adopter",
    look: {
      sv: "Modellen för receptarie är ett utkast som väntar på beslut.",
      en: "The dispensers’ model is a draft that waits for a decision.",
    },
  },
  { name: "Darko Ilic", role: "union_representative", professions: ["apotekare", "receptarie"] },
  { name: "Rut Sandström", role: "hr_handler" },
  { name: "Leopold Kihl", role: "data_protection_officer" },
  { name: "Jorun Helland", role: "administrator" },
];

/** Six levels: most people are in the first three. */
const SIX = [2, 1, 2, 3, 0, 2, 1, 3, 2, 4, 1, 2, 5];

const MODELS: readonly DemoModel[] = [
  { file: "vgr-psykolog", profession: "psykolog", adopted: 30, placed: 9, days: 420, levels: SIX },
  { file: "vgr-apotekare", profession: "apotekare", adopted: 18, placed: 7, days: 330, levels: SIX },
  { file: "vgr-audionom", profession: "audionom", adopted: 9, placed: 4, days: 200, levels: SIX },
  { file: "vgr-receptarie", profession: "receptarie", adopted: null },
];

export function vastraGotaland(): DemoOrganisation {
  const hiring = new Hiring("vastragotaland.example", 12, 81_001);
  const named = (name: string) => {
    const [givenName = "", familyName = ""] = name.split(" ");
    return { givenName, familyName };
  };
  const director = hiring.hire("R", "Regiondirektör", null, named("Signe Ahlgren"));
  const pharmacy = hiring.hire("L", "Förvaltningschef", director, named("Tor Wennberg"));
  const hearing = hiring.hire("O", "Förvaltningschef", director, named("Lova Engberg"));
  const mind = hiring.hire("M", "Förvaltningschef", director, named("Matteo Rydell"));
  const pharmacy1 = hiring.hire("L1", "Enhetschef", pharmacy, named("Bashir Nazari"));
  const pharmacy2 = hiring.hire("L2", "Enhetschef", pharmacy);
  const hearing1 = hiring.hire("O1", "Enhetschef", hearing);
  const mind1 = hiring.hire("M1", "Enhetschef", mind);
  const mind2 = hiring.hire("M2", "Enhetschef", mind);

  hiring.hire("L1", "Apotekare", pharmacy1, { ...named("Maja-Lena Vikander"), from: "2014-09-01" });
  hiring.hire("L1", "Apotekare", pharmacy1, { ...named("Darko Ilic"), from: "2012-02-13" });
  hiring.team("L1", "Apotekare", pharmacy1, 8);
  hiring.team("L1", "Receptarie", pharmacy1, 6);
  hiring.hire("L2", "Apotekare", pharmacy2, { ...named("Ottilia Frid"), from: "2009-08-17" });
  hiring.team("L2", "Apotekare", pharmacy2, 6);
  hiring.team("L2", "Receptarie", pharmacy2, 7);
  hiring.hire("O1", "Audionom", hearing1, { ...named("Kasper Ahlm"), from: "2007-01-15" });
  hiring.team("O1", "Audionom", hearing1, 11);
  // The third clinic has no manager just now.
  hiring.team("O2", "Audionom", null, 8);
  hiring.team("M1", "Psykolog", mind1, 11);
  hiring.team("M2", "Psykolog", mind2, 9);
  hiring.hire("R", "HR-direktör", director, named("Evelina Storm"));
  hiring.hire("R", "HR-strateg", director, named("Hjalmar Brolin"));
  hiring.hire("R", "HR-specialist", director, named("Rut Sandström"));
  hiring.hire("R", "Dataskyddsombud", director, named("Leopold Kihl"));
  hiring.hire("R", "Systemförvaltare", director, named("Jorun Helland"));
  return {
    tenant: { slug: "vastra-gotaland", name: "Västra Götalandsregionen", kind: "region" },
    see: {
      sv: "Sex steg från novis till expert, och en införandeansvarig i varje förvaltning.",
      en: "Six levels from novice to expert, and a rollout lead in every department.",
    },
    settings: {
      modelWord: "kompetensmodell",
      presentation: "stairs",
      theme: { brand: "#1f5c4d", accent: "#9a4b00" },
      ratingScale: ["Inte påbörjat", "På väg", "Uppnått"],
      placementPrinciples:
        "Steget beskriver hur man arbetar, inte hur länge man har arbetat.\nChef och medarbetare ska kunna ge exempel på det som de placerar efter.\nDen införandeansvariga stödjer chefen men placerar ingen.",
      payLinkStatement: "Steget är ett av flera underlag i lönesamtalet och ger inte i sig ny lön.",
    },
    units: [
      { code: "R", name: "Västra Götalandsregionen", parent: null },
      { code: "L", name: "Läkemedelsförsörjning", parent: "R" },
      { code: "L1", name: "Sjukhusfarmaci Norr", parent: "L" },
      { code: "L2", name: "Sjukhusfarmaci Söder", parent: "L" },
      { code: "O", name: "Hörselverksamheten", parent: "R" },
      { code: "O1", name: "Hörselmottagning Älven", parent: "O" },
      { code: "O2", name: "Hörselmottagning Slätten", parent: "O" },
      { code: "M", name: "Psykisk hälsa", parent: "R" },
      { code: "M1", name: "Psykologmottagning Kusten", parent: "M" },
      { code: "M2", name: "Psykologmottagning Skogen", parent: "M" },
    ],
    professions: [APOTEKARE, AUDIONOM, PSYKOLOG, RECEPTARIE],
    began: 32,
    models: MODELS,
    goesOn: true,
    measured: [27, 23, 19, 15, 11, 7, 3],
    accounts: ACCOUNTS,
    staff: hiring.staff,
  };
}
