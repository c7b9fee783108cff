/** What waits for this person, the most pressing first, each with its button. */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { LinkButton } from "../../ui/actions.tsx";
import { TaskList, type Task } from "../../ui/lists.tsx";
import { Section } from "../../ui/shell.tsx";
import type { Start } from "../view-start.ts";
import type { Team, Teams } from "../view-teams.ts";
import { capital } from "../../messages/capital.ts";
import { formatDay, formatSoon } from "../../ui/date-text.tsx";
import { talksToDo, type TalkToDo } from "./talk-tasks.ts";

/** More of a unit's talks than this stand on the unit's page of talks. */
const MOST_TALKS = 4;

export function ToDo({ tasks }: { tasks: readonly Task[] }) {
  const t = useMessages().desk.start;
  if (tasks.length === 0) return null;
  return (
    <Section title={t.todo} id="todo">
      <TaskList tasks={tasks} label={t.todo} />
    </Section>
  );
}

type ToTask = (
  key: string,
  title: string,
  text: string,
  button?: { readonly label: string; readonly path: string },
) => Task;

export function useTasks(start: Start): Task[] {
  const { desk, talk } = useMessages();
  const t = desk.start;
  const { at, language, today } = useShell();
  const locale = language === "sv" ? "sv-SE" : "en-GB";
  const inWords = (day: string) => formatDay(day, locale);
  const todo: ToTask = (key, title, text, button) => ({
    key,
    title,
    text,
    state: button ? "todo" : "waiting",
    stateLabel: button ? t.todoState : t.waitingState,
    action: button && (
      <LinkButton href={at(button.path)} about={title}>
        {button.label}
      </LinkButton>
    ),
  });
  const { manager } = start;
  // On one's own page one's own talks are buttons above.
  const talks = talksToDo(manager?.talks ?? [], talk, {
    talkWord: start.talkWord,
    today,
    inWords,
    at: (day, time) => capital(t.when(formatSoon(day, today, locale), time)),
  });
  const ofTalk = ({ key, title, text, button, path }: TalkToDo) =>
    todo(key, title, text, { label: button, path });
  return [
    ...talks.filter(({ unitId }) => unitId === null).map(ofTalk),
    ...(manager ? managerTasks(manager, { t, todo, inWords, talks, ofTalk }) : []),
    ...start.drafts.map(({ slug, nameSv, nameEn, number, adopt }) => {
      const name = capital(language === "sv" ? nameSv : nameEn);
      const path = `/models/${slug}?version=${number}`;
      return adopt
        ? todo(`adopt ${slug} ${number}`, t.adopt(name, number), t.adoptText, { label: t.adoptButton, path })
        : todo(`draft ${slug} ${number}`, t.draft(name, number), t.draftText, { label: t.readButton, path });
    }),
    ...(start.mayImport
      ? [todo("import", t.import, t.importText, { label: t.importButton, path: "/import" })]
      : []),
    ...(start.mayKeep ? [todo("keep", t.keep, t.keepText, { label: t.keepButton, path: "/settings" })] : []),
  ];
}

type Means = {
  readonly t: ReturnType<typeof useMessages>["desk"]["start"];
  readonly todo: ToTask;
  readonly inWords: (day: string) => string;
  readonly talks: readonly TalkToDo[];
  readonly ofTalk: (talk: TalkToDo) => Task;
};

