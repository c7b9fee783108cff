/** What the catalogue has for a requirement or a level, where it stands in the model's text (MOD-13). */
import { createContext, useContext } from "react";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import type { Ways } from "../catalogue.rules.ts";

/** The ways of the version that is shown; the page gives them. */
export const ModelWays = createContext<Ways>({ items: {}, levels: {} });

/** "Så kan du nå det", with what there is; nothing where there is nothing. */
export function WaysTo({ target, of }: { target: keyof Ways; of: string }) {
  const ways = useContext(ModelWays)[target][of];
  const t = useMessages().catalogue;
  const { at, language } = useShell();
  if (!ways) return null;
  return (
    <span className="item-note muted" lang={language}>
      {t.ways}{" "}
      {ways.map(({ entryId, name }, index) => (
        <span key={entryId}>
          {index > 0 && ", "}
          <a href={at(`/catalogue/${entryId}`)}>{name}</a>
        </span>
      ))}
    </span>
  );
}
