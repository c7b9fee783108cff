/** Words of moves: applying, answering, what a move takes and what it sets off. */
import { capital } from "../capital.ts";

type Data = Readonly<Record<string, string | number>>;

const BY: Readonly<Record<string, string>> = {
  licence: "uppfylls när legitimationen är kontrollerad",
  degree: "uppfylls av examensbeviset, när chefen har sett det",
  specialist: "uppfylls av beviset om specialistkompetens, när chefen har sett det",
  course: "uppfylls av ett intyg från kursen, när chefen har sett det",
  experience: "uppfylls av tid i yrket",
  merit: "uppfylls av ett intyg om uppdraget, när chefen har sett det",
  talk: "uppfylls när ni har bedömt det var för sig och kommit överens",
  waiting: "ett intyg är inlämnat och väntar på kontroll",
  returned: "ett intyg är inlämnat men behöver kompletteras",
  expired: "har gått ut och behöver förnyas",
};

/** What would meet a requirement, as the end of a sentence. */
const way = ({ by = "", on = "" }: Data): string => {
  const words = BY[by] ?? "";
  if (on === "") return words;
  return by === "expired" ? `gick ut ${on} och behöver förnyas` : `uppfylls av tid i yrket den ${on}`;
};

const MISSING: Readonly<Record<string, string>> = {
  place: "Välj vart du vill",
  words: "Skriv varför du vill dit",
  declinedFor: "Välj vad avslaget beror på",
  answer: "Skriv ett svar till medarbetaren",
};

