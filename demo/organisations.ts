/**
 * The demo's organisations: units, professions and staff, all invented. The staff comes into the demo as an HR file, through the same
 * import as everybody else's (`demo/load.ts`), so what is here is what such a file says. Deterministic: the same people every time.
 */
import type { Tenant } from "../src/shared/actor.ts";
import type { Settings } from "../src/organisation/rules.ts";

export type DemoUnit = {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly authority?: boolean;
};

export type DemoProfession = {
  readonly nameSv: string;
  readonly nameEn: string;
  readonly ssyk: string | null;
  readonly licensed: boolean;
  readonly unions: readonly string[];
  readonly titles: readonly string[];
};

/** One employment as the HR system exports it. */
export type DemoEmployment = {
  readonly number: string;
  /** The HR system's own key for the person: the same in each of their employments. */
  readonly person: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly unit: string;
  readonly title: string;
  readonly form: "Tillsvidare" | "Visstid" | "Timavlönad";
  readonly extent: number;
  readonly from: string;
  readonly to: string | null;
  readonly main: boolean;
  /** The employment number of the manager; null where the post is vacant. */
  readonly manager: string | null;
  readonly leave?: { readonly from: string; readonly to: string };
  readonly protectedIdentity?: boolean;
};

export type DemoOrganisation = {
  readonly tenant: Omit<Tenant, "id">;
  readonly settings: Partial<Settings>;
  readonly units: readonly DemoUnit[];
  readonly professions: readonly DemoProfession[];
  readonly staff: readonly DemoEmployment[];
};

const GIVEN =
  "Åsa Karin Jörgen Siv Ömer Lena Maja Erik Amira Johan Sofia Fatima Anders Elif Björn Ylva Mohammed Ingrid Oskar Hanna Piotr Aino Nils Zahra Emil Therese Göran Leyla Mats Frida Dragana Henrik Ebba Samir Ulrika Tove Axel Marja Viktor Ronja Hassan Elsa Petra Jonas Solveig Kerstin Linnéa Abdi Gunilla Simon Märta Tomasz Cecilia Rasmus Nour Britta Isak Agnes Stefan Olena".split(
    " ",
  );
const FAMILY =
  "Lindqvist Öhman Ek Åkerblom Yildiz Bergström Hassan Nyström Svensson Ahmadi Holm Österberg Johansson Nowak Sjögren Åberg Virtanen Karlsson Haddad Lundgren Ström Petrovic Wallin Ibrahim Eklund Björk Rahimi Ljung Andersson Öberg Kowalski Falk Norén Hedlund Sandell Abdullahi Brandt Forsberg Engström Äng Hägg Salminen Rosén Mohamud Dahl Viklund Nilsson Zetterlund Lind Bäckström Sundin Ottosson Khalil Grahn Palm Ödman Ros Wikström Larsson Melnyk".split(
    " ",
  );

/** A small generator of numbers in [0, 1), the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[ıİ]/g, "i")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z]/g, "");

/** Hires people for an organisation: numbers in order, names that do not repeat. */
class Hiring {
  readonly staff: DemoEmployment[] = [];
  readonly #domain: string;
  readonly #random: () => number;
  #next: number;
  #named: number;

  constructor(domain: string, seed: number, firstNumber: number) {
    this.#domain = domain;
    this.#random = numbers(seed);
    this.#next = firstNumber;
    this.#named = seed * 23;
  }

