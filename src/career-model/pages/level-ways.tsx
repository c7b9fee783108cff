/** From the level that is being read to its tracks and to the levels next to it: inward and outward in rings (MOD-8). */
import { useMessages } from "../../messages/messages.ts";
import { MODEL_LANGUAGE, type Content } from "../parts/model-text.tsx";

type Href = (levelKey: string, trackKey?: string) => string;

/** The level's tracks, to read one at a time; nothing where the level has none. */
export function LevelTracks(props: {
  content: Content;
  levelKey: string;
  trackKey: string | undefined;
  href: Href;
}) {
  const t = useMessages().careerModel.model;
  const tracks = props.content.version.tracks.filter((track) => track.levels.includes(props.levelKey));
  if (tracks.length === 0) return null;
  const choices = [
    ...tracks.map(({ key, name }) => ({ key, name, lang: MODEL_LANGUAGE })),
    { key: undefined, name: t.allTracks, lang: undefined },
  ];
  return (
    <p className="level-tracks muted">
      {t.tracks}{" "}
      {choices.map(({ key, name, lang }, index) => (
        <span key={key ?? ""}>
          {index > 0 && " · "}
          <a
            href={props.href(props.levelKey, key)}
            lang={lang}
            aria-current={key === props.trackKey ? "true" : undefined}
          >
            {name}
          </a>
        </span>
      ))}
    </p>
  );
}

/** The levels on either side. */
export function LevelWays(props: {
  content: Content;
  levelKey: string;
  presentation: "rings" | "stairs";
  href: Href;
}) {
  const t = useMessages().careerModel.model;
  const { levels } = props.content.structure;
  const place = levels.findIndex((level) => level.key === props.levelKey);
  const [before, after] = [levels[place - 1], levels[place + 1]];
  const rings = props.presentation === "rings";
  return (
    <nav className="level-ways" aria-label={t.levels}>
      {before && (
        <a href={props.href(before.key)} rel="prev">
          {rings ? t.inward : t.before} <span lang={MODEL_LANGUAGE}>{before.name}</span>
        </a>
      )}
      {after && (
        <a href={props.href(after.key)} rel="next">
          {rings ? t.outward : t.after} <span lang={MODEL_LANGUAGE}>{after.name}</span>
        </a>
      )}
    </nav>
  );
}
