/** The manager's teams as calm tables: who is where, without ranks or totals. */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import type { UnitPlacement } from "../../placement/view-unit-placements.ts";
import type { Start } from "../view-start.ts";

type State =
  "taken-over" | "awaiting" | "acknowledged" | "other-view" | "not-placed" | "prepared" | "no-model";

const stateOf = (row: UnitPlacement): State => {
  if (row.state === "no-model") return "no-model";
  if (row.detail?.takenOver && row.detail.answer !== "other-view") return "taken-over";
  return row.detail?.answer ?? (row.prepared ? "prepared" : "not-placed");
};

const TONES: Readonly<Record<State, TagTone>> = {
  "taken-over": "attention",
  awaiting: "neutral",
  acknowledged: "good",
  "other-view": "attention",
  "not-placed": "attention",
  prepared: "neutral",
  "no-model": "neutral",
};

export function Teams({ start }: { start: Start }) {
  const t = useMessages().desk.start;
  const { at } = useShell();
  return (
    <>
      {start.teams.map(({ unit, rows, vacant }) => (
        <Section
          key={unit.id}
          title={t.team(unit.name)}
          id={`team-${unit.id}`}
          lead={vacant ? t.vacantTeam : undefined}
          aside={
            <>
              <a href={at(`/units/${unit.id}/assessments`)}>
                {t.assessments}
                <span className="visually-hidden"> {unit.name}</span>
              </a>{" "}
              ·{" "}
              <a href={at(`/units/${unit.id}/talks`)}>
                {t.talks}
                <span className="visually-hidden"> {unit.name}</span>
              </a>{" "}
              ·{" "}
              <a href={at(`/units/${unit.id}/placements`)}>
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
                cell: (row) => row.detail && [row.detail.level, row.detail.track].filter(Boolean).join(" · "),
              },
              { key: "since", header: t.levelSince, cell: (row) => row.detail?.since },
              {
                key: "state",
                header: t.state,
                cell: (row) => {
                  const state = stateOf(row);
                  return <Tag tone={TONES[state]}>{t.states[state]}</Tag>;
                },
              },
            ]}
          />
        </Section>
      ))}
      {start.otherTeams > 0 && (
        <p>
          {t.otherTeams(start.otherTeams)} <a href={at("/units")}>{t.units}</a>
        </p>
      )}
    </>
  );
}
