/** Region Jämtland Härjedalen: a model that has lived since 2018, and two drafts that have been put aside. */
import { Hiring } from "../hiring.ts";
import type { DemoAccount, DemoOrganisation } from "../organisation.ts";
import { CARE, PSYKOLOG } from "../professions.ts";

const ACCOUNTS: readonly DemoAccount[] = [
  {
    name: "Gun-Britt Eriksdotter",
    role: null,
    look: {
      sv: "Psykolog i glesbygd, placerad sedan länge.",
      en: "Psychologist in the countryside, placed long ago.",
    },
  },
  {
    name: "Anton Fjällström",
    role: null,
    look: {
      sv: "Chef för en liten mottagning långt från nästa.",
      en: "Manager of a small clinic far from the next one.",
    },
  },
  {
    name: "Stina Mårtensson",
    role: "process_lead",
    look: {
      sv: "En modell som har levt sedan 2018, och två utkast som vilar.",
      en: "A model that has lived since 2018, and two drafts that are dormant.",
    },
  },
  { name: "Sixten Oskarsson", role: "adopter" },
  { name: "Ragna Toresdotter", role: "union_representative", professions: ["psykolog"] },
  { name: "Elof Persson", role: "hr_handler" },
  { name: "Majken Dahlberg", role: "administrator" },
];

/** 2018 lies so far back from the demo's own day. */
const MONTHS_SINCE_2018 = 101;

export function jamtlandHarjedalen(): DemoOrganisation {
  const hiring = new Hiring("jamtlandharjedalen.example", 13, 90_001);
  const named = (name: string) => {
    const [givenName = "", familyName = ""] = name.split(" ");
    return { givenName, familyName, from: "2012-01-01" };
  };
  const since = (year: number, month: number) => ({ from: `${year}-0${month}-01` });
  const director = hiring.hire("R", "Regiondirektör", null, named("Harriet Nääs"));
  const mind = hiring.hire("P", "Verksamhetschef", director, named("Bengt-Olov Kroon"));
  const rehab = hiring.hire("T", "Verksamhetschef", director, named("Lisbet Ahnfelt"));
  const town = hiring.hire("P1", "Enhetschef", mind, since(2009, 4));
  const inland = hiring.hire("P2", "Enhetschef", mind, named("Anton Fjällström"));
  for (let year = 2005; year < 2017; year++) hiring.hire("P1", "Psykolog", town, since(year, 3));
  hiring.hire("P1", "Psykolog", town, { ...named("Ragna Toresdotter"), ...since(2008, 2) });
  hiring.hire("P2", "Psykolog", inland, { ...named("Gun-Britt Eriksdotter"), ...since(2006, 8) });
  for (let year = 2010; year < 2014; year++) hiring.hire("P2", "Psykolog", inland, since(year, 9));
  hiring.team("T", "Arbetsterapeut", rehab, 7);
  hiring.team("T", "Fysioterapeut", rehab, 8);
  hiring.hire("R", "HR-direktör", director, named("Sixten Oskarsson"));
  hiring.hire("R", "HR-strateg", director, named("Stina Mårtensson"));
  hiring.hire("R", "HR-handläggare", director, named("Elof Persson"));
  hiring.hire("R", "Systemförvaltare", director, named("Majken Dahlberg"));
  return {
    tenant: { slug: "jamtland-harjedalen", name: "Region Jämtland Härjedalen", kind: "region" },
    see: {
      sv: "Psykologernas modell har gällt sedan 2018. Två andra är utkast som har blivit liggande.",
      en: "The psychologists’ model has been in force since 2018. Two others are drafts that have been left lying.",
    },
    settings: {
      modelWord: "karriärväg",
      presentation: "stairs",
      theme: { brand: "#2b5a45", accent: "#a8480f" },
      ratingScale: ["Delvis", "Ja"],
      placementPrinciples:
        "Chef och medarbetare går igenom modellen i utvecklingssamtalet.\nPlaceringen gäller i hela regionen, var du än arbetar.",
      payLinkStatement: "Karriärvägen är ett underlag i samtalet om lön, bland andra.",
    },
    units: [
      { code: "R", name: "Region Jämtland Härjedalen", parent: null },
      { code: "P", name: "Psykiatri och hälsa", parent: "R" },
      { code: "P1", name: "Mottagningen i Östersund", parent: "P" },
      { code: "P2", name: "Mottagningen i inlandet", parent: "P" },
      { code: "T", name: "Rehabilitering", parent: "R" },
    ],
    professions: [...CARE, PSYKOLOG],
    began: MONTHS_SINCE_2018 + 2,
    models: [
      {
        file: "jamtland-psykolog",
        profession: "psykolog",
        adopted: MONTHS_SINCE_2018,
        placed: 9,
        days: 700,
        levels: [1, 2, 1, 3, 2, 0, 1, 2, 4],
      },
      { file: "jamtland-arbetsterapeut", profession: "arbetsterapeut", adopted: null },
      { file: "jamtland-fysioterapeut", profession: "fysioterapeut", adopted: null },
    ],
    goesOn: true,
    measured: [84, 60, 36, 12],
    accounts: ACCOUNTS,
    staff: hiring.staff,
  };
}
