/** Words of the staff import. */
type Data = Readonly<Record<string, string | number>>;

const MEGABYTE = 1024 * 1024;
const megabytes = (bytes: string | number | undefined): string =>
  `${Math.round(Number(bytes) / MEGABYTE)} MB`;
const rows = (count: number): string => (count === 1 ? "1 rad" : `${count} rader`);
const employments = (count: number): string => (count === 1 ? "1 anställning" : `${count} anställningar`);

/** A value from the file, quoted and not too long. */
const quoted = (value: string | number | undefined): string => {
  const text = String(value ?? "");
  return `”${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
};

const KINDS: Readonly<Record<string, string>> = {
  png: "en bild",
  jpeg: "en bild",
  gif: "en bild",
  tiff: "en bild",
  webp: "en bild",
  heic: "en bild",
  pdf: "en PDF",
  html: "en webbsida",
  xml: "en XML-fil",
  zip: "ett zip-arkiv",
  gzip: "en packad fil",
  "7z": "en packad fil",
  rar: "en packad fil",
  rtf: "ett textdokument",
  program: "ett program",
};

export const staffImport = {
  title: "Import av personal",
  lead: "Hämta en fil ur HR-systemet och läs in den här. Du ser allt som ändras innan något sparas.",
  begin: {
    title: "Läs in en fil",
    file: "Fil från HR-systemet",
    fileHint:
      "CSV, Excel (xlsx) eller JSON, högst 30 MB. Personnummer behövs inte. Finns de i filen hoppar vi över dem.",
    submit: "Läs in filen",
    busy: (name: string, filename: string) =>
      `${name || "Någon annan"} håller på med en import av filen ${filename}. Prata ihop er. Du kan ändå fortsätta: ändras något medan du tittar får du se det innan något sparas.`,
  },
  template: {
    title: "Har du ingen fil än?",
    lead: "Hämta en mall med rubriker och två rader att byta ut. HR-systemets egna rubriker fungerar också.",
    csv: "Mall för CSV",
    xlsx: "Mall för Excel",
    json: "Mall för JSON",
    filename: "personal-mall",
    sheet: "Personal",
  },
  placements: {
    title: "Placeringar och titlar",
    lead: "Vet ni redan vem som är på vilken nivå? Ta över det när personalen är inläst. Här tar du också ut placeringar, och titlar till HR-systemet.",
    go: "Övertagande av placeringar",
  },
  earlier: {
    title: "Tidigare importer",
    caption: "De senaste tio importerna",
    when: "När",
    file: "Fil",
    who: "Av",
    state: "Läge",
    result: "Resultat",
    none: "Ingen har läst in någon fil än. När du gör det syns den här.",
    counts: (join: number, changes: number, end: number) =>
      `${join} ${join === 1 ? "ny" : "nya"}, ${changes} ${changes === 1 ? "ändrad" : "ändrade"}, ${end} ${end === 1 ? "avslutad" : "avslutade"}`,
  },
  states: {
    mapping: "Kolumner ska väljas",
    comparing: "Jämförs",
    preview: "Väntar på att du godkänner",
    queued: "Väntar på sin tur",
    applying: "Sparas",
    done: "Klar",
    refused: "Stoppad",
    cancelled: "Avbruten",
  },
  steps: {
    caption: (step: number) => `Steg ${step} av 3`,
  },
  about: (filename: string, by: string, at: string) =>
    by === "" ? `${filename}, inläst ${at}` : `${filename}, inläst av ${by} ${at}`,
  mapping: {
    title: "Vilken kolumn är vad?",
    lead: "Vi har gissat utifrån rubrikerna. Rätta det som är fel. Efter varje kolumn står dess första värden. Valet sparas till nästa gång.",
    format: (format: string, encoding: string, delimiter: string) =>
      `Filen är läst som ${format}${encoding}${delimiter}.`,
    encodings: {
      "utf-8": "UTF-8",
      "utf-16le": "UTF-16",
      "utf-16be": "UTF-16",
      "windows-1252": "Windows-1252",
    },
    delimiters: {
      ";": "semikolon mellan kolumnerna",
      ",": "komma mellan kolumnerna",
      "\t": "tabb mellan kolumnerna",
    },
    field: "Uppgift",
    column: "Kolumn i filen",
    none: "Finns inte i filen",
    choice: (column: string, values: string) => (values === "" ? `${column} (tom)` : `${column} (${values})`),
    dropped: (columns: string) => `Vi läser inte ${columns}. Där står personnummer, och de sparas aldrig.`,
    hashed: (column: string) =>
      `Filen saknar anställningsnummer. Vi känner därför igen varje anställning på en krypterad nyckel, räknad ur ${column} och första anställningsdagen. Personnumret sparas aldrig. Ett anställningsnummer är säkrare: lägg till det om ni kan.`,
    unused: (columns: string) => `De här kolumnerna används inte: ${columns}.`,
    groups: {
      person: "Personen",
      employment: "Anställningen",
      place: "Var personen arbetar",
      absence: "Frånvaro",
    },
    fields: {
      employmentNumber: "Anställningsnummer",
      personKey: "Nyckel för personen",
      givenName: "Förnamn",
      familyName: "Efternamn",
      fullName: "Hela namnet",
      email: "E-post",
      unitCode: "Enhetens kod",
      unitName: "Enhetens namn",
      unitPath: "Enhetens väg från toppen",
      managerNumber: "Chefens anställningsnummer",
      title: "Titel",
      professionCode: "Yrkets kod",
      aid: "AID",
      form: "Anställningsform",
      extent: "Sysselsättningsgrad",
      from: "Första dag",
      to: "Sista dag",
      main: "Huvudanställning",
      leaveFrom: "Frånvarande från",
      leaveTo: "Frånvarande till",
      protectedIdentity: "Skyddade uppgifter",
    },
    hints: {
      employmentNumber: "Samma nummer känner igen anställningen varje gång.",
      personKey: "HR-systemets eget id för den som har flera anställningar. Aldrig personnummer.",
      fullName: "Om för- och efternamn inte har egna kolumner.",
      unitCode: "Koden räcker. Annars namnet, eller vägen: Vård > Rehab > Rehab Norr.",
      to: "Tomt betyder tills vidare.",
      leaveFrom: "Bara att någon är frånvarande, aldrig varför.",
      protectedIdentity: "En fil kan sätta skyddet men aldrig ta bort det.",
    } as Readonly<Record<string, string>>,
    submit: "Fortsätt: visa vad som ändras",
    cancel: "Avbryt importen",
  },
  progress: {
    comparing: "Vi jämför filen med det som finns",
    applying: "Vi sparar ändringarna",
    lead: "Du kan lämna sidan. Arbetet fortsätter, och du hittar tillbaka under Tidigare importer.",
    label: "Så långt har vi kommit",
    refresh: "Uppdatera sidan",
    ready: "Nu är det klart. Gå vidare.",
    steps: {
      waiting: "Väntar på sin tur",
      reading: "Läser filen",
      comparing: "Jämför med det som finns",
      people: "Sparar personer",
      employments: "Sparar anställningar",
      managers: "Sparar chefer",
      following: "Ser till att placeringar följer med",
    },
    text: (step: string, done: number, total: number) => `${step}. Steg ${done} av ${total}.`,
  },
  preview: {
    title: "Det här ändras",
    lead: "Inget är sparat än. Titta igenom listorna och godkänn längst ned.",
    changedSince:
      "Något ändrades medan du tittade, så inget sparades. Det här är vad som gäller nu. Titta igenom det igen.",
    nothing: "Filen stämmer med det som redan finns. Det finns inget att ändra.",
    summary: (read: number, same: number) => `${rows(read)} i filen. ${same} är oförändrade.`,
    tabs: "Vad som ändras",
    lists: {
      join: "Börjar",
      move: "Byter enhet",
      change: "Ändras",
      end: "Slutar",
      managers: "Chefer",
      unreadable: "Går inte att läsa",
    },
    empty: {
      join: "Ingen börjar.",
      move: "Ingen byter enhet.",
      change: "Inget annat ändras.",
      end: "Ingen slutar.",
      managers: "Inga chefer ändras.",
      unreadable: "Alla rader går att läsa.",
    },
    hidden: (count: number) =>
      count === 1
        ? "1 rad visas inte. Den gäller någon med skyddade uppgifter."
        : `${count} rader visas inte. De gäller personer med skyddade uppgifter.`,
    download: "Ladda ner listan som CSV",
    file: "rader-med-fel",
    logged: "Att du har läst listan syns i loggen hos dem som finns i registret.",
    name: "Namn",
    number: "Anst.nr",
    line: "Rad",
    unit: "Enhet",
    title2: "Titel",
    from: "Från",
    fromUnit: "Från enhet",
    toUnit: "Till enhet",
    changes: "Ändring",
    lastDay: "Sista dag",
    never: "Börjar aldrig",
    why: "Varför",
    notInFile: "Finns inte i filen",
    ended: "Har slutat enligt filen",
    returns: "Kommer tillbaka",
    noProfession: "Yrke utan modell",
    current: "Nu",
    next: "Efter",
    note: "Anmärkning",
    nobody: "Ingen",
    unnamed: "Visas inte",
    who: "Vem",
    problem: "Vad som är fel",
    inColumn: (column: string, text: string) => `${column}: ${text}`,
    unknownWho: "Varken nummer eller namn går att läsa",
    parts: {
      name: "Namn",
      email: "E-post",
      unit: "Enhet",
      profession: "Yrke",
      title: "Titel",
      aid: "AID",
      form: "Anställningsform",
      extent: "Sysselsättningsgrad",
      main: "Huvudanställning",
      from: "Första dag",
      to: "Sista dag",
      leave: "Frånvaro",
    },
    protectedMark: "Får skyddade uppgifter",
    personKey: "Ny nyckel för personen",
    values: {
      none: "inget",
      openEnded: "tills vidare",
      yes: "ja",
      no: "nej",
      permanent: "tillsvidare",
      "fixed-term": "tidsbegränsad",
      hourly: "timavlönad",
    },
    fromTo: (before: string, after: string) => `${before} → ${after}`,
    managerKinds: {
      set: "Ny chef",
      vacant: "Ingen chef",
      several: "Flera chefer anges, ingen ändring",
      unknown: "Chefen finns inte i personalen, ingen ändring",
      circle: "Skulle bli chef över sin egen chef, ingen ändring",
    },
    confirmTitle: "Godkänn",
    confirmLeavers: (count: number, share: number) =>
      `Ja, ${employments(count)} ska avslutas (${share} procent av alla)`,
    confirmLeaversHint:
      "Det är ovanligt många. Kontrollera att filen är hel. De som avslutas kan inte längre logga in, och deras placeringar avslutas.",
    confirmLeaveOut: (count: number) => `Ja, lämna ${rows(count)} utanför`,
    confirmLeaveOutHint: (names: string, more: number) =>
      `Gäller ${names}${more > 0 ? ` och ${more} till` : ""}. De ändras inte och avslutas inte.`,
    nameless: (count: number) =>
      `${rows(count)} saknar både nummer och namn. Den som raden gäller kan finnas bland dem som slutar.`,
    leavesOneself:
      "Du själv finns inte i filen. Om du godkänner avslutas din anställning, och du kan inte längre logga in.",
    submit: "Godkänn och spara",
    revise: "Ändra kolumnerna",
    cancel: "Avbryt importen",
    pages: "Sidor i listan",
  },
  receipt: {
    title: "Importen är klar",
    lead: (day: string) => `Ändringarna gäller från ${day}. Filen är borttagen.`,
    facts: {
      join: "Nya anställningar",
      move: "Byten av enhet",
      change: "Andra ändringar",
      end: "Avslutade anställningar",
      managers: "Ändrade chefer",
      same: "Oförändrade",
      unreadable: "Rader som lämnades utanför",
    },
    units: "Se enheterna",
    another: "Läs in en fil till",
  },
  refused: {
    title: "Importen stoppades",
    lead: "Inget har ändrats. Filen är borttagen.",
    again: "Läs in en ny fil",
  },
  cancelled: {
    title: "Importen är avbruten",
    lead: "Inget har ändrats. Filen är borttagen.",
  },
  reasons: {
    missing: () => "Välj en fil",
    empty: () => "Filen är tom",
    "not-a-table": (data: Data) =>
      `Filen är ${KINDS[String(data["kind"])] ?? "inte en tabell"}. Spara den som CSV, Excel eller JSON.`,
    "old-excel": () => "Filen är i det gamla Excelformatet. Öppna den i Excel och spara som xlsx.",
    "macro-file": () => "Filen innehåller makron. Spara den som vanlig Excelfil (xlsx).",
    encrypted: () => "Filen är låst med lösenord. Ta bort lösenordet och läs in den igen.",
    "external-entities": () =>
      "Filen hänvisar till annat utanför sig själv och läses därför inte. Spara den på nytt ur HR-systemet.",
    damaged: () => "Filen är trasig. Hämta den på nytt ur HR-systemet.",
    "too-large": (data: Data) =>
      `Filen är ${megabytes(data["bytes"])}. Högst ${megabytes(data["limit"])} går att läsa in.`,
    "too-large-unpacked": (data: Data) =>
      `Filen blir för stor när den packas upp. Högst ${megabytes(data["limit"])} går att läsa in.`,
    "too-many-rows": (data: Data) => `Filen har för många rader. Högst ${data["limit"]} går att läsa in.`,
    "too-many-columns": (data: Data) =>
      `Filen har ${data["columns"]} kolumner. Högst ${data["limit"]} går att läsa in.`,
    "unknown-encoding": () => "Texten går inte att tyda. Spara filen som UTF-8 och läs in den igen.",
    "unclosed-quote": (data: Data) => `Ett citattecken på rad ${data["line"]} stängs aldrig.`,
    "no-header": (data: Data) =>
      `Rad ${data["line"]} ska vara rubriker, men ser ut som en person. Lägg till en rad med rubriker.`,
    "duplicate-header": (data: Data) => `Två kolumner heter ${quoted(data["column"])}. Byt namn på den ena.`,
    "no-such-sheet": (data: Data) => `Det finns inget blad som heter ${quoted(data["sheet"])}.`,
    "bad-json": (data: Data) =>
      data["line"] === undefined
        ? "Filen är inte riktig JSON."
        : `Filen är inte riktig JSON. Felet är på rad ${data["line"]}.`,
    "too-deep-json": () => "Filen har värden inuti värden i för många led.",
    "missing-required": (data: Data) =>
      data["field"] === "employmentNumber"
        ? "Välj kolumnen med anställningsnummer"
        : data["field"] === "from"
          ? "Välj kolumnen med första dag"
          : data["field"] === "unitCode"
            ? "Välj kolumnen med enhetens kod, namn eller väg"
            : data["field"] === "givenName"
              ? "Välj kolumnen med förnamn, eller med hela namnet"
              : "Välj kolumnen med efternamn, eller med hela namnet",
    "mapped-twice": (data: Data) => `Kolumnen ${quoted(data["column"])} är vald två gånger`,
    "header-gone": (data: Data) => `Kolumnen ${quoted(data["column"])} finns inte i filen`,
    "personal-identity-column": (data: Data) =>
      `Kolumnen ${quoted(data["column"])} har personnummer och kan inte användas`,
    "too-late": () => "Importen har redan gått vidare. Titta på hur den ligger till nu.",
    "looked-at-another": () => "Listorna har räknats om sedan du öppnade sidan. Titta igenom dem igen.",
    "leavers-not-confirmed": (data: Data) =>
      `Kryssa i att ${employments(Number(data["count"]))} ska avslutas, eller avbryt`,
    "unreadable-not-confirmed": (data: Data) =>
      `Kryssa i att ${rows(Number(data["count"]))} lämnas utanför, eller rätta filen och läs in den igen`,
    "reporting-circle": (data: Data) =>
      `Cheferna skulle bli chefer över varandra${data["names"] ? ` (${data["names"]})` : ""}. Rätta enheten eller chefen i HR-systemet och läs in filen igen.`,
    failed: () =>
      "Något oväntat hände. Felet är noterat. Försök igen, och kontakta den som sköter systemet om det händer igen.",
    busy: () => "En annan import pågår just nu. Försök igen om en stund.",
    "changed-since": () => "Något ändrades medan importen pågick. Inget är sparat. Kör den igen.",
  },
  rowReasons: {
    "cell-too-long": (data: Data) => `längre än ${data["limit"]} tecken`,
    "nul-character": () => "innehåller ett tecken som inte är text",
    "garbled-text": () => "har förstörda bokstäver, troligen fel teckenkodning när filen sparades",
    "stray-quote": () => "har text efter ett citattecken",
    "cell-error": () => "visar ett fel i Excel",
    "nested-value": () => "har en lista där det ska stå text",
    "uneven-row": (data: Data) => `Raden har ${data["cells"]} celler men filen ${data["columns"]} kolumner`,
    missing: () => "saknas",
    "too-long": (data: Data) => `längre än ${data["limit"]} tecken`,
    "control-character": () => "har ett tecken som inte syns",
    "direction-character": () => "har ett dolt tecken som vänder på texten",
    "personal-identity-number": () => "innehåller ett personnummer",
    "bad-identity-number": () => "är inget riktigt personnummer",
    "bad-day": (data: Data) => `${quoted(data["value"])} är ingen dag. Skriv till exempel 2026-11-22`,
    "start-too-far": (data: Data) => `${data["value"]} är mer än ett år bort`,
    "end-before-start": (data: Data) => `slutar ${data["to"]}, före första dagen ${data["from"]}`,
    "leave-without-start": () => "frånvaron saknar första dag",
    "leave-end-before-start": (data: Data) => `frånvaron slutar ${data["to"]}, före ${data["from"]}`,
    "bad-extent": (data: Data) => `${quoted(data["value"])} är ingen sysselsättningsgrad`,
    "extent-over-100": (data: Data) => `${quoted(data["value"])} är mer än 100 procent`,
    "extent-unclear": (data: Data) =>
      `${quoted(data["value"])} kan vara en procent eller heltid. Skriv 100 eller 0,01`,
    "bad-flag": (data: Data) => `${quoted(data["value"])} är varken ja eller nej`,
    "bad-email": () => "är ingen e-postadress",
    "name-not-split": () => "går inte att dela i för- och efternamn",
    "duplicate-key": (data: Data) => `samma nummer som på rad ${data["otherLine"]}`,
    "person-differs": (data: Data) => `samma nyckel som på rad ${data["otherLine"]}, men ett annat namn`,
    "several-main": (data: Data) => `två huvudanställningar samtidigt, se rad ${data["otherLine"]}`,
    "manager-cycle": (data: Data) => `är chef över sin egen chef, se rad ${data["otherLine"]}`,
    "unknown-unit": (data: Data) => `det finns ingen enhet ${quoted(data["value"])} i dag`,
    "ambiguous-unit": (data: Data) => `flera enheter heter ${quoted(data["value"])}. Använd enhetens kod`,
    "number-reused": () => "numret hörde till någon annan, som har slutat",
    "future-start": (data: Data) => `Börjar ${data["value"]}`,
    "unknown-form": (data: Data) => `Okänd anställningsform ${quoted(data["value"])}`,
    "shared-email": (data: Data) => `Samma e-post som på rad ${data["otherLine"]}`,
  },
};
