/** The words of a version: one level, the whole as a matrix, and the whole to read (MOD-14). */
import { use } from "react";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Matrix } from "../../ui/matrix.tsx";
import { Tag } from "../../ui/tag.tsx";
import { BesidePart } from "./beside.ts";
import { isEffective, type EffectiveItem, type UnusedPlaces } from "../compose.rules.ts";
import type { Line } from "../group.rules.ts";
import { matrix, type CellPart, type MatrixRow } from "../presentation.rules.ts";
import { isRequirement, type Heading, type Item, type ModelVersion, type Structure } from "../rules.ts";

/** A version's words, with what isn't used here where layers have been laid over it. */
export type Content = {
  readonly structure: Structure;
  readonly version: ModelVersion;
  readonly unused?: UnusedPlaces;
};

/** The language that models are written in, whichever the reader has chosen for the page around them. */
export const MODEL_LANGUAGE = "sv";

/** The rows of what was handed out: the layer has been chosen already, by whom the reader is. */
const rowsOf = ({ structure, version }: Content): MatrixRow[] =>
  matrix(structure, version, { includeInternal: true });

/** What was laid over an item (MOD-9): where it comes from, how it is to be read here, and why it isn't used. */
function Local({ item }: { item: EffectiveItem }) {
  const { supplement, careerModel } = useMessages();
  const employer = useShell().tenant?.name ?? "";
  const t = supplement.marks;
  return (
    <>
      {item.from && (
        <>
          {" "}
          <Tag>{t.from(item.from, employer)}</Tag>
        </>
      )}
      {item.clarified.map(({ by, text, visibility }) => (
        <span key={by.of === "unit" ? by.name : ""} className="item-clarified">
          <span className="item-source">{t.clarified(by, employer)}</span> <bdi>{text}</bdi>
          {visibility === "internal" && (
            <>
              {" "}
              <Tag>{careerModel.model.internal}</Tag>
            </>
          )}
        </span>
      ))}
      {item.unused !== null && <Unused reason={item.unused} />}
    </>
  );
}

/** "Används inte hos oss", and why. */
function Unused({ reason }: { reason: string }) {
  const t = useMessages().supplement.marks;
  return (
    <span className="item-unused">
      <Tag>{t.unused}</Tag> {reason}
    </span>
  );
}

function ItemText({ item }: { item: Item }) {
  const t = useMessages().careerModel.model;
  const beside = use(BesidePart);
  return (
    <>
      <bdi>{item.text}</bdi>
      {isRequirement(item) && item.mandatory === false && <span className="muted"> ({t.recommended})</span>}
      {item.visibility === "internal" && (
        <>
          {" "}
          <Tag>{t.internal}</Tag>
        </>
      )}
      {item.formal?.validMonths !== undefined && (
        <span className="muted"> ({t.valid(item.formal.validMonths)})</span>
      )}
      {item.note !== undefined && <span className="item-note muted">{item.note}</span>}
      {isEffective(item) && <Local item={item} />}
      {beside("items", item.key)}
    </>
  );
}

/** Items, and groups of them with how many of their members are needed (MOD-4). */
function Lines({ lines }: { lines: readonly Line[] }) {
  const t = useMessages().careerModel.model;
  return (
    <ul className="items">
      {lines.map((line) =>
        "item" in line ? (
          <li key={line.item.key}>
            <ItemText item={line.item} />
          </li>
        ) : (
          <li key={line.group.key} className="item-choice">
            {line.group.needed === null ? t.allOf : t.anyOf(line.group.needed, line.lines.length)}
            <Lines lines={line.lines} />
          </li>
        ),
      )}
    </ul>
  );
}

function Parts({ parts }: { parts: readonly CellPart[] }) {
  const t = useMessages().careerModel.model;
  return parts.map(({ track, lines }) => (
    <div key={track?.key ?? ""} className="item-group">
      {track && <p className="item-track">{t.track(track.name)}</p>}
      <Lines lines={lines} />
    </div>
  ));
}

type HeadingTag = "h2" | "h3" | "h4" | "h5";

