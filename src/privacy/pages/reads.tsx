/** Who has read about oneself: how many times, and the last (PRV-1). */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { dayOf } from "../../shared/local-date.ts";
import { Muted } from "../../ui/shell.tsx";
import type { MyData } from "../view-my-data.ts";

export function Reads({ reads: { reads, total } }: Pick<MyData, "reads">) {
  const t = useMessages().privacy.mine;
  const { at } = useShell();
  const [last] = reads;
  if (!last) return <Muted>{t.noReads}</Muted>;
  return (
    <>
      <p>
        {t.reads(total)}. {t.lastRead(last.reader ?? t.hidden, dayOf(new Date(last.at)))}.
      </p>
      <p>
        <a href={at("/my/reads")}>{t.more.reads}</a>
      </p>
    </>
  );
}
