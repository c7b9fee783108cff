/**
 * Writing what a draft says around its items (MOD-6): its introduction, its levels' texts, its tracks. Each form says what it was
 * based on (`was`): when somebody has written something else meanwhile it is refused, and both texts are there.
 */
import type { Work } from "../platform/database/work.ts";
import { newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import { checkText, checkTrack } from "../career-model/check.rules.ts";
import { freeKey, keyOf } from "../career-model/key.rules.ts";
import { LIMITS, type ContentCode } from "../career-model/rules.ts";
import { identities } from "../career-model/version.store.ts";
import { levelsInTrack, type FrameTrack } from "./draft.store.ts";
import { deleteTrack, saveIntro, saveLevelTexts, saveTrack } from "./frame.store.ts";
import type { LevelTexts, TrackText } from "./frame.rules.ts";
import { noteFrame } from "./history.store.ts";
import { nextRevision } from "./item.store.ts";
import { holdDraft, type DraftAddress, type HoldCode } from "./open-draft.ts";

export type FrameCode = HoldCode | ContentCode | "changed-by-other" | "track-name-taken" | "track-has-items";

/** A text that may be left out. */
const checkOptional = (field: string, text: string, max: number) =>
  text === "" ? [] : checkText(field, text, max);

/** What the version says of the model as a whole. */
export async function writeIntro(
  work: Work,
  address: DraftAddress,
  intro: string,
  was: string,
): Promise<Result<null, FrameCode>> {
  const held = await holdDraft(work, address);
  if (!held.ok) return held;
  const { version, frame } = held.value;
  if (frame.intro === intro) return done(null);
  if (frame.intro !== was) return refused({ code: "changed-by-other", field: "intro" });
  const reasons = checkOptional("intro", intro, LIMITS.intro);
  if (reasons.length > 0) return refused(...reasons);
  const at = { versionId: version.id, revision: await nextRevision(work, version.id) };
  await saveIntro(work, version.id, intro);
  await noteFrame(work, at, [
    { part: "intro", key: "", before: { text: frame.intro }, after: { text: intro } },
  ]);
  return done(null);
}

/** The ways onward, one on each line that says something. */
const linesIn = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What a level says of itself for this profession, and where one can go on from it (MOD-6). */
export async function writeLevelTexts(
  work: Work,
  address: DraftAddress & { readonly level: string },
  texts: LevelTexts,
  was: LevelTexts,
): Promise<Result<null, FrameCode>> {
  const held = await holdDraft(work, address);
  if (!held.ok) return held;
  const { version, frame } = held.value;
  const level = frame.levels.find((each) => each.key === address.level);
  if (!level) throw new NotFound("level");
  const now = { intro: level.intro, onward: level.onward.join("\n") };
  const sent = { intro: texts.intro, onward: linesIn(texts.onward).join("\n") };
  // What this writer has left as it was follows what somebody else has made of it.
  const intro = sent.intro === was.intro ? now.intro : sent.intro;
  const onward = linesIn(sent.onward === was.onward ? now.onward : sent.onward);
  const after = { intro, onward: onward.join("\n") };
  if (now.intro === after.intro && now.onward === after.onward) return done(null);
  const reasons: Reason<FrameCode>[] = (["intro", "onward"] as const)
    .filter((field) => now[field] !== was[field] && now[field] !== after[field])
    .map((field) => ({ code: "changed-by-other", field }));
  reasons.push(
    ...checkOptional("intro", intro, LIMITS.intro),
    ...onward.flatMap((line) => checkText("onward", line, LIMITS.line)),
  );
  if (onward.length > LIMITS.words)
    reasons.push({ code: "too-many", field: "onward", data: { max: LIMITS.words, count: onward.length } });
  if (reasons.length > 0) return refused(...reasons);
  const at = { versionId: version.id, revision: await nextRevision(work, version.id) };
  await saveLevelTexts(work, { versionId: version.id, levelId: level.id }, { intro, onward });
  await noteFrame(work, at, [{ part: "level", key: level.key, before: now, after }]);
  return done(null);
}

const textOf = ({ id, name, levels }: FrameTrack) => ({ id, name, levels });

const sameTrack = (a: TrackText, b: TrackText): boolean =>
  a.name === b.name && a.levels.toSorted().join() === b.levels.toSorted().join();

/**
 * A track as it is called and where it runs; a new one when `track` is null, or the one that was there before (`again`). It leaves no level where
 * something still stands in it.
 */
export async function writeTrack(
  work: Work,
  address: DraftAddress & {
    readonly track: string | null;
    readonly again?: { readonly id: Id; readonly key: string };
  },
  track: TrackText,
  was: TrackText,
): Promise<Result<null, FrameCode>> {
  const held = await holdDraft(work, address);
  if (!held.ok) return held;
  const { model, version, frame } = held.value;
  const known = frame.tracks.find((each) => each.key === address.track);
  if (address.track !== null && !known) throw new NotFound("track");
  const levels = frame.levels.filter((level) => track.levels.includes(level.key));
  const key =
    known?.key ??
    address.again?.key ??
    freeKey(keyOf(track.name) || "spar", new Set(["new", ...frame.tracks.map((each) => each.key)]));
  const reasons: Reason<FrameCode>[] = checkTrack(frame.structure, "track", { key, ...track }).map(
    (reason) => ({
      ...reason,
      field: reason.field?.includes("levels") ? "levels" : "name",
    }),
  );
  if (known && !sameTrack(known, was) && !sameTrack(known, track))
    reasons.push({ code: "changed-by-other", field: "name" });
  if (frame.tracks.some((each) => each.key !== key && each.name.toLowerCase() === track.name.toLowerCase()))
    reasons.push({ code: "track-name-taken", field: "name", data: { name: track.name } });
  if (!known && frame.tracks.length >= LIMITS.tracks)
    reasons.push({
      code: "too-many",
      field: "name",
      data: { max: LIMITS.tracks, count: frame.tracks.length + 1 },
    });
  const filled = known ? await levelsInTrack(work, version.id, known.id) : [];
  for (const { levelId, items } of filled) {
    const level = frame.levels.find((each) => each.id === levelId);
    if (level && !levels.includes(level))
      reasons.push({ code: "track-has-items", field: "levels", data: { level: level.name, items } });
  }
  if (reasons.length > 0) return refused(...reasons);
  const at = { versionId: version.id, revision: await nextRevision(work, version.id) };
  const position = known ? frame.tracks.indexOf(known) : frame.tracks.length;
  const { name } = track;
  // A track that an earlier version had is the same track, when it comes back.
  const id = known?.id ?? address.again?.id ?? (await identities(work, model.id)).tracks.get(key) ?? newId();
  await saveTrack(
    work,
    version.id,
    { id, key, name, position },
    levels.map((level) => level.id),
  );
  const after = { id, name, levels: levels.map((level) => level.key) };
  await noteFrame(work, at, [{ part: "track", key, before: known ? textOf(known) : null, after }]);
  return done(null);
}

/** A track goes when nothing stands in it any longer. */
export async function removeTrack(
  work: Work,
  address: DraftAddress & { readonly track: string },
): Promise<Result<null, FrameCode>> {
  const held = await holdDraft(work, address);
  if (!held.ok) return held;
  const { version, frame } = held.value;
  const track = frame.tracks.find((each) => each.key === address.track);
  if (!track) throw new NotFound("track");
  const filled = await levelsInTrack(work, version.id, track.id);
  if (filled.length > 0)
    return refused(
      ...filled.map(({ levelId, items }) => ({
        code: "track-has-items" as const,
        field: "levels",
        data: { level: frame.levels.find((each) => each.id === levelId)?.name ?? "", items },
      })),
    );
  const at = { versionId: version.id, revision: await nextRevision(work, version.id) };
  await deleteTrack(work, version.id, track.id);
  await noteFrame(work, at, [{ part: "track", key: track.key, before: textOf(track), after: null }]);
  return done(null);
}
