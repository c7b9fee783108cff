/** A version drawn as its organisation draws models: rings or stairs (MOD-14). Always beside the same content as text. */
import { useMessages } from "../../messages/messages.ts";
import type { ModelDrawing } from "../../ui/model-shape.ts";
import { Rings } from "../../ui/rings.tsx";
import { Stairs } from "../../ui/stairs.tsx";
import type { ModelVersion, Structure } from "../rules.ts";

/** `href`, `current` and `here` name levels and tracks by their keys. */
export function ModelPicture(props: {
  id: string;
  name: string;
  presentation: "rings" | "stairs";
  content: { readonly structure: Structure; readonly version: Pick<ModelVersion, "tracks"> };
  href?: ModelDrawing["href"];
  current?: ModelDrawing["current"];
  here?: ModelDrawing["here"];
}) {
  const t = useMessages().careerModel.model;
  const { structure, version } = props.content;
  const names = structure.levels.map((level) => level.name).join(", ");
  const rings = props.presentation === "rings";
  const Drawing = rings ? Rings : Stairs;
  return (
    <Drawing
      id={props.id}
      title={rings ? t.ringsTitle(props.name) : t.stairsTitle(props.name)}
      description={rings ? t.drawingText(names) : t.stairsText(names)}
      levels={structure.levels.map((level) => ({
        id: level.key,
        name: level.name,
        kind: level.kind,
        tracks: version.tracks
          .filter((track) => track.levels.includes(level.key))
          .map((track) => ({ id: track.key, name: track.name })),
      }))}
      href={props.href}
      current={props.current}
      here={props.here}
    />
  );
}
