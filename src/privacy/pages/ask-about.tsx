/** The way from a record among one's own data to the form below it, which then is about that record (ASM-4). */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import type { Id } from "../../shared/ids.ts";
import type { About } from "../request.rules.ts";

export function AskAbout({ about, id, name }: { about: About; id: Id; name: string }) {
  const t = useMessages().privacy.mine;
  const { at } = useShell();
  return (
    <a href={`${at("/my/data")}?record=${id}#say-${about}`}>
      {t.ask}
      <span className="visually-hidden">: {name}</span>
    </a>
  );
}
