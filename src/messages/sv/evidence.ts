/** Words of evidence and experience. */
import { capital } from "../capital.ts";

type Data = Readonly<Record<string, string | number>>;

const MISSING: Readonly<Record<string, string>> = {
  kind: "Välj vad för slags underlag det är",
  what: "Skriv vad underlaget är, till exempel kursens namn",
  issuedOn: "Skriv vilken dag det utfärdades",
  untilOn: "Skriv till och med vilken dag du arbetade där",
  professionId: "Välj vilket yrke tiden gäller",
  how: "Välj hur underlaget kontrollerades",
  checkedOn: "Skriv vilken dag det kontrollerades",
  source: "Skriv i vilket register, till exempel HOSP",
  missing: "Skriv vad som saknas",
  words: "Skriv varför det inte gäller längre",
};

const years = (days: number): string => {
  const whole = Math.floor(days / 365.25);
  const months = Math.floor((days - whole * 365.25) / 30.44);
  const parts = [
    ...(whole > 0 ? [`${whole} år`] : []),
    ...(months > 0 ? [`${months} ${months === 1 ? "månad" : "månader"}`] : []),
  ];
  return parts.length > 0 ? `ungefär ${parts.join(" och ")}` : `${days} ${days === 1 ? "dag" : "dagar"}`;
};

