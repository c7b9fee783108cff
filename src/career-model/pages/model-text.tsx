/** The words of a version: one level, the whole as a matrix, and the whole to read (MOD-14). */
import { useMessages } from "../../messages/messages.ts";
import { Matrix } from "../../ui/matrix.tsx";
import { Muted } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { matrix, type CellGroup, type MatrixRow } from "../presentation.rules.ts";
import { isRequirement, type Item, type ModelVersion, type Structure } from "../rules.ts";

export type Content = { readonly structure: Structure; readonly version: ModelVersion };

const rowsOf = ({ structure, version }: Content): MatrixRow[] =>
  matrix(structure, version, { includeInternal: true });

function ItemText({ item }: { item: Item }) {
  const t = useMessages().careerModel.model;
  return (
    <>
      {item.text}
      {isRequirement(item) && item.mandatory === false && <span className="muted"> ({t.recommended})</span>}
      {item.visibility === "internal" && (
        <>
          {" "}
          <Tag>{t.internal}</Tag>
        </>
      )}
      {item.note !== undefined && <span className="item-note muted">{item.note}</span>}
    </>
  );
}

function Groups({ groups }: { groups: readonly CellGroup[] }) {
  const t = useMessages().careerModel.model;
  return groups.map(({ track, items }) => (
    <div key={track?.key ?? ""} className="item-group">
      {track && <p className="item-track">{t.track(track.name)}</p>}
      <ul className="items">
        {items.map((item) => (
          <li key={item.key}>
            <ItemText item={item} />
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** One level: its introduction, what stands under each heading, and where it can lead. `trackKey` narrows it to a track. */
export function LevelText(props: {
  content: Content;
  levelKey: string;
  trackKey?: string | undefined;
  heading: 2 | 3;
}) {
  const t = useMessages().careerModel.model;
  const { structure, version } = props.content;
  const level = structure.levels.find((each) => each.key === props.levelKey);
  if (!level) return null;
  const [Title, Heading] = [`h${props.heading}`, `h${props.heading + 1}`] as ["h2", "h3"];
  const track = version.tracks.find((each) => each.key === props.trackKey);
  const onward = version.onward.filter((each) => each.levelKey === level.key);
  return (
    <section className="level-text" id={`level-${level.key}`}>
      <Title>{track ? `${level.name}: ${track.name}` : level.name}</Title>
      <p>{version.levelIntros.find((each) => each.levelKey === level.key)?.text ?? level.shortText}</p>
      {rowsOf(props.content).map(({ heading, cells }) => {
        const groups = (cells.find((cell) => cell.level.key === level.key)?.groups ?? []).filter(
          (group) => !track || group.track === null || group.track.key === track.key,
        );
        return (
          groups.length > 0 && (
            <div key={heading.key}>
              <Heading>{heading.name}</Heading>
              <Groups groups={groups} />
            </div>
          )
        );
      })}
      {onward.length > 0 && (
        <div>
          <Heading>{t.onward}</Heading>
          <ul className="items">
            {onward.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** The matrix levels × headings. */
export function ModelMatrix({ content, caption }: { content: Content; caption: string }) {
  const t = useMessages().careerModel.model;
  const rows = rowsOf(content);
  return (
    <Matrix
      caption={caption}
      captionHidden
      corner={t.corner}
      levels={content.structure.levels.map(({ key, name }) => ({ id: key, name }))}
      headings={rows.map(({ heading }) => ({ id: heading.key, name: heading.name }))}
      cell={(levelId, headingId) => (
        <Groups
          groups={
            rows
              .find((row) => row.heading.key === headingId)
              ?.cells.find((cell) => cell.level.key === levelId)?.groups ?? []
          }
        />
      )}
    />
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

/** The model's core competencies, where it has any. */
export function CoreCompetencies({ content }: { content: Content }) {
  const t = useMessages().careerModel.model;
  const words = content.structure.coreCompetencies;
  return words.length > 0 ? (
    <Muted>
      {t.coreCompetencies}: {words.join(" · ")}
    </Muted>
  ) : null;
}
