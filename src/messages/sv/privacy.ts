/** Words of what is held about somebody, and what they say of it. */
type Data = Readonly<Record<string, string | number>>;

export const privacy = {
  mine: {
    title: "Det som finns om mig",
    lead: "Allt som Vidga har om dig, samlat. Ser något fel ut kan du kommentera det eller be om rättelse.",
    download: "Hämta allt som en fil (JSON)",
    saved: "Tack! Det du skrev står nu kvar här.",
    savedCorrection: "Tack! Din begäran är skickad, och svaret visas här.",
    abouts: {
      register: "Från personalregistret",
      placements: "Placeringar",
      assessments: "Bedömningar",
      evidence: "Underlag",
      talks: "Samtal",
      plan: "Plan",
      reads: "Vem har läst om mig",
    },
    name: "Namn",
    email: "E-post",
    none: "Finns inte",
    protected: "Skyddade personuppgifter",
    protectedBy: (handler: string | null) =>
      handler === null ? "Ja" : `Ja. ${handler} på HR ser dina uppgifter.`,
    number: (number: string) => `anställningsnummer ${number}`,
    employments: "Anställningar",
    leaves: "Ledighet",
    period: (from: string, to: string | null) => `${from} – ${to ?? "tills vidare"}`,
    noPlacements: "Du är inte placerad i någon modell.",
    noAssessments: "Det finns inga bedömningar.",
    noEvidence: "Det finns inga underlag.",
    noReads: "Ingen annan har läst något om dig.",
    placement: (model: string, level: string) => `${model}: ${level}`,
    yours: "Du har svarat",
    assessment: (model: string, level: string) => `${model}: ${level}`,
    begun: (day: string) => `påbörjad ${day}`,
    opened: (day: string) => `öppnad ${day}`,
    statements: (count: number) =>
      count === 0
        ? "Du har inte skrivit om något påstående"
        : count === 1
          ? "Du har skrivit om ett påstående"
          : `Du har skrivit om ${count} påståenden`,
    calibrations: {
      title: "Kalibrering",
      lead: "Det du har svarat som chef om påhittade fall.",
      handedIn: (day: string) => `Du lämnade in ${day}.`,
      notHandedIn: "Du har inte lämnat in. Ingen annan ser det du har skrivit.",
    },
    mail: {
      title: "E-post till mig",
      lead: "Det som Vidga har skickat till dig, eller ska skicka. Det tas bort efter 30 dagar. Hela texterna finns i filen.",
      none: "Ingen e-post de senaste 30 dagarna.",
      count: (count: number) => (count === 1 ? "Ett mejl" : `${count} mejl`),
      choose: "Välj vad du vill få",
      states: {
        waiting: "väntar på att skickas",
        sent: "skickat",
        caught: "fångat i demon",
        gathered: "kom samlat med annat",
        withheld: "inte skickat, för att du har valt bort det",
        "given-up": "gick inte att skicka",
      },
    },
    reads: (total: number) => (total === 1 ? "En läsning" : `${total} läsningar`),
    lastRead: (who: string, when: string) => `Senast ${when}, av ${who}`,
    hidden: "någon vars namn inte visas",
    noTalks: "Du har inga samtal här än.",
    noPlan: "Din plan är tom än så länge.",
    wrote: (text: string) => `Du har skrivit: ${text}`,
    more: {
      placements: "Din placering",
      assessments: "Dina bedömningar",
      evidence: "Mina underlag",
      talks: "Mina samtal",
      reads: "Alla läsningar",
    },
    say: "Kommentera eller be om rättelse",
    ask: "Kommentera eller be om rättelse av det här",
    record: "Vilken uppgift gäller det?",
    allOfIt: "Allt under den här rubriken",
    kind: "Vad vill du?",
    kinds: {
      comment: "Lämna en kommentar",
      correction: "Be om rättelse",
    },
    kindHints: {
      comment: "Den står kvar här, bredvid uppgiften.",
      correction: "Den som ansvarar för uppgiften svarar med ord, och båda texterna står kvar.",
    },
    words: "Vad vill du säga?",
    readers: "Det du skriver läses av den som ansvarar för uppgiften och kan lämnas ut som allmän handling.",
    send: "Skicka",
    leave: "Du har skrivit något som inte är skickat.",
    said: { comment: "Du kommenterade", correction: "Du bad om rättelse" },
    waiting: "Väntar på svar.",
    answered: { corrected: "Rättat", kept: "Står kvar som det är" },
    answeredBy: (outcome: string, by: string, day: string) => `${outcome}, svar ${day} av ${by}:`,
  },
  requests: {
    title: "Begäran om rättelse",
    lead: "Medarbetare har sett något som de tycker är fel. Rätta uppgiften där den finns, eller förklara varför den står kvar, och svara här.",
    saved: "Svaret är skickat.",
    empty: "Ingen väntar på svar",
    emptyText: "När någon ber om rättelse av något som du ansvarar för visas det här.",
    about: (name: string, about: string) => `${name}, ${about}`,
    at: (day: string) => `Skickad ${day}`,
    record: "Det gäller",
    outcome: "Vad har du gjort?",
    outcomes: { corrected: "Rättat uppgiften", kept: "Låtit den stå kvar" },
    words: "Ditt svar",
    readers: "Det du skriver läses av medarbetaren och kan lämnas ut som allmän handling.",
    send: "Svara",
    open: "Öppna",
    comments: "Kommentarer",
    commentsText: "De behöver inget svar. De visas här i tre månader, och står kvar hos medarbetaren.",
  },
  reasons: {
    missing: ({ field }: Data) =>
      String(field).startsWith("words")
        ? "Skriv några ord"
        : String(field).startsWith("outcome")
          ? "Välj vad du har gjort"
          : "Välj om du vill kommentera eller be om rättelse",
    "too-long": ({ max }: Data) => `Skriv högst ${max} tecken`,
    "bad-character": () => "Det finns ett tecken i texten som inte kan sparas",
    "answered-already": () => "Någon annan har svarat sedan du öppnade sidan. Det du skrev finns kvar.",
  },
};
