/** Words of the front page and of everyone's own start page. */
import { capital } from "../capital.ts";
import { withArticle, yourOwn } from "../gender.ts";

const COUNTS = "ingen en två tre fyra fem sex sju åtta nio tio elva tolv".split(" ");
/** A number in running text: in letters up to twelve. */
const inLetters = (count: number): string => COUNTS[count] ?? String(count);

export const desk = {
  welcome: {
    title: "Kompetens som syns, och vägar vidare",
    lead: "Här beskriver kommuner och regioner vad yrken kräver och ger, och var var och en är på sin väg.",
    demo: "Det här är en demonstration. Alla personer och texter är påhittade, och det organisationerna gör här har de inte gjort på riktigt.",
    empty: {
      title: "Ingen organisation än",
      text: "Lägg till den första med kommandot npm run vidga -- organisation add.",
    },
    begin: "Börja här",
    beginLead: "Här finns mest att se. Logga in med ett klick som en av de påhittade personerna.",
    members: (association: string) => `${association} och dess medlemmar`,
    kinds: {
      municipality: "Kommuner",
      region: "Regioner",
      association: "Kommunalförbund",
      company: "Bolag",
    },
    models: "Läs modellerna",
    listedModels: "Modeller",
    signIn: "Logga in",
  },
  start: {
    title: (name: string) => `Hej ${name}`,
    lead: {
      answer: "Du har en ny placering att läsa. Säg gärna om du ser det på ett annat sätt.",
      talk: (kind: string, when: string) => `${capital(yourOwn(kind))} är ${when}.`,
      sheet: {
        waits: "Din självskattning väntar på dig.",
        begun: "Din självskattning är påbörjad.",
        half: "Din självskattning är klar till hälften.",
        nearly: "Din självskattning är nästan klar.",
        all: "Din självskattning är klar att lämna in.",
        handedIn: "Din självskattning är inlämnad.",
      },
      placed: "Här ser du var du är i modellen och vad som finns omkring dig.",
      notPlaced: (talk: string) =>
        `Du är inte placerad i modellen än. Det gör du och din chef tillsammans i ${withArticle(talk)}.`,
      noModel: "Det finns ingen modell för ditt yrke än.",
      waiting: (count: number) =>
        count === 0
          ? "Inget väntar på dig just nu."
          : `${count === 1 ? "En sak" : `${capital(inLetters(count))} saker`} väntar på dig.`,
      team: (placed: number, placeable: number) => {
        if (placeable === 0) return "Ingen här har ett yrke med modell än.";
        if (placeable === 1)
          return placed === 1 ? "Din medarbetare är placerad." : "Din medarbetare är inte placerad än.";
        return placed === placeable
          ? `Alla ${inLetters(placeable)} medarbetare är placerade.`
          : `${capital(inLetters(placed))} av ${inLetters(placeable)} medarbetare är ${placed === 1 ? "placerad" : placed === 0 ? "placerad än" : "placerade"}.`;
      },
      other: "Det här kan du göra i dag.",
    },
    where: "Där du är",
    hereLabel: "Här är du",
    since: (day: string, manager: string) => `sedan ${day}, beslutat av ${manager} efter ert samtal.`,
    sinceTakenOver: (day: string) =>
      `sedan ${day}. Uppgiften är övertagen, och ni har inte bekräftat den i ett samtal än.`,
    history: "Din placering och historik",
    now: {
      answer: "Läs och svara",
      confirm: "Läs och bekräfta samtalet",
      begin: "Börja självskattningen",
      goOn: "Fortsätt självskattningen",
      prepare: "Förbered samtalet",
    },
    ahead: {
      title: (level: string) => `Det här saknas för ${level}`,
      titleOwn: (level: string) => `Det här ber ${level} om`,
      lead: (met: number, all: number, isOwn: boolean) => {
        const choice = isOwn ? "" : " Du väljer själv om och när du vill gå vidare.";
        if (all === 1)
          return `${met === 1 ? "Det enda kravet är uppfyllt." : "Det enda kravet är inte uppfyllt än."}${choice}`;
        if (met === all) return `Alla ${inLetters(all)} krav är uppfyllda.${choice}`;
        return `${capital(inLetters(met))} av ${inLetters(all)} krav är ${met === 0 ? "uppfyllt än" : met === 1 ? "uppfyllt" : "uppfyllda"}.${choice}`;
      },
      nothing: "Här ställer modellen inga krav.",
      either: (of: number, needed: number) =>
        needed === of
          ? `${capital(inLetters(of))} krav som hör ihop`
          : `Välj ${inLetters(needed)} av ${inLetters(of)} sätt`,
      or: "eller",
      all: (count: number) => (count > 1 ? `Visa alla ${inLetters(count)} krav` : "Visa hela nivån"),
      whatIf: "Tänk om: ett annat spår eller yrke",
    },
    talkCard: {
      title: "Mitt samtal",
      none: "Inget samtal är på gång.",
      open: "Öppna samtalet",
      all: "Dina samtal",
    },
    planCard: {
      title: "Min plan",
      open: "Öppna planen",
      none: "Din plan är tom än så länge. Ta upp i nästa samtal vad du vill lära dig.",
      done: (done: number, all: number) =>
        `${capital(inLetters(done))} av ${inLetters(all)} ${all === 1 ? "aktivitet" : "aktiviteter"} ${done === 1 || all === 1 ? "är klar" : "är klara"}.`,
      next: (title: string, day: string, underWay: boolean) =>
        underWay ? `Pågår: ${title}, till ${day}.` : `Nästa: ${title}, ${day}.`,
    },
    read: "Läs hela modellen",
    aboutModel: (name: string) => `för ${name}`,
    around: "Andra nivåer i modellen",
    allModels: "Se de modeller som finns",
    aroundLead: "Du väljer själv om och när du vill vidare. Ingen nivå är viktigare än någon annan.",
    notPlacedTitle: (model: string) => `Din modell: ${model}`,
    reads: "Vem har läst om mig",
    noReads: "Ingen annan har läst uppgifter om dig.",
    lastRead: (who: string, day: string) => `Senast ${who}, ${day}.`,
    someone: "någon med skyddade uppgifter",
    allReads: "Se alla",
    toTeam: "Till din grupp",
    self: {
      title: "Du själv",
      since: (level: string, day: string) => `${level} sedan ${day}.`,
      page: "Till din egen sida",
    },
    needs: {
      title: "Har och behöver",
      titleIn: (unit: string) => `Har och behöver: ${unit}`,
      none: "Här står vad enheten behöver bredvid vad den har, när du har sagt det.",
      missing: (levels: readonly { readonly level: string; readonly missing: number }[]) =>
        levels.length === 0
          ? "Inget fattas av det som behövs."
          : `${levels.map(({ level, missing }, at) => `${at === 0 ? capital(inLetters(missing)) : inLetters(missing)} på ${level}`).join(", ")} fattas.`,
      all: "Behov och vad som fattas",
      say: "Ange vad enheten behöver",
    },
    when: (day: string, time: string) => `${day} kl. ${time.replace(":", ".")}`,
    todo: "Att göra nu",
    todoState: "Att göra",
    waitingState: "Väntar",
    applied: (name: string) => `${name} vill flytta i modellen`,
    appliedText: "Läs ansökan och ta upp den i ett samtal. Sedan placerar du eller avslår.",
    afterMove: (name: string) => `Det är mer att göra efter flytten för ${name}`,
    afterMoveText: "Ett avtal eller en titel är kvar att ordna.",
    correction: (name: string) => `${name} vill att något rättas`,
    correctionText: "Läs vad det gäller och svara.",
    calibration: (title: string) => `Kalibrering: ${title}`,
    calibrationText: (left: number, day: string) =>
      left === 0
        ? `Du har placerat alla fall. Lämna in senast ${day}.`
        : `${left === 1 ? "Ett påhittat" : `${capital(inLetters(left))} påhittade`} fall att placera för dig själv, senast ${day}.`,
    placeButton: "Placera",
    handInButton: "Lämna in",
    moreTalks: (count: number, unit: string | null) =>
      `${capital(inLetters(count))} samtal till${unit === null ? "" : ` i ${unit}`}`,
    moreTalksText: "De står i enhetens lista, vart och ett med sin tid.",
    introduce: (name: string) => `Introducera ${name}`,
    introduceText: (day: string) => `Började ${day}. Inget samtal är bokat.`,
    bookOne: (name: string) => `Boka ett samtal med ${name}`,
    book: (count: number, unit: string | null) =>
      `Boka samtal med ${inLetters(count)} medarbetare${unit === null ? "" : ` i ${unit}`}`,
    bookText: "Det har gått ett år sedan ni talades vid, eller så har ni inte gjort det än.",
    bookButton: "Boka",
    prepare: (unit: string, count: number) =>
      count === 1
        ? `Förbered placeringen av en person i ${unit}`
        : `Förbered placeringen av ${inLetters(count)} personer i ${unit}`,
    prepareText: "Skriv ner vad du tänker före samtalet. Placeringen gäller från samtalets dag.",
    prepareButton: "Förbered",
    otherView: (name: string) => `${name} ser sin placering på ett annat sätt`,
    otherViewText: "Läs vad som står och ta upp det i ert nästa samtal.",
    readButton: "Läs",
    confirm: (count: number, unit: string) =>
      count === 1
        ? `En övertagen placering i ${unit} att bekräfta`
        : `${capital(inLetters(count))} övertagna placeringar i ${unit} att bekräfta`,
    confirmText: "De fanns innan ni började med Vidga. Ta upp dem i ett samtal och placera som vanligt.",
    confirmButton: "Se vilka",
    unanswered: (count: number, unit: string) =>
      count === 1
        ? `En person i ${unit} har inte svarat på sin placering`
        : `${capital(inLetters(count))} personer i ${unit} har inte svarat på sin placering`,
    unansweredText: "De har fått den på sin sida. Påminn gärna när ni ses.",
    evidence: (count: number, unit: string) =>
      count === 1
        ? `Ett underlag i ${unit} väntar på kontroll`
        : `${capital(inLetters(count))} underlag i ${unit} väntar på kontroll`,
    evidenceText: "Det uppfyller inga krav förrän du har sett originalet, filen eller registret.",
    evidenceButton: "Kontrollera",
    evidenceOf: (count: number, name: string) =>
      count === 1
        ? `Kontrollera ett underlag från ${name}`
        : `Kontrollera ${inLetters(count)} underlag från ${name}`,
    endingOf: (count: number, name: string) =>
      count === 1
        ? `Ett underlag går ut för ${name}`
        : `${capital(inLetters(count))} underlag går ut för ${name}`,
    ending: (count: number, unit: string) =>
      count === 1
        ? `Ett underlag går ut i ${unit}`
        : `${capital(inLetters(count))} underlag går ut i ${unit}`,
    endingText: "Inom 90 dagar, eller så har det hänt nyss. Påminn om att förnya, eller planera kursen.",
    adopt: (model: string, number: number) => `${model}, version ${number} är klar att fastställa`,
    adoptText: "Läs versionen och det beslutet bygger på.",
    adoptButton: "Läs och fastställ",
    draft: (model: string, number: number) => `${model}, version ${number} är ett utkast`,
    draftText: "Den kan ändras tills den är fastställd.",
    import: "Läs in personal från HR-systemet",
    importText: "Du ser vad som ändras innan något sparas.",
    importButton: "Läs in",
    keep: "Se över inställningar och roller",
    keepText: "Orden ni använder, tröskeln för täckning och vem som får göra vad.",
    keepButton: "Inställningar",
    errandsTitle: "I din roll",
    errands: {
      coverage: {
        title: "Täckning",
        text: "Hur många som är placerade, för varje modell och enhet.",
      },
      "coverage-of-professions": {
        title: "Täckning för dina yrken",
        text: "Hur många som är placerade, för varje modell och enhet. Här finns bara siffror.",
      },
      measurements: {
        title: "Mätningar",
        text: "Frys siffrorna tre gånger om året, så att de går att jämföra.",
      },
      debt: {
        title: "Kompetensskuld",
        text: "Vilka obligatoriska krav som saknas, i personer, timmar, högskolepoäng och kronor.",
      },
      shortage: {
        title: "Det som ingen erbjuder",
        text: "Vad modellerna ber om och som saknas i kompetenskatalogen. Underlag till ett lärosäte.",
      },
      "add-model": {
        title: "Lägg till en modell",
        text: "Från en fil eller från en tom modell, eller en ny version av en som finns. Den blir ett utkast.",
      },
      models: {
        title: "Modeller",
        text: "De modeller som gäller, och de utkast som du är med och tar ställning till.",
      },
      "models-in-force": {
        title: "Modeller",
        text: "De modeller som gäller, och vad de säger om varje nivå.",
      },
      members: {
        title: "Medlemmar",
        text: "Vilka modeller medlemmarna har fastställt, och hur många som är placerade.",
      },
      unit: (unit: string) => ({
        title: `Placeringar i ${unit}`,
        text: "Vilka som är placerade och vilka som inte är det än.",
      }),
      case: (reason: string) => ({ title: "Ditt ärende som HR-partner", text: reason }),
      people: {
        title: "Medarbetare",
        text: "Sök på namn, e-postadress eller anställningsnummer.",
      },
      "move-tasks": {
        title: "Att göra efter flyttar",
        text: "Titlar och avtal som en flytt i en modell leder till.",
      },
      "take-over": {
        title: "Övertagande av placeringar",
        text: "Ta in det ni redan vet om vem som är var, och ta ut placeringar och titlar till HR-systemet.",
      },
      calibrations: {
        title: "Kalibrering",
        text: "Chefer placerar samma påhittade fall var för sig, och kommer överens om hur kraven läses.",
      },
      "plan-templates": {
        title: "Mallar för planer",
        text: "Mål med aktiviteter, som chefer kan starta för en medarbetare eller en hel enhet.",
      },
      titles: {
        title: "Lokala titlar",
        text: "Vad HR-systemet kallar den som är på en nivå.",
      },
      accounts: { title: "Konton och roller", text: "Vem som kan logga in, och vad de får göra." },
    },
    team: (unit: string) => unit,
    teamTable: (unit: string) => `Medarbetare i ${unit}`,
    name: "Namn",
    level: "Nivå",
    lastTalk: "Senaste samtal",
    noTalk: "Inget ännu",
    next: "Nästa steg i planen",
    step: (title: string, day: string, underWay: boolean) =>
      underWay ? `${title}, pågår` : `${title}, ${day}`,
    noModel: "Ingen modell för yrket",
    staff: "Medarbetare",
    planTalks: "Planera en samtalsomgång",
    moreInTeam: (count: number) => `${capital(inLetters(count))} till finns i enheten.`,
    state: "Läge",
    states: {
      "taken-over": "Övertagen",
      awaiting: "Inte svarat",
      "other-view": "Annan syn",
      applied: "Vill flytta",
      talk: (day: string) => `Samtal ${day}`,
      asked: "Väntar på bekräftelse",
      held: "Samtal att skriva ner",
      introduce: "Starta introduktion",
      "not-placed": "Inte placerad",
      prepared: "Förberedd",
    },
    myAssessment: "Min bedömning",
    assessments: "Bedömningar",
    talks: "Samtal",
    plans: "Planer",
    allTeam: "Alla i enheten",
    otherTeams: (count: number) =>
      count === 1 ? "Du är chef för en enhet till." : `Du är chef för ${count} enheter till.`,
    units: "Se enheterna",
    vacantTeam: "Enheten har ingen chef just nu. Som närmaste chef beslutar du i chefens ställe.",
    emptyTeam: "Ingen arbetar i enheten i dag.",
  },
};