export const move = {
  way: (by: string, on: string | null) => capital(way({ by, on: on ?? "" })),
  more: (more: number, all: number) => `${more} till av de här ${all}`,
  despite: {
    label: "Varför flytten görs ändå",
    hint: "Hos oss är kraven vägledande. Det du skriver står kvar tillsammans med de krav som inte var uppfyllda.",
    text: "Kraven är vägledande hos oss. Flytten kan göras ändå om du skriver varför.",
  },
  unmet: {
    title: "Det här är inte uppfyllt än",
    text: "Hos oss behöver det vara uppfyllt innan flytten kan beslutas.",
  },
  person: {
    applied: (name: string, place: string) => `${name} vill flytta till ${place}`,
    appliedOn: (day: string) => `Ansökan ${day}`,
    grant: "Du beviljar ansökan genom att placera på den nivån, efter ert samtal.",
    decline: "Avslå ansökan",
    declinedFor: "Vad beror det på?",
    answer: "Ditt svar",
    readers: "Det du skriver läses av medarbetaren och kan lämnas ut som allmän handling.",
    declineButton: "Skicka avslaget",
    declined: "Ansökan är avslagen. Medarbetaren ser ditt svar.",
    tasks: "Att göra efter flytten",
    taskDone: "Klart",
    markDone: "Markera som klart",
    marked: "Markerat som klart.",
  },
  declinedFor: {
    need: "Verksamheten har inget ledigt behov",
    requirements: "Kraven är inte uppfyllda än",
    other: "Något annat",
  },
  mine: {
    title: "Flytta i modellen",
    lead: "Här ber du om att få en annan plats i modellen. Att flytta är varken ett krav eller en rättighet: det beslutas efter ett samtal.",
    here: (place: string, model: string) => `Du är placerad på ${place} i ${model}.`,
    rules: "Vad som gäller",
    needForMoves: "Verksamheten behöver dessutom ha ett ledigt behov.",
    posts: (levels: readonly string[]) =>
      levels.length === 1
        ? `${levels[0]} är en tjänst: dit krävs ett ledigt behov.`
        : `${levels.join(" och ")} är tjänster: dit krävs ett ledigt behov.`,
    missing: "Se vad som saknas för en annan nivå",
    place: "Vart vill du?",
    words: "Varför vill du dit?",
    wordsHint: "Några rader räcker: vad du vill göra och vad du har gjort för att komma dit.",
    readers: "Det du skriver läses av din chef och kan lämnas ut som allmän handling.",
    apply: "Skicka ansökan",
    leave: "Du har skrivit något som inte är skickat.",
    applied: "Din ansökan är skickad. Din chef ser den på sin startsida.",
    open: (place: string) => `Du har ansökt om att flytta till ${place}`,
    openText: "Din chef tar upp det med dig.",
    withdraw: "Ta tillbaka ansökan",
    withdrawn: "Ansökan är tillbakatagen.",
    earlier: "Tidigare ansökningar",
    none: "Du är inte placerad i någon modell än",
    noneText:
      "När du är placerad kan du ansöka om att flytta. Placeringen kommer ur ett samtal med din chef.",
    link: "Ansök om att flytta",
  },
  outcome: {
    granted: (day: string, by: string) => `Beviljad ${day}${by === "" ? "" : ` av ${by}`}.`,
    declined: (day: string, by: string) => `Avslagen ${day}${by === "" ? "" : ` av ${by}`}.`,
    withdrawn: (day: string) => `Tillbakatagen ${day}.`,
    lapsed: (day: string) => `Upphörde ${day}, när anställningen i yrket slutade.`,
  },
  tasks: {
    title: "Att göra efter flyttar",
    lead: "När någon flyttar i en modell finns det ibland mer att göra. Här står det som är kvar, det äldsta först.",
    caption: "Det som är kvar",
    name: "Medarbetare",
    what: "Att göra",
    moved: "Flytten",
    since: (place: string, day: string) => `${place}, från ${day}`,
    kind: {
      title: (title: string) => `Skriv titeln ${title} i HR-systemet`,
      agreement: () => "Nytt avtal och löneöversyn",
    },
    owner: { manager: "Chefen gör det", hr: "HR gör det" },
    done: "Klart",
    doneAbout: (name: string) => `för ${name}`,
    doneOn: (day: string) => `Klart ${day}`,
    saved: "Markerat som klart.",
    empty: "Inget kvar att göra",
    emptyText: "När någon flyttar och det leder till något mer står det här.",
  },
  posts: {
    link: "Nivåer som är tjänster",
    title: (model: string) => `Tjänster i ${model}`,
    lead: "Till en nivå som är en tjänst flyttar man bara när verksamheten har ett ledigt behov där.",
    levels: "Nivåer som är tjänster",
    hint: "Enheten anger själv hur många den behöver på varje nivå.",
    save: "Spara",
    saved: "Sparat.",
  },
  reasons: {
    unmet: ({ level, text, ...data }: Data) => `${level}: ”${text}” är inte uppfyllt. ${capital(way(data))}.`,
    "unmet-count": ({ count = 0 }: Data) =>
      count === 1
        ? "Ett krav är inte uppfyllt den dagen. Det står under fälten"
        : `${count} krav är inte uppfyllda den dagen. De står under fälten`,
    "unmet-group": ({ level, more, of }: Data) => `${level}: ${more} till behövs av: ${of}.`,
    "despite-missing": () => "Skriv varför flytten görs fast alla krav inte är uppfyllda",
    "no-need-stated": () =>
      "Enheten har inte angett något behov på den nivån. Ange behovet först, om det finns ett.",
    "no-free-need": ({ people, have }: Data) =>
      `Behovet på den nivån är ${people}, och ${have} finns där redan. Det finns inget ledigt behov.`,
    missing: ({ field = "" }: Data) => MISSING[field] ?? "Fyll i fältet",
    "too-long": ({ max = "", length = "" }: Data) => `Texten är ${length} tecken; den får vara högst ${max}`,
    "bad-character": () => "Texten har ett tecken som inte går att spara; skriv om den",
    "unknown-level": () => "Nivån eller spåret finns inte i modellen nu",
    "same-place": () => "Där är du placerad redan",
    "applied-already": () =>
      "Du har redan en ansökan som inte är besvarad. Ta tillbaka den först om du vill ändra",
    "answered-already": () => "Ansökan är redan avslutad; läs vad som gäller nu",
    stale: () => "Någon annan har ändrat medan du hade sidan öppen. Se vad som gäller nu, och spara igen",
    "done-already": () => "Någon annan har redan markerat det som klart",
  },
};
