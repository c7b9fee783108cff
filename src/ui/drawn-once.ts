/** Parts of pages that are the same for many who see them, and large enough to be drawn once for all of them. */
import { createElement, type ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Latest } from "../shared/latest.ts";

/** A model's picture is some 5 kB. */
const MOST_KEPT = 1000;

/** Draws `Part` as text, once for the same properties. They are plain values, and all that it is drawn from: no context reaches it. */
export function drawnOnce<Props extends object>(Part: ComponentType<Props>): (props: Props) => string {
  const kept = new Latest<string>(MOST_KEPT);
  return (props) => kept.of(JSON.stringify(props), () => renderToStaticMarkup(createElement(Part, props)));
}
