/**
 * Makes the files in `demo/files/` to try the staff import with: the same invented staff as four systems would write it, and one file that is wrong
 * in every way. Run `node demo/make-files.ts` after a change; the files are checked in, and a test holds them against this script.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { xlsxBytes } from "../src/platform/tabular/write.ts";

/** Codes and names as in the demo organisation; change them here and nowhere else. */
const TOP = ["Härryda kommun", "Vård och omsorg", "Hälsa och rehabilitering"];
const HEAD_UNIT = { code: "310", name: "Hälsa och rehabilitering" };
const UNITS = [
  { code: "311", name: "Rehab Norr" },
  { code: "312", name: "Rehab Söder" },
  { code: "313", name: "Hemsjukvård Mölnlycke" },
  { code: "314", name: "Hemsjukvård Landvetter" },
  { code: "315", name: "Ekdalens boende" },
] as const;
const PROFESSIONS = [
  { code: "AT", title: "Arbetsterapeut" },
  { code: "FT", title: "Fysioterapeut" },
  { code: "SSK", title: "Sjuksköterska" },
] as const;
const MARK = "Demodata: påhittade uppgifter";

/** Nobody of these exists. */
const HEAD = ["Birgitta", "Åkerlind"] as const;
const MANAGERS = [
  ["Anna-Karin", "Öhrnberg"],
  ["Mikko", "Lehtimäki"],
  ["Samira", "Al Khouri"],
  ["Göran", "von Ekenstam"],
  ["Agnieszka", "Wójtasik"],
] as const;
const STAFF = [
  ["Åsa", "Bergöö"],
  ["Elin", "Sjöhage"],
  ["Päivi", "Koskelainen"],
  ["Yusuf", "Haddadi"],
  ["André", "Lindéus"],
  ["Halina", "Nowicka"],
  ["Örjan", "Tallåker"],
  ["Leila", "Rahmanian"],
  ["Signe", "Äppelqvist"],
  ["Jörgen", "Brånefors"],
  ["Aino", "Väisäläinen"],
  ["Omar", "El Bakri"],
  ["Ewa", "Krawczak"],
  ["Zoë", "Ahlgård"],
  ["Ingrid", "Fjällhed"],
  ["René", "Sandevik"],
  ["Hanna-Maria", "Östanbäck"],
  ["Farid", "Nassiri"],
  ["Kerstin", "Mårdlund"],
  ["Tuulikki", "Rantakivi"],
  ["Noor", "Jabari"],
  ["Bengt-Åke", "Hällström"],
  ["Marta", "Zielonka"],
  ["Saga", "Öijervall"],
  ["Émilie", "Carlforss"],
  ["Ibrahim", "Darwisha"],
  ["Linnéa", "Ekåsen"],
  ["Sven", "Gråbo"],
] as const;

type Employment = {
  readonly number: number;
  readonly personnummer: string;
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly manager: number | null;
  readonly title: string;
  readonly professionCode: string;
  readonly form: string;
  readonly extent: number;
  readonly from: string;
  readonly to: string;
  readonly main: boolean;
  readonly leave: readonly [from: string, to: string] | null;
  readonly protectedIdentity: boolean;
};

/** A number with a right control digit for someone born in the 1890s, in the series that is kept for tests: it is nobody's. */
function personnummer(index: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const nine = `${90 + (index % 10)}${two(1 + (index % 12))}${two(1 + (index % 28))}${980 + (index % 20)}`;
  const sum = nine.split("").reduce((sum, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `18${nine.slice(0, 6)}-${nine.slice(6)}${(10 - (sum % 10)) % 10}`;
}

const ascii = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z-]/g, "");

