/**
 * Calibration in the demo (PLC-8): invented cases that managers of one municipality have placed apart. One round is under way, two are closed, with differences
 * and with what the managers agreed.
 */
import { agreeReading } from "../src/calibration/agree-reading.ts";
import { beginRound } from "../src/calibration/begin-round.ts";
import { askable, closeRound, openRound } from "../src/calibration/open-round.ts";
import { handInPlacings, placeCase } from "../src/calibration/place-cases.ts";
import { oneRound } from "../src/calibration/round.ts";
import { placesIn, type NamedPlace } from "../src/calibration/round-text.ts";
import { casesOf } from "../src/calibration/store.ts";
import { viewResult } from "../src/calibration/view-result.ts";
import { writeCase } from "../src/calibration/write-cases.ts";
import { divides } from "../src/calibration/calibration.rules.ts";
import { writePlace } from "../src/placement/rules.ts";
import { work, type Work, type Workshop } from "../src/platform/database/work.ts";
import type { Actor, Tenant } from "../src/shared/actor.ts";
import type { Id } from "../src/shared/ids.ts";
import { addDays, type LocalDate } from "../src/shared/local-date.ts";
import { on, sure } from "./making.ts";
import { managerActor } from "./place-staff.ts";
import { withRole } from "./roles.ts";

const SLUG = "harryda";

/** An answer: the level counted from the innermost, why, and how the requirements that hold these words were read. */
type Answer = readonly [level: number, words: string, marks: Readonly<Record<string, boolean>>];
type DemoCase = { readonly title: string; readonly story: string; readonly answers: readonly Answer[] };
type DemoRound = {
  readonly title: string;
  readonly model: string;
  /** Days ago; the round is closed where `closed` is set. */
  readonly opened: number;
  readonly closed: number | null;
  readonly cases: readonly DemoCase[];
  /** How many of the managers have handed in; the rest have come no further than their first case, or haven't begun. */
  readonly handedIn: number;
  readonly agreed: string;
  readonly principle: string;
};

/** Words of requirements that the managers talk about. */
const COURSE = "Handledarutbildning";
const LEADS = "leder omvårdnaden";
const WIDE = { "flera samtidiga sjukdomar": true, "sammansatta behov": true };
const NARROW = { "flera samtidiga sjukdomar": false, "sammansatta behov": false };
const ALONE = { "prioriterar när flera": true };

const REHAB: readonly DemoCase[] = [
  {
    title: "Fem år på samma enhet, har just börjat handleda",
    story:
      "Mika har arbetat fem år i hemmen och sköter sitt område själv, också när flera sjukdomar går in i varandra. I höstas tog Mika emot sin första student, tillsammans med en kollega. Kollegorna frågar Mika om förflyttningar. Kursen i handledning är sökt men inte läst.",
    answers: [
      [
        1,
        "Självständig i hela uppdraget. Handledningen har börjat, och kursen kommer.",
        { ...WIDE, [COURSE]: true },
      ],
      [
        0,
        "Kursen i handledning är ett krav, och den är inte läst. Det som är på väg räknas inte.",
        { ...WIDE, [COURSE]: false },
      ],
    ],
  },
  {
    title: "Ny hos oss efter tio år på sjukhus",
    story:
      "Robin har arbetat tio år på en strokeavdelning och började hos oss i mars. Robin är säker i sina bedömningar men har inte arbetat i hemmet tidigare, och går ännu bredvid vid utskrivningar.",
    answers: [
      [0, "Tio år är mycket, men det är arbetet här som ska placeras. Hemmet är nytt.", NARROW],
      [
        1,
        "Bedömningarna är redan självständiga. Det nya är rutinerna, och de lär man sig på några veckor.",
        WIDE,
      ],
    ],
  },
  {
    title: "Leder ett förbättringsarbete, vill inte handleda",
    story:
      "Sasha har arbetat åtta år och leder sedan ett år arbetet mot fall på tre enheter, med egna mätningar varje månad. Sasha håller utbildningar för andra yrken men vill inte ha studenter.",
    answers: [
      [
        2,
        "Leder och visar resultat. Att handleda är inte det enda sättet att föra kunskap vidare.",
        { förbättringsarbete: true },
      ],
      [2, "Förbättringsarbetet är precis det som nivån handlar om.", { förbättringsarbete: true }],
    ],
  },
];

const NURSES: readonly DemoCase[] = [
  {
    title: "Tre år, lugn i det akuta, skriver korta anteckningar",
    story:
      "Kaj har arbetat tre år, klarar kvällspassen själv och är den som kollegorna ringer när någon blir hastigt sämre. Uppföljningen av planerna görs ofta av någon annan.",
    answers: [
      [
        1,
        "Självständig när det gäller. Uppföljningen är en vana som går att ändra.",
        { ...ALONE, [LEADS]: true },
      ],
      [0, "Uppföljningen är halva uppdraget, och den görs inte.", { [LEADS]: false }],
      [1, "Den som kollegorna ringer arbetar självständigt.", ALONE],
      [1, "Jag tvekade, men det är arbetet som helhet som räknas.", { ...ALONE, [LEADS]: false }],
    ],
  },
  {
    title: "Tillbaka efter två års föräldraledighet",
    story:
      "Lo var självständig i hela uppdraget före ledigheten och är tillbaka sedan en månad. Läkemedelslistan har bytt system, och Lo frågar om det mesta just nu.",
    answers: [
      [
        1,
        "Kompetensen finns kvar. Enligt våra principer får den som varit ledig tid att komma tillbaka.",
        ALONE,
      ],
      [1, "Samma som före ledigheten.", ALONE],
      [1, "Principen är tydlig här.", ALONE],
      [1, "Det nya systemet lär sig alla.", {}],
    ],
  },
];

