/** Words of models, their versions and adoption. */
type Facts = Readonly<Record<string, string | number>>;

export const careerModel = {
  list: {
    title: "Modeller",
    lead: (word: string) =>
      `Varje ${word} beskriver ett yrke: vad som behövs, vad man gör och vilket stöd man får på varje nivå.`,
    since: (day: string) => `Gäller sedan ${day}`,
    from: (day: string) => `Gäller från ${day}`,
    notInForce: "Gäller inte än",
    dormant: "Vilande",
    draft: (number: number) => `Utkast till version ${number}`,
    consultation: (number: number) => `Version ${number} på samråd`,
    add: "Läs in en modell",
    empty: {
      title: "Ingen modell gäller än",
      text: "När en modell är fastställd kan alla läsa den här.",
      writer: "Börja med att läsa in en modell från en fil. Den blir ett utkast som sedan kan fastställas.",
    },
  },
  model: {
    views: "Visa modellen som",
    rings: "Ringar",
    stairs: "Trappa",
    table: "Tabell",
    text: "Läs som text",
    whole: "Hela modellen",
    ringsTitle: (name: string) => `Modellen för ${name} som ringar`,
    stairsTitle: (name: string) => `Modellen för ${name} som trappa`,
    drawingText: (levels: string) =>
      `Nivåerna inifrån och ut: ${levels}. Samma innehåll finns som text och tabell på sidan.`,
    stairsText: (levels: string) => `Nivåerna: ${levels}. Samma innehåll finns som text och tabell på sidan.`,
    levels: "Nivåer",
    inward: "Inåt:",
    outward: "Utåt:",
    before: "Föregående:",
    after: "Nästa:",
    tracks: "Spår:",
    allTracks: "alla spår",
    track: (name: string) => `Spåret ${name}`,
    coreCompetencies: "Kärnkompetenser",
    recommended: "rekommenderas",
    valid: (months: number) => `gäller i ${months} månader`,
    allOf: "Alla av:",
    anyOf: (needed: number, of: number) => `Minst ${needed} av ${of}:`,
    internal: "internt",
    internalNote: "Det som är märkt internt ser bara den som är inloggad.",
    onward: "Vidare härifrån",
    corner: "Rubrik",
    version: (number: number) => `Version ${number}`,
    status: { draft: "Utkast", consultation: "På samråd", adopted: "Fastställd", superseded: "Ersatt" },
    inForceSince: (day: string) => `gäller sedan ${day}`,
    inForceFrom: (day: string) => `gäller från ${day}`,
    wasInForce: (from: string, to: string) => `gällde ${from} till ${to}`,
    notCurrent: (number: number) => `Du läser version ${number}, som inte är den som gäller idag.`,
    coming: (number: number, day: string) => `Du läser version ${number}, som gäller från ${day}.`,
    readCurrent: "Läs den version som gäller",
    draftNote: "Det här är ett utkast. Det kan ändras tills det är fastställt.",
    consultationNote: "Det här är ett förslag på samråd. Det kan ändras tills det är fastställt.",
    allVersions: "Alla versioner",
    adopt: "Fastställ versionen",
    download: "Hämta som fil",
    adopted: (number: number, day: string) => `Version ${number}, fastställd ${day}`,
    decidedBy: (who: string, as: string) => `av ${who}, ${as}`,
    diary: (number: string) => `Diarienummer ${number}`,
    restsOn: (text: string) => `Underlag: ${text}`,
    delegation: (text: string) => `Med stöd av: ${text}`,
  },
  difference: {
    title: (name: string) => `Vad som är ändrat: ${name}`,
    lead: (before: number, after: number) => `Från version ${before} till version ${after}.`,
    choose: "Välj versioner",
    from: "Från",
    to: "Till",
    show: "Jämför",
    version: (number: number, status: string) => `Version ${number}, ${status}`,
    link: (number: number) => `Se vad som är ändrat sedan version ${number}`,
    counts: "I korthet",
    count: {
      added: (n: number) => (n === 1 ? "1 rad är ny" : `${n} rader är nya`),
      removed: (n: number) => (n === 1 ? "1 rad är borttagen" : `${n} rader är borttagna`),
      reworded: (n: number) => (n === 1 ? "1 rad är omskriven" : `${n} rader är omskrivna`),
      moved: (n: number) => (n === 1 ? "1 rad är flyttad" : `${n} rader är flyttade`),
      "made-mandatory": (n: number) =>
        n === 1 ? "1 krav blir obligatoriskt" : `${n} krav blir obligatoriska`,
      "made-recommended": (n: number) =>
        n === 1 ? "1 krav blir rekommenderat" : `${n} krav blir rekommenderade`,
      expiry: (n: number) => (n === 1 ? "1 krav får ny giltighetstid" : `${n} krav får ny giltighetstid`),
      formal: (n: number) => (n === 1 ? "1 formellt krav är ändrat" : `${n} formella krav är ändrade`),
      support: (n: number) =>
        n === 1
          ? "1 reell kompetens görs på ett annat sätt"
          : `${n} reella kompetenser görs på ett annat sätt`,
      kind: (n: number) => (n === 1 ? "1 rad är av ett annat slag" : `${n} rader är av ett annat slag`),
      visibility: (n: number) =>
        n === 1 ? "1 rad har en annan läsekrets" : `${n} rader har en annan läsekrets`,
      group: (n: number) =>
        n === 1 ? "1 krav hör till en annan grupp" : `${n} krav hör till en annan grupp`,
    },
    nothing: "Inget är ändrat",
    nothingText: "De två versionerna säger samma sak.",
    onlyOrder: "Bara ordningen mellan raderna kan vara en annan.",
    whole: "Modellen i stort",
    part: "Del",
    line: "Rad",
    before: (number: number) => `Version ${number}`,
    removed: "borttaget:",
    added: "tillagt:",
    end: "slut",
    notThere: "Fanns inte",
    gone: "Finns inte kvar",
    newLevel: "Ny nivå",
    goneLevel: "Borttagen nivå",
    isNew: "Ny",
    isRemoved: "Borttagen",
    movedHere: (from: string) => `Flyttad hit från ${from}`,
    movedTo: (to: string) => `Flyttad till ${to}`,
    mandatory: "Blir obligatoriskt",
    recommended: "Blir rekommenderat",
    reworded: "Omskriven",
    expiry: (before: number | undefined, after: number | undefined) =>
      after === undefined
        ? "Gäller nu alltid"
        : `Gäller nu i ${after} månader, ${before === undefined ? "tidigare alltid" : `tidigare i ${before}`}`,
    formal: "Det som visar kravet är ändrat",
    support: (how: string) => `Görs nu: ${how}`,
    supportOf: { "with-support": "med stöd", independent: "självständigt", leads: "leder andra" },
    supportNone: "hur sägs inte längre",
    kind: (kind: string) => `Är nu ${kind}`,
    kindOf: {
      formal: "formellt krav",
      demonstrated: "reell kompetens",
      duty: "arbetsuppgift",
      support: "stöd",
    },
    nowInternal: "Blir internt",
    nowPublic: "Blir öppet",
    nowInGroup: "Hör nu till en grupp krav",
    nowAlone: "Står nu för sig",
    groups: "Grupper av krav",
    of: {
      intro: "Inledningen",
      coreCompetencies: "Kärnkompetenserna",
      ratingScale: "Skattningens ord",
      level: "Nivån",
      levelKind: "Nivåns plats",
      levelText: "Nivåns korta text",
      levelIntro: "Nivåns inledning",
      onward: "Vidare härifrån",
      heading: "Rubriken",
      track: "Spåret",
      trackLevels: "Nivåer där spåret finns",
    },
    levelKinds: { introduction: "introduktion", core: "kärna", outer: "yttre ring" },
  },
  add: {
    title: "Läs in en modell",
    lead: "En modell skrivs i en fil som går att läsa: struktur, nivåer, rubriker och innehåll. Utgå gärna från en modell som finns: längst ned på dess sida kan du hämta den som fil. Det du läser in blir ett utkast.",
    file: "Modellfil",
    fileHint: "YAML eller JSON, sparad som UTF-8. Högst 2 MB.",
    replace: "Skriv över utkastet om versionen redan finns som utkast",
    replaceHint: "En fastställd version skrivs aldrig över.",
    submit: "Läs in som utkast",
    faults: (file: string) => `Rätta det här i ${file}`,
    faultsLead: "Inget är sparat. Rätta filen i din textredigerare, välj den igen och läs in.",
    line: "Rad",
    place: "Plats i filen",
    problem: "Vad som behöver rättas",
    more: (count: number) =>
      count === 1
        ? "Ett fel till visas när de här är rättade."
        : `${count} fel till visas när de här är rättade.`,
  },
  adopt: {
    title: (model: string, number: number) => `Fastställ ${model}, version ${number}`,
    lead: "När versionen är fastställd går den inte att ändra. En rättelse blir en ny version.",
    takesOver: (number: number) =>
      `Version ${number} gäller till och med dagen innan den här börjar gälla. Den går att läsa även sedan.`,
    isAdopted: (number: number) => `Version ${number} är fastställd och går inte att ändra.`,
    readAdopted: "Läs versionen",
    read: "Läs versionen innan du beslutar",
    decidedAs: "Du beslutar som",
    decidedAsHint: "Till exempel HR-direktör.",
    delegation: "Med stöd av",
    delegationHint: "Vilken delegation beslutet bygger på.",
    diaryNumber: "Diarienummer",
    restsOn: "Underlag",
    restsOnHint: "Vad beslutet bygger på: protokoll, samråd, riskbedömning.",
    optional: "(kan lämnas tomt)",
    inForceFrom: "Gäller från",
    inForceFromHint: "Den första dagen som versionen gäller.",
    submit: "Fastställ",
    cancel: "Avbryt",
  },
  /** Why something was refused. What is wrong inside a model file has its words in `fileFaults`. */
  reasons: {
    missing: (data: Facts) =>
      ({
        decidedAs: "Skriv vilken roll du beslutar i",
        delegation: "Skriv vilken delegation beslutet bygger på",
        diaryNumber: "Skriv diarienumret",
        file: "Välj en fil",
      })[String(data["field"])] ?? "Något som behövs saknas här.",
    "too-long": (data: Facts) => `Texten får vara högst ${data["max"]} tecken`,
    "changed-since": () => "Versionen har ändrats sedan du öppnade sidan. Läs den igen innan du fastställer.",
    "not-adoptable-from": (data: Facts) =>
      data["status"] === "superseded"
        ? "Versionen har varit fastställd och är ersatt av en senare."
        : "Versionen är redan fastställd.",
    "model-withdrawn": () => "Modellen är återkallad. Den kan inte få nya versioner.",
    "level-without-items": (data: Facts) => `Nivån ${data["name"]} har inget innehåll`,
    "not-a-day": () => "Skriv dagen som år, månad och dag, till exempel 2027-01-01",
    "not-after-version-in-force": (data: Facts) =>
      `Version ${data["number"]} gäller från ${data["from"]}. Den här måste börja gälla senare.`,
    "unknown-profession": (data: Facts) =>
      `Yrket ${data["name"]} finns inte hos er. Lägg till det bland yrkena först, eller rätta namnet i filen.`,
    "profession-of-model-differs": (data: Facts) =>
      `Modellen ${data["slug"]} är för ett annat yrke än ${data["name"]}. Ge yrket i filen en annan nyckel.`,
    "structure-differs": (data: Facts) =>
      `Strukturen ${data["name"]} finns redan med andra nivåer eller rubriker. Ge strukturen i filen ett annat namn, eller samma nivåer och rubriker.`,
    "structure-of-model-differs": (data: Facts) =>
      `Modellen har en annan struktur än ${data["name"]}. En modell behåller sin struktur.`,
    "version-exists": (data: Facts) =>
      `Version ${data["number"]} finns redan. Ge versionen i filen nästa nummer.`,
    "draft-exists": (data: Facts) =>
      `Version ${data["number"]} finns redan som utkast. Välj att skriva över utkastet, eller ge versionen i filen nästa nummer.`,
    "not-text": () => "Filen är inte en textfil. Välj en modell som är sparad som YAML eller JSON.",
    "not-utf-8": () =>
      "Filen är inte sparad som UTF-8, så å, ä och ö går inte att läsa säkert. Öppna den i din textredigerare och spara den igen med kodningen UTF-8.",
    "file-faults": (data: Facts) =>
      data["count"] === 1
        ? `${data["file"]}: ett fel att rätta, se nedan`
        : `${data["file"]}: ${data["count"]} fel att rätta, se listan nedan`,
  },
  /** What is wrong at a place in a model file; its line and place are shown beside the words. */
  fileFaults: {
    "too-large": () => "Filen är större än 2 MB. En modell brukar vara mycket mindre: är det rätt fil?",
    "empty-file": () => "Filen är tom.",
    "not-readable": () => "Här slutar filen att gå att läsa. Se efter indrag, kolon och citattecken.",
    "reference-not-allowed": () => "Hänvisningar (& och *) får inte användas. Skriv ut texten.",
    "tag-not-allowed": () => "Egna märken (!) får inte användas.",
    "duplicate-field": () => "Samma namn står två gånger.",
    "unknown-field": () => "Det här namnet finns inte i formatet. Kontrollera stavningen.",
    missing: () => "Något som behövs saknas här.",
    "wrong-type": (data: Facts) =>
      data["path"] === ""
        ? "Filen är ingen modellfil: den ska ha format, yrke, struktur och modell."
        : ({
            string: "Här ska det stå en text.",
            number: "Här ska det stå ett tal.",
            array: "Här ska det stå en lista, med ett streck framför varje rad.",
            object: "Här ska det stå namn med varsitt värde.",
            record: "Här ska det stå namn med varsitt värde.",
          }[String(data["expected"])] ?? "Värdet har fel form."),
    "unknown-value": (data: Facts) => `Ordet går inte att välja här. Det kan vara: ${data["allowed"]}.`,
    "text-with-colon": () => "Texten har ett kolon. Sätt citattecken runt hela texten.",
    "empty-text": () => "Texten är tom.",
    "text-too-long": (data: Facts) => `Texten är för lång: högst ${data["max"]} tecken.`,
    "bad-character": () => "Texten har tecken som inte går att visa.",
    "bad-key": () =>
      "Nyckeln får bara ha små bokstäver a–z, siffror och bindestreck, och inte vara för lång.",
    "duplicate-key": (data: Facts) => `Nyckeln ${data["key"]} används redan.`,
    "duplicate-level": (data: Facts) => `Nivån ${data["level"]} anges två gånger.`,
    "too-few": (data: Facts) => `Det är för få: minst ${data["min"]} behövs.`,
    "too-many": (data: Facts) => `Det är för många: högst ${data["max"]} får plats.`,
    "bad-number": () => "Talet går inte att använda här.",
    "introduction-not-first": () => "Introduktionen ska stå först, och det kan bara finnas en.",
    "core-outside-outer": () => "Kärnans nivåer ska stå före de yttre.",
    "unknown-level": (data: Facts) => `Nivån ${data["level"]} finns inte i strukturen.`,
    "unknown-heading": (data: Facts) => `Rubriken ${data["heading"]} finns inte i strukturen.`,
    "unknown-track": (data: Facts) => `Spåret ${data["track"]} finns inte i modellen.`,
    "track-not-in-level": (data: Facts) => `Spåret ${data["track"]} finns inte på nivån ${data["level"]}.`,
    "mandatory-on-non-requirement": () => "Bara krav kan vara obligatoriska eller rekommenderade.",
    "requirement-without-mandatory": () => "Kravet behöver vara obligatoriskt eller rekommenderat.",
    "formal-without-type": () => "Ett formellt krav behöver ett slag, till exempel kurs eller legitimation.",
    "formal-on-other-kind": () => "Uppgifter om formella krav hör inte hit.",
    "support-on-other-kind": () => "Hur något görs hör till reell kompetens, inte hit.",
    "experience-without-months": () => "Erfarenhet behöver ett antal månader.",
    "unknown-group": (data: Facts) => `Gruppen ${data["group"]} finns inte.`,
    "group-elsewhere": (data: Facts) =>
      `Gruppen ${data["group"]} står på en annan plats. Det som hör till en grupp står på samma nivå, spår och rubrik.`,
    "group-of-other-kind": () => "Bara krav kan höra till en grupp.",
    "group-mixed": () =>
      "Kraven i en grupp ska vara lika: alla obligatoriska eller alla rekommenderade, alla öppna eller alla interna.",
    "group-circle": (data: Facts) => `Gruppen ${data["group"]} ingår i sig själv.`,
    "group-never-met": (data: Facts) =>
      data["members"] === 0
        ? "Gruppen är tom, så den går inte att uppfylla."
        : `Gruppen går aldrig att uppfylla: ${data["needed"]} krävs, och den har ${data["members"]}.`,
  },
};
