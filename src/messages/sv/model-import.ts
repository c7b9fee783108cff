/** Words of a model that comes from a spreadsheet (MOD-15). */
import { staffImport } from "./staff-import.ts";

type Facts = Readonly<Record<string, string | number>>;

const cells = (count: number): string => (count === 1 ? "1 cell" : `${count} celler`);
const lines = (count: number): string => (count === 1 ? "1 rad" : `${count} rader`);

export const modelImport = {
  title: "Läs in ett kalkylblad",
  lead: "Så här har vi förstått bladet. Inget är sparat än: rätta tolkningen, gör dina val och skapa utkastet när det ser bra ut.",
  about: (filename: string) => `Fil: ${filename}`,
  save: "Skapa utkastet",
  cancel: "Avbryt och ta bort filen",
  start: {
    title: "Från er egen tabell",
    lead: "Läs in modellen som ni har skrivit den: med nivåerna som kolumner och rubrikerna som rader, eller som en lång lista. Du får se hur den tolkas, och kan rätta det, innan något sparas.",
    file: "Kalkylblad",
    hint: "Excel (xlsx) eller CSV, högst 8 MB.",
    submit: "Titta på innehållet",
  },
  own: {
    lead: "Filen är en modell som har hämtats härifrån. Allt i listan läses in, precis som det står.",
    model: "Modell",
    version: (name: string, number: number) => `${name}, version ${number}`,
    structure: "Struktur",
    lines: "Rader i modellen",
    taken: (taken: number, next: number) => `Version ${taken} finns redan. Det här blir version ${next}.`,
    replace: (number: number) => `Skriv i stället över utkastet till version ${number}`,
  },
  found: {
    title: "Det vi hittade",
    lead: "Varje rad med cellen som den kommer från. Var raderna hamnar och vad de är väljer du längre ned.",
    counts: (levels: number, headings: number, count: number) =>
      `Vi hittade ${levels === 1 ? "1 nivå" : `${levels} nivåer`}, ${headings === 1 ? "1 rubrik" : `${headings} rubriker`} och ${lines(count)}.`,
    none: "Vi hittar ingen modell i bladet",
    noneText:
      "Det ska finnas nivåer och rubriker. Välj rätt blad och rätt rad med rubriker här nedanför, och säg vad kolumnerna är.",
    doubles: (places: readonly string[]) =>
      `Samma text på samma plats läses bara in en gång. Den stod igen i ${places.slice(0, 10).join(", ")}${places.length > 10 ? ` och ${cells(places.length - 10)} till` : ""}.`,
    text: "Text",
    place: "Plats",
    kind: "Vad det är",
    lines,
    more: (count: number) =>
      `${count === 1 ? "En rad" : `${count} rader`} till finns i filen och läses in på samma sätt.`,
  },
  faults: {
    title: (count: number) => `${capitalCells(count)} går inte att förstå`,
    lead: (sheet: string) =>
      `Rätta ${sheet === "" ? "filen" : `bladet ${sheet}`} och läs in det igen, rätta tolkningen, eller lämna cellerna utanför.`,
    cell: "Cell",
    problem: "Vad som är fel",
    more: (count: number) => `${capitalCells(count)} till har fel.`,
  },
  reading: {
    title: "Så läses bladet",
    lead: "Blev något fel? Då är det oftast raden med rubriker eller en kolumn som har tolkats på fel sätt.",
    correct: "Rätta tolkningen",
    sheet: "Blad",
    header: "Rad med rubrikerna",
    headerHint: "Raden där nivåerna, eller listans kolumner, har sina namn.",
    row: (number: number, text: string) => `Rad ${number}: ${text}`,
    structure: "Struktur",
    structureHint: "Välj er gemensamma struktur om modellen ska följa den.",
    newStructure: "Ny struktur, av bladets nivåer och rubriker",
    columns: "Kolumnerna",
    column: "Kolumn",
    named: (name: string, header: string) => (header === "" ? name : `${name}: ${header}`),
    role: "Är",
    roleOf: (column: string) => `Vad kolumnen ${column} är`,
    submit: "Läs bladet så här",
  },
  roles: {
    none: "Läses inte",
    lines: "En nivå: cellerna har dess rader",
    under: "En rubrik: cellerna har dess rader",
    level: "Nivåns namn",
    track: "Spår",
    heading: "Rubrik",
    kind: "Vad raden är (krav, uppgift, stöd)",
    mandatory: "Om det är ska eller bör",
    text: "Text",
    note: "Anteckning",
    support: "Hur det görs",
    months: "Månader",
    credits: "Högskolepoäng",
    visibility: "Öppen eller intern",
  },
  choices: {
    title: "Gör ett utkast",
    lead: "Allt läses in på en gång, eller inget. Utkastet kan du ändra sedan.",
    profession: "Yrke",
    professionHint: "Har yrket redan en modell blir det här en ny version av den.",
    choose: "Välj",
    intro: "Inledning",
    introHint: "Vad modellen är till för.",
    structureName: "Den nya strukturens namn",
    structureNameHint:
      "Till exempel Gemensam struktur. Andra modeller kan sedan ha samma nivåer och rubriker.",
    leaveOut: (count: number) => `Lämna ${cells(count)} som inte går att förstå utanför`,
    confirmLeave: "Det du har valt är inte sparat.",
  },
  levels: {
    title: "Nivåer",
    found: "I bladet",
    to: (structure: string) => `I ${structure}`,
    toOf: (name: string) => `Vart ${name} går`,
    leaveOut: "Läs inte in",
    kind: "Är",
    kindOf: (name: string) => `Vad nivån ${name} är`,
    kinds: { introduction: "introduktion", core: "kärna", outer: "yttre" },
    short: "En mening om nivån",
    shortOf: (name: string) => `En mening om ${name}`,
  },
  headings: {
    title: "Rubriker",
    found: "I bladet",
    use: "Används",
    asIs: "Ja, som den är",
    kind: "Raderna är",
    kindOf: (name: string) => `Vad raderna under ${name} är`,
    kinds: {
      requirement: "krav, formella eller reella",
      demonstrated: "reell kompetens",
      duty: "arbetsuppgifter",
      support: "stöd",
    },
  },
  reasons: {
    ...staffImport.reasons,
    "not-a-table": () =>
      "Filen är inget kalkylblad. Välj en fil som är sparad som Excel (xlsx) eller CSV. En modellfil läser du in längre ned.",
    "external-entities": () =>
      "Filen hänvisar till annat utanför sig själv och läses därför inte. Öppna den i Excel och spara den på nytt.",
    damaged: () => "Filen är trasig. Öppna den i Excel och spara den på nytt.",
    cells: (data: Facts) => `${capitalCells(Number(data["count"]))} kan inte läsas in, se listan nedan`,
    "changed-since": () => "Bladet har tolkats om sedan du öppnade sidan. Titta igenom det igen.",
    "profession-not-chosen": () => "Välj yrket som modellen är för",
    "cells-left": (data: Facts) =>
      `Kryssa i att ${cells(Number(data["count"]))} lämnas utanför, eller rätta filen och läs in den igen`,
    "level-twice": (data: Facts) =>
      `${data["name"]} och ${data["other"]} går till samma nivå. Välj en egen för var och en.`,
    "not-chosen": () => "Välj vart den går, eller att den inte läses in",
    "nothing-left": () =>
      "Alla nivåer eller rubriker lämnas utanför. Välj var minst en av varje ska läsas in.",
    "empty-text": (data: Facts) => {
      const field = String(data["field"] ?? "");
      if (field === "structureName") return "Skriv vad den nya strukturen ska heta";
      if (field === "intro") return "Skriv en inledning";
      return field.startsWith("level-short") ? `Skriv en mening om ${data["name"]}` : "Texten är tom.";
    },
    "unknown-word": (data: Facts) =>
      `”${data["value"]}” går inte att välja här. Det kan vara: ${data["allowed"]}.`,
    "unknown-part": (data: Facts) => `”${data["value"]}” är ingen del av en modell.`,
    "part-missing": (data: Facts) => `Listan saknar en rad där Del är ${data["part"]}.`,
    "part-twice": (data: Facts) => `Det får bara finnas en rad där Del är ${data["part"]}.`,
    "cell-error": () => "Cellen visar ett fel i kalkylbladet, till exempel #SAKNAS!.",
    "cell-too-long": () => "Cellen har mer text än ett kalkylblad kan visa.",
    "no-level": () => "Texten står inte på någon nivå.",
    "no-heading": () => "Texten står inte under någon rubrik.",
    "unknown-mandatory": (data: Facts) => `”${data["value"]}” säger inte om det är ska eller bör.`,
    "unknown-kind": (data: Facts) => `”${data["value"]}” säger inte om det är krav, uppgift eller stöd.`,
    "unknown-number": (data: Facts) => `”${data["value"]}” är inget tal.`,
    "text-too-long": (data: Facts) =>
      data["length"] === undefined
        ? `Texten får vara högst ${data["max"]} tecken.`
        : `Texten är ${data["length"]} tecken. En rad får vara högst ${data["max"]}: dela den i flera.`,
  },
};

function capitalCells(count: number): string {
  return count === 1 ? "En cell" : `${count} celler`;
}
