/** What is there instead of what a row of a take-over says, in words (INT-4). */
import type { Messages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import type { Reason } from "../../shared/result.ts";

export const insteadText = (reasons: readonly Reason[], { conflicts }: Messages["takeOver"]): string =>
  spell(reasons, conflicts)
    .list.map(({ message }) => message)
    .join(". ");
