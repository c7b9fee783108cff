/** A talk as a document to take away (TLK-1, TLK-2, PLC-9): what was put to the two, what each has said of it, and what it rested on; of a talk that isn't closed it says so. */
import { capital } from "../messages/capital.ts";
import { messages, type Messages } from "../messages/messages.ts";
import type { Language } from "../platform/http/context.ts";
import type { PdfBlock, PdfDocument } from "../platform/pdf/make-pdf.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { PlanThen, SaidThen, Snapshot } from "./snapshot.rules.ts";
import { QUESTIONS, viewsAmong } from "./talk.rules.ts";
import type { TalkView } from "./view-talk.ts";
import type { Preparation, TalkRecord } from "./written.store.ts";

/** A table of what a talk rested on, in words. */
export type Rested = {
  readonly caption: string;
  /** Does the first cell of a row say a text of the model, in its language? */
  readonly ofModel: boolean;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const placeOf = ({ level, track }: { readonly level: string; readonly track: string | null }): string =>
  [level, track].filter(Boolean).join(", ");

/** What a talk rested on as it stood: where the person was placed, in lines, and what was said, shown and planned, in tables. */
export function restedOn(
  { placements, assessments, requirements, plan }: Snapshot,
  words: Pick<Messages, "talk" | "plan">,
  language: Language,
  /** How a day is written: in tables always as in files. */
  day: (date: LocalDate) => string = (date) => date,
): { readonly lines: readonly string[]; readonly tables: readonly Rested[] } {
  const { talk } = words;
  const t = talk.one;
  const said = (by: SaidThen | null): string => {
    if (by === null) return t.unsaid;
    const word = capital(by.step === "" ? t.notYet : (by.step ?? ""));
    return [word, by.words].filter((each) => each !== "").join(": ") || t.unsaid;
  };
  return {
    lines: [
      ...placements.map(
        ({ model, from, ...place }) =>
          `${t.version(model[language], model.version)}: ${t.placedText(placeOf(place), day(from))}`,
      ),
      ...(plan && plan.goals.length + plan.activities.length === 0 ? [t.planEmpty] : []),
    ],
    tables: [
      ...assessments.map(({ model, statements, ...place }) => ({
        caption: `${t.version(model[language], model.version)}, ${placeOf(place)}`,
        ofModel: true,
        header: [t.statement, t.self, t.manager, t.outcome],
        rows: statements.map(({ text, self, manager, outcome }) => [
          text,
          said(self),
          said(manager),
          outcome
            ? [capital(outcome.met ? t.met : t.notMet), outcome.words].filter(Boolean).join(": ")
            : t.unsaid,
        ]),
      })),
      ...requirements.map(({ lines, ...place }) => ({
        caption: t.requirements(placeOf(place)),
        ofModel: true,
        header: [t.requirement, talk.list.state, t.shown],
        rows: lines.map(({ text, isMet, shownBy }) => [
          text,
          capital(isMet ? t.met : t.notMet),
          shownBy ?? t.unsaid,
        ]),
      })),
      ...(plan ? planTables(plan, words) : []),
    ],
  };
}

/** Goals, then activities; none of what there were none of. */
function planTables({ goals, activities }: PlanThen, words: Pick<Messages, "talk" | "plan">): Rested[] {
  const t = words.talk.one;
  const { plan } = words;
  type Part = PlanThen["goals"][number] | PlanThen["activities"][number];
  const named = ({ title, mentor }: Part) => (mentor === "" ? title : `${title}. ${plan.mentor(mentor)}`);
  const stood = ({ state, reason }: Part) => [plan.state[state], reason].filter(Boolean).join(": ");
  const when = ({ until, endedOn }: Part) => endedOn ?? until;
  const tables: Rested[] = [
    {
      caption: t.planGoals,
      ofModel: false,
      header: [t.goal, plan.use, t.when, words.talk.list.state],
      rows: goals.map((goal) => [
        `${named(goal)} (${plan.kind[goal.kind]})`,
        goal.use || t.unsaid,
        when(goal),
        stood(goal),
      ]),
    },
    {
      caption: t.planActivities,
      ofModel: false,
      header: [t.activity, plan.activity.goal, t.who, t.when, words.talk.list.state],
      rows: activities.map((activity) => [
        named(activity),
        activity.goal ?? t.unsaid,
        plan.owner[activity.owner],
        activity.from && activity.endedOn === null ? `${activity.from} – ${activity.until}` : when(activity),
        stood(activity),
      ]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** Null of a talk of which nothing has been put to the two. `name` is the file's own, without an ending. */
export function talkDocument(
  view: TalkView,
  { language, organisation }: { readonly language: Language; readonly organisation: string },
): { readonly name: string; readonly document: PdfDocument } | null {
  const { talk, record, preparations } = view;
  if (!record) return null;
  const words = messages[language].talk;
  const t = words.one;
  const person = `${talk.givenName} ${talk.familyName}`;
  const kind = words.kind[talk.kind](view.talkWord);
  const title = capital(t.other(kind, person));
  const isClosed = talk.closedHow !== null && talk.closedOn !== null;
  const prepared = [
    ...answersOf(preparations.self, person, view, t.questions),
    ...answersOf(preparations.manager, preparations.manager?.by ?? "", view, t.questionsManager),
  ];
  const { lines, tables } = restedOn(record.snapshot, messages[language], language);
  const document: PdfDocument = {
    language,
    title,
    organisation,
    lead: talk.heldOn && talk.heldBy ? t.held(talk.heldOn, talk.heldBy) : "",
    footer: `${title}. ${t.disclosedShort}`,
    sections: [
      {
        title: talk.kind === "pay" ? t.agreedPay : t.agreed,
        blocks: [
          ...(isClosed ? [] : [notice(t.notLocked, t.notLockedText)]),
          paragraph(record.agreed || t.nothing),
          ...(isClosed && talk.closedOn && talk.closedHow
            ? [notice(t.locked(talk.closedOn), words.closed[talk.closedHow])]
            : []),
        ],
      },
      ...section(t.status, saidOf(view, record, words)),
      {
        title: t.pay,
        blocks: [paragraph(record.payLinkShown.trim() || t.payNone(organisation))],
      },
      ...section(t.both, prepared),
      ...section(t.snapshot, [
        ...(lines.length + tables.length > 0
          ? [paragraph(t.snapshotText(record.snapshot.on, Boolean(record.snapshot.plan)))]
          : []),
        ...(lines.length > 0 ? [{ kind: "list", items: lines } as const] : []),
        ...tables.map(({ caption, header, rows }) => ({ kind: "table", caption, header, rows }) as const),
      ]),
      { title: t.disclosedTitle, blocks: [paragraph(t.disclosed)] },
    ],
  };
  return { name: [kind, talk.heldOn ?? talk.day, person].join(" ").replaceAll(/\s+/g, "-"), document };
}

const paragraph = (text: string): PdfBlock => ({ kind: "paragraph", text });
const notice = (title: string, text: string): PdfBlock => ({ kind: "notice", title, text });
const section = (title: string, blocks: readonly PdfBlock[]): PdfDocument["sections"] =>
  blocks.length === 0 ? [] : [{ title, blocks }];

/** Who has confirmed the latest text, and every other view with the answer to it. */
function saidOf({ events }: TalkView, { revision }: TalkRecord, words: Messages["talk"]): PdfBlock[] {
  const t = words.one;
  const confirmed = events
    .filter((event) => event.kind === "confirmed" && event.revision === revision)
    .map(({ by, day }) => t.confirmed(by ?? "", day));
  const said = viewsAmong(events).flatMap((event): PdfBlock[] => [
    {
      kind: "heading",
      text: `${(event.kind === "answered" ? t.answer : t.view)(event.by ?? "")}, ${event.day}`,
    },
    ...(event.revision === revision ? [] : [paragraph(t.viewEarlier)]),
    paragraph(event.words),
    ...(event.details.toAbove
      ? [
          paragraph(
            [t.viewAbove(event.day), event.details.withRepresentative ? t.viewRepresentative : ""].join(" "),
          ),
        ]
      : []),
  ]);
  return [...(confirmed.length > 0 ? [{ kind: "list", items: confirmed } as const] : []), ...said];
}

function answersOf(
  preparation: Preparation | null,
  name: string,
  { talk }: TalkView,
  questions: Messages["talk"]["one"]["questions"],
): PdfBlock[] {
  const rows = QUESTIONS[talk.kind].flatMap((question) => {
    const detail = preparation?.answers[question];
    return detail ? [{ term: questions[question], detail }] : [];
  });
  return rows.length === 0
    ? []
    : [
        { kind: "heading", text: name },
        { kind: "facts", rows },
      ];
}