  hire(unit: string, title: string, manager: string | null, more: Partial<DemoEmployment> = {}): string {
    const [givenName, familyName] =
      more.givenName && more.familyName ? [more.givenName, more.familyName] : this.#name();
    const number = String(this.#next++);
    const year = 2003 + Math.floor(this.#random() * 22);
    const month = 1 + Math.floor(this.#random() * 12);
    const extents = [100, 100, 100, 100, 80, 75];
    const form = more.form ?? "Tillsvidare";
    this.staff.push({
      number,
      person: `P${number}`,
      givenName,
      familyName,
      email: form === "Timavlönad" ? null : `${plain(givenName)}.${plain(familyName)}@${this.#domain}`,
      unit,
      title,
      form,
      extent: extents[Math.floor(this.#random() * extents.length)] as number,
      from: `${year}-${String(month).padStart(2, "0")}-01`,
      to: null,
      main: true,
      manager,
      ...more,
    });
    return number;
  }

  /** A name that nobody here has. */
  #name(): [string, string] {
    const n = this.#named++;
    const given = GIVEN[(n * 17) % GIVEN.length] as string;
    const family = FAMILY[(n * 13 + Math.floor(n / FAMILY.length) * 7) % FAMILY.length] as string;
    const taken = this.staff.some((each) => each.givenName === given && each.familyName === family);
    return taken ? this.#name() : [given, family];
  }

  team(unit: string, title: string, manager: string | null, count: number): void {
    for (let index = 0; index < count; index++) this.hire(unit, title, manager);
  }
}

const CARE: readonly DemoProfession[] = [
  {
    nameSv: "arbetsterapeut",
    nameEn: "occupational therapist",
    ssyk: "2273",
    licensed: true,
    unions: ["Sveriges Arbetsterapeuter"],
    titles: ["Leg arbetsterapeut"],
  },
  {
    nameSv: "fysioterapeut",
    nameEn: "physiotherapist",
    ssyk: "2272",
    licensed: true,
    unions: ["Fysioterapeuterna"],
    titles: ["Leg fysioterapeut", "Sjukgymnast"],
  },
  {
    nameSv: "sjuksköterska",
    nameEn: "registered nurse",
    ssyk: null,
    licensed: true,
    unions: ["Vårdförbundet"],
    titles: ["Leg sjuksköterska", "Skolsköterska"],
  },
];

function harryda(): DemoOrganisation {
  const hiring = new Hiring("harryda.example", 1, 10_001);
  const director = hiring.hire("1", "Kommundirektör", null, {
    givenName: "Gunilla",
    familyName: "Zetterlund",
  });
  const care = hiring.hire("300", "Sektorschef", director, { givenName: "Stefan", familyName: "Ottosson" });
  const health = hiring.hire("310", "Verksamhetschef", care, { givenName: "Cecilia", familyName: "Brandt" });
  const north = hiring.hire("311", "Enhetschef", health, { givenName: "Karin", familyName: "Öhman" });
  const home = hiring.hire("313", "Enhetschef", health, { givenName: "Göran", familyName: "Dahl" });
  const homeEast = hiring.hire("314", "Enhetschef", health, { givenName: "Leyla", familyName: "Rahimi" });
  const housing = hiring.hire("315", "Enhetschef", health, { givenName: "Mats", familyName: "Hedlund" });
  const school = hiring.hire("400", "Sektorschef", director, { givenName: "Ulrika", familyName: "Norén" });
  const pupil = hiring.hire("410", "Enhetschef", school, { givenName: "Tove", familyName: "Wallin" });

  hiring.hire("311", "Arbetsterapeut", north, {
    givenName: "Åsa",
    familyName: "Lindqvist",
    extent: 100,
    from: "2019-08-01",
  });
  hiring.hire("311", "Fysioterapeut", north, { givenName: "Jörgen", familyName: "Ek", from: "2012-03-01" });
  hiring.hire("311", "Fysioterapeut", north, { givenName: "Ömer", familyName: "Yildiz", from: "2026-10-12" });
  hiring.hire("311", "Arbetsterapeut", north, {
    givenName: "Siv",
    familyName: "Åkerblom",
    from: "2001-01-15",
  });
  hiring.team("311", "Leg arbetsterapeut", north, 4);
  hiring.team("311", "Fysioterapeut", north, 3);
  hiring.hire("311", "Arbetsterapeut", north, { leave: { from: "2026-08-17", to: "2027-05-31" } });
  // Rehab Söder has no manager: the manager above acts.
  hiring.team("312", "Arbetsterapeut", null, 6);
  hiring.team("312", "Sjukgymnast", null, 5);
  hiring.hire("313", "Sjuksköterska", home, { givenName: "Amira", familyName: "Haddad", from: "2021-02-01" });
  hiring.team("313", "Leg sjuksköterska", home, 9);
  hiring.hire("313", "Sjuksköterska", home, {
    givenName: "Solveig",
    familyName: "Ros",
    protectedIdentity: true,
    from: "2018-05-01",
  });
  const shared = hiring.hire("313", "Sjuksköterska", home, {
    givenName: "Emil",
    familyName: "Sjögren",
    extent: 60,
    from: "2020-09-01",
  });
  hiring.hire("410", "Skolsköterska", pupil, {
    givenName: "Emil",
    familyName: "Sjögren",
    person: `P${shared}`,
    email: "emil.sjogren@harryda.example",
    extent: 40,
    main: false,
    from: "2023-01-09",
  });
  hiring.hire("313", "Sjuksköterska", home, { form: "Timavlönad", extent: 0, from: "2025-06-01" });
  hiring.team("314", "Sjuksköterska", homeEast, 8);
  hiring.hire("314", "Sjuksköterska", homeEast, { form: "Timavlönad", extent: 0, from: "2026-01-07" });
  hiring.team("315", "Sjuksköterska", housing, 3);
  hiring.team("315", "Undersköterska", housing, 6);
  hiring.team("410", "Skolsköterska", pupil, 6);
  hiring.hire("310", "HR-specialist", health, { givenName: "Petra", familyName: "Palm" });
  hiring.hire("310", "HR-partner", health, { givenName: "Frida", familyName: "Engström" });
  hiring.hire("310", "Verksamhetsutvecklare", health, { givenName: "Henrik", familyName: "Falk" });
  hiring.hire("1", "HR-direktör", director, { givenName: "Britta", familyName: "Wikström" });
  hiring.hire("1", "Dataskyddsombud", director, { givenName: "Simon", familyName: "Grahn" });
  hiring.hire("1", "Systemförvaltare", director, { givenName: "Elif", familyName: "Andersson" });
  return {
    tenant: { slug: "harryda", name: "Härryda kommun", kind: "municipality" },
    settings: {
      presentation: "rings",
      theme: { brand: "#1b584e", accent: "#a8480f" },
      placementPrinciples:
        "Chef och medarbetare går igenom modellen tillsammans, alltid i ett samtal.\nDet är det arbete som görs idag som räknas, inte antal år.\nÄr ett krav på väg att uppfyllas placerar vi efter det som gäller idag och skriver vad som återstår.\nDen som varit föräldraledig placeras efter den kompetens hen har, och får tid att komma tillbaka.\nDe flesta arbetar i kärnan. Ingen nivå är viktigare än någon annan.",
      payLinkStatement:
        "Modellen styr inte lönen. Lön sätts i lönesamtalet efter våra lönekriterier. Att byta nivå ger inte i sig ny lön.",
    },
    units: [
      { code: "1", name: "Härryda kommun", parent: null },
      { code: "300", name: "Vård och omsorg", parent: "1", authority: true },
      { code: "310", name: "Hälsa och rehabilitering", parent: "300" },
      { code: "311", name: "Rehab Norr", parent: "310" },
      { code: "312", name: "Rehab Söder", parent: "310" },
      { code: "313", name: "Hemsjukvård Mölnlycke", parent: "310" },
      { code: "314", name: "Hemsjukvård Landvetter", parent: "310" },
      { code: "315", name: "Ekdalens boende", parent: "310" },
      { code: "400", name: "Utbildning och kultur", parent: "1", authority: true },
      { code: "410", name: "Elevhälsan", parent: "400" },
    ],
    professions: CARE,
    staff: hiring.staff,
  };
}

function ostergotland(): DemoOrganisation {
  const hiring = new Hiring("regionostergotland.example", 2, 52_001);
  const director = hiring.hire("R", "Regiondirektör", null, { givenName: "Anders", familyName: "Äng" });
  const centre = hiring.hire("S", "Centrumchef", director, { givenName: "Ingrid", familyName: "Björk" });
  const clinic = hiring.hire("A", "Verksamhetschef", centre, { givenName: "Jonas", familyName: "Hägg" });
  const [linkoping, norrkoping, motala] = (
    [
      ["A1", "Ylva", "Forsberg"],
      ["A2", "Samir", "Khalil"],
      ["A3", "Märta", "Sundin"],
    ] as const
  ).map(([unit, givenName, familyName]) =>
    hiring.hire(unit, "Vårdenhetschef", clinic, { givenName, familyName }),
  ) as [string, string, string];
  hiring.hire("A1", "Audionom", linkoping, { givenName: "Ebba", familyName: "Rosén", from: "2017-09-01" });
  hiring.hire("A1", "Audionom", linkoping, { givenName: "Siri", familyName: "Hedman", from: "2009-02-01" });
  hiring.team("A1", "Leg audionom", linkoping, 14);
  hiring.hire("A2", "Audionom", norrkoping, {
    givenName: "Gösta",
    familyName: "Wiklund",
    from: "2006-08-21",
  });
  hiring.team("A2", "Audionom", norrkoping, 11);
  hiring.hire("A3", "Audionom", motala, { givenName: "Nadja", familyName: "Berg", from: "2014-01-13" });
  hiring.team("A3", "Audionom", motala, 6);
  hiring.hire("R", "HR-direktör", director, { givenName: "Kerstin", familyName: "Viklund" });
  hiring.hire("R", "HR-strateg", director, { givenName: "Axel", familyName: "Lundgren" });
  hiring.hire("R", "HR-partner", director, { givenName: "Malin", familyName: "Rask" });
  hiring.hire("R", "HR-handläggare", director, { givenName: "Nour", familyName: "Ibrahim" });
  hiring.hire("R", "Dataskyddsombud", director, { givenName: "Rasmus", familyName: "Ljung" });
  hiring.hire("R", "Systemförvaltare", director, { givenName: "Dragana", familyName: "Petrovic" });
  return {
    tenant: { slug: "region-ostergotland", name: "Region Östergötland", kind: "region" },
    settings: {
      modelWord: "karriärstege",
      talkWord: "medarbetarsamtal",
      presentation: "stairs",
      theme: { brand: "#24527a", accent: "#9a4b00" },
      coverageThreshold: 85,
      placementPrinciples:
        "Placeringen görs i medarbetarsamtalet, av chef och medarbetare tillsammans.\nAlla krav på steget ska vara uppfyllda för att man ska placeras där.\nPlaceringen följer med vid byte av arbetsplats inom regionen.",
      payLinkStatement:
        "Karriärstegen är ett underlag för dialogen om utveckling. Lönen sätts individuellt enligt regionens lönepolitik.",
    },
    units: [
      { code: "R", name: "Region Östergötland", parent: null },
      { code: "S", name: "Sinnescentrum", parent: "R" },
      { code: "A", name: "Audiologiska kliniken", parent: "S" },
      { code: "A1", name: "Audiologi Linköping", parent: "A" },
      { code: "A2", name: "Audiologi Norrköping", parent: "A" },
      { code: "A3", name: "Audiologi Motala", parent: "A" },
    ],
    professions: [
      {
        nameSv: "audionom",
        nameEn: "audiologist",
        ssyk: "2283",
        licensed: true,
        unions: ["SRAT"],
        titles: ["Leg audionom"],
      },
    ],
    staff: hiring.staff,
  };
}

function huddinge(): DemoOrganisation {
  const hiring = new Hiring("huddinge.example", 3, 3_001);
  const director = hiring.hire("100", "Samhällsbyggnadsdirektör", null, {
    givenName: "Marja",
    familyName: "Salminen",
  });
  const manager = hiring.hire("120", "Lantmäterichef", director, {
    givenName: "Oskar",
    familyName: "Nyström",
  });
  hiring.hire("120", "Förrättningslantmätare", manager, {
    givenName: "Hanna",
    familyName: "Bergström",
    from: "2022-08-15",
  });
  for (const [givenName, familyName] of [
    ["Pär", "Lunde"],
    ["Ida", "Kvist"],
    ["Yusuf", "Demir"],
  ] as const)
    hiring.hire("120", "Förrättningslantmätare", manager, { givenName, familyName });
  hiring.team("120", "Förrättningslantmätare", manager, 3);
  hiring.hire("120", "Kartingenjör", manager, { givenName: "Tomasz", familyName: "Nowak" });
  hiring.hire("120", "Handläggare", manager, { givenName: "Agnes", familyName: "Öberg" });
  hiring.hire("100", "HR-strateg", director, { givenName: "Viktor", familyName: "Sandell" });
  hiring.hire("100", "HR-direktör", director, { givenName: "Therese", familyName: "Holm" });
  hiring.hire("100", "HR-specialist", director, { givenName: "Isak", familyName: "Larsson" });
  hiring.hire("100", "HR-partner", director, { givenName: "Moa", familyName: "Stål" });
  hiring.hire("100", "Dataskyddsombud", director, { givenName: "Zahra", familyName: "Ahmadi" });
  hiring.hire("100", "Systemförvaltare", director, { givenName: "Linnéa", familyName: "Hassan" });
  return {
    tenant: { slug: "huddinge", name: "Huddinge kommun", kind: "municipality" },
    settings: {
      modelWord: "karriärmodell",
      presentation: "stairs",
      theme: { brand: "#3d4f7c", accent: "#a8480f" },
      placementPrinciples:
        "Nivån beskriver det ansvar och de ärenden som du arbetar med.\nEtt byte av nivå bygger på chefens bedömning och på vad verksamheten behöver. Det är varken en skyldighet eller en rättighet.",
      payLinkStatement: "Ett byte av nivå leder till en ny överenskommelse om uppdrag och lön.",
    },
    units: [
      { code: "100", name: "Samhällsbyggnadsförvaltningen", parent: null },
      { code: "120", name: "Lantmäterienheten", parent: "100" },
    ],
    professions: [
      {
        nameSv: "förrättningslantmätare",
        nameEn: "cadastral surveyor",
        ssyk: null,
        licensed: false,
        unions: ["Akavia", "Sveriges Ingenjörer", "Naturvetarna"],
        titles: [],
      },
    ],
    staff: hiring.staff,
  };
}

/** Göteborgsregionen: an association. It has members and figures, and no individuals. */
export const ASSOCIATION: Omit<Tenant, "id"> = {
  slug: "goteborgsregionen",
  name: "Göteborgsregionen",
  kind: "association",
};

export const ORGANISATIONS: readonly DemoOrganisation[] = [harryda(), ostergotland(), huddinge()];
