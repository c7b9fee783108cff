/** A surface that holds one thing. */
import type { ReactNode } from "react";

/** A card. With `href` the title is a link and the whole card can be pressed. */
export function Card(props: {
  title?: ReactNode;
  level?: 2 | 3;
  size?: "large" | "small";
  href?: string | undefined;
  children?: ReactNode;
}) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <div className={props.href ? "card card-link" : "card"}>
      {props.title && (
        <Heading className={props.size === "small" ? "card-title-small" : undefined}>
          {props.href ? <a href={props.href}>{props.title}</a> : props.title}
        </Heading>
      )}
      {props.children}
    </div>
  );
}
