/** Words of the command line. */
type Data = Readonly<Record<string, string | number>>;

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
`,
  unknown: (command: string) => `Kommandot ${command} finns inte.`,
  missing: (option: string) => `--${option} behövs.`,
  notFound: "Organisationen eller kontot finns inte, eller så har kontot inte rätt till det.",
  noFile: (file: string) => `Filen ${file} går inte att läsa.`,
  added: (name: string) => `${name} är tillagd.`,
  admitted: (member: string, association: string) => `${member} är medlem i ${association}.`,
  invitation: (address: string) => `Länken fungerar en gång, i tre dagar: ${address}`,
  counts: (count: Data) =>
    `${count["join"]} nya, ${count["move"]} byter enhet, ${count["change"]} ändras, ${Number(count["end"]) + Number(count["leavers"])} avslutas, ${count["same"]} oförändrade. ${count["unreadable"]} rader går inte att läsa.`,
  saved: "Sparat.",
  dryRun: "Inget är sparat.",
  row: (line: number, who: string, problem: string) => `Rad ${line}${who ? `, ${who}` : ""}: ${problem}`,
  answer: {
    "leavers-not-confirmed": "Svara ja med --confirm-leavers.",
    "unreadable-not-confirmed": "Lämna raderna utanför med --leave-out-unreadable.",
  },
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
    "already-member": () => "Organisationen är redan medlem den dagen",
  },
};