/** What belongs to one person says who, and what belongs to many says how many, with where they are listed. */
function managerTasks(manager: Teams, means: Means): Task[] {
  const { t, todo, inWords, talks, ofTalk } = means;
  const shown = new Set(manager.teams.map(({ unit }) => unit.id));
  return [
    ...talks.filter(({ unitId }) => unitId !== null && !shown.has(unitId)).map(ofTalk),
    ...manager.teams.flatMap((team) => teamTasks(team, manager, means)),
    ...manager.corrections.map(({ personId, name }) =>
      todo(`correction ${personId}`, t.correction(name), t.correctionText, {
        label: t.readButton,
        path: "/data-requests",
      }),
    ),
    ...manager.calibrations.map(({ id, title, until, left }) =>
      todo(`calibration ${id}`, t.calibration(title), t.calibrationText(left, inWords(until)), {
        label: left === 0 ? t.handInButton : t.placeButton,
        path: `/calibrations/${id}`,
      }),
    ),
    ...manager.moves.flatMap(({ personId, name, applied, tasks }): Task[] => {
      const button = { label: t.readButton, path: `/people/${personId}/placements` };
      return [
        ...(applied ? [todo(`applied ${personId}`, t.applied(name), t.appliedText, button)] : []),
        ...(tasks > 0 ? [todo(`after ${personId}`, t.afterMove(name), t.afterMoveText, button)] : []),
      ];
    }),
    ...manager.evidence.flatMap(({ unitId, name, waiting, ending, waitingOf, endingOf }): Task[] => {
      const path = `/units/${unitId}/evidence`;
      return [
        ...(waiting > 0
          ? [
              todo(
                `evidence ${unitId}`,
                waitingOf ? t.evidenceOf(waiting, waitingOf) : t.evidence(waiting, name),
                t.evidenceText,
                { label: t.evidenceButton, path },
              ),
            ]
          : []),
        ...(ending > 0
          ? [
              todo(
                `ending ${unitId}`,
                endingOf ? t.endingOf(ending, endingOf) : t.ending(ending, name),
                t.endingText,
                { label: t.confirmButton, path },
              ),
            ]
          : []),
      ];
    }),
  ];
}

function teamTasks(team: Team, { teams }: Teams, { t, todo, inWords, talks, ofTalk }: Means): Task[] {
  const { unit, rows, placed, placeable, mayPrepare, unconfirmed, newcomers, toBook } = team;
  const own = talks.filter(({ unitId }) => unitId === unit.id);
  // One more takes no more room than saying that there is one more.
  const shown = own.length === MOST_TALKS + 1 ? own.length : MOST_TALKS;
  const [bookable] = toBook;
  const waiting = rows.filter(({ detail }) => detail?.answer === "awaiting" && !detail.takenOver).length;
  const where = teams.length > 1 ? unit.name : null;
  return [
    ...own.slice(0, shown).map(ofTalk),
    ...(own.length > shown
      ? [
          todo(`talks ${unit.id}`, t.moreTalks(own.length - shown, where), t.moreTalksText, {
            label: t.confirmButton,
            path: `/units/${unit.id}/talks`,
          }),
        ]
      : []),
    ...newcomers.map(({ personId, name, since }) =>
      todo(`introduce ${personId}`, t.introduce(name), t.introduceText(inWords(since)), {
        label: t.bookButton,
        path: `/units/${unit.id}/talks/book`,
      }),
    ),
    ...rows
      .filter((row) => row.detail?.answer === "other-view")
      .map((row) =>
        todo(`view ${row.personId}`, t.otherView(`${row.givenName} ${row.familyName}`), t.otherViewText, {
          label: t.readButton,
          path: `/people/${row.personId}/placements`,
        }),
      ),
    ...(bookable
      ? [
          todo(
            `book ${unit.id}`,
            toBook.length === 1 ? t.bookOne(bookable.name) : t.book(toBook.length, where),
            t.bookText,
            { label: t.bookButton, path: `/units/${unit.id}/talks/book` },
          ),
        ]
      : []),
    ...(mayPrepare
      ? [
          todo(`prepare ${unit.id}`, t.prepare(unit.name, placeable - placed), t.prepareText, {
            label: t.prepareButton,
            path: `/units/${unit.id}/placements/prepare`,
          }),
        ]
      : []),
    ...(unconfirmed > 0
      ? [
          todo(`confirm ${unit.id}`, t.confirm(unconfirmed, unit.name), t.confirmText, {
            label: t.confirmButton,
            path: `/units/${unit.id}/placements?show=unconfirmed`,
          }),
        ]
      : []),
    ...(waiting > 0 ? [todo(`waiting ${unit.id}`, t.unanswered(waiting, unit.name), t.unansweredText)] : []),
  ];
}
