/** The gallery's tables and lists. */
import { Button, LinkButton } from "./actions.tsx";
import { Card } from "./card.tsx";
import { DataTable, Pagination } from "./data-table.tsx";
import { DateText } from "./date-text.tsx";
import { State } from "./gallery-state.tsx";
import { SummaryList, TaskList, Timeline, Tree } from "./lists.tsx";
import { EmptyState } from "./notices.tsx";
import { Columns, Section } from "./shell.tsx";
import { Tag } from "./tag.tsx";

const STAFF = [
  {
    id: "1",
    name: "Ek, Jörgen",
    level: "Skicklig",
    talk: "2026-11-19",
    extent: "100 %",
    state: "Väntar på bekräftelse",
  },
  { id: "2", name: "Lindqvist, Åsa", level: "Erfaren", talk: "2025-12-02", extent: "75 %", state: "" },
  {
    id: "3",
    name: "Yıldız, Ömer",
    level: "Introduktion",
    talk: "",
    extent: "100 %",
    state: "Starta introduktion",
  },
  {
    id: "4",
    name: "Åkerblom, Siv",
    level: "Ny i yrkesrollen",
    talk: "2026-06-04",
    extent: "50 %",
    state: "",
  },
] as const;

type Employee =
  (typeof STAFF)[number] | { id: "total"; name: string; level: ""; talk: ""; extent: string; state: "" };

function StaffTable({ rows, caption }: { rows: readonly Employee[]; caption: string }) {
  return (
    <DataTable<Employee>
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      total={({ id }) => id === "total"}
      empty={
        <EmptyState
          title="Ingen personal än"
          action={<LinkButton href="#import">Läs in personal</LinkButton>}
        >
          <p>Personalen kommer från HR-systemets fil.</p>
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: "Namn",
          rowHeader: true,
          cell: ({ id, name }) => (id === "total" ? name : <a href={`#person-${id}`}>{name}</a>),
          sort: { href: "#sort-name", direction: "ascending" },
        },
        { key: "level", header: "Nivå", cell: ({ level }) => level, sort: { href: "#sort-level" } },
        { key: "talk", header: "Senaste samtal", cell: ({ talk }) => talk && <DateText day={talk} /> },
        { key: "extent", header: "Omfattning", numeric: true, cell: ({ extent }) => extent },
        {
          key: "state",
          header: "Läge",
          headerHidden: true,
          cell: ({ state }) =>
            state && <Tag tone={state.startsWith("Starta") ? "attention" : "neutral"}>{state}</Tag>,
        },
      ]}
    />
  );
}

export function GalleryLists() {
  return (
    <Section id="lists" title="Listor och tabeller">
      <Columns wide="start">
        <Section id="tasks" title="Att göra nu" level={3}>
          <TaskList
            label="Att göra nu"
            tasks={[
              {
                key: "1",
                title: "Förbered samtalet med Åsa Lindqvist",
                text: "Torsdag 3 december kl. 10.00. Ni ser varandras bedömningar när båda har lämnat in.",
                state: "todo",
                stateLabel: "att göra",
                action: (
                  <Button variant="secondary" about="samtalet med Åsa Lindqvist">
                    Bedöm
                  </Button>
                ),
              },
              {
                key: "2",
                title: "Introducera Ömer Yıldız",
                text: "Började 16 november. Introduktionsplanen är inte startad.",
                state: "waiting",
                stateLabel: "väntar",
                tag: <Tag tone="attention">Saknas</Tag>,
              },
              {
                key: "3",
                title: "Förskrivarutbildning",
                text: "Intyg från maj 2023, kontrollerat av Karin Öhman",
                state: "done",
                stateLabel: "klart",
                tag: <Tag tone="good">Uppfyllt</Tag>,
              },
            ]}
          />
        </Section>
        <Card title="Historik" level={3}>
          <Timeline
            label="Historik"
            events={[
              {
                key: "1",
                current: true,
                when: <DateText day="2024-09-01" locale="sv-SE" />,
                title: "Erfaren",
                children: <p>Beslutat med Karin Öhman efter ert samtal.</p>,
              },
              { key: "2", when: <DateText day="2022-03-15" locale="sv-SE" />, title: "Ny i yrkesrollen" },
            ]}
          />
        </Card>
      </Columns>
      <State name="Tabell">
        <StaffTable
          caption="Medarbetare i Rehab Orust"
          rows={[...STAFF, { id: "total", name: "Alla", level: "", talk: "", extent: "325 %", state: "" }]}
        />
        <Pagination
          label="Sidor"
          summary="1–4 av 38"
          pages={[
            { href: "#page-1", label: "1", current: true },
            { href: "#page-2", label: "2" },
            null,
            { href: "#page-10", label: "10" },
          ]}
          next={{ href: "#page-2", label: "Nästa" }}
        />
      </State>
      <State name="Tom tabell">
        <StaffTable caption="Medarbetare" rows={[]} />
      </State>
      <Columns wide="even">
        <div>
          <State name="Uppgifter">
            <SummaryList
              rows={[
                {
                  term: "Anställning",
                  detail: "Fysioterapeut, Rehab Orust",
                  action: <a href="#change">Ändra</a>,
                },
                { term: "Omfattning", detail: "75 %" },
                { term: "Från", detail: <DateText day="2019-08-12" /> },
              ]}
            />
          </State>
        </div>
        <div>
          <State name="Enheter">
            <Tree
              label="Enheter"
              toggle={(node) => `${node.children?.length} enheter`}
              nodes={[
                {
                  id: "1",
                  label: <a href="#unit-1">Socialförvaltningen</a>,
                  detail: "Lena Sköld",
                  open: true,
                  children: [
                    {
                      id: "2",
                      label: <a href="#unit-2">Hälso- och sjukvård</a>,
                      detail: "Per Åberg",
                      open: true,
                      children: [
                        { id: "3", label: <a href="#unit-3">Rehab Orust</a>, detail: "Karin Öhman" },
                        {
                          id: "4",
                          label: <a href="#unit-4">Hemsjukvård</a>,
                          detail: <Tag tone="attention">Ingen chef</Tag>,
                        },
                      ],
                    },
                    { id: "5", label: <a href="#unit-5">Bistånd</a>, detail: "Mona Ek" },
                  ],
                },
              ]}
            />
          </State>
        </div>
      </Columns>
    </Section>
  );
}