/** What stands under each heading for everyone at the level, or, with a track, for those in it. Headings without items are left out. */
function Headings(props: {
  rows: readonly { heading: Heading; parts: readonly CellPart[] }[];
  trackKey: string | null;
  tag: HeadingTag;
}) {
  const { tag: Tag } = props;
  return props.rows.map(({ heading, parts }) => {
    const part = parts.find((each) => (each.track?.key ?? null) === props.trackKey);
    return (
      part && (
        <div key={heading.key}>
          <Tag>{heading.name}</Tag>
          <Lines lines={part.lines} />
        </div>
      )
    );
  });
}

/**
 * One level: its introduction, what stands under each heading, its tracks, and where it can lead. `trackKey` narrows it to a
 * track. `heading` is the rank of its title.
 */
export function LevelText(props: {
  content: Content;
  levelKey: string;
  trackKey?: string | undefined;
  heading: 2 | 3;
}) {
  const t = useMessages().careerModel.model;
  const beside = use(BesidePart);
  const { structure, version } = props.content;
  const level = structure.levels.find((each) => each.key === props.levelKey);
  if (!level) return null;
  const tag = (depth: 0 | 1 | 2) => `h${props.heading + depth}` as HeadingTag;
  const [Title, Sub] = [tag(0), tag(1)];
  const chosen = version.tracks.find((each) => each.key === props.trackKey);
  const rows = rowsOf(props.content).map(({ heading, cells }) => ({
    heading,
    parts: cells.find((cell) => cell.level.key === level.key)?.parts ?? [],
  }));
  const tracks = version.tracks.filter(
    (track) =>
      (!chosen || track.key === chosen.key) &&
      rows.some(({ parts }) => parts.some((part) => part.track?.key === track.key)),
  );
  const onward = version.onward.filter((each) => each.levelKey === level.key);
  const unusedLevel = props.content.unused?.levels[level.key];
  return (
    <section className="level-text" id={`level-${level.key}`} lang={MODEL_LANGUAGE}>
      <Title>{chosen ? `${level.name}: ${chosen.name}` : level.name}</Title>
      <p>
        {version.levelIntros.find((each) => each.levelKey === level.key)?.text ?? level.shortText}
        {beside("levels", level.key)}
      </p>
      {unusedLevel !== undefined && (
        <p>
          <Unused reason={unusedLevel} />
        </p>
      )}
      <div className="level-parts">
        <Headings rows={rows} trackKey={null} tag={tag(1)} />
        {tracks.map((track) => (
          <div key={track.key} className="level-track">
            <Sub>{t.track(track.name)}</Sub>
            {props.content.unused?.tracks[track.key] !== undefined && (
              <p>
                <Unused reason={props.content.unused.tracks[track.key] ?? ""} />
              </p>
            )}
            <Headings rows={rows} trackKey={track.key} tag={tag(2)} />
          </div>
        ))}
        {onward.length > 0 && (
          <div>
            <Sub>{t.onward}</Sub>
            <ul className="items">
              {onward.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

/** The matrix levels × headings. `href` leads from a level's name to its text. */
export function ModelMatrix(props: {
  content: Content;
  caption: string;
  href?: ((levelKey: string) => string) | undefined;
}) {
  const { careerModel, supplement } = useMessages();
  const t = careerModel.model;
  const { marks } = supplement;
  const { content, href } = props;
  const rows = rowsOf(content);
  return (
    <div lang={MODEL_LANGUAGE}>
      <Matrix
        caption={props.caption}
        captionHidden
        corner={t.corner}
        levels={content.structure.levels.map(({ key, name }) => ({
          id: key,
          name: content.unused?.levels[key] === undefined ? name : `${name} (${marks.unused})`,
          href: href?.(key),
        }))}
        headings={rows.map(({ heading }) => ({ id: heading.key, name: heading.name }))}
        cell={(levelId, headingId) => (
          <Parts
            parts={
              rows
                .find((row) => row.heading.key === headingId)
                ?.cells.find((cell) => cell.level.key === levelId)?.parts ?? []
            }
          />
        )}
      />
    </div>
  );
}

/** Everything in reading order, on plain paper. */
export function ReadableModel({ content }: { content: Content }) {
  return (
    <div className="prose">
      {content.structure.levels.map((level) => (
        <LevelText key={level.key} content={content} levelKey={level.key} heading={2} />
      ))}
    </div>
  );
}
