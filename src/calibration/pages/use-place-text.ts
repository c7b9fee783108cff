/** A place of a model in words: its level, and the track where there is one. */
import { useMessages } from "../../messages/messages.ts";
import type { NamedPlace } from "../round-text.ts";

export function usePlaceText(): (place: Pick<NamedPlace, "level" | "track">) => string {
  const { field } = useMessages().placement;
  return ({ level, track }) => (track === null ? level : field.withTrack(level, track));
}
