/** What the cases of a round are placed by: the version that it was begun on, with the employer's supplement as it was when it was opened (MOD-9). */
import type { Id } from "../shared/ids.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { adoptedContent } from "../career-model/adopted-content.ts";
import { compose } from "../career-model/compose.rules.ts";
import { layersOver } from "../layers/store.ts";
import { asksAt, requirementsIn } from "../assessment/met.rules.ts";
import type { Place } from "./calibration.rules.ts";
import type { Round } from "./store.ts";

export type Requirement = { readonly itemId: Id; readonly text: string; readonly mandatory: boolean };
/** A level, or a track in one, with what it asks for itself. */
export type NamedPlace = Place & {
  readonly level: string;
  readonly track: string | null;
  readonly requirements: readonly Requirement[];
};

/** Every place that people can be placed at, from the innermost outward, a level before its tracks. */
export async function placesIn(
  work: Work,
  { versionId, openedOn }: Pick<Round, "versionId" | "openedOn">,
): Promise<NamedPlace[]> {
  const content = await adoptedContent(work, versionId);
  if (!content) throw new NotFound("version");
  const layers = await layersOver(work, versionId, { day: openedOn ?? work.today, unitIds: [] });
  const effective = compose(content, layers);
  const { structure, version, unused, levelIds, trackIds, itemIds } = effective;
  return structure.levels
    .filter(({ key }) => !(key in unused.levels))
    .flatMap((level) => {
      const tracks = version.tracks.filter(
        ({ key, levels }) => levels.includes(level.key) && !(key in unused.tracks),
      );
      return [null, ...tracks].map((track): NamedPlace => {
        const asks = asksAt(effective, itemIds, { levelKey: level.key, trackKey: track?.key ?? null });
        const own = requirementsIn([...asks.mandatory, ...asks.recommended]).filter(
          ({ trackKey }) => trackKey === (track?.key ?? null),
        );
        return {
          levelId: levelIds[level.key] ?? "",
          trackId: track ? (trackIds[track.key] ?? "") : null,
          level: level.name,
          track: track?.name ?? null,
          requirements: own.map(({ itemId, text, mandatory }) => ({
            itemId,
            text,
            mandatory: mandatory === true,
          })),
        };
      });
    });
}
