/** Words of the command line. */
type Data = Readonly<Record<string, string | number>>;

const filesToo = (files: unknown): string =>
  files === 0 ? "" : files === 1 ? " och en fil" : ` och ${String(files)} filer`;

const rowsOf = (count: unknown): string => (count === 1 ? "En rad" : `${String(count)} rader`);

export const commandLine = {
  help: `Så används kommandona:

  npm run vidga -- organisation add --slug SLUG --name NAMN --kind municipality|region|association|company
      Lägger till en organisation. SLUG är dess namn i adresser.
  npm run vidga -- organisation admit --association SLUG --member SLUG --from DAG
      Skriver in en medlem i ett kommunalförbund.
  npm run vidga -- account add --organisation SLUG --username NAMN --name NAMN [--role ROLL] [--employment-number NR]
      Lägger till ett konto och skriver ut länken där personen väljer sitt lösenord. Den första behöver --role administrator.
  npm run vidga -- import FIL --organisation SLUG --as ANVÄNDARNAMN [--dry-run] [--confirm-leavers] [--leave-out-unreadable]
      Läser in en personalfil, helt eller inte alls.
  npm run vidga -- backup FIL
      Skriver en säkerhetskopia av allt, medan allt är i gång. Skriver aldrig över en fil.
  npm run vidga -- restore FIL [--replace]
      Läser tillbaka en säkerhetskopia, helt eller inte alls, i en tom installation. Med --replace ersätts det som finns.
  npm run vidga -- key replace
      Låter det som finns höra ihop med den nyckel som är satt nu, när den förra är förlorad. Läs docs/operations/backup.md först.
  npm run vidga -- token create --organisation SLUG --account ANVÄNDARNAMN --name NAMN --scopes A,B [--last-day DAG]
      Gör en API-nyckel som handlar för kontot, och skriver ut den en gång.
  npm run vidga -- token list --organisation SLUG
  npm run vidga -- token revoke --organisation SLUG --token DET-DEN-BÖRJAR-MED
      Visar nycklarna, och spärrar en.
  npm run vidga -- take-over FIL --organisation SLUG --as ANVÄNDARNAMN [--dry-run] [--leave-out-unreadable]
      Tar över placeringar ur en fil, helt eller inte alls. Med --titles i stället för FIL: ur HR-systemets titlar.
  npm run vidga -- placements export FIL --organisation SLUG --as ANVÄNDARNAMN [--what placements|hr-titles|titles]
      Tar ut placeringarna, titlarna till HR-systemet eller de lokala titlarna. FIL slutar på .csv, .xlsx eller .json.
  npm run vidga -- model import FIL --organisation SLUG --as ANVÄNDARNAMN [--replace-draft]
      Läser in en modell som ett utkast, helt eller inte alls: en modellfil (.yaml, .json) eller Vidgas lista (.xlsx, .csv).
  npm run vidga -- model export FIL --organisation SLUG --as ANVÄNDARNAMN --model SLUG [--number NR]
      Tar ut en version av modellen; utan --number den som gäller. FIL slutar på .yaml, .json, .xlsx eller .csv.
`,
  unknown: (command: string) => `Kommandot ${command} finns inte.`,
  missing: (option: string) => `--${option} behövs.`,
  notFound: "Organisationen, kontot eller nyckeln finns inte, eller så har kontot inte rätt till det.",
  noFile: (file: string) => `Filen ${file} går inte att läsa.`,
  added: (name: string) => `${name} är tillagd.`,
  admitted: (member: string, association: string) => `${member} är medlem i ${association}.`,
  invitation: (address: string) => `Länken fungerar en gång, i tre dagar: ${address}`,
  counts: (count: Data) =>
    `${count["join"]} nya, ${count["move"]} byter enhet, ${count["change"]} ändras, ${Number(count["end"]) + Number(count["leavers"])} avslutas, ${count["same"]} oförändrade. ${rowsOf(count["unreadable"])} går inte att läsa.`,
  token: {
    made: "Nyckeln visas bara nu:",
    none: "Det finns ingen nyckel.",
    revoked: (token: string) => `${token} är spärrad.`,
  },
  takeOverCounts: (count: {
    readonly place: number;
    readonly same: number;
    readonly conflict: number;
    readonly unreadable: number;
  }) =>
    `${count.place} placeras, ${count.same} är placerade där redan, ${count.conflict} är placerade på annat sätt. ${rowsOf(count.unreadable)} går inte att läsa.`,
  modelSaved: (slug: string, number: number) => `${slug}, version ${number}, är inläst som utkast.`,
  modelReasons: {
    "needs-choices": () =>
      "Kalkylbladet är inte Vidgas egen lista. Läs in det på sidan Lägg till en modell, där du säger vad som är vad.",
  },
  filesAway: (said: string) =>
    `Det gick inte att nå platsen där filer förvaras (${said}). Stämmer VIDGA_FILES och dess nycklar?`,
  noTarget: (file: string) => `Filen ${file} går inte att skriva.`,
  written: (count: number, file: string) => `${rowsOf(count)} i ${file}.`,
  saved: "Sparat.",
  dryRun: "Inget är sparat.",
  row: (line: number, who: string, problem: string) => `Rad ${line}${who ? `, ${who}` : ""}: ${problem}`,
  answer: {
    "leavers-not-confirmed": "Svara ja med --confirm-leavers.",
    "unreadable-not-confirmed": "Lämna raderna utanför med --leave-out-unreadable.",
  },
  neededFile: "Skriv vilken fil det gäller.",
  backedUp: ({ file, rows, tables, files, size }: Data) =>
    `Säkerhetskopian ${file} är klar: ${rows} rader i ${tables} tabeller${filesToo(files)}, ${size}. Förvara den som det den är: alla personuppgifter.`,
  keyNotAlong:
    "Nyckeln VIDGA_SECRET är inte med. Utan den går säkerhetskopian inte att läsa tillbaka: förvara den för sig.",
  keyTaken: "Det som finns hör nu ihop med den här nyckeln. Starta varje server med den.",
  keyThere: "Det som finns hör redan ihop med den här nyckeln. Ingenting är ändrat.",
  fileLost: (name: string) =>
    `Filen ${name} finns inte där filer förvaras, och är inte med. Finns den i en äldre kopia: lägg tillbaka den.`,
  restored: ({ rows, tables, files, madeAt }: Data) =>
    `Tillbakaläst: ${rows} rader i ${tables} tabeller${filesToo(files)}, som de var ${madeAt}. Antal och kontrollsummor stämmer.`,
  migrated: (count: number) =>
    count === 1
      ? "En migrering har tillkommit sedan dess och är gjord."
      : `${count} migreringar har tillkommit sedan dess och är gjorda.`,
  reasons: {
    "not-a-slug": () => "--slug ska vara små bokstäver a–z, siffror och bindestreck",
    missing: () => "--name behövs",
    "too-long": (data: Data) => `Namnet får ha högst ${data["max"]} tecken`,
    taken: () => "Det namnet är upptaget",
    "not-an-association": () => "--association är inget kommunalförbund här",
    "no-such-organisation": () => "--member finns inte",
    itself: () => "Ett förbund kan inte vara medlem i sig självt",
    "not-a-day": () => "--from ska vara en dag, till exempel 2027-01-01",
    "ends-before-it-begins": () => "Medlemskapet slutar innan det börjar",
    "already-member": () => "Organisationen är redan medlem den dagen, eller tillfrågad",
  },
  backupReasons: {
    exists: ({ file }: Data) => `${file} finns redan. Ingenting skrivs över: välj ett annat namn.`,
    "not-writable": ({ file }: Data) => `Det går inte att skriva ${file}: mappen finns inte eller är stängd.`,
    "disk-full": ({ file }: Data) =>
      `Disken är full: ${file} blev inte skriven, och den påbörjade filen är borttagen.`,
    "no-owner": () => "DATABASE_OWNER_URL behövs: bara databasens ägare kan göra det här.",
    "nothing-here": () =>
      "Här finns ingen installation att säkerhetskopiera. Stämmer VIDGA_DATA eller DATABASE_URL?",
    "not-readable": ({ file }: Data) => `Filen ${file} går inte att läsa.`,
    truncated: ({ file }: Data) => `${file} är avbruten: slutet saknas. Ingenting är ändrat.`,
    damaged: ({ file }: Data) =>
      `${file} är skadad: innehållet stämmer inte med sin kontrollsumma. Ingenting är ändrat.`,
    foreign: ({ file }: Data) => `${file} är ingen säkerhetskopia från Vidga. Ingenting är ändrat.`,
    "other-format": ({ file, format }: Data) =>
      `${file} har format ${format}, som den här versionen av Vidga inte kan. Ingenting är ändrat.`,
    "newer-schema": ({ file, migration }: Data) =>
      `${file} är gjord av en nyare version av Vidga (${migration}). Ingenting är ändrat: uppgradera först.`,
    "other-schema": ({ file, why }: Data) =>
      `${file} är gjord av en version av Vidga som inte är en föregångare till den här (${why}). Ingenting är ändrat.`,
    "other-mode": ({ file, mode, here }: Data) =>
      `${file} är ${mode === "demo" ? "demodata" : "skarpa data"}, och här finns ${here === "demo" ? "demodata" : "skarpa data"}. Ingenting är ändrat: läs tillbaka den i en annan mapp eller databas.`,
    "other-key": ({ file }: Data) =>
      `${file} hör ihop med en annan nyckel. Ingenting är ändrat: sätt VIDGA_SECRET till nyckeln från den installationen.`,
    "not-empty": () =>
      "Här finns redan data. Ingenting är ändrat: svara --replace för att ersätta allt som finns.",
    "other-database": () => "Databasen innehåller något annat än Vidga. Ingenting är ändrat.",
    "newer-database": ({ migration }: Data) =>
      `Databasen hör till en annan version av Vidga (${migration}). Ingenting är ändrat.`,
    "in-use": () => "En server använder databasen. Ingenting är ändrat: stoppa den först.",
    "not-as-in-file": ({ table }: Data) =>
      `Det som lästes in i ${table} är inte det som står i filen. Ingenting är ändrat.`,
    "refused-by-database": ({ why }: Data) => `Databasen sade nej: ${why}. Ingenting är ändrat.`,
    "database-gone": () => "Databasen svarar inte. Ingenting är ändrat.",
  },
};
