/** The gallery's rings, stairs, matrix and charts. */
import { Card } from "./card.tsx";
import { CourseChart, CourseTable, CoverageBar, type CoursePoint } from "./course-chart.tsx";
import { AUDIOLOGY, BRANCHED, OCCUPATIONAL, PAIR, PHYSIO } from "./gallery-models.ts";
import { State } from "./gallery-state.tsx";
import { Matrix } from "./matrix.tsx";
import type { Place, ShapeLevel } from "./model-shape.ts";
import { Suppressed } from "./notices.tsx";
import { Rings } from "./rings.tsx";
import { Columns, Grid, Section } from "./shell.tsx";
import { Stairs } from "./stairs.tsx";

/** What the gallery draws. Tests draw the same. */
export function drawing(id: string, title: string, levels: readonly ShapeLevel[], here?: Place) {
  const names = levels.map((level) =>
    level.tracks.length > 0
      ? `${level.name} (${level.tracks.map(({ name }) => name).join(", ")})`
      : level.name,
  );
  return {
    id,
    levels,
    title,
    description: `Från kärnan och utåt: ${names.join("; ")}.`,
    here: here && { ...here, label: "Här är du" },
  };
}

const POINTS: readonly CoursePoint[] = [
  { day: "2025-02-01", share: null, placed: null, employed: null, frozen: true },
  { day: "2025-06-01", share: 0.31, placed: 9, employed: 29, frozen: true },
  { day: "2025-10-01", share: 0.52, placed: 16, employed: 31, frozen: true },
  { day: "2026-02-01", share: 0.74, placed: 25, employed: 34, frozen: true },
  { day: "2026-06-01", share: 0.83, placed: 29, employed: 35, frozen: true },
  { day: "2026-10-01", share: 0.89, placed: 31, employed: 35, frozen: true },
  { day: "2026-11-22", share: 0.91, placed: 32, employed: 35, frozen: false },
];

const percent = (share: number) => `${Math.round(share * 100)} %`;

const HEADINGS = [
  { id: "competence", name: "Kompetens och formella krav" },
  { id: "duties", name: "Uppgifter och ansvar" },
  { id: "support", name: "Stöd för utveckling" },
];

const CELLS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  competence: {
    introduktion: ["Legitimation."],
    "ny-i-yrkesrollen": ["Introduktionsplan klar."],
    erfaren: ["Två års arbete.", "Förskrivarutbildning."],
    skicklig: ["15 hp fördjupning eller fem års arbete inom området.", "Handledarutbildning."],
    specialist: ["Ett av tre spår: fördjupat uppdrag, master eller forskning."],
  },
  duties: {
    introduktion: ["Går bredvid och lär känna verksamheten."],
    "ny-i-yrkesrollen": ["Bedömning och behandling med stöd av kollega."],
    erfaren: ["Självständig i hela uppdraget."],
    skicklig: ["Leder fallpreventionen.", "Handleder studenter."],
    specialist: ["Leder utveckling över kommungränser."],
  },
  support: {
    introduktion: ["Introduktionsplan."],
    "ny-i-yrkesrollen": ["Mentor i sex månader."],
    erfaren: ["Kurser i katalogen."],
    skicklig: ["En halv dag i månaden för fördjupning."],
    specialist: ["20 % tid för uppdraget."],
  },
};

export function GalleryDrawings() {
  return (
    <Section id="drawings" title="Modeller" lead="Samma modell som ringar, trappa och tabell.">
      <Columns wide="even">
        <Rings
          {...drawing("physio", "Fysioterapeut", PHYSIO)}
          href={(levelId, trackId) => `#${trackId ?? levelId}`}
          current={{ levelId: "skicklig" }}
        />
        <Rings {...drawing("branched", "Fyra spår", BRANCHED, { levelId: "expert", trackId: "forskning" })} />
      </Columns>
      <Grid>
        <Card title="Där du är" level={3}>
          <Rings {...drawing("place", "Fysioterapeut, din plats", PHYSIO, { levelId: "erfaren" })} />
        </Card>
        <Card title="Långa namn" level={3}>
          <Rings {...drawing("occupational", "Arbetsterapeut", OCCUPATIONAL, { levelId: "bas" })} />
        </Card>
        <Card title="Sju nivåer" level={3}>
          <Rings {...drawing("audiology", "Audionom", AUDIOLOGY)} />
        </Card>
        <Card title="I introduktion" level={3}>
          <Rings {...drawing("intro", "Fysioterapeut, introduktion", PHYSIO, { levelId: "introduktion" })} />
        </Card>
        <Card title="Två nivåer" level={3}>
          <Rings {...drawing("pair", "Två nivåer", PAIR, { levelId: "specialist" })} />
        </Card>
      </Grid>
      <Columns wide="even">
        <Rings {...drawing("audiology-large", "Audionom", AUDIOLOGY, { levelId: "magister" })} />
        <Rings {...drawing("occupational-large", "Arbetsterapeut", OCCUPATIONAL)} />
      </Columns>
      <State name="Trappa">
        <Stairs
          {...drawing("stairs", "Fysioterapeut som trappa", PHYSIO, { levelId: "erfaren" })}
          href={(levelId, trackId) => `#${trackId ?? levelId}`}
          current={{ levelId: "skicklig" }}
        />
        <Stairs {...drawing("stairs-seven", "Audionom som trappa", AUDIOLOGY)} />
      </State>
      <State name="Hela modellen">
        <Matrix
          caption="Fysioterapeut: nivåer och rubriker"
          corner="Rubrik"
          levels={PHYSIO.map(({ id, name }) => ({
            id,
            name,
            href: id === "skicklig" ? "#skicklig" : undefined,
          }))}
          headings={HEADINGS}
          here={{ levelId: "erfaren", label: "Här är du" }}
          cell={(levelId, headingId) => {
            const items = CELLS[headingId]?.[levelId] ?? [];
            return items.length === 1 ? (
              items[0]
            ) : (
              <ul>
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            );
          }}
        />
      </State>
      <Section id="course" title="Täckning över tid" level={3}>
        <CourseChart
          id="course-chart"
          points={POINTS}
          threshold={0.8}
          introduced="2026-06-01"
          words={{
            title: "Täckning över tid",
            description: "Från 31 procent i juni 2025 till 91 procent nu. Tabellen visar samma siffror.",
            threshold: "Gräns 80 %",
            fullyIntroduced: "Fullt införd",
            suppressed: "Visas inte",
            percent,
          }}
        />
        <CourseTable
          caption="Samma siffror som i diagrammet"
          points={POINTS}
          headers={{
            day: "Dag",
            placed: "Placerade",
            employed: "Anställda",
            share: "Täckning",
            kind: "Mätning",
          }}
          kinds={{ frozen: "Fryst", live: "Just nu" }}
          percent={percent}
          suppressed={<Suppressed word="visas inte" explanation="färre än fem personer" />}
          empty={<p>Ingen mätning än.</p>}
        />
        <p>
          <CoverageBar share={0.7} threshold={0.8}>
            7 av 10, 70 %
          </CoverageBar>
        </p>
        <p>
          <CoverageBar share={1} threshold={0.8}>
            35 av 35, 100 %
          </CoverageBar>
        </p>
        <p>
          <CoverageBar share={0}>0 av 12, 0 %</CoverageBar>
        </p>
      </Section>
    </Section>
  );
}
