/** One's own first page: what to do now, where one is, what the next level asks, the talk, the plan, and who has read. */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { formatSoon } from "../../ui/date-text.tsx";
import { Page } from "../../ui/page.tsx";
import { Grid } from "../../ui/shell.tsx";
import type { Start } from "../view-start.ts";
import type { OwnSheet } from "../own.rules.ts";
import { farOf } from "../own.rules.ts";
import { Errands } from "./errands.tsx";
import { OwnCards, ReadsCard } from "./own-cards.tsx";
import { OwnPlaceView } from "./own-place.tsx";
import { ToDo, useTasks } from "./to-do.tsx";

export function OwnStart({ start }: { start: Start }) {
  const t = useMessages().desk.start;
  const { at } = useShell();
  const { own } = start;
  const todo = useNow(start);
  const [first, ...others] = own?.places ?? [];
  const isEmpty = !first && [start.drafts, start.errands].every((each) => each.length === 0);
  return (
    <Page title={t.title(start.name)} lead={useLead(start)}>
      {todo.length > 0 && (
        <Actions>
          {todo.map(({ label, path }, index) => (
            <LinkButton key={path} href={at(path)} variant={index === 0 ? "primary" : "secondary"}>
              {label}
            </LinkButton>
          ))}
        </Actions>
      )}
      {start.both && (
        <p>
          <a href={at("")}>{t.toTeam}</a>
        </p>
      )}
      <ToDo tasks={useTasks(start)} />
      <Errands start={start} />
      {isEmpty && (
        <p>
          <a href={at("/models")}>{t.allModels}</a>
        </p>
      )}
      {first && own && (
        <OwnPlaceView place={first} start={start} beside={<ReadsCard own={own} />}>
          <Grid>
            <OwnCards own={own} talkWord={start.talkWord} />
          </Grid>
        </OwnPlaceView>
      )}
      {others.map((place) => (
        <OwnPlaceView key={place.slug} place={place} start={start} />
      ))}
      {own && !first && (
        <Grid>
          <OwnCards own={own} talkWord={start.talkWord} />
          <ReadsCard own={own} />
        </Grid>
      )}
    </Page>
  );
}

type Button = { readonly label: string; readonly path: string };

/** More than these aren't done now. */
const MOST_BUTTONS = 2;

const isOpen = (sheet: OwnSheet | null): sheet is OwnSheet =>
  sheet !== null && (sheet.state === "not-begun" || sheet.state === "draft");

/** The one or two things to do now: what somebody waits for first. */
function useNow({ own }: Start): Button[] {
  const t = useMessages().desk.start.now;
  if (!own) return [];
  const { places, talks, sheet } = own;
  const answer = places.some(({ placement }) => placement?.answer === "awaiting");
  const talkTo = (act: "confirm" | "prepare") =>
    talks.filter(
      ({ talk, isOwn, acts }) => isOwn && acts.includes(act) && !(act === "prepare" && talk.sharedSelf),
    );
  const buttons: Button[] = [
    ...(answer ? [{ label: t.answer, path: "/my/placement" }] : []),
    ...talkTo("confirm").map(({ talk }) => ({ label: t.confirm, path: `/my/talks/${talk.id}` })),
    ...(isOpen(sheet)
      ? [{ label: sheet.said === 0 ? t.begin : t.goOn, path: `/my/assessment/${sheet.id}` }]
      : []),
    ...talkTo("prepare").map(({ talk }) => ({ label: t.prepare, path: `/my/talks/${talk.id}` })),
  ];
  return buttons.slice(0, MOST_BUTTONS);
}

/** When the next talk is, and how far one's own assessment has come; else the one sentence that answers "what now?". */
function useLead({ own, drafts, errands, talkWord }: Start): string {
  const { lead, when } = useMessages().desk.start;
  const { kind } = useMessages().talk;
  const { language, today } = useShell();
  const places = own?.places ?? [];
  if (places.some(({ placement }) => placement?.answer === "awaiting")) return lead.answer;
  const next = own?.talks.find(
    ({ talk, isOwn }) => isOwn && talk.state === "planned" && talk.day >= today,
  )?.talk;
  const day = next && formatSoon(next.day, today, language === "sv" ? "sv-SE" : "en-GB");
  const said = [
    ...(next && day ? [lead.talk(kind[next.kind](talkWord), when(day, next.at))] : []),
    ...(own?.sheet ? [lead.sheet[farOf(own.sheet)]] : []),
  ];
  if (said.length > 0) return said.join(" ");
  if (places.length > 0)
    return places.some(({ placement }) => placement) ? lead.placed : lead.notPlaced(talkWord);
  return drafts.length + errands.length === 0 ? lead.noModel : lead.other;
}
