/** How a line of need and have is shown: in a table, as dots, and in a file. */
import { useMessages, type Messages } from "../../messages/messages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Suppressed } from "../../ui/notices.tsx";
import { Dot, MOST_DOTS, NeedDots, type DottedLevel } from "../parts/need-dots.tsx";
import type { ModelNeeds, NamedNeedLine } from "../view-needs.ts";

type Words = Messages["gap"];

/** A number as it is read: with a comma in Swedish. */
const decimal = (value: number, language: "sv" | "en"): string =>
  value.toLocaleString(language === "sv" ? "sv-SE" : "en-GB", { maximumFractionDigits: 2 });

export const placeName = ({ level, track }: NamedNeedLine, t: Words): string =>
  track === null ? level : t.needs.withTrack(level, track);

function HaveCell({ line, k, language }: { line: NamedNeedLine; k: number; language: "sv" | "en" }) {
  const t = useMessages().gap;
  const { have, need } = line;
  if (have.showing === "hidden") return <Suppressed word={t.hidden} explanation={t.hiddenWhy(k)} />;
  if (have.showing === "none") return <span className="muted">{t.needs.nobody}</span>;
  const people = String(have.people);
  return (
    <>
      {need === null || need.fullTime === null
        ? people
        : t.needs.haveFullTime(people, decimal(have.fullTime, language))}
    </>
  );
}

const needText = ({ need }: NamedNeedLine, t: Words, language: "sv" | "en"): string | null => {
  if (need === null) return null;
  const people = String(need.people);
  return need.fullTime === null ? people : t.needs.needFullTime(people, decimal(need.fullTime, language));
};

export const gapText = (gap: number, t: Words): string =>
  gap > 0 ? t.needs.missing(gap) : gap < 0 ? t.needs.more(-gap) : t.needs.even;

/** Need, have and gap side by side, level by level; tracks only where something is needed in them or shown of them. */
export function NeedTable({
  model,
  k,
  name,
  language,
}: {
  model: ModelNeeds;
  k: number;
  name: string;
  language: "sv" | "en";
}) {
  const t = useMessages().gap;
  const rows = model.lines.filter(
    ({ track, need, have }) =>
      track === null || need !== null || (have.showing === "shown" && have.people > 0),
  );
  return (
    <DataTable
      caption={t.needs.caption(name)}
      captionHidden
      rows={rows}
      rowKey={({ levelId, trackId }) => `${levelId} ${trackId ?? ""}`}
      empty={null}
      columns={[
        { key: "level", header: t.needs.level, rowHeader: true, cell: (line) => placeName(line, t) },
        {
          key: "need",
          header: t.needs.need,
          cell: (line) => needText(line, t, language) ?? <span className="muted">{t.needs.notSaid}</span>,
        },
        { key: "by", header: t.needs.by, cell: ({ need }) => need?.neededBy },
        {
          key: "have",
          header: t.needs.have,
          cell: (line) => <HaveCell line={line} k={k} language={language} />,
        },
        {
          key: "gap",
          header: t.needs.gap,
          cell: (line) =>
            line.gap === null
              ? line.need !== null && <Suppressed word={t.hidden} explanation={t.hiddenWhy(k)} />
              : gapText(line.gap, t),
        },
      ]}
    />
  );
}

type LevelDots = DottedLevel & { readonly levelId: string };

/**
 * Levels with dots, filled for those who are there, dashed for those who are missing: in rings or on stairs, as models are drawn, and always as rows. Nothing where it
 * isn't shown, or there are too many.
 */
