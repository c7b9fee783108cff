/** What a change did around a draft's items: to its introduction, a level's texts, a track or a group. */
import { After, Before } from "../../career-model/parts/marked-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import type { FrameChange, GroupState, LevelTexts, TrackText } from "../frame.rules.ts";
import type { DraftHead } from "../view-draft.ts";
import { inShort } from "./draft-places.tsx";

/** What was done, and to which part, in words. */
export function useFrameWords({ frame }: DraftHead) {
  const t = useMessages().modelEditor.changes.frame;
  const level = (key: string) => frame.levels.find((each) => each.key === key)?.name ?? key;
  const name = (change: FrameChange): string => {
    if (change.part === "intro") return t.intro;
    if (change.part === "level") return t.level(level(change.key));
    if (change.part === "track") return t.track((change.before ?? change.after)?.name ?? "");
    const group = change.before ?? change.after;
    return t.group(inShort(group?.items[0]?.text ?? ""), level(group?.levelKey ?? ""));
  };
  const did = (change: FrameChange): string =>
    (change.before === null ? t.added : change.after === null ? t.removed : t.changed)(name(change));
  return { name, did };
}

export function FrameChanged({ head, change }: { head: DraftHead; change: FrameChange }) {
  const { careerModel, modelEditor } = useMessages();
  const model = careerModel.model;
  const levels = (keys: readonly string[]): string =>
    keys.map((key) => head.frame.levels.find((each) => each.key === key)?.name ?? key).join(", ");
  const ofTexts = ({ intro, onward }: LevelTexts) =>
    [intro, ...onward.split("\n")].filter(Boolean).join(" · ");
  const ofTrack = (track: TrackText) => `${track.name}: ${levels(track.levels)}`;
  const ofGroup = ({ needed, items, groups }: GroupState) =>
    [
      needed === null ? model.allOf : model.anyOf(needed, items.length + groups.length),
      [
        ...items.map(({ text }) => text),
        ...(groups.length > 0 ? [modelEditor.changes.frame.groups(groups.length)] : []),
      ].join(" · "),
    ].join(" ");
  const told = (): readonly [string | null, string | null] => {
    switch (change.part) {
      case "intro":
        return [change.before?.text ?? null, change.after?.text ?? null];
      case "level":
        return [change.before && ofTexts(change.before), change.after && ofTexts(change.after)];
      case "track":
        return [change.before && ofTrack(change.before), change.after && ofTrack(change.after)];
      case "group":
        return [change.before && ofGroup(change.before), change.after && ofGroup(change.after)];
    }
  };
  const [before, after] = told();
  return (
    <>
      {before !== null && (
        <p>
          <Before before={before} after={after} />
        </p>
      )}
      {after !== null && (
        <p>
          <After before={before} after={after} />
        </p>
      )}
    </>
  );
}
