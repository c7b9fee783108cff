/** A field with what was typed, or what is there; beside it, where another has changed it since, what it says now. */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { typedOr } from "../../ui/stood.tsx";

export type Typing = {
  readonly errors: Spelled;
  /** What was sent and refused. */
  readonly typed: FormValues | undefined;
  readonly isStale: boolean;
};

export function useWired({ errors, typed, isStale }: Typing) {
  const t = useMessages().plan.part;
  return (name: string, present: string, { hint, said = present }: { hint?: string; said?: string } = {}) => {
    const value = typedOr(typed, name, present);
    const differs = isStale && value.replaceAll("\r\n", "\n").trim() !== present;
    return {
      name,
      error: errors.of(name),
      defaultValue: value,
      hint: differs ? t.now(said) : hint,
    };
  };
}
