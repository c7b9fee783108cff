/** Region Stockholm: two structures, five models at different stages, and three frozen measurements a year. */
import { Hiring } from "../hiring.ts";
import type { DemoAccount, DemoModel, DemoOrganisation } from "../organisation.ts";
import { AUDIONOM, CARE, PSYKOLOG } from "../professions.ts";

const ACCOUNTS: readonly DemoAccount[] = [
  {
    name: "Noor Santesson",
    role: null,
    look: {
      sv: "Audionom, placerad. Se vad nivån betyder och vad som finns omkring den.",
      en: "Audiologist, placed. See what the level means and what lies around it.",
    },
  },
  {
    name: "Jakob Tegner",
    role: null,
    look: {
      sv: "Psykolog: sju nivåer i en trappa, och vem som har läst om en.",
      en: "Psychologist: seven levels as stairs, and who has read about one.",
    },
  },
  {
    name: "Alva Winberg",
    role: null,
    look: {
      sv: "Chef för audionomer: nästan alla är placerade.",
      en: "Manager of audiologists: nearly everybody is placed.",
    },
  },
  {
    name: "Ruben Malmsten",
    role: null,
    look: {
      sv: "Chef på en vårdavdelning mitt i införandet.",
      en: "Manager of a ward in the middle of the introduction.",
    },
  },
  { name: "Tindra Sjödahl", role: null, deputyOf: "S1" },
  {
    name: "Ludvig Carlén",
    role: "process_lead",
    look: {
      sv: "Tre mätningar om året i tre år. Öppna täckningen och jämför modellerna.",
      en: "Three measurements a year for three years. Open coverage and compare the models.",
    },
  },
  { name: "Hedda Rinaldi", role: "rollout_lead", unit: "S" },
  {
    name: "Folke Bernersson",
    role: "adopter",
    look: {
      sv: "Modellen för fysioterapeut är ett utkast som väntar på beslut.",
      en: "The physiotherapists’ model is a draft that waits for a decision.",
    },
  },
  { name: "Selma Ekdahl", role: "union_representative", professions: ["psykolog"] },
  { name: "Ivar Thulin", role: "hr_handler" },
  {
    name: "Doris Månsson",
    role: "hr_partner",
    about: "Noor Santesson",
    reason: "Planering av studier, på önskemål av Noor",
  },
  { name: "Kaj Lindholm", role: "data_protection_officer" },
  { name: "Meryem Aydin", role: "administrator" },
];

/** Of seven levels most people are in the first three; the outermost are few. */
const SEVEN = [2, 1, 2, 0, 3, 1, 2, 4, 1, 2, 3, 5, 2, 1, 4, 2, 6];
const SIX = [2, 1, 2, 0, 3, 1, 2, 4, 1, 2, 3, 5];

const MODELS: readonly DemoModel[] = [
  { file: "stockholm-audionom", profession: "audionom", adopted: 36, placed: 9, days: 400, levels: SEVEN },
  { file: "stockholm-psykolog", profession: "psykolog", adopted: 26, placed: 7, days: 600, levels: SEVEN },
  {
    file: "stockholm-sjukskoterska",
    profession: "sjuksköterska",
    adopted: 15,
    placed: 5,
    days: 400,
    levels: SEVEN,
  },
  {
    file: "stockholm-arbetsterapeut",
    profession: "arbetsterapeut",
    adopted: 7,
    placed: 3,
    days: 180,
    levels: SIX,
  },
  { file: "stockholm-fysioterapeut", profession: "fysioterapeut", adopted: null },
];

