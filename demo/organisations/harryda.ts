/** Härryda: a municipality of Göteborgsregionen, with something of everything. */
import { Hiring } from "../hiring.ts";
import type { DemoAccount, DemoOrganisation } from "../organisation.ts";
import { CARE } from "../professions.ts";

const ACCOUNTS: readonly DemoAccount[] = [
  {
    name: "Åsa Lindqvist",
    role: null,
    look: {
      sv: "Arbetsterapeut: se din plats i ringarna och vad som finns omkring den.",
      en: "Occupational therapist: see your place in the rings and what lies around it.",
    },
  },
  {
    name: "Karin Öhman",
    role: null,
    look: {
      sv: "Chef för Rehab Norr: placera hela enheten i en lista.",
      en: "Manager of Rehab Norr: place the whole unit in one list.",
    },
  },
  {
    name: "Cecilia Brandt",
    role: null,
    look: {
      sv: "Chefen ovanför: beslutar i Rehab Söder, som saknar chef.",
      en: "The manager above: decides in Rehab Söder, which has no manager.",
    },
  },
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
];

export function harryda(): DemoOrganisation {
  const hiring = new Hiring("harryda.example", 1, 10_001);
  const director = hiring.hire("1", "Kommundirektör", null, {
    givenName: "Gunilla",
    familyName: "Zetterlund",
  });
  const care = hiring.hire("300", "Sektorschef", director, { givenName: "Stefan", familyName: "Ottosson" });
  const health = hiring.hire("310", "Verksamhetschef", care, { givenName: "Cecilia", familyName: "Brandt" });
  const north = hiring.hire("311", "Enhetschef", health, { givenName: "Karin", familyName: "Öhman" });
  const home = hiring.hire("313", "Enhetschef", health, { givenName: "Göran", familyName: "Dahl" });
  const homeEast = hiring.hire("314", "Enhetschef", health, { givenName: "Leyla", familyName: "Rahimi" });
  const housing = hiring.hire("315", "Enhetschef", health, { givenName: "Mats", familyName: "Hedlund" });
  const school = hiring.hire("400", "Sektorschef", director, { givenName: "Ulrika", familyName: "Norén" });
  const pupil = hiring.hire("410", "Enhetschef", school, { givenName: "Tove", familyName: "Wallin" });

  hiring.hire("311", "Arbetsterapeut", north, {
    givenName: "Åsa",
    familyName: "Lindqvist",
    extent: 100,
    from: "2019-08-01",
  });
  hiring.hire("311", "Fysioterapeut", north, { givenName: "Jörgen", familyName: "Ek", from: "2012-03-01" });
  hiring.hire("311", "Fysioterapeut", north, { givenName: "Ömer", familyName: "Yildiz", from: "2026-10-12" });
  hiring.hire("311", "Arbetsterapeut", north, {
    givenName: "Siv",
    familyName: "Åkerblom",
    from: "2001-01-15",
  });
  hiring.team("311", "Leg arbetsterapeut", north, 4);
  hiring.team("311", "Fysioterapeut", north, 3);
  hiring.hire("311", "Arbetsterapeut", north, { leave: { from: "2026-08-17", to: "2027-05-31" } });
  // Rehab Söder has no manager: the manager above acts.
  hiring.team("312", "Arbetsterapeut", null, 6);
  hiring.team("312", "Sjukgymnast", null, 5);
  hiring.hire("313", "Sjuksköterska", home, { givenName: "Amira", familyName: "Haddad", from: "2021-02-01" });
  hiring.team("313", "Leg sjuksköterska", home, 9);
  hiring.hire("313", "Sjuksköterska", home, {
    givenName: "Solveig",
    familyName: "Ros",
    protectedIdentity: true,
    from: "2018-05-01",
  });
  const shared = hiring.hire("313", "Sjuksköterska", home, {
    givenName: "Emil",
    familyName: "Sjögren",
    extent: 60,
    from: "2020-09-01",
  });
  hiring.hire("410", "Skolsköterska", pupil, {
    givenName: "Emil",
    familyName: "Sjögren",
    person: `P${shared}`,
    email: "emil.sjogren@harryda.example",
    extent: 40,
    main: false,
    from: "2023-01-09",
  });
  hiring.hire("313", "Sjuksköterska", home, { form: "Timavlönad", extent: 0, from: "2025-06-01" });
  hiring.team("314", "Sjuksköterska", homeEast, 8);
  hiring.hire("314", "Sjuksköterska", homeEast, { form: "Timavlönad", extent: 0, from: "2026-01-07" });
  hiring.team("315", "Sjuksköterska", housing, 3);
  hiring.team("315", "Undersköterska", housing, 6);
  hiring.team("410", "Skolsköterska", pupil, 6);
  hiring.hire("310", "HR-specialist", health, { givenName: "Petra", familyName: "Palm" });
  hiring.hire("310", "HR-partner", health, { givenName: "Frida", familyName: "Engström" });
  hiring.hire("310", "Verksamhetsutvecklare", health, { givenName: "Henrik", familyName: "Falk" });
  hiring.hire("1", "HR-direktör", director, { givenName: "Britta", familyName: "Wikström" });
  hiring.hire("1", "Dataskyddsombud", director, { givenName: "Simon", familyName: "Grahn" });
  hiring.hire("1", "Systemförvaltare", director, { givenName: "Elif", familyName: "Andersson" });
  return {
    tenant: { slug: "harryda", name: "Härryda kommun", kind: "municipality" },
    memberOf: "goteborgsregionen",
    begin: 1,
    see: {
      sv: "Allt på en gång: tre modeller i ringar, en enhet utan chef, en ställföreträdare, timavlönade och en medarbetare med skyddade uppgifter.",
      en: "Everything at once: three models in rings, a unit without a manager, a deputy, hourly staff, and an employee with protected identity.",
    },
    settings: {
      evidenceFiles: true,
      presentation: "rings",
      titleTaskOf: "hr",
      agreementTaskOf: "manager",
      theme: { brand: "#1b584e", accent: "#a8480f" },
      placementPrinciples:
        "Chef och medarbetare går igenom modellen tillsammans, alltid i ett samtal.\nDet är det arbete som görs idag som räknas, inte antal år.\nÄr ett krav på väg att uppfyllas placerar vi efter det som gäller idag och skriver vad som återstår.\nDen som varit föräldraledig placeras efter den kompetens hen har, och får tid att komma tillbaka.\nDe flesta arbetar i kärnan. Ingen nivå är viktigare än någon annan.",
      payLinkStatement:
        "Modellen styr inte lönen. Lön sätts i lönesamtalet efter våra lönekriterier. Att byta nivå ger inte i sig ny lön.",
    },
    units: [
      { code: "1", name: "Härryda kommun", parent: null },
      { code: "300", name: "Vård och omsorg", parent: "1", authority: true },
      { code: "310", name: "Hälsa och rehabilitering", parent: "300" },
      { code: "311", name: "Rehab Norr", parent: "310" },
      { code: "312", name: "Rehab Söder", parent: "310" },
      { code: "313", name: "Hemsjukvård Mölnlycke", parent: "310" },
      { code: "314", name: "Hemsjukvård Landvetter", parent: "310" },
      { code: "315", name: "Ekdalens boende", parent: "310" },
      { code: "400", name: "Utbildning och kultur", parent: "1", authority: true },
      { code: "410", name: "Elevhälsan", parent: "400" },
    ],
    professions: CARE,
    began: 14,
    models: [
      {
        file: "arbetsterapeut",
        profession: "arbetsterapeut",
        adopted: 13,
        revised: null,
        placed: { arbetsterapeut: 9, "leg arbetsterapeut": 8 },
      },
      {
        file: "fysioterapeut",
        profession: "fysioterapeut",
        adopted: 13,
        placed: { fysioterapeut: 8, sjukgymnast: 6 },
      },
      {
        file: "sjukskoterska",
        profession: "sjuksköterska",
        adopted: 13,
        placed: { sjuksköterska: 5, "leg sjuksköterska": 7 },
      },
    ],
    measured: [12, 8, 4, 1],
    accounts: ACCOUNTS,
    staff: hiring.staff,
  };
}
