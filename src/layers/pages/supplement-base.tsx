/** The base that a supplement is laid over, a level at a time, with what can be done at each place of it. */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Tabs } from "../../ui/shell.tsx";
import type { SupplementPlace } from "../change-supplement.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { unusedRefusal, type UnusedMark } from "../../career-model/supplement.rules.ts";
import type { SupplementView } from "../view-supplement.ts";
import { supplementAddress } from "../parts/supplement-place.ts";

export function SupplementBase(props: { view: SupplementView; place: SupplementPlace; level: string }) {
  const { view, place } = props;
  const t = useMessages().supplement.page;
  const model = useMessages().careerModel.model;
  const { at } = useShell();
  const { structure, version } = view.text;
  const level = structure.levels.find((each) => each.key === props.level) ?? structure.levels[0];
  if (!level) return null;
  const mayUnuse = unusedRefusal(view.freedom) === null;
  const isUnused = (of: UnusedMark["of"], key: string) =>
    view.content.unused.some((mark) => mark.of === of && mark.key === key);
  const isClarified = (key: string) => view.content.clarifications.some(({ itemKey }) => itemKey === key);
  const change = (query: Readonly<Record<string, string>>) => at(supplementAddress(place, "/change", query));
  const unuse = (of: UnusedMark["of"], key: string, name: string) =>
    mayUnuse &&
    !isUnused(of, key) && (
      <a href={change({ unused: of, key })}>
        {t.unuse}
        <span className="visually-hidden">: {name}</span>
      </a>
    );
  const tracks = version.tracks.filter((track) => track.levels.includes(level.key));
  return (
    <>
      <Tabs
        label={t.base}
        items={structure.levels.map(({ key, name }) => ({
          href: `${at(supplementAddress(place, "", { level: key }))}#base`,
          label: name,
          current: key === level.key,
        }))}
      />
      <p>{unuse("level", level.key, level.name)}</p>
      {structure.headings.map((heading) => {
        const here = version.items.filter(
          (item) => item.levelKey === level.key && item.headingKey === heading.key,
        );
        const add = { add: "1", level: level.key, heading: heading.key };
        return (
          <div key={heading.key}>
            <h3 lang={MODEL_LANGUAGE}>{heading.name}</h3>
            <ul className="lines">
              {here.map((item) => (
                <li key={item.key}>
                  <span>
                    <bdi lang={MODEL_LANGUAGE}>{item.text}</bdi>
                    {item.mandatory === false && <span className="muted"> ({model.recommended})</span>}
                    {item.trackKey !== null && (
                      <span className="item-note muted">
                        {model.track(tracks.find((track) => track.key === item.trackKey)?.name ?? "")}
                      </span>
                    )}
                  </span>
                  <span className="links">
                    {!isClarified(item.key) && (
                      <a href={change({ clarify: item.key })}>
                        {t.clarify}
                        <span className="visually-hidden">: {item.text}</span>
                      </a>
                    )}
                    {item.mandatory === false && unuse("item", item.key, item.text)}
                  </span>
                </li>
              ))}
              <li>
                <a href={change(add)}>
                  {t.add}
                  <span className="visually-hidden"> {t.addAbout(heading.name, level.name)}</span>
                </a>
              </li>
            </ul>
          </div>
        );
      })}
      {tracks.map((track) => {
        const link = unuse("track", track.key, track.name);
        return (
          link && (
            <p key={track.key}>
              <span lang={MODEL_LANGUAGE}>{t.track(track.name)}</span>: {link}
            </p>
          )
        );
      })}
    </>
  );
}
