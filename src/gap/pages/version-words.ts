/** How two versions that are compared are told of (MOD-12): by their numbers and how they stand, and over their figures. */
import type { Messages } from "../../messages/messages.ts";
import { standing } from "../../career-model/parts/standing.ts";
import type { ComparedVersions } from "../compared-versions.ts";

/** "utkast", "gäller sedan 2026-01-01". */
export const standsAs = (...asked: Parameters<typeof standing>): string => {
  const words = standing(...asked);
  return words.charAt(0).toLowerCase() + words.slice(1);
};

/** What the figures are called, null where there are none since nothing was in force before: those of the version in force are today's, those of another one are of its number. */
export function figureHeads(
  versions: ComparedVersions | null,
  t: Messages["gap"]["impact"],
): { readonly before: string | null; readonly after: string } {
  const [against, version] = [versions?.against, versions?.version];
  return {
    before: !against
      ? versions
        ? null
        : t.before
      : against.isInForce
        ? t.before
        : t.lackingBy(against.number),
    after: version?.isInForce ? t.before : version?.inForceFrom ? t.lackingBy(version.number) : t.after,
  };
}