const ROUNDS: readonly DemoRound[] = [
  {
    title: "Sjuksköterskor, hösten",
    model: "sjukskoterska",
    opened: 90,
    closed: 62,
    cases: NURSES,
    handedIn: 4,
    agreed:
      "Att leda omvårdnaden är att också följa upp det man har satt in. Den som lämnar uppföljningen till andra gör det med stöd.",
    principle: "Vi placerar efter de senaste sex månadernas arbete, och skriver vad vi sett i motiveringen.",
  },
  {
    title: "Fysioterapeuter, provomgång",
    model: "fysioterapeut",
    opened: 45,
    closed: 20,
    cases: REHAB.slice(0, 2),
    handedIn: 2,
    agreed:
      "En kurs är läst när intyget finns. Är den på väg skriver vi det i planen, och placerar om när den är klar.",
    principle: "Erfarenhet från sjukhus räknas när den används här.",
  },
  {
    title: "Arbetsterapeuter, inför våren",
    model: "arbetsterapeut",
    opened: 6,
    closed: null,
    cases: REHAB,
    handedIn: 1,
    agreed: "",
    principle: "",
  },
];

export async function calibrate(workshop: Workshop, tenant: Tenant, today: LocalDate): Promise<void> {
  if (tenant.slug !== SLUG) return;
  const lead = await withRole(workshop, tenant, "process_lead");
  for (const round of ROUNDS) await makeRound(workshop, tenant, lead, round, today);
}

async function makeRound(
  workshop: Workshop,
  tenant: Tenant,
  lead: Actor,
  { title, model, opened, closed, cases, handedIn, agreed, principle }: DemoRound,
  today: LocalDate,
): Promise<void> {
  const as = <T>(actor: Actor, daysAgo: number, run: (unit: Work) => Promise<T>) =>
    work(on(workshop, addDays(today, -daysAgo)), { slug: tenant.slug, actor }, run);
  const { roundId, managers, places } = await as(lead, opened, async (unit) => {
    const until = addDays(today, (closed === null ? 8 : -closed) - 1);
    const id = sure(await beginRound(unit, { title, model, until, from: "" }));
    for (const { title: name, story } of cases)
      sure(await writeCase(unit, { roundId: id, caseId: "" }, { title: name, story }));
    const { round } = await oneRound(unit, id);
    const units = await askable(unit, round);
    sure(
      await openRound(
        unit,
        id,
        units.map(({ unitId }) => unitId),
      ),
    );
    const personIds = [...new Set(units.map(({ personId }) => personId))];
    const actors: Actor[] = [];
    // The last in the tree answers first, so that the manager whom the demo shows has something left to do.
    for (const personId of personIds.toReversed()) {
      const actor = await managerActor(unit, personId);
      if (actor) actors.push(actor);
    }
    return { roundId: id, managers: actors, places: await placesIn(unit, round) };
  });
  const levels = places.filter(({ trackId }) => trackId === null);
  for (const [index, manager] of managers.entries())
    await as(manager, opened - 3, async (unit) => {
      const isIn = index < handedIn;
      const written = (await casesOf(unit, roundId)).slice(0, isIn ? cases.length : 1);
      for (const [turn, { id: caseId }] of written.entries()) {
        const [level, words, marks] = cases[turn]?.answers[index] ?? [0, "Jag är osäker.", {}];
        const place = levels[level] ?? levels[0];
        if (!place) throw new Error("demo: a model without levels");
        const typed = { place: writePlace(place.levelId, null), words, marks: marksOf(levels, marks) };
        sure(await placeCase(unit, { roundId, caseId }, typed));
      }
      if (isIn) sure(await handInPlacings(unit, roundId));
    });
  if (closed === null) return;
  await as(lead, closed, async (unit) => {
    sure(await closeRound(unit, roundId));
    const { sideBySide } = await viewResult(unit, roundId);
    const divided = sideBySide.flatMap(({ readings }) => readings.filter(divides));
    const itemId = divided[0]?.itemId;
    if (itemId !== undefined) sure(await agreeReading(unit, roundId, { itemId, words: agreed, read: 0 }));
    sure(await agreeReading(unit, roundId, { itemId: "", words: principle, read: 0 }));
  });
}

/** The first requirement of the model that holds the words; a model without it isn't marked. */
function marksOf(levels: readonly NamedPlace[], marks: Answer[2]): { itemId: Id; shows: boolean }[] {
  const all = levels.flatMap(({ requirements }) => requirements);
  return Object.entries(marks).flatMap(([words, shows]) => {
    const one = all.find(({ text }) => text.includes(words));
    return one ? [{ itemId: one.itemId, shows }] : [];
  });
}
