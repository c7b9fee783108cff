/** Words of the take-over of what was there before Vidga, of local titles, and of taking all of it out again. */
import { staffImport } from "./staff-import.ts";

type Data = Readonly<Record<string, string | number>>;

const rows = (count: number): string => (count === 1 ? "1 rad" : `${count} rader`);
const people = (count: number): string => (count === 1 ? "1 person" : `${count} personer`);
const quoted = (value: string | number | undefined): string => {
  const text = String(value ?? "");
  return `”${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
};

const COLUMNS: Readonly<Record<string, string>> = { model: "Modell", level: "Nivå", title: "Titel" };

/** Says which row of a file it is about. */
const inRow = (data: Data, text: string): string =>
  data["line"] === undefined ? text : `Rad ${data["line"]}: ${text}`;

const titleReasons = {
  "title-twice": (data: Data) =>
    `Titeln ${quoted(data["title"])} står både på ${data["first"]} och på ${data["second"]}. Den kan bara betyda en nivå.`,
  "title-in-other-model": (data: Data) =>
    `Titeln ${quoted(data["title"])} på ${data["place"]} betyder redan ${data["other"]} i ${data["model"]}, som gäller samma yrke`,
  "title-too-long": (data: Data) => `${quoted(data["title"])} är längre än ${data["max"]} tecken`,
  "too-many-titles": (data: Data) => `${data["place"]} har fler än ${data["max"]} titlar`,
  "bad-character": (data: Data) =>
    `En titel på ${data["place"]} har ett tecken som inte går att spara. Skriv om den.`,
  stale: () => "Någon annan har sparat titlarna medan du skrev. Läs vad som gäller nu och spara igen.",
};

export const takeOver = {
  title: "Övertagande av placeringar",
  lead: "Har ni redan koll på vem som är var, i Excel eller i HR-systemets titlar? Ta med det hit. Placeringarna räknas från början, och är märkta som övertagna tills chefen har bekräftat dem i ett samtal.",
  file: {
    title: "Ur en fil",
    lead: "En rad för varje person: anställningsnummer och nivå, och gärna modell, spår, från vilken dag, motivering och källa.",
    label: "Fil med placeringar",
    hint: "CSV, Excel (xlsx) eller JSON. Personnummer behövs inte. Finns de i filen hoppar vi över dem.",
    submit: "Läs in filen",
  },
  titles: {
    title: "Ur HR-systemets titlar",
    lead: (count: number) =>
      count === 1
        ? "1 lokal titel är angiven. Den som har titeln i HR-systemet kan placeras på den nivån."
        : `${count} lokala titlar är angivna. De som har en av titlarna i HR-systemet kan placeras på den nivån.`,
    none: "Ange först vilka titlar som betyder vilken nivå. Utan dem säger titlarna i HR-systemet ingenting om nivån.",
    count: (count: number) => (count === 0 ? "Inga titlar" : count === 1 ? "1 titel" : `${count} titlar`),
    submit: "Se vad titlarna betyder",
    keep: "Lokala titlar",
  },
  out: {
    title: "Ta ut",
    lead: "Filerna har samma kolumner som läses in. Varje person som står i en fil ser i sin logg att den har hämtats.",
    placements: {
      title: "Placeringar som gäller",
      text: "Anställningsnummer, nivå, från vilken dag, motivering, källa och om den är övertagen.",
      filename: "placeringar",
      sheet: "Placeringar",
    },
    "hr-titles": {
      title: "Titlar till HR-systemet",
      text: "Anställningsnummer och den lokala titeln för den nivå där personen är placerad.",
      filename: "titlar-till-hr",
      sheet: "Titlar",
    },
    titles: {
      title: "Lokala titlar",
      text: "Vilka titlar som betyder vilken nivå, i alla modeller.",
      filename: "lokala-titlar",
      sheet: "Lokala titlar",
    },
    csv: "CSV",
    xlsx: "Excel",
    json: "JSON",
  },
  earlier: {
    title: "Tidigare övertaganden",
    caption: "De senaste tio övertagandena",
    file: "Ur",
    when: "När",
    who: "Av",
    state: "Läge",
    result: "Resultat",
    none: "Inget är övertaget än.",
    counts: (place: number, same: number, conflict: number) =>
      `${place} placerade, ${same} oförändrade, ${conflict} som skiljer sig`,
  },
  states: {
    mapping: "Kolumner ska väljas",
    preview: "Väntar på att du godkänner",
    done: "Klart",
    cancelled: "Avbrutet",
  },
  caption: (step: number) => `Steg ${step} av 3`,
  about: (filename: string, by: string, at: string) =>
    by === "" ? `Ur ${filename}, ${at}` : `Ur ${filename}, ${by} ${at}`,
  mapping: {
    ...staffImport.mapping,
    lead: "Vi har gissat utifrån rubrikerna. Rätta det som är fel. Efter varje kolumn står dess första värden.",
    who: "Vem",
    where: "Vilken nivå, och från när",
    why: "Varför",
    fields: {
      employmentNumber: "Anställningsnummer",
      name: "Namn",
      model: "Modell eller yrke",
      level: "Nivå",
      track: "Spår",
      title: "Titel",
      from: "Från och med",
      motivation: "Motivering",
      source: "Källa",
    },
    hints: {
      employmentNumber: "Samma nummer som i personalimporten.",
      name: "Bara för att du ska känna igen raden.",
      model: "Behövs bara för den som har flera yrken med modell.",
      title: "Används där nivån saknas, genom de lokala titlarna.",
      from: "Tomt betyder från i dag.",
      motivation: "Läses av medarbetaren och kan lämnas ut som allmän handling.",
      source: "Tomt betyder filens namn.",
    } as Readonly<Record<string, string>>,
    submit: "Fortsätt: visa vad som händer",
    cancel: "Avbryt",
  },
  preview: {
    title: "Det här händer",
    lead: "Inget är sparat än. Titta igenom listorna och godkänn längst ned. Det som redan finns skrivs aldrig över.",
    changedSince:
      "Något ändrades medan du tittade, så inget sparades. Det här är vad som gäller nu. Titta igenom det igen.",
    summary: (read: number, same: number) =>
      `${rows(read)} ${read === 1 ? "läst" : "lästa"}. ${same} är placerade där redan.`,
    nothing: "Alla är redan placerade där. Det finns inget att ta över.",
    tabs: "Vad som händer",
    lists: {
      place: "Placeras",
      conflict: "Placerade på annat sätt",
      unreadable: "Rader med fel",
      same: "Placerade där redan",
    },
    empty: {
      place: "Ingen placeras.",
      conflict: "Ingen är placerad på något annat sätt.",
      unreadable: "Ingen rad har fel.",
      same: "Ingen är placerad där sedan tidigare.",
    },
    conflictLead: "De här ändras inte. Stämmer filen bättre gör chefen en ny placering efter ett samtal.",
    hidden: (count: number) =>
      count === 1
        ? "1 rad visas inte. Den gäller någon med skyddade uppgifter."
        : `${count} rader visas inte. De gäller personer med skyddade uppgifter.`,
    download: "Ladda ner listan som CSV",
    files: { conflict: "placerade-pa-annat-satt", unreadable: "rader-med-fel" },
    track: "Spår",
    logged: "Att du har läst listan syns i loggen hos dem som står i den.",
    unknownTitles: "Titlar som ingen nivå har",
    unknownTitlesText:
      "De som har de här titlarna placeras inte. Ange titeln på en nivå om den ska betyda något.",
    unknownTitle: (title: string, count: number) => `${title} (${people(count)})`,
    name: "Namn",
    number: "Anst.nr",
    line: "Rad",
    who: "Vem",
    problem: "Vad som är fel",
    unknownWho: "Varken nummer eller namn går att läsa",
    inColumn: (column: string, text: string) => `${column}: ${text}`,
    unit: "Enhet",
    model: "Modell",
    place: "Nivå",
    from: "Från och med",
    source: "Källa",
    instead: "Vad som gäller",
    confirmTitle: "Godkänn",
    nothingTitle: "Ingen placering att ta över",
    confirmText:
      "De som placeras ser det på sin sida, med källan. Deras chefer ser vilka placeringar som ska bekräftas i samtal.",
    confirmLeaveOut: (count: number) => `Ja, lämna ${rows(count)} utanför`,
    confirmLeaveOutHint: (names: string, more: number) =>
      `Gäller ${names}${more > 0 ? ` och ${more} till` : ""}. De placeras inte.`,
    submit: (count: number) => (count === 1 ? "Ta över 1 placering" : `Ta över ${count} placeringar`),
    revise: "Ändra kolumnerna",
    cancel: "Avbryt",
  },
  receipt: {
    title: "Övertagandet är klart",
    lead: "Placeringarna räknas nu, och är märkta som övertagna tills en chef har bekräftat dem i ett samtal. Filen är borttagen.",
    facts: {
      place: "Placerade",
      same: "Placerade där redan",
      conflict: "Placerade på annat sätt, inte ändrade",
      unreadable: "Rader som lämnades utanför",
    },
    units: "Se enheterna",
    another: "Till övertagande",
  },
  cancelled: { title: "Övertagandet är avbrutet", lead: "Inget har ändrats. Filen är borttagen." },
  conflicts: {
    "placed-at": (data: Data) =>
      `${data["level"]}${data["track"] ? `, ${data["track"]}` : ""} sedan ${data["from"]}`,
    "placed-elsewhere": () => "Placerad hos en annan myndighet",
    "placed-then": (data: Data) => `Hade en placering från ${data["from"]} som slutade ${data["to"]}`,
  },
  reasons: {
    ...staffImport.reasons,
    "missing-required": (data: Data) =>
      data["field"] === "employmentNumber"
        ? "Välj kolumnen med anställningsnummer"
        : "Välj kolumnen med nivå, eller med titel",
    "too-late": () => "Övertagandet har redan gått vidare. Titta på hur det ligger till nu.",
    "unreadable-not-confirmed": (data: Data) =>
      `Kryssa i att ${rows(Number(data["count"]))} lämnas utanför, eller rätta filen och läs in den igen`,
    "looked-at-another": () => "Listorna har räknats om sedan du öppnade sidan. Titta igenom dem igen.",
  },
  rowReasons: {
    ...staffImport.rowReasons,
    "unknown-number": (data: Data) => `ingen anställning har numret ${quoted(data["value"])}`,
    "employment-ended": (data: Data) => `anställningen slutade före ${data["to"]}`,
    "employment-not-begun": (data: Data) => `anställningen börjar först ${data["from"]}`,
    "own-row": () => "gäller dig själv. Låt någon annan ta över den",
    "not-in-profession": (data: Data) => `har ingen anställning i yrket ${data["model"]}`,
    "no-model": () => "yrket har ingen modell som gäller i dag",
    "unknown-model": (data: Data) => `det finns ingen modell ${quoted(data["value"])} som gäller i dag`,
    "ambiguous-model": (data: Data) => `kan vara ${data["names"]}. Ange modellen`,
    "unknown-level": (data: Data) =>
      `${data["model"]} har ingen nivå ${quoted(data["value"])}. Nivåerna är ${data["levels"]}`,
    "unknown-track": (data: Data) => `spåret ${quoted(data["value"])} finns inte på nivån ${data["level"]}`,
    "level-without-tracks": (data: Data) =>
      `nivån ${data["level"]} har inga spår, men här står ${quoted(data["value"])}`,
    "track-contradicts": (data: Data) =>
      `${quoted(data["level"])} betyder ett annat spår än ${quoted(data["value"])}`,
    "unknown-title": (data: Data) => `ingen nivå i ${data["model"]} har titeln ${quoted(data["value"])}`,
    "title-of-former-level": (data: Data) =>
      `titeln ${quoted(data["value"])} hör till en nivå som inte längre finns i ${data["model"]}`,
    "day-in-future": (data: Data) => `${data["value"]} har inte varit än`,
    "before-employment": (data: Data) =>
      `${data["value"]} är före anställningen i yrket, som började ${data["from"]}`,
    "several-rows": (data: Data) => `samma person och modell som på rad ${data["otherLine"]}`,
  },
  localTitles: {
    title: (model: string) => `Lokala titlar: ${model}`,
    lead: "Vad heter den som är på nivån i HR-systemet? Skriv en titel på varje rad. Den första skrivs ut till HR-systemet, de andra känns igen när placeringar tas över.",
    hint: "En titel på varje rad",
    former: "Nivåer som inte längre finns",
    formerText: "De fanns i en tidigare version av modellen. Ta bort titlarna om de inte behövs.",
    submit: "Spara titlarna",
    saved: "Titlarna är sparade.",
    stale:
      "Någon annan har sparat titlarna medan du skrev. Vid varje fält som skiljer sig står vad som gäller nu. Det du skrev står kvar. Sparar du igen gäller ditt.",
    now: (text: string) => `Nu gäller: ${text}`,
    nothing: "ingen titel",
    leave: "Du har skrivit något som inte är sparat.",
    noVersion: "Modellen har ingen version än",
    noVersionText: "När den har nivåer kan de få titlar.",
    link: "Lokala titlar",
    reasons: titleReasons,
  },
  titlesFile: {
    title: "Lokala titlar i alla modeller",
    lead: "Vad HR-systemet kallar den som är på en nivå. Öppna en modell för att ändra dess titlar, eller läs in en fil med flera modeller.",
    none: "Inga modeller än",
    noneText: "När det finns en modell kan dess nivåer få titlar.",
    saved: "Titlarna är sparade.",
    fromFile: "Ur en fil",
    fromFileText:
      "Samma kolumner som tas ut: modell, nivå, spår, titel och om titeln skrivs ut till HR-systemet. En modell som står i filen får hela sin lista ur den. Andra modeller ändras inte.",
    file: "Fil med titlar",
    fileHint: "CSV, Excel (xlsx) eller JSON. Du ser vad som ändras innan något sparas.",
    read: "Läs in filen",
    preview: "Det här ändras",
    previewText: "Inget är sparat än.",
    nothing: "Filen stämmer med det som redan finns. Det finns inget att ändra.",
    model: "Modell",
    place: "Nivå",
    before: "Nu",
    after: "Efter",
    noTitle: "Ingen titel",
    save: "Spara titlarna",
    reasons: {
      ...staffImport.reasons,
      "missing-file": () => "Välj en fil",
      "missing-column": (data: Data) => `Filen saknar kolumnen ${COLUMNS[String(data["column"])] ?? ""}`,
      missing: (data: Data) => inRow(data, `${data["column"]} saknas`),
      "too-long": (data: Data) => inRow(data, `${data["column"]} är längre än ${data["limit"]} tecken`),
      "control-character": (data: Data) => inRow(data, `${data["column"]} har ett tecken som inte syns`),
      "direction-character": (data: Data) =>
        inRow(data, `${data["column"]} har ett dolt tecken som vänder på texten`),
      "personal-identity-number": (data: Data) =>
        inRow(data, `${data["column"]} innehåller ett personnummer`),
      "bad-flag": (data: Data) => inRow(data, `${quoted(data["value"])} är varken ja eller nej`),
      "unknown-model": (data: Data) => inRow(data, `det finns ingen modell ${quoted(data["value"])}`),
      "unknown-place": (data: Data) =>
        inRow(data, `${data["model"]} har ingen nivå ${quoted(data["value"])}`),
      ...titleReasons,
    },
  },
};
