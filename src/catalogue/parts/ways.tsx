/** What the catalogue has for a requirement or a level, where it stands in the model's text (MOD-13). */
import type { ReactNode } from "react";
import { BesidePart } from "../../career-model/parts/beside.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import type { Way, Ways } from "../rules.ts";

/** The ways of the version that is shown, beside what they lead to. */
export function ModelWays({ ways, children }: { ways: Ways; children: ReactNode }) {
  return <BesidePart value={(part, key) => <WaysTo ways={ways[part][key] ?? []} />}>{children}</BesidePart>;
}

/** "Så kan du nå det", with what there is; nothing where there is nothing. */
export function WaysTo({ ways }: { ways: readonly Way[] }) {
  const t = useMessages().catalogue;
  const { at, language } = useShell();
  if (ways.length === 0) return null;
  return (
    <span className="item-note muted" lang={language}>
      {t.ways}{" "}
      {ways.map(({ entryId, name, association }, index) => (
        <span key={entryId}>
          {index > 0 && ", "}
          {association ? (
            <a href={`/o/${association.slug}/catalogue/${entryId}`}>
              {name} ({association.name})
            </a>
          ) : (
            <a href={at(`/catalogue/${entryId}`)}>{name}</a>
          )}
        </span>
      ))}
    </span>
  );
}
