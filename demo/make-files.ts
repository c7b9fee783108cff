/**
 * Makes the files in `demo/files/` to try the staff import with: the staff of Härryda in the demo as four systems would write it a month later,
 * with somebody new, somebody moved, somebody changed and somebody gone, and one file that is wrong in every way. Run
 * `node demo/make-files.ts` after a change; the files are checked in, and a test holds them against this script.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { workbookBytes } from "../src/platform/tabular/xlsx-write.ts";
import type { DemoEmployment, DemoOrganisation } from "./organisation.ts";
import { ORGANISATIONS } from "./organisations.ts";

const HARRYDA = ORGANISATIONS[0] as DemoOrganisation;
const MARK = "Demodata: påhittade uppgifter";
const PROFESSION_CODES: Readonly<Record<string, string>> = {
  Arbetsterapeut: "AT",
  "Leg arbetsterapeut": "AT",
  Fysioterapeut: "FT",
  Sjukgymnast: "FT",
  Sjuksköterska: "SSK",
  "Leg sjuksköterska": "SSK",
  Skolsköterska: "SSK",
};

type Employment = {
  readonly number: string;
  readonly personnummer: string;
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly unit: { readonly code: string; readonly name: string; readonly path: readonly string[] };
  readonly manager: string | null;
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

/** A unit with the names from the root down to it. */
function unitOf(code: string): Employment["unit"] {
  const unit = HARRYDA.units.find((each) => each.code === code);
  if (!unit) throw new Error(`no unit ${code}`);
  return {
    code,
    name: unit.name,
    path: [...(unit.parent === null ? [] : unitOf(unit.parent).path), unit.name],
  };
}

const JOINER: DemoEmployment = {
  number: "10901",
  person: "P10901",
  givenName: "Saga",
  familyName: "Öijervall",
  email: "saga.oijervall@harryda.example",
  unit: "312",
  title: "Arbetsterapeut",
  form: "Visstid",
  extent: 75,
  from: "2026-11-16",
  to: "2027-07-01",
  main: true,
  manager: null,
};

/** What a month does to a list: one moves, one works less, one is on leave, one has left, one has come. */
function monthLater(staff: readonly DemoEmployment[]): DemoEmployment[] {
  const physiotherapists = staff.filter((each) => each.unit === "311" && each.title === "Fysioterapeut");
  const nurses = staff.filter((each) => each.unit === "313" && each.title === "Leg sjuksköterska");
  const [moves, leaves, onLeave] = [physiotherapists.at(-1), nurses.at(-1), nurses.at(0)];
  const changed = staff.flatMap((each): DemoEmployment[] => {
    if (each === leaves) return [];
    if (each === moves) return [{ ...each, unit: "312", manager: null }];
    if (each === onLeave) return [{ ...each, leave: { from: "2026-11-01", to: "2027-06-30" } }];
    if (each.givenName === "Siv") return [{ ...each, extent: 62.5 }];
    return [each];
  });
  return [...changed, JOINER];
}

/** The staff with what only these files tell. */
const staff = (): Employment[] =>
  monthLater(HARRYDA.staff).map((each, index) => ({
    number: each.number,
    personnummer: personnummer(Number(each.person.slice(1)) % 400 || index),
    personId: each.person,
    givenName: each.givenName,
    familyName: each.familyName,
    email: each.email ?? "",
    unit: unitOf(each.unit),
    manager: each.manager,
    title: each.title,
    professionCode: PROFESSION_CODES[each.title] ?? "",
    form: each.form,
    extent: each.extent,
    from: each.from,
    to: each.to ?? "",
    main: each.main,
    leave: each.leave ? [each.leave.from, each.leave.to] : null,
    protectedIdentity: each.protectedIdentity ?? false,
  }));

const comma = (number: number, decimals: number): string => number.toFixed(decimals).replace(".", ",");
const compact = (day: string): string => day.replaceAll("-", "");

/** What these files hold is the same in Windows-1252 and ISO 8859-1. */
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

const HEROMA_HEADER =
  "Personnr;Anst.nr;Förnamn;Efternamn;E-post;Org.kod;Org.namn;Chef anst.nr;Befattning;Befattningskod;AID;Anst.form;Syssgrad;Anst. fr.o.m.;Anst. t.o.m.;Huvudanst.;Frånvaro fr.o.m.;Frånvaro t.o.m.;Sekretess;Anmärkning";

const heromaLine = (one: Employment): string =>
  [
    one.personnummer,
    one.number,
    one.givenName,
    one.familyName,
    one.email,
    one.unit.code,
    one.unit.name,
    one.manager ?? "",
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
      one.number,
      one.personId,
      `"${one.familyName}, ${one.givenName}"`,
      one.email,
      one.unit.code,
      one.manager ?? "",
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
    one.number,
    one.personId,
    one.givenName,
    one.familyName,
    one.email,
    one.unit.path.join(" > "),
    one.manager ?? "",
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
  return workbookBytes([{ name: "Demodata", rows: [header, ...rows] }]);
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
