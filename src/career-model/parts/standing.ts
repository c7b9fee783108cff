/** How a version stands on a day, in words: its status, or its days in force (MOD-2). */
import type { Messages } from "../../messages/messages.ts";
import type { LocalDate } from "../../shared/local-date.ts";
import type { VersionLine } from "../view-models.ts";

export function standing(
  { status, inForceFrom: from, lastDay }: VersionLine,
  t: Messages["careerModel"]["model"],
  today: LocalDate,
): string {
  if (from === null) return t.status[status];
  if (lastDay !== null && lastDay < today) return t.wasInForce(from, lastDay);
  return from > today ? t.inForceFrom(from) : t.inForceSince(from);
}
