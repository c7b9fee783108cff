/** Words of placements: the unit's list, preparing, one person, and one's own. */
import { capital } from "../capital.ts";

type About = { person?: string | number; about?: string | number; field?: string | number };

/** Says whom it is about, where the form is about several. */
const of = (data: About, text: string): string =>
  data.person === undefined ? capital(text) : `${data.person}: ${text}`;
const fieldOf = (data: About): string => String(data.about ?? data.field ?? "").split("-")[0] ?? "";

const MISSING: Readonly<Record<string, string>> = {
  place: "välj en nivå",
  dialogueOn: "skriv vilken dag samtalet hölls",
  basis: "välj vad placeringen vilar på",
  motivation: "skriv några ord om varför",
  words: "skriv hur du ser på det",
};

export const placement = {
  basis: {
    "first-introduction": () => "Samtal när modellen införs",
    "development-talk": (talk: string) => capital(talk),
    "introduction-talk": () => "Introduktionssamtal",
    return: () => "Kom tillbaka till yrket och fick tillbaka sin placering",
    "hand-over": () => "Tog med sin placering från en annan myndighet",
    "taken-over": () => "Fanns innan ni började med Vidga",
  },
  takenOver: {
    tag: "Övertagen",
    from: (source: string, day: string, by: string) =>
      by === "" ? `Övertagen ${day} ur ${source}.` : `Övertagen ${day} av ${by} ur ${source}.`,
    unconfirmed: "Inte bekräftad i ett samtal än.",
    confirm: (place: string, source: string) =>
      `${place} är övertagen ur ${source}. Placera efter ett samtal, på samma nivå eller en annan, så är den bekräftad.`,
  },
  decidedAs: {
    manager: "chef",
    deputy: "ställföreträdare för chefen",
    "manager-above": "överordnad chef",
  },
  ending: {
    moved: "Ett nytt beslut tog vid.",
    corrected: "Rättad. Den räknas inte längre, men står kvar i historiken.",
    left: "Anställningen slutade.",
    profession: "Bytte yrke.",
    authority: "Bytte till en annan myndighet.",
  },
  answer: {
    awaiting: "Inte läst än",
    acknowledged: "Har tagit del",
    "other-view": "Har en annan uppfattning",
  },
  field: {
    place: "Nivå",
    choosePlace: "Välj nivå",
    withTrack: (level: string, track: string) => `${level}, ${track}`,
    withoutTrack: (level: string) => `${level}, utan spår`,
    dialogueOn: "Samtalets dag",
    basis: "Bygger på",
    motivation: "Några ord om varför",
    readers: "Det du skriver läses av medarbetaren och kan lämnas ut som allmän handling.",
  },
  principles: {
    title: "Så placerar vi",
    none: "Organisationen har inte skrivit ner några principer för placering än.",
  },
  paging: {
    label: "Sidor",
    page: (page: number, pages: number) => `Sida ${page} av ${pages}`,
    previous: "Föregående",
    next: "Nästa",
  },
  unit: {
    title: (unit: string) => `Placeringar i ${unit}`,
    units: "Enheter",
    lead: (placed: number, all: number) =>
      all === 0
        ? "Ingen här har ett yrke med en modell i kraft."
        : placed === all
          ? all === 1
            ? "Den enda här som har en modell är placerad."
            : `Alla ${all} är placerade.`
          : `${placed} av ${all} är placerade.`,
    done: (placed: number, saved: number) =>
      [
        placed > 0 ? (placed === 1 ? "En person är placerad." : `${placed} personer är placerade.`) : "",
        saved > 0 ? (saved === 1 ? "Ett utkast är sparat." : `${saved} utkast är sparade.`) : "",
      ]
        .filter(Boolean)
        .join(" "),
    doneNext: "De ser nu sin placering och kan svara på den.",
    needs: "Vad enheten behöver",
    prepare: "Förbered placeringar",
    filter: "Vilka som visas",
    all: (count: number) => `Alla ${count}`,
    unconfirmed: (count: number) => `Övertagna, inte bekräftade ${count}`,
    unconfirmedText:
      "De här placeringarna fanns innan ni började med Vidga. De räknas, men ingen av er har bekräftat dem i ett samtal. Det gör du genom att placera på vanligt sätt: samma nivå, med samtalets dag.",
    caption: "Medarbetare med en modell för sitt yrke",
    name: "Namn",
    model: "Modell",
    placement: "Placering",
    since: "Sedan",
    answer: "Svar",
    placed: "Placerad",
    notPlaced: "Inte placerad",
    prepared: "Utkast finns",
    withoutModel: "Yrken utan modell",
    withoutModelText: "De här medarbetarna har ett yrke som ännu inte har någon modell i kraft.",
    noProfession: "inget yrke angivet",
    empty: "Ingen arbetar här i dag",
    emptyText: "När någon börjar på enheten syns hen här. Medarbetare kommer in med personalimporten.",
  },
  prepare: {
    title: (unit: string) => `Förbered placeringar i ${unit}`,
    list: (unit: string) => `Placeringar i ${unit}`,
    lead: "Skriv ner nivå, dag och några ord för var och en, och spara så ofta du vill. En placering blir det först när samtalet är hållet och du väljer att placera. Den gäller från samtalets dag.",
    saved: (count: number) =>
      count === 0
        ? "Allt var redan sparat."
        : count === 1
          ? "Ett utkast är sparat."
          : `${count} utkast är sparade.`,
    total: (count: number) => (count === 1 ? "En person att placera" : `${count} personer att placera`),
    preparedBy: (name: string) => `Senast skrivet av ${name}`,
    save: "Spara utkast",
    place: "Placera dem vars samtal är hållet",
    leave: "Du har skrivit något som inte är sparat.",
    meanwhile: (name: string) => `${name} skrev det här medan du hade sidan öppen`,
    meanwhileText: "Det som står i fälten är ditt. Sparar du igen gäller ditt.",
    nothing: "inget skrivet",
    empty: "Alla är placerade",
    emptyText: "Här finns ingen kvar att förbereda. En placering ändras på personens egen sida.",
    back: "Till placeringarna",
  },
  history: {
    label: "Placeringar, den senaste först",
    now: "Gäller nu",
    corrected: "Rättad",
    until: (from: string, last: string) => `${from} till ${last}`,
    since: (from: string) => `Sedan ${from}`,
    rests: (basis: string, day: string) => `${basis}, ${day}`,
    decided: (name: string, as: string, unit: string) => `Beslutat av ${name}, ${as}, ${unit}`,
    acknowledged: (day: string) => `Medarbetaren tog del av placeringen ${day}.`,
    otherView: (day: string) => `Medarbetarens uppfattning, ${day}`,
    awaiting: "Medarbetaren har inte svarat.",
    despite: "Flytten gjordes fast allt inte var uppfyllt",
    unmet: "Det som inte var uppfyllt den dagen:",
  },
  person: {
    missing: "Se vad som är uppfyllt och vad som saknas",
    title: (name: string) => `Placeringar för ${name}`,
    person: "Medarbetare",
    lead: "Hela historiken, med svaren. Den som är placerad ser samma sak.",
    saved: "Placeringen är sparad.",
    savedText: "Medarbetaren ser den nu på sin sida och kan svara.",
    history: "Historik",
    empty: "Inte placerad än",
    emptyText: "En placering görs efter ett samtal, av den som är chef.",
    emptyDecide: "Ni har haft ert samtal? Fyll i formuläret så gäller placeringen från samtalets dag.",
    place: (model: string) => `Placera i modellen ${model}`,
    move: (model: string) => `Ny placering i modellen ${model}`,
    moveText:
      "Ett steg utåt, inåt eller åt sidan görs på samma sätt. Den nuvarande placeringen slutar den dag den nya börjar, och står kvar i historiken.",
    kind: "Vad gäller det?",
    kindNew: "Ett nytt beslut efter ett samtal",
    kindCorrect: "Den senaste placeringen blev fel och ska rättas",
    kindCorrectHint: "Den felaktiga står kvar i historiken men räknas inte.",
    submit: "Placera",
    leave: "Du har skrivit något som inte är sparat.",
  },
  mine: {
    missing: "Se vad som saknas, här och på andra nivåer",
    title: "Min placering",
    lead: (level: string) => `Du är placerad på nivån ${level}.`,
    leadNone: "Här ser du din placering i ditt yrkes modell när du har en.",
    since: (model: string, day: string) => `${model}, sedan ${day}`,
    takenOverTitle: "Placeringen är övertagen",
    takenOver: (source: string, day: string, by: string) =>
      `Den fanns innan ni började med Vidga. ${by === "" ? "Den fördes in" : `${by} förde in den`} ${day} ur ${source}. Den räknas som din placering, men den är inte bekräftad: du och din chef har inte talat om den här än. Stämmer den inte kan du säga det redan nu.`,
    source: "Kommer från",
    level: "Nivån",
    rests: "Bygger på",
    decidedBy: "Beslutat av",
    decided: (name: string, as: string) => `${name}, ${as}`,
    motivation: "Motivering",
    readModel: "Läs om nivån i modellen",
    answers: "Ditt svar",
    answersText:
      "Säg att du har läst, eller skriv om du ser annorlunda på det. Båda delarna står kvar bredvid chefens ord.",
    acknowledge: "Jag har tagit del av den",
    acknowledged: (day: string) => `Du tog del av placeringen ${day}.`,
    otherView: (day: string) => `Din uppfattning, ${day}`,
    toAbove: (name: string) => `Jag vill att ${name}, överordnad chef, svarar skriftligt`,
    withRepresentative: "Jag vill ha med mig en facklig företrädare",
    openView: "Jag ser annorlunda på det",
    openMore: "Skriv mer om hur du ser på det",
    words: "Hur ser du på det?",
    readers:
      "Det du skriver läses av din chef och kan lämnas ut som allmän handling. Det går inte att ändra sedan, men du kan skriva mer.",
    send: "Lämna min uppfattning",
    thanks: "Ditt svar är sparat.",
    takenAlong: "Din placering har följt med dig.",
    leave: "Du har skrivit något som inte är sparat.",
    offer: "Ta med din placering",
    offerText: (unit: string) =>
      `Du arbetar nu i ${unit}, som hör till en annan myndighet. Där ser ingen din tidigare placering förrän du själv tar med den.`,
    offerWhat: (level: string, model: string, day: string) =>
      `Det som följer med är nivån ${level} i ${model}, samtalets dag ${day}, motiveringen och vem som beslutade. Resten av historiken stannar kvar. Att du tog med den sparas.`,
    offerButton: "Ta med min placering",
    earlier: "Tidigare",
    empty: "Du är inte placerad än",
    emptyText:
      "En placering kommer ur ett samtal mellan dig och din chef. Tills dess kan du läsa modellerna.",
    models: "Läs modellerna",
  },
  above: {
    title: "Andra uppfattningar",
    lead: "Medarbetare som ser annorlunda på sin placering, och vill att du som överordnad chef svarar. Du svarar en gång, skriftligt. Båda texterna står kvar.",
    none: "Ingen väntar på ditt svar",
    noneText: "När någon vill att du svarar står det här.",
    answered: "Svaret är lämnat",
    placed: "Placering",
    write: "Ditt svar",
    writeHint:
      "Läs modellen och principerna, och prata gärna med båda först. En ny placering beslutas alltid av chefen, efter ett samtal.",
    readers: "Läses av medarbetaren och chefen, och kan lämnas ut som allmän handling.",
    submit: "Lämna svaret",
    sent: "Lämnad till överordnad chef.",
    representative: "En facklig företrädare ska vara med.",
    waits: "Väntar på svar.",
    motivation: (by: string) => `Motivering, ${by}`,
    answer: (by: string, day: string) => `Svar från ${by}, ${day}`,
  },
  reasons: {
    "nobody-above": () => "Det finns ingen överordnad chef som kan svara. Du kan lämna din uppfattning ändå",
    missing: (data: About) => of(data, MISSING[fieldOf(data)] ?? "fyll i fältet"),
    "not-a-day": (data: About) => of(data, "skriv dagen som år, månad och dag, till exempel 2026-11-03"),
    "day-in-future": (data: About) => of(data, "samtalets dag har inte varit än"),
    "before-employment": (data: About & { from: string | number }) =>
      of(data, `samtalets dag ligger före anställningen i yrket, som började ${data.from}`),
    "not-in-profession": (data: About) => of(data, "den dagen hade personen ingen anställning i yrket"),
    "no-version": (data: About & { from: string | number }) =>
      of(
        data,
        data.from
          ? `den dagen gällde inte modellen; den gäller från ${data.from}`
          : "den dagen gällde inte modellen",
      ),
    "unknown-level": (data: About) => of(data, "nivån finns inte i den modell som gällde den dagen"),
    "unknown-track": (data: About) => of(data, "spåret finns inte på den nivån"),
    "unknown-basis": (data: About) => of(data, "välj vad placeringen vilar på"),
    "too-long": (data: About & { max: string | number; length: string | number }) =>
      of(data, `texten är ${data.length} tecken; den får vara högst ${data.max}`),
    "bad-character": (data: About) => of(data, "texten har ett tecken som inte går att spara; skriv om den"),
    self: (data: About) => of(data, "ingen placerar sig själv; den överordnade chefen gör det"),
    overlaps: (data: About & { from: string | number }) =>
      of(data, `det finns redan en placering som börjar ${data.from}; välj en senare dag, eller rätta den`),
    "placed-elsewhere": (data: About) =>
      of(data, "personen har en placering i modellen hos en annan myndighet, som du inte kan ändra härifrån"),
    "same-place": (data: About) => of(data, "personen är redan placerad där, så det finns inget att besluta"),
    "nothing-to-correct": (data: About) => of(data, "det finns ingen placering att rätta"),
    "changed-meanwhile": (data: About) =>
      of(
        data,
        "någon annan har ändrat medan du skrev; läs vad som gäller nu och spara igen om det ska vara som du skrev",
      ),
    "placed-meanwhile": (data: About & { words: string | number }) =>
      of(
        data,
        `någon annan har placerat personen medan du skrev. ${data.words ? `Du hade skrivit: ”${data.words}”` : ""}`.trim(),
      ),
    "not-yours": () => "Någon i listan hör inte längre till dem som du beslutar för, och är borttagen ur den",
    "none-held": () => "Inget samtal är hållet än: skriv samtalets dag för dem som ska placeras",
  },
};
