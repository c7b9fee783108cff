/** Region Östergötland: career ladders, clinical and administrative. */
import { Hiring } from "../hiring.ts";
import { AUDIONOM } from "../professions.ts";
import type { DemoAccount, DemoOrganisation } from "../organisation.ts";

const ACCOUNTS: readonly DemoAccount[] = [
  {
    name: "Ebba Rosén",
    role: null,
    look: {
      sv: "Audionom: en karriärstege, och placeringen på den.",
      en: "Audiologist: a career model, and the placement in it.",
    },
  },
  {
    name: "Ylva Forsberg",
    role: null,
    look: {
      sv: "Chef för audionomer i Linköping: de flesta är placerade.",
      en: "Manager of audiologists in Linköping: most of them are placed.",
    },
  },
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
  {
    name: "Elias Wrede",
    role: null,
    look: {
      sv: "Chef för civilingenjörer: samma karriärstege utanför vården.",
      en: "Manager of engineers: the same kind of model outside health care.",
    },
  },
  { name: "Saga Björklund", role: null },
];

export function ostergotland(): DemoOrganisation {
  const hiring = new Hiring("regionostergotland.example", 2, 52_001);
  const director = hiring.hire("R", "Regiondirektör", null, { givenName: "Anders", familyName: "Äng" });
  const centre = hiring.hire("S", "Centrumchef", director, { givenName: "Ingrid", familyName: "Björk" });
  const clinic = hiring.hire("A", "Verksamhetschef", centre, { givenName: "Jonas", familyName: "Hägg" });
  const [linkoping, norrkoping, motala] = (
    [
      ["A1", "Ylva", "Forsberg"],
      ["A2", "Samir", "Khalil"],
      ["A3", "Märta", "Sundin"],
    ] as const
  ).map(([unit, givenName, familyName]) =>
    hiring.hire(unit, "Vårdenhetschef", clinic, { givenName, familyName }),
  ) as [string, string, string];
  hiring.hire("A1", "Audionom", linkoping, { givenName: "Ebba", familyName: "Rosén", from: "2017-09-01" });
  hiring.hire("A1", "Audionom", linkoping, { givenName: "Siri", familyName: "Hedman", from: "2009-02-01" });
  hiring.team("A1", "Leg audionom", linkoping, 14);
  hiring.hire("A2", "Audionom", norrkoping, {
    givenName: "Gösta",
    familyName: "Wiklund",
    from: "2006-08-21",
  });
  hiring.team("A2", "Audionom", norrkoping, 11);
  hiring.hire("A3", "Audionom", motala, { givenName: "Nadja", familyName: "Berg", from: "2014-01-13" });
  hiring.team("A3", "Audionom", motala, 6);
  hiring.hire("R", "HR-direktör", director, { givenName: "Kerstin", familyName: "Viklund" });
  hiring.hire("R", "HR-strateg", director, { givenName: "Axel", familyName: "Lundgren" });
  hiring.hire("R", "HR-partner", director, { givenName: "Malin", familyName: "Rask" });
  hiring.hire("R", "HR-handläggare", director, { givenName: "Nour", familyName: "Ibrahim" });
  hiring.hire("R", "Dataskyddsombud", director, { givenName: "Rasmus", familyName: "Ljung" });
  hiring.hire("R", "Systemförvaltare", director, { givenName: "Dragana", familyName: "Petrovic" });
  const service = hiring.hire("D", "Serviceområdeschef", director, {
    givenName: "Berit",
    familyName: "Stålnacke",
  });
  const technology = hiring.hire("D1", "Enhetschef", service, { givenName: "Elias", familyName: "Wrede" });
  hiring.hire("D1", "Civilingenjör", technology, {
    givenName: "Saga",
    familyName: "Björklund",
    from: "2018-10-01",
  });
  hiring.team("D1", "Civilingenjör", technology, 10);
  return {
    tenant: { slug: "region-ostergotland", name: "Region Östergötland", kind: "region" },
    begin: 4,
    see: {
      sv: "Karriärstegar, kliniska och administrativa: 35 audionomer på en klinik, där ungefär nio av tio är placerade.",
      en: "Career models, clinical and administrative: 35 audiologists at one clinic, about nine in ten of them placed.",
    },
    settings: {
      modelWord: "karriärstege",
      talkWord: "medarbetarsamtal",
      presentation: "stairs",
      theme: { brand: "#24527a", accent: "#9a4b00" },
      coverageThreshold: 85,
      placementPrinciples:
        "Placeringen görs i medarbetarsamtalet, av chef och medarbetare tillsammans.\nAlla krav på steget ska vara uppfyllda för att man ska placeras där.\nPlaceringen följer med vid byte av arbetsplats inom regionen.",
      payLinkStatement:
        "Karriärstegen är ett underlag för dialogen om utveckling. Lönen sätts individuellt enligt regionens lönepolitik.",
    },
    units: [
      { code: "R", name: "Region Östergötland", parent: null },
      { code: "S", name: "Sinnescentrum", parent: "R" },
      { code: "A", name: "Audiologiska kliniken", parent: "S" },
      { code: "A1", name: "Audiologi Linköping", parent: "A" },
      { code: "A2", name: "Audiologi Norrköping", parent: "A" },
      { code: "A3", name: "Audiologi Motala", parent: "A" },
      { code: "D", name: "Teknik och service", parent: "R" },
      { code: "D1", name: "Medicinsk teknik", parent: "D" },
    ],
    professions: [
      AUDIONOM,
      {
        nameSv: "civilingenjör",
        nameEn: "graduate engineer",
        ssyk: null,
        licensed: false,
        unions: ["Sveriges Ingenjörer"],
        titles: ["Civilingenjör medicinsk teknik"],
      },
    ],
    began: 14,
    models: [
      { file: "audionom", profession: "audionom", adopted: 13, revised: 2, placed: 9, days: 200 },
      { file: "ostergotland-civilingenjor", profession: "civilingenjör", adopted: 6, placed: 5, days: 120 },
    ],
    measured: [12, 8, 4, 1],
    accounts: ACCOUNTS,
    staff: hiring.staff,
  };
}