/** The staff: a head, five managers, and their people; two in every list work by the hour, and three have two employments. */
function staff(): Employment[] {
  const someone = (index: number, names: readonly [string, string]) => ({
    number: 10_001 + index,
    personnummer: personnummer(index),
    personId: `P${500 + index}`,
    givenName: names[0],
    familyName: names[1],
    email: `${ascii(names[0])}.${ascii(names[1])}@exempelby.example`,
    form: "Tillsvidare",
    extent: 100,
    from: `${2009 + (index % 16)}-0${1 + (index % 9)}-15`,
    to: "",
    main: true,
    leave: null,
    protectedIdentity: false,
  });
  const head = {
    ...someone(0, HEAD),
    unit: HEAD_UNIT,
    manager: null,
    title: "Verksamhetschef",
    professionCode: "",
  };
  const managers = UNITS.map((unit, at) => ({
    ...someone(1 + at, MANAGERS[at] ?? HEAD),
    unit,
    manager: head.number,
    title: "Enhetschef",
    professionCode: "",
  }));
  const people = STAFF.map((names, at): Employment => {
    const place = at % UNITS.length;
    const profession = place < 2 ? (PROFESSIONS[at % 2] ?? PROFESSIONS[0]) : PROFESSIONS[2];
    const employment: Employment = {
      ...someone(6 + at, names),
      unit: UNITS[place] ?? HEAD_UNIT,
      manager: managers[place]?.number ?? null,
      title: profession.title,
      professionCode: profession.code,
      extent: [100, 75, 80, 100, 50, 62.5][at % 6] ?? 100,
    };
    return varied(employment, at);
  });
  const second = [people[0], people[3], people[11]].flatMap((first, at) =>
    first === undefined ? [] : [secondOf(first, 10_901 + at, managers[4]?.number ?? null)],
  );
  return [head, ...managers, ...people, ...second];
}

/** What makes a list true to life: hourly staff without an address, stand-ins, leave, one protected identity. */
function varied(employment: Employment, at: number): Employment {
  if (at === 5 || at === 17) return { ...employment, form: "Timavlönad", extent: 0, email: "" };
  if (at === 8) return { ...employment, form: "Vikariat", from: "2026-02-01", to: "2027-06-30" };
  if (at === 9) return { ...employment, leave: ["2026-08-17", "2027-08-16"] };
  if (at === 14) return { ...employment, leave: ["2026-10-01", ""] };
  if (at === 20) return { ...employment, email: "", protectedIdentity: true };
  return employment;
}

const secondOf = (first: Employment, number: number, manager: number | null): Employment => ({
  ...first,
  number,
  unit: UNITS[4],
  manager,
  form: "Särskild visstidsanställning",
  extent: 20,
  from: "2025-09-01",
  to: "2027-01-31",
  main: false,
});

const comma = (number: number, decimals: number): string => number.toFixed(decimals).replace(".", ",");
const compact = (day: string): string => day.replaceAll("-", "");
const textOf = (value: number | null): string => (value === null ? "" : String(value));

/** What these files hold is the same in Windows-1252 and ISO 8859-1. */
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

const HEROMA_HEADER =
  "Personnr;Anst.nr;Förnamn;Efternamn;E-post;Org.kod;Org.namn;Chef anst.nr;Befattning;Befattningskod;AID;Anst.form;Syssgrad;Anst. fr.o.m.;Anst. t.o.m.;Huvudanst.;Frånvaro fr.o.m.;Frånvaro t.o.m.;Sekretess;Anmärkning";

const heromaLine = (one: Employment): string =>
  [
    one.personnummer,
    String(one.number),
    one.givenName,
    one.familyName,
    one.email,
    one.unit.code,
    one.unit.name,
    textOf(one.manager),
    one.title,
    one.professionCode,
    "",
    one.form,
    comma(one.extent, 2),
    compact(one.from),
    compact(one.to) || "99991231",
    one.main ? "J" : "N",
    compact(one.leave?.[0] ?? ""),
    compact(one.leave?.[1] ?? ""),
    one.protectedIdentity ? "J" : "",
    MARK,
  ].join(";");

const heroma = (people: readonly Employment[]): Buffer =>
  latin([HEROMA_HEADER, ...people.map(heromaLine), ""].join("\r\n"));

/** Commas, a mark, names in one cell, shares of full time, days with dots. */
function commaFile(people: readonly Employment[]): Buffer {
  const header =
    "Anställningsnummer,Person-ID,Namn,E-postadress,Enhetskod,Chefsnummer,Titel,Befattningskod,Anställningsform,Sysselsättningsgrad,Anställd från,Anställd till,Huvudanställning,Frånvaro från,Frånvaro till,Skyddade personuppgifter,Anmärkning";
  const dotted = (day: string): string => day.split("-").toReversed().join(".");
  const lines = people.map((one) =>
    [
      String(one.number),
      one.personId,
      `"${one.familyName}, ${one.givenName}"`,
      one.email,
      one.unit.code,
      textOf(one.manager),
      one.title,
      one.professionCode,
      one.form,
      String(one.extent / 100),
      dotted(one.from),
      dotted(one.to),
      one.main ? "Ja" : "Nej",
      dotted(one.leave?.[0] ?? ""),
      dotted(one.leave?.[1] ?? ""),
      one.protectedIdentity ? "Ja" : "",
      MARK,
    ].join(","),
  );
  return Buffer.from(`\uFEFF${[header, ...lines, ""].join("\r\n")}`);
}

