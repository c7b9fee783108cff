/**
 * A career model as rings: the core in the middle, where most people are, light growing outward; tracks side by
 * side as sectors. MOD-8: places are near or far from the core, none is above another. The same content always
 * stands as text and table elsewhere on the page.
 */
import type { ReactNode } from "react";
import { drawnOnce } from "./drawn-once.ts";
import type { ModelDrawing, Place } from "./model-shape.ts";
import { layoutRings, type RingLabel, type RingLabels, type RingPart } from "./rings-geometry.ts";

type Density = "roomy" | "compact";

/** What a picture is drawn from, as plain values: the address of each part that is a link, by `partKey`. */
type Drawing = Omit<ModelDrawing, "href"> & { readonly links?: Readonly<Record<string, string>> | undefined };

const partKey = (levelId: string, trackId?: string): string => `${levelId} ${trackId ?? ""}`;

const linksTo = ({ levels }: ModelDrawing, href: NonNullable<ModelDrawing["href"]>): Record<string, string> =>
  Object.fromEntries(
    levels.flatMap((level) => [
      [partKey(level.id), href(level.id)],
      ...level.tracks.map((track) => [partKey(level.id, track.id), href(level.id, track.id)]),
    ]),
  );

/** The rings. Names that do not fit stand as numbers in the drawing and in full below it. They are the same for all who see the same places. */
export function Rings({ href, ...drawing }: ModelDrawing) {
  const links = href && linksTo(drawing, href);
  return (
    <figure
      className="rings"
      data-drawing={drawing.id}
      // oxlint-disable-next-line react/no-danger -- React itself has drawn it
      dangerouslySetInnerHTML={{ __html: pictureOf({ ...drawing, links }) }}
    />
  );
}

function Picture(props: Drawing) {
  const { id, links, here } = props;
  const layout = layoutRings(props.levels, here);
  return (
    <>
      <svg
        viewBox="-250 -250 500 500"
        role={links ? "group" : "img"}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-description`}
      >
        <title id={`${id}-title`}>{props.title}</title>
        <desc id={`${id}-description`}>{props.description}</desc>
        {layout.parts.map((part) => (
          <PartLink key={`${part.levelId} ${part.trackId}`} part={part} drawing={props} />
        ))}
        {layout.parts
          .filter((part) => isAt(part, props.current))
          .map((part) => (
            <g key={part.path}>
              <path className="ring-current-edge" d={part.path} />
              <path className="ring-current" d={part.path} />
            </g>
          ))}
        <Labels id={id} density="roomy" set={layout.roomy} hidden={links !== undefined} />
        <Labels id={id} density="compact" set={layout.compact} hidden={links !== undefined} />
        {layout.here && (
          <g className="ring-here" transform={`translate(${layout.here.x} ${layout.here.y})`}>
            <circle className="here-edge" r="13.5" />
            <circle className="here-outer" r="11.5" />
            <circle className="here-inner" r="5.5" />
          </g>
        )}
      </svg>
      {(here ?? (layout.roomy.key.length > 0 || layout.compact.key.length > 0)) && (
        <figcaption>
          {here && (
            <p className="here-key">
              <HereSign />
              {here.label}
            </p>
          )}
          <Key density="roomy" set={layout.roomy} />
          <Key density="compact" set={layout.compact} />
        </figcaption>
      )}
    </>
  );
}

const pictureOf = drawnOnce(Picture);

/** The sign of one's own place, for a line of text. */
export function HereSign() {
  return (
    <svg
      className="here-sign"
      viewBox="-14 -14 28 28"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <circle className="here-outer" r="11.5" />
      <circle className="here-inner" r="5.5" />
    </svg>
  );
}

/** Is the part at the place? A place without a track is all of its level. */
const isAt = (part: RingPart, place: Place | undefined) =>
  place?.levelId === part.levelId && (place.trackId === undefined || place.trackId === part.trackId);

function PartLink({ part, drawing }: { part: RingPart; drawing: Drawing }) {
  const { current, here, links } = drawing;
  const href = links?.[partKey(part.levelId, part.trackId)];
  const shape = (
    <path
      className={part.introduction ? "ring-introduction" : `ring-shape ring-${part.tone}`}
      d={part.path}
    />
  );
  if (href === undefined) return shape;
  const name = here && isAt(part, here) ? `${part.name}, ${here.label}` : part.name;
  return (
    <a
      href={href}
      aria-label={name}
      aria-current={isAt(part, current) ? "true" : undefined}
      data-level={part.levelId}
    >
      {shape}
    </a>
  );
}

/** The texts of one size; where the parts are links, those carry the names and these are for the eye. */
function Labels(props: { id: string; density: Density; set: RingLabels; hidden: boolean }) {
  return (
    <g className={`rings-${props.density}`} aria-hidden={props.hidden ? true : undefined}>
      {props.set.labels.map((label, index) => (
        <Label key={index} id={`${props.id}-${props.density}-${index}`} label={label} />
      ))}
    </g>
  );
}

function Label({ id, label }: { id: string; label: RingLabel }) {
  const shared = {
    className: `ring-text ring-text-${label.kind} ring-ink-${label.tone}`,
    fontSize: label.size,
    textAnchor: "middle" as const,
  };
  if (label.path === undefined) {
    return (
      <text {...shared} x={label.x} y={label.y}>
        {label.text}
      </text>
    );
  }
  return (
    <>
      <path id={id} d={label.path} fill="none" />
      <text {...shared}>
        <textPath href={`#${id}`} startOffset="50%">
          {label.text}
        </textPath>
      </text>
    </>
  );
}

function Key({ density, set }: { density: Density; set: RingLabels }) {
  if (set.key.length === 0) return null;
  const entry = (sign: string | undefined, name: string): ReactNode => (
    <>
      {sign !== undefined && <b>{sign} </b>}
      {name}
    </>
  );
  return (
    <ul className={`ring-key rings-${density}`}>
      {set.key.map((level) => (
        <li key={level.name}>
          {entry(level.sign, level.name)}
          {level.tracks.length > 0 && (
            <ul>
              {level.tracks.map((track) => (
                <li key={track.name}>{entry(track.sign, track.name)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
