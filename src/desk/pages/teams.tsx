/** The manager's teams as calm tables: who is where, when the two of them last talked, and what comes next, without ranks or totals. */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import type { Team, TeamRow, Teams } from "../view-teams.ts";

type State =
  | "taken-over"
  | "awaiting"
  | "other-view"
  | "applied"
  | "talk"
  | "asked"
  | "held"
  | "introduce"
  | "prepared"
  | "not-placed";

const TONES: Readonly<Record<State, TagTone>> = {
  "other-view": "attention",
  introduce: "attention",
  "taken-over": "attention",
  "not-placed": "attention",
  applied: "brand",
  talk: "brand",
  held: "neutral",
  asked: "neutral",
  awaiting: "neutral",
  prepared: "neutral",
};

/** The one thing that is on with somebody: what waits for the manager first. */
function stateOf({ detail, talk, applied, isNew, state, prepared }: TeamRow): State | null {
  if (detail?.answer === "other-view") return "other-view";
  if (isNew) return "introduce";
  if (applied) return "applied";
  if (talk) return talk.talk.state === "planned" ? "talk" : talk.talk.record > 0 ? "asked" : "held";
  if (detail?.takenOver) return "taken-over";
  if (state === "not-placed") return prepared ? "prepared" : "not-placed";
  return detail?.answer === "awaiting" ? "awaiting" : null;
}

export function TeamTables({ manager: { teams, otherTeams } }: { manager: Teams }) {
  const t = useMessages().desk.start;
  const { at } = useShell();
  return (
    <>
      {teams.map((team) => (
        <TeamTable key={team.unit.id} team={team} alone={teams.length === 1} />
      ))}
      {otherTeams > 0 && (
        <p>
          {t.otherTeams(otherTeams)} <a href={at("/units")}>{t.units}</a>
        </p>
      )}
    </>
  );
}

function TeamTable({ team: { unit, rows, people, vacant }, alone }: { team: Team; alone: boolean }) {
  const t = useMessages().desk.start;
  const { at } = useShell();
  const here = (path: string) => at(`/units/${unit.id}${path}`);
  return (
    <Section
      title={alone ? t.staff : t.team(unit.name)}
      id={`team-${unit.id}`}
      lead={vacant ? t.vacantTeam : undefined}
      aside={
        <>
          <a href={here("/assessments")}>
            {t.assessments}
            <span className="visually-hidden"> {unit.name}</span>
          </a>{" "}
          ·{" "}
          <a href={here("/talks")}>
            {t.talks}
            <span className="visually-hidden"> {unit.name}</span>
          </a>{" "}
          ·{" "}
          <a href={here("/plans")}>
            {t.plans}
            <span className="visually-hidden"> {unit.name}</span>
          </a>{" "}
          ·{" "}
          <a href={here("/placements")}>
            {t.allTeam}
            <span className="visually-hidden"> {unit.name}</span>
          </a>
        </>
      }
    >
      <DataTable
        caption={t.teamTable(unit.name)}
        captionHidden
        rows={rows}
        rowKey={(row) => `${row.personId} ${row.model?.sv ?? ""}`}
        empty={<Muted>{t.emptyTeam}</Muted>}
        columns={[
          {
            key: "name",
            header: t.name,
            rowHeader: true,
            cell: (row) => {
              const name = `${row.familyName}, ${row.givenName}`;
              return row.as ? <a href={at(`/people/${row.personId}/placements`)}>{name}</a> : name;
            },
          },
          {
            key: "level",
            header: t.level,
            cell: ({ detail, state }) =>
              detail
                ? detail.track
                  ? `${detail.level} · ${detail.track}`
                  : detail.level
                : state === "no-model" && <span className="muted">{t.noModel}</span>,
          },
          {
            key: "talk",
            header: t.lastTalk,
            cell: ({ lastTalk, as }) => lastTalk ?? (as && <span className="muted">{t.noTalk}</span>),
          },
          {
            key: "next",
            header: t.next,
            cell: ({ next }) => next && t.step(next.title, next.on, next.underWay),
          },
          {
            key: "state",
            header: t.state,
            headerHidden: true,
            cell: (row) => {
              const state = stateOf(row);
              if (state === null) return null;
              return (
                <Tag tone={TONES[state]}>
                  {state === "talk" ? t.states.talk(row.talk?.talk.day ?? "") : t.states[state]}
                </Tag>
              );
            },
          },
        ]}
      />
      {people > rows.length && (
        <p>
          {t.moreInTeam(people - rows.length)} <a href={here("/placements")}>{t.allTeam}</a>
        </p>
      )}
      {rows.some((row) => row.as) && (
        <Actions>
          <LinkButton href={here("/talks/book")} about={alone ? undefined : unit.name}>
            {t.planTalks}
          </LinkButton>
        </Actions>
      )}
    </Section>
  );
}
