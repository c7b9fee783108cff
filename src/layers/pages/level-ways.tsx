/** From the level that is being read to its tracks and to the levels next to it: inward and outward in rings (MOD-8). */
import { useMessages } from "../../messages/messages.ts";
import { MODEL_LANGUAGE, type Content } from "../../career-model/parts/model-text.tsx";

type Href = (levelKey: string, trackKey?: string) => string;

type Choice = {
  readonly key: string;
  readonly name: string;
  readonly lang: string | undefined;
  readonly href: string;
  readonly current: boolean;
};

function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <p className="level-tracks muted">
      {label}{" "}
      {choices.map(({ key, name, lang, href, current }, index) => (
        <span key={key}>
          {index > 0 && " · "}
          <a href={href} lang={lang} aria-current={current ? "true" : undefined}>
            {name}
          </a>
        </span>
      ))}
    </p>
  );
}

/** All the levels, to read one at a time where nothing else shows them. */
export function LevelChoice(props: { content: Content; levelKey: string; href: Href }) {
  const t = useMessages().careerModel.model;
  const choices = props.content.structure.levels.map(({ key, name }) => ({
    key,
    name,
    lang: MODEL_LANGUAGE,
    href: props.href(key),
    current: key === props.levelKey,
  }));
  return <Choices label={`${t.levels}:`} choices={choices} />;
}

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
  const choice = (key: string | undefined, name: string, lang?: string) => ({
    key: key ?? "",
    name,
    lang,
    href: props.href(props.levelKey, key),
    current: key === props.trackKey,
  });
  return (
    <Choices
      label={t.tracks}
      choices={[
        ...tracks.map(({ key, name }) => choice(key, name, MODEL_LANGUAGE)),
        choice(undefined, t.allTracks),
      ]}
    />
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