export function stockholm(): DemoOrganisation {
  const hiring = new Hiring("regionstockholm.example", 11, 70_001);
  const named = (name: string) => {
    const [givenName = "", familyName = ""] = name.split(" ");
    return { givenName, familyName };
  };
  const director = hiring.hire("R", "Regiondirektör", null, named("Vilhelm Adelson"));
  const hospital = hiring.hire("S", "Sjukhuschef", director, named("Cornelia Bratt"));
  const psychiatry = hiring.hire("P", "Verksamhetschef", director, named("Yasmin Haglund"));
  const hearing = hiring.hire("H", "Verksamhetschef", director, named("Arvid Lorentz"));
  const rehab = hiring.hire("T", "Verksamhetschef", director, named("Maj Sjölander"));
  const ward1 = hiring.hire("S1", "Vårdenhetschef", hospital, named("Ruben Malmsten"));
  const ward2 = hiring.hire("S2", "Vårdenhetschef", hospital);
  const clinic1 = hiring.hire("P1", "Enhetschef", psychiatry);
  const north = hiring.hire("H1", "Enhetschef", hearing, named("Alva Winberg"));
  const south = hiring.hire("H2", "Enhetschef", hearing);
  const rehab1 = hiring.hire("T1", "Enhetschef", rehab);

  hiring.hire("H1", "Audionom", north, { ...named("Noor Santesson"), from: "2015-03-01" });
  hiring.team("H1", "Leg audionom", north, 10);
  hiring.team("H2", "Audionom", south, 9);
  hiring.hire("P1", "Psykolog", clinic1, { ...named("Jakob Tegner"), from: "2016-10-01" });
  hiring.hire("P1", "Psykolog", clinic1, { ...named("Selma Ekdahl"), from: "2011-01-10" });
  hiring.team("P1", "Leg psykolog", clinic1, 9);
  hiring.hire("P1", "PTP-psykolog", clinic1, { form: "Visstid", from: "2026-02-01", to: "2027-01-31" });
  // The second clinic's manager has left: the manager above acts.
  hiring.team("P2", "Psykolog", null, 8);
  hiring.hire("S1", "Sjuksköterska", ward1, { ...named("Tindra Sjödahl"), from: "2008-05-01" });
  hiring.team("S1", "Sjuksköterska", ward1, 17);
  hiring.hire("S1", "Sjuksköterska", ward1, { leave: { from: "2026-05-04", to: "2027-08-31" } });
  hiring.hire("S1", "Sjuksköterska", ward1, { form: "Timavlönad", extent: 0, from: "2025-06-01" });
  hiring.hire("S2", "Sjuksköterska", ward2, { ...named("Hedda Rinaldi"), from: "2010-02-01" });
  hiring.team("S2", "Sjuksköterska", ward2, 14);
  hiring.hire("S2", "Sjuksköterska", ward2, { from: "2019-04-01", protectedIdentity: true });
  hiring.team("T1", "Arbetsterapeut", rehab1, 11);
  hiring.team("T1", "Fysioterapeut", rehab1, 12);
  hiring.hire("R", "HR-direktör", director, named("Folke Bernersson"));
  hiring.hire("R", "HR-strateg", director, named("Ludvig Carlén"));
  hiring.hire("R", "HR-handläggare", director, named("Ivar Thulin"));
  hiring.hire("R", "HR-partner", director, named("Doris Månsson"));
  hiring.hire("R", "Dataskyddsombud", director, named("Kaj Lindholm"));
  hiring.hire("R", "Systemförvaltare", director, named("Meryem Aydin"));
  return {
    tenant: { slug: "region-stockholm", name: "Region Stockholm", kind: "region" },
    see: {
      sv: "Sju nivåer och sex kärnkompetenser. Fem modeller som har kommit olika långt, och tre mätningar om året.",
      en: "Seven levels and six core competencies. Five models at different stages, and three measurements a year.",
    },
    begin: 2,
    settings: {
      modelWord: "kompetensmodell",
      presentation: "stairs",
      theme: { brand: "#3a3f78", accent: "#9c4a06" },
      ratingScale: ["Med stöd", "Självständigt", "Leder andra"],
      moveRule: "cumulative",
      titleTaskOf: "hr",
      placementPrinciples:
        "Placeringen görs efter ett samtal där chef och medarbetare har gått igenom varje kärnkompetens.\nKraven på nivån och på nivåerna före gäller.\nDe yttersta nivåerna är tjänster som inrättas när verksamheten behöver dem.",
      payLinkStatement:
        "Modellen beskriver kompetens. Lönen sätts i lönesamtalet efter regionens lönekriterier.",
    },
    units: [
      { code: "R", name: "Region Stockholm", parent: null },
      { code: "S", name: "Norra sjukhuset", parent: "R" },
      { code: "S1", name: "Medicinavdelning 1", parent: "S" },
      { code: "S2", name: "Kirurgavdelning 2", parent: "S" },
      { code: "P", name: "Psykiatri Väst", parent: "R" },
      { code: "P1", name: "Mottagningen för unga vuxna", parent: "P" },
      { code: "P2", name: "Mottagningen för ångest och depression", parent: "P" },
      { code: "H", name: "Hörsel och balans", parent: "R" },
      { code: "H1", name: "Hörselmottagning Nord", parent: "H" },
      { code: "H2", name: "Hörselmottagning Syd", parent: "H" },
      { code: "T", name: "Rehabilitering", parent: "R" },
      { code: "T1", name: "Rehab för vuxna", parent: "T" },
    ],
    professions: [...CARE, AUDIONOM, PSYKOLOG],
    began: 38,
    models: MODELS,
    goesOn: true,
    measured: [34, 30, 26, 22, 18, 14, 10, 6, 2],
    accounts: ACCOUNTS,
    staff: hiring.staff,
  };
}
