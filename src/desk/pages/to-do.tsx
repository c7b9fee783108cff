/** What waits for this person, the most pressing first, each with its button. */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { LinkButton } from "../../ui/actions.tsx";
import { TaskList, type Task } from "../../ui/lists.tsx";
import { Section } from "../../ui/shell.tsx";
import type { Start } from "../view-start.ts";
import { capital } from "../../messages/capital.ts";
import { formatDay } from "../../ui/date-text.tsx";
import { talksToDo } from "./talk-tasks.ts";

export function ToDo({ start }: { start: Start }) {
  const { desk, talk } = useMessages();
  const t = desk.start;
  const { at, language, today } = useShell();
  const todo = (
    key: string,
    title: string,
    text: string,
    button?: { label: string; href: string },
  ): Task => ({
    key,
    title,
    text,
    state: button ? "todo" : "waiting",
    stateLabel: button ? t.todoState : t.waitingState,
    action: button && (
      <LinkButton href={button.href} about={title}>
        {button.label}
      </LinkButton>
    ),
  });
  const talks = talksToDo(start.talks, talk, {
    talkWord: start.talkWord,
    today,
    inWords: (day) => formatDay(day, language === "sv" ? "sv-SE" : "en-GB"),
  });
  const tasks: Task[] = [
    ...talks.map(({ key, title, text, path }) =>
      todo(key, title, text, { label: talk.tasks.open, href: at(path) }),
    ),
    ...start.teams.flatMap(({ unit, rows, placed, placeable, mayPrepare, unconfirmed }): Task[] => {
      const waiting = rows.filter((row) => row.detail?.answer === "awaiting").length;
      return [
        ...rows
          .filter((row) => row.detail?.answer === "other-view")
          .map((row) =>
            todo(`view ${row.personId}`, t.otherView(`${row.givenName} ${row.familyName}`), t.otherViewText, {
              label: t.readButton,
              href: at(`/people/${row.personId}/placements`),
            }),
          ),
        ...(mayPrepare
          ? [
              todo(`prepare ${unit.id}`, t.prepare(unit.name, placeable - placed), t.prepareText, {
                label: t.prepareButton,
                href: at(`/units/${unit.id}/placements/prepare`),
              }),
            ]
          : []),
        ...(unconfirmed > 0
          ? [
              todo(`confirm ${unit.id}`, t.confirm(unconfirmed, unit.name), t.confirmText, {
                label: t.confirmButton,
                href: at(`/units/${unit.id}/placements?show=unconfirmed`),
              }),
            ]
          : []),
        ...(waiting > 0
          ? [todo(`waiting ${unit.id}`, t.unanswered(waiting, unit.name), t.unansweredText)]
          : []),
      ];
    }),
    ...start.evidence.flatMap(({ unitId, name, waiting, ending }): Task[] => {
      const href = at(`/units/${unitId}/evidence`);
      return [
        ...(waiting > 0
          ? [
              todo(`evidence ${unitId}`, t.evidence(waiting, name), t.evidenceText, {
                label: t.evidenceButton,
                href,
              }),
            ]
          : []),
        ...(ending > 0
          ? [
              todo(`ending ${unitId}`, t.ending(ending, name), t.endingText, {
                label: t.confirmButton,
                href,
              }),
            ]
          : []),
      ];
    }),
    ...start.moves.flatMap(({ personId, name, applied, tasks: left }): Task[] => {
      const button = { label: t.readButton, href: at(`/people/${personId}/placements`) };
      return [
        ...(applied ? [todo(`applied ${personId}`, t.applied(name), t.appliedText, button)] : []),
        ...(left > 0 ? [todo(`after ${personId}`, t.afterMove(name), t.afterMoveText, button)] : []),
      ];
    }),
    ...start.drafts.map(({ slug, nameSv, nameEn, number, adopt }) => {
      const name = capital(language === "sv" ? nameSv : nameEn);
      const href = at(`/models/${slug}?version=${number}`);
      return adopt
        ? todo(`adopt ${slug} ${number}`, t.adopt(name, number), t.adoptText, { label: t.adoptButton, href })
        : todo(`draft ${slug} ${number}`, t.draft(name, number), t.draftText, { label: t.readButton, href });
    }),
    ...(start.mayImport
      ? [todo("import", t.import, t.importText, { label: t.importButton, href: at("/import") })]
      : []),
    ...(start.mayKeep
      ? [todo("keep", t.keep, t.keepText, { label: t.keepButton, href: at("/settings") })]
      : []),
  ];
  if (tasks.length === 0) return start.teams.length > 0 ? <p className="muted">{t.nothing}</p> : null;
  return (
    <Section title={t.todo} id="todo">
      <TaskList tasks={tasks} label={t.todo} />
    </Section>
  );
}