/** A workbook: the unit by its path, per cent with the sign. */
function workbook(people: readonly Employment[]): Uint8Array {
  const header = [
    "Anställningsnr",
    "Personnyckel",
    "Förnamn",
    "Efternamn",
    "E-post",
    "Organisationsväg",
    "Chefens anställningsnummer",
    "Befattning",
    "Befattningskod",
    "Anställningsform",
    "Sysselsättningsgrad (%)",
    "Från och med (from)",
    "Till och med (tom)",
    "Huvudanställning (J/N)",
    "Frånvaro från",
    "Frånvaro till",
    "Skyddad identitet",
    "Anmärkning",
  ];
  const rows = people.map((one) => [
    String(one.number),
    one.personId,
    one.givenName,
    one.familyName,
    one.email,
    [...TOP, ...(one.unit === HEAD_UNIT ? [] : [one.unit.name])].join(" > "),
    textOf(one.manager),
    one.title,
    one.professionCode,
    one.form,
    `${comma(one.extent, 1)} %`,
    one.from,
    one.to,
    one.main ? "J" : "N",
    one.leave?.[0] ?? "",
    one.leave?.[1] ?? "",
    one.protectedIdentity ? "X" : "",
    MARK,
  ]);
  return xlsxBytes("Demodata", header, rows);
}

function json(people: readonly Employment[]): Buffer {
  const employees = people.map((one) => ({
    employmentNumber: one.number,
    personKey: one.personId,
    givenName: one.givenName,
    familyName: one.familyName,
    email: one.email || null,
    unitCode: one.unit.code,
    managerNumber: one.manager,
    title: one.title,
    professionCode: one.professionCode || null,
    form: one.form,
    extent: one.extent,
    from: one.from,
    to: one.to || null,
    main: one.main,
    leaveFrom: one.leave?.[0] ?? null,
    leaveTo: one.leave?.[1] || null,
    protectedIdentity: one.protectedIdentity,
  }));
  return Buffer.from(`${JSON.stringify({ note: MARK, employees }, null, 2)}\n`);
}

/** The first rows of the staff, most of them spoiled in one way each. */
function broken(people: readonly Employment[]): Buffer {
  const columns = HEROMA_HEADER.split(";");
  const spoil: readonly (readonly [column: string, value: string])[] = [
    ["Anst. fr.o.m.", "31.02.2024"],
    ["Anst. t.o.m.", "2001-12-31"],
    ["Syssgrad", "heltid"],
    ["Syssgrad", "175"],
    ["Org.kod", "999"],
    ["Förnamn", "=1+1"],
    ["Efternamn", "Kosk\0elainen"],
    ["E-post", "yusuf.haddadi"],
    ["Befattning", "Vikarie för 18900101-9802"],
    ["Anst. fr.o.m.", "2099-01-01"],
    ["Huvudanst.", "kanske"],
    ["Efternamn", ""],
    ["Anst.nr", "10008"],
    ["Frånvaro t.o.m.", "2026-01-01"],
    ["Förnamn", "x".repeat(12_000)],
    ["Sekretess", "vet ej"],
    ["Anmärkning", `${MARK};en cell för mycket`],
    ["Chef anst.nr", "10019"],
    ["Chef anst.nr", "10018"],
  ];
  const lines = people.slice(0, spoil.length + 4).map((one, at) => {
    const cells = heromaLine(one).split(";");
    const [column, value] = spoil[at] ?? ["Anmärkning", MARK];
    cells[columns.indexOf(column)] = value;
    return cells.join(";");
  });
  return latin([HEROMA_HEADER, ...lines, ""].join("\r\n"));
}

/** Every file by its name. */
export function demoFiles(): ReadonlyMap<string, Uint8Array> {
  const people = staff();
  return new Map<string, Uint8Array>([
    ["personal-heroma.csv", heroma(people)],
    ["personal-komma.csv", commaFile(people)],
    ["personal.xlsx", workbook(people)],
    ["personal.json", json(people)],
    ["personal-med-fel.csv", broken(people)],
  ]);
}

if (import.meta.filename === process.argv[1]) {
  const folder = join(import.meta.dirname, "files");
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of demoFiles()) await writeFile(join(folder, name), bytes);
}
