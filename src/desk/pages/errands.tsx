/** Where this person's roles take them, each place with a few words about it. */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Section } from "../../ui/shell.tsx";
import type { Start } from "../view-start.ts";

export function Errands({ start }: { start: Start }) {
  const t = useMessages().desk.start;
  const { at } = useShell();
  if (start.errands.length === 0) return null;
  return (
    <Section title={t.errandsTitle} id="errands">
      <dl className="summary-list">
        {start.errands.map(({ kind, path, about }) => {
          const words = t.errands[kind];
          const { title, text } = typeof words === "function" ? words(about) : words;
          return (
            <div key={path}>
              <dt>
                <a href={at(path)}>{title}</a>
              </dt>
              <dd>{text}</dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
