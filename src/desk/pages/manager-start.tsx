/** A manager's first page: what to do now, what the unit needs and has, and where everybody in it is. */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { NeedDots } from "../../gap/parts/need-dots.tsx";
import { Card } from "../../ui/card.tsx";
import { localeOf } from "../../messages/day-words.ts";
import { formatDay } from "../../ui/date-text.tsx";
import { Page } from "../../ui/page.tsx";
import { Columns, Grid, Muted } from "../../ui/shell.tsx";
import type { Start } from "../view-start.ts";
import type { Team, Teams as TeamsShown } from "../view-teams.ts";
import { Errands } from "./errands.tsx";
import { TeamTables } from "./teams.tsx";
import { ToDo, useTasks } from "./to-do.tsx";

export function ManagerStart({ start, manager }: { start: Start; manager: TeamsShown }) {
  const t = useMessages().desk.start;
  const tasks = useTasks(start);
  const { teams } = manager;
  const [team] = teams;
  const sum = (of: "placed" | "placeable") => teams.reduce((total, each) => total + each[of], 0);
  const beside = (
    <>
      {teams.map((each) => (
        <Needs key={each.unit.id} team={each} alone={teams.length === 1} />
      ))}
      <Own start={start} manager={manager} />
    </>
  );
  const waiting = tasks.filter(({ state }) => state === "todo").length;
  return (
    <Page
      title={teams.length === 1 && team ? team.unit.name : t.title(start.name)}
      lead={`${t.lead.waiting(waiting)} ${t.lead.team(sum("placed"), sum("placeable"))}`}
    >
      {tasks.length > 0 ? (
        <Columns wide="start">
          <div>
            <ToDo tasks={tasks} />
          </div>
          <div className="stack">{beside}</div>
        </Columns>
      ) : (
        <Grid>{beside}</Grid>
      )}
      <Errands start={start} />
      <TeamTables manager={manager} />
    </Page>
  );
}

/** More models than this are on the page of needs. */
const MOST_MODELS = 2;

function Needs({ team: { unit, needs, mayReadNeeds }, alone }: { team: Team; alone: boolean }) {
  const t = useMessages().desk.start.needs;
  const { at, language } = useShell();
  if (!mayReadNeeds) return null;
  const nameOf = ({ nameSv, nameEn }: (typeof needs)[number]) => capital(language === "sv" ? nameSv : nameEn);
  return (
    <Card title={alone ? t.title : t.titleIn(unit.name)}>
      {needs.length === 0 && <Muted>{t.none}</Muted>}
      {needs.slice(0, MOST_MODELS).map((model) => (
        <div key={model.slug}>
          <Muted>{nameOf(model)}</Muted>
          <NeedDots levels={model.levels} />
          <p className="muted">{t.missing(model.levels.filter(({ missing }) => missing > 0))}</p>
        </div>
      ))}
      <p>
        <a href={at(`/needs?unit=${unit.id}`)}>{needs.length > 0 ? t.all : t.say}</a>
      </p>
    </Card>
  );
}

/** The manager is somebody too: where they are themself, and the way to their own page. */
function Own({ start, manager }: { start: Start; manager: TeamsShown }) {
  const t = useMessages().desk.start;
  const { at, language } = useShell();
  if (!start.both) return null;
  return (
    <Card title={t.self.title} size="small">
      {manager.own.map(({ modelId, level, track, from }) => (
        <Muted key={modelId}>
          {t.self.since([level, track].filter(Boolean).join(" · "), formatDay(from, localeOf(language)))}
        </Muted>
      ))}
      <p>
        <a href={`${at("")}?own`}>{t.self.page}</a>
      </p>
    </Card>
  );
}