export function NeedDrawing({
  model,
  name,
  presentation,
}: {
  model: ModelNeeds;
  name: string;
  presentation: "rings" | "stairs";
}) {
  const t = useMessages().gap;
  const levels = model.lines.flatMap((line): LevelDots[] => {
    if (line.track !== null || line.have.showing === "hidden") return [];
    const have = line.have.showing === "shown" ? line.have.people : 0;
    return [{ level: line.level, levelId: line.levelId, have, missing: Math.max(line.gap ?? 0, 0) }];
  });
  const isWhole = levels.length === model.lines.filter(({ track }) => track === null).length;
  if (!isWhole || levels.some(({ have, missing }) => have + missing > MOST_DOTS)) return null;
  return (
    <figure className="need-drawing" aria-label={t.needs.drawing(name)}>
      {presentation === "rings" ? <DottedRings levels={levels} /> : <DottedStairs levels={levels} />}
      <div>
        <NeedDots levels={levels} />
        <figcaption className="muted">
          {presentation === "rings" ? t.needs.ringsText : t.needs.stairsText} {t.needs.drawingText}
        </figcaption>
      </div>
    </figure>
  );
}

/** The width of a ring, and of the space around them all. */
const RING = 40;
const EDGE = 2;

/** Dots round each ring, from its top with the clock; the rows beside say the same in words. */
function DottedRings({ levels }: { levels: readonly LevelDots[] }) {
  const size = levels.length * RING + EDGE;
  const place = (ring: number, at: number, of: number) => {
    // Each ring begins a little further round, or the first dots would stand in a row.
    const angle = (at / of) * 2 * Math.PI - Math.PI / 2 + ring * 0.5;
    const radius = ring === 0 && of === 1 ? 0 : (ring + 0.5) * RING;
    return { x: round(radius * Math.cos(angle)), y: round(radius * Math.sin(angle)) };
  };
  return (
    <svg
      className="need-rings"
      viewBox={`${-size} ${-size} ${2 * size} ${2 * size}`}
      aria-hidden="true"
      focusable="false"
    >
      {levels
        .map((_, ring) => <circle key={ring} className="need-level" r={(ring + 1) * RING} />)
        .toReversed()}
      {levels.flatMap(({ levelId, have, missing }, ring) =>
        Array.from({ length: have + missing }, (_, at) => (
          <Dot key={`${levelId} ${at}`} isThere={at < have} {...place(ring, at, have + missing)} />
        )),
      )}
    </svg>
  );
}

/** The width of a step, how much it rises over the one before, how many dots stand beside each other on it, and the room that each takes. */
const STEP = { width: 72, rise: 26, across: 3, dot: 20 } as const;

/** Dots on each step, from the first to the last. */
function DottedStairs({ levels }: { levels: readonly LevelDots[] }) {
  const topOf = (step: number): number => -(step + 1) * STEP.rise;
  const highest = Math.min(
    ...levels.map(
      ({ have, missing }, step) => topOf(step) - Math.ceil((have + missing) / STEP.across) * STEP.dot,
    ),
  );
  return (
    <svg
      className="need-stairs"
      viewBox={`${-EDGE} ${highest - EDGE} ${levels.length * STEP.width + 2 * EDGE} ${2 * EDGE - highest}`}
      aria-hidden="true"
      focusable="false"
    >
      {levels.map(({ levelId, have, missing }, step) => (
        <g key={levelId}>
          <rect
            className="need-level"
            x={step * STEP.width}
            y={topOf(step)}
            width={STEP.width}
            height={-topOf(step)}
          />
          {Array.from({ length: have + missing }, (_, at) => (
            <Dot
              key={at}
              isThere={at < have}
              x={step * STEP.width + STEP.width / 2 + ((at % STEP.across) - 1) * STEP.dot}
              y={topOf(step) - (Math.floor(at / STEP.across) + 0.5) * STEP.dot}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The cells of a file for a line; the word where something is not shown. */
export function needCells(line: NamedNeedLine, t: Words): string[] {
  const { need, have, gap } = line;
  const haveCells =
    have.showing === "hidden"
      ? [t.hidden, t.hidden]
      : have.showing === "none"
        ? ["0", "0"]
        : [String(have.people), String(have.fullTime).replace(".", ",")];
  return [
    need === null ? "" : String(need.people),
    need === null || need.fullTime === null ? "" : String(need.fullTime).replace(".", ","),
    need?.neededBy ?? "",
    ...haveCells,
    gap !== null ? String(gap) : need === null ? "" : t.hidden,
  ];
}
