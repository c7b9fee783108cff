/** What stands beside a part of a model's text and comes from elsewhere. */
import { createContext, type ReactNode } from "react";

export type PartOfText = "items" | "levels";

/** Beside the item or level with this key: nothing, unless the page gives something. */
export const BesidePart = createContext<(part: PartOfText, key: string) => ReactNode>(() => null);
