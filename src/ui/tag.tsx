/** A short word about a state. */
import type { ReactNode } from "react";

export type TagTone = "neutral" | "good" | "attention" | "danger" | "brand";

/** A state in a word or two. The word says it all; the tone only helps the eye. */
export function Tag({ tone = "neutral", children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