export const evidence = {
  kinds: {
    licence: "Legitimation",
    degree: "Examen",
    specialist: "Specialistbevis",
    course: "Kurs",
    experience: "Tid i yrket hos någon annan",
    merit: "Merit, till exempel handledning",
  },
  standing: {
    waiting: "Väntar på kontroll",
    returned: "Behöver kompletteras",
    counts: "Gäller",
    "not-yet": "Gäller inte än",
    expired: "Har gått ut",
    withdrawn: "Återtaget",
    superseded: "Ersatt av ett nyare",
  },
  how: {
    "original-shown": "Originalet visades",
    register: "Uppgiften kontrollerades i ett register",
    file: "Filen granskades",
  },
  checkedAs: {
    manager: "chef",
    deputy: "ställföreträdare för chefen",
    "manager-above": "överordnad chef",
  },
  page: {
    mine: "Mina underlag",
    title: (name: string) => `${name}, underlag`,
    leadMine: "Legitimation, examen, kurser och tid i yrket: det som visar att du uppfyller formella krav.",
    lead: "Legitimation, examen, kurser och tid i yrket: det som visar att formella krav är uppfyllda.",
    add: "Lägg till underlag",
    addShown: "Anteckna underlag som du har sett",
    saved: "Sparat.",
    handedIn: "Tack! Underlaget väntar nu på att din chef kontrollerar det.",
    caption: "Underlag",
    what: "Underlag",
    dates: "Utfärdat",
    good: "Gäller till och med",
    goodAlways: "tills vidare",
    state: "Läge",
    meets: "Visar att du uppfyller",
    meetsOther: "Krav som det visar",
    meetsNothing: "Inget krav än",
    notNow: "inte nu",
    until: (day: string) => `till och med ${day}`,
    empty: "Inga underlag än",
    emptyMine:
      "Börja med det du har närmast till hands, till exempel din legitimation. Du visar originalet för din chef, som antecknar att det är kontrollerat.",
    emptyText: "När underlag har lagts till visas de här, med vilka krav de uppfyller och hur länge.",
  },
  experience: {
    title: "Tid i yrket",
    lead: "Räknad från anställningarna här och från kontrollerad tid hos andra. Anställningar samtidigt räknas en gång, oavsett tjänstgöringsgrad.",
    none: "Det finns ingen tid i något yrke att räkna än.",
    total: (profession: string, days: number) => `${capital(profession)}: ${years(days)} till och med i dag`,
    periods: "Det som räknas",
    now: "tills vidare",
    elsewhere: "hos någon annan",
    leaveAll: "All ledighet räknas som tid i yrket. Så har arbetsgivaren bestämt.",
    leaveNone: "Ledighet räknas inte som tid i yrket. Så har arbetsgivaren bestämt.",
    leaveUpTo: (days: number) =>
      `En ledighet på högst ${days} dagar räknas som tid i yrket, en längre räknas inte alls. Så har arbetsgivaren bestämt.`,
    leaves: "Ledighet",
    leaveCounted: "räknas",
    leaveLeftOut: "räknas inte",
    reached: "Krav på tid",
    months: (months: number) =>
      months % 12 === 0 ? `${months / 12} år` : months === 1 ? "1 månad" : `${months} månader`,
    reachedOn: (day: string) => `nåddes ${day}`,
    willReach: (day: string) => `nås ${day}, om arbetet fortsätter`,
    notReached: "nås inte av den tid som är känd",
  },
  form: {
    titleMine: "Lägg till underlag",
    title: (name: string) => `Anteckna underlag för ${name}`,
    leadMine: "Skriv vad du har. Sedan visar du originalet för din chef, som kontrollerar det.",
    leadFiles:
      "Skriv vad du har, och lägg till intyget som fil eller visa originalet för din chef, som kontrollerar det.",
    lead: "Anteckna det som du har sett i original, eller själv har slagit upp i ett register.",
    renews: (what: string, day: string) =>
      `Det här förnyar ${what} från ${day}. Det gamla gäller som förut tills det nya är kontrollerat.`,
    kind: "Vad är det för underlag?",
    what: "Vad heter det?",
    whatHint: "Till exempel Legitimation som fysioterapeut, eller kursens namn och vem som gav den.",
    issuedOn: "Utfärdat",
    issuedOnHint: "Dagen på intyget. För tid i yrket: första dagen.",
    expiresThrough: "Gäller till och med",
    expiresHint: "Lämna tomt om det gäller tills vidare.",
    experience: "Bara för tid i yrket hos någon annan",
    experienceHint: "Lämna tomt för andra underlag. Tid hos den här arbetsgivaren räknas av sig själv.",
    workedThrough: "Till och med",
    professionId: "Yrke",
    choose: "Välj",
    requirements: "Vilka krav uppfyller det?",
    requirementsHint: "Välj dem du känner igen. Den som kontrollerar kan ändra.",
    requirementsHintCheck: "Välj de krav som underlaget visar.",
    noRequirements: "Det finns inga formella krav i de modeller som gäller ditt yrke just nu.",
    earlier: "från en tidigare version",
    seenWhere: "Var kan originalet ses?",
    seenWhereHint: "Till exempel: jag tar med det till samtalet. Skriv inte personnummer.",
    readers: "Det du skriver läses av dig själv och din chef och kan lämnas ut som allmän handling.",
    readersOther: "Det du skriver läses av medarbetaren och kan lämnas ut som allmän handling.",
    submitMine: "Lämna till kontroll",
    submit: "Spara som kontrollerat",
    resubmit: "Spara och lämna till kontroll igen",
    takeBack: "Ta tillbaka",
    leave: "Du har skrivit något som inte är sparat.",
    check: "Kontrollen",
    how: "Hur kontrollerades det?",
    checkedOn: "Vilken dag?",
    source: "Register eller utfärdare",
    sourceHint:
      "För en legitimation: HOSP, Socialstyrelsens register. Behövs när uppgiften är slagen i ett register.",
  },
  piece: {
    kind: "Slag",
    issued: "Utfärdat",
    worked: "Arbetade",
    period: (from: string, to: string) => `${from} till och med ${to}`,
    good: "Gäller till och med",
    always: "Tills vidare",
    was: (day: string) =>
      `Gällde till och med ${day}. Det står kvar som historia och uppfyller inget krav i dag.`,
    wasWaiting: (day: string) =>
      `Gällde till och med ${day}. Det kan kontrolleras och står då kvar som historia, men uppfyller inget krav i dag.`,
    seenWhere: "Var originalet kan ses",
    files: "Filer",
    checked: "Kontrollerat",
    checkedBy: (day: string, by: string, as: string) => `${day} av ${by}, ${as}`,
    hidden: "någon vars namn inte visas",
    how: "Hur",
    source: "Källa",
    waiting: "Underlaget uppfyller inga krav förrän det är kontrollerat.",
    waitingFiles: "Din chef granskar det du har lämnat. Tills det är kontrollerat uppfyller det inga krav.",
    waitingOwn: "Visa originalet för din chef. Tills det är kontrollerat uppfyller det inga krav.",
    returned: "Det här behöver kompletteras",
    returnedBy: (by: string) => `${by} skriver:`,
    edit: "Ändra och lämna igen",
    check: "Kontrollera",
    checkLead: "Har du sett originalet, eller slagit upp uppgiften i ett register?",
    checkLeadFiles: "Har du sett originalet, slagit upp uppgiften i ett register eller granskat filen?",
    checkSubmit: "Spara kontrollen",
    giveBack: "Något saknas",
    missing: "Vad saknas?",
    giveBackSubmit: "Lämna tillbaka",
    link: "Uppfyller det fler krav?",
    linkLead:
      "Det som redan är valt står kvar. Är något fel återtar du underlaget och antecknar det på nytt.",
    linkSubmit: "Spara kraven",
    withdraw: "Det gäller inte längre",
    withdrawLead:
      "Från och med i dag uppfyller underlaget inga krav. Ersatte det ett äldre gäller det äldre igen, så länge det själv gäller. Historiken står kvar.",
    words: "Varför?",
    withdrawSubmit: "Återta underlaget",
    renew: "Förnya",
    renewShown: "Anteckna ett nyare",
    newer: "Det nyare underlaget",
    older: "Det som det förnyar",
    meets: "Krav",
    history: "Vad som har hänt",
    events: {
      added: "Lades till",
      changed: "Ändrades och lämnades igen",
      returned: "Lämnades tillbaka",
      checked: "Kontrollerades",
      linked: "Fler krav lades till",
      withdrawn: "Återtogs",
      superseded: "Ersattes av ett nyare",
    },
  },
  files: {
    choose: "Lägg till intyget som fil",
    chooseShown: "Lägg till filer",
    hint: (most: number, megabytes: number) =>
      `PDF, JPEG eller PNG, högst ${most} filer och ${megabytes} MB var. Var och när ett foto togs sparas inte: det tas bort ur bilden. De som ser underlaget kan läsa filerna, och de kan lämnas ut som allmän handling.`,
    number: "Täck gärna över personnumret först: det behövs inte.",
    again: "Välj filerna igen: webbläsaren skickar dem bara en gång.",
    drop: "Ta bort filer",
    size: (bytes: number) =>
      bytes < 1_000_000
        ? `${Math.ceil(bytes / 1000)} kB`
        : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`,
  },
  unit: {
    title: (unit: string) => `Underlag i ${unit}`,
    lead: (waiting: number) =>
      waiting === 0
        ? "Inget väntar på kontroll."
        : waiting === 1
          ? "Ett underlag väntar på kontroll."
          : `${waiting} underlag väntar på kontroll.`,
    caption: "Väntar på kontroll, eller går ut inom 90 dagar",
    name: "Namn",
    what: "Underlag",
    issued: "Utfärdat",
    state: "Läge",
    ended: (day: string) => `Gällde till och med ${day}`,
    ends: (day: string) => `Gäller till och med ${day}`,
    renewal: "förnyelse väntar på kontroll",
    empty: "Inget att ta hand om",
    emptyText: "När någon lämnar ett underlag, eller när ett går ut inom 90 dagar, visas det här.",
    units: "Enheter",
  },
  reasons: {
    missing: ({ field }: Data) => MISSING[String(field)] ?? "Fyll i fältet",
    "too-long": ({ max }: Data) => `Skriv högst ${max} tecken`,
    "not-a-kind": () => "Välj vad för slags underlag det är",
    "not-a-day": () => "Skriv dagen som år, månad och dag, till exempel 2026-03-31",
    "in-future": ({ field }: Data) =>
      field === "checkedOn"
        ? "Dagen för kontrollen har inte varit än"
        : "Dagen har inte varit än. Lägg till underlaget när du har fått det.",
    "ends-before-it-begins": ({ field }: Data) =>
      field === "untilOn"
        ? "Sista dagen är före den första. Se efter om dagarna har blivit omkastade."
        : "Det gick ut innan det utfärdades. Se efter om dagarna har blivit omkastade.",
    "ends-in-future": () => "Skriv tid som har varit. Det som är kvar kan du lägga till efteråt.",
    "identity-number": () =>
      "Det ser ut att finnas ett personnummer i texten. Ta bort det: det behövs inte, för originalet visar redan vem det gäller.",
    "not-a-requirement": () => "Ett av kraven finns inte längre. Välj bland dem som visas nu.",
    "not-a-profession": () => "Välj ett yrke i listan",
    "not-a-way": () => "Välj hur underlaget kontrollerades",
    "no-file": () => "Underlaget har ingen fil att granska. Välj hur det kontrollerades i stället.",
    "files-off": () => "Filer sparas inte här. Visa originalet för den som kontrollerar.",
    "too-many-files": ({ most, already }: Data) =>
      Number(already) > 0
        ? `Ett underlag kan ha högst ${most} filer, och det har redan ${already}. Ta bort någon, eller välj färre.`
        : `Välj högst ${most} filer. Är det fler papper går det att lägga dem som ett underlag till.`,
    "file-empty": ({ name }: Data) => `${name} är tom. Se efter att det är rätt fil.`,
    "file-too-large": ({ name, megabytes }: Data) =>
      `${name} är större än ${megabytes} MB. Spara den i en mindre storlek, eller fotografera pappret.`,
    "file-not-taken": ({ name }: Data) =>
      `${name} är varken PDF, JPEG eller PNG, vad den än heter. Spara intyget som PDF eller fotografera det.`,
    "file-active": ({ name }: Data) =>
      `${name} innehåller skript eller andra filer, och tas därför inte emot. Öppna den, välj Skriv ut och Spara som PDF, och lägg till den nya filen.`,
    "file-damaged": ({ name }: Data) =>
      `${name} är skadad eller inte hel. Spara bilden på nytt eller ta ett nytt foto, och välj det.`,
    "file-name-too-long": ({ name }: Data) =>
      `Namnet på ${name} är för långt. Döp om filen och välj den igen.`,
    "file-name-path": ({ name }: Data) =>
      `Namnet ${name} innehåller ett snedstreck. Döp om filen och välj den igen.`,
    "file-name-hidden": ({ name }: Data) =>
      `Namnet på ${String(name) || "filen"} innehåller tecken som inte syns. Döp om filen och välj den igen.`,
    "file-name-number": ({ name }: Data) =>
      `Det ser ut att finnas ett personnummer i namnet ${name}. Döp om filen och välj den igen.`,
    "checked-before-issued": () => "Kontrollen kan inte vara före dagen då underlaget utfärdades",
    "nothing-to-renew": () =>
      "Underlaget som skulle förnyas är redan ersatt eller återtaget. Lägg till det nya för sig.",
    "renewal-not-later": ({ day }: Data) => `Det nya ska vara utfärdat efter det gamla, som är från ${day}`,
    "changed-meanwhile": () =>
      "Någon annan har gjort något med underlaget sedan du öppnade sidan. Läs det som står nu. Det du skrev finns kvar.",
  },
};
