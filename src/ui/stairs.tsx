/**
 * A career model as stairs, for organisations that chose them: an ordered list drawn as blocks that grow from one
 * to the next, and as plain rows where the page is narrow.
 */
import { tones, type ModelDrawing } from "./model-shape.ts";
import { HereSign } from "./rings.tsx";

/** The stairs: the same input as the rings, the introduction first. */
export function Stairs(props: ModelDrawing) {
  const { id, href, here, current } = props;
  const tone = tones(props.levels.filter(({ kind }) => kind !== "introduction").length);
  const ordered = [
    ...props.levels.filter(({ kind }) => kind === "introduction"),
    ...props.levels.filter(({ kind }) => kind !== "introduction"),
  ];
  const introductions = ordered.filter(({ kind }) => kind === "introduction").length;
  return (
    <figure className="stairs" data-drawing={id} aria-labelledby={`${id}-title`}>
      <figcaption className="visually-hidden">
        <span id={`${id}-title`}>{props.title}</span> {props.description}
      </figcaption>
      <ol>
        {ordered.map((level, index) => {
          const color =
            level.kind === "introduction" ? "introduction" : String(tone[index - introductions] ?? 1);
          const isHere = here?.levelId === level.id;
          return (
            <li key={level.id} className="stair" data-level={level.id}>
              <div className={`stair-block stair-tone-${color}`}>
                <p className="stair-name">
                  {href ? (
                    <a
                      href={href(level.id)}
                      aria-current={current?.levelId === level.id && !current.trackId ? "true" : undefined}
                    >
                      {level.name}
                    </a>
                  ) : (
                    level.name
                  )}
                </p>
                {level.tracks.length > 0 && (
                  <ul className="stair-tracks">
                    {level.tracks.map((track) => (
                      <li key={track.id}>
                        {href ? (
                          <a
                            href={href(level.id, track.id)}
                            aria-current={
                              current?.levelId === level.id && current.trackId === track.id
                                ? "true"
                                : undefined
                            }
                          >
                            {track.name}
                          </a>
                        ) : (
                          track.name
                        )}
                        {isHere && here.trackId === track.id && <HereSign />}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
              {isHere && (
                <p className="here-key">
                  <HereSign />
                  {here.label}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
