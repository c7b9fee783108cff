/** Mail to oneself, as long as it is kept (ASM-4). */
import { useShell } from "../../platform/http/shell.ts";
import { dayOf } from "../../shared/local-date.ts";
import { useMessages } from "../../messages/messages.ts";
import { SummaryList } from "../../ui/lists.tsx";
import { Muted } from "../../ui/shell.tsx";
import type { MyData } from "../view-my-data.ts";

export function KeptMail({ mail }: { mail: MyData["mail"] }) {
  const { mail: t } = useMessages().privacy.mine;
  const { at } = useShell();
  return (
    <>
      {mail.kept.length === 0 && <Muted>{t.none}</Muted>}
      {mail.kept.length > 0 && (
        <details>
          <summary>{t.count(mail.kept.length)}</summary>
          <SummaryList
            rows={mail.kept.map(({ subject, state, queuedAt }) => ({
              term: subject,
              detail: `${dayOf(new Date(queuedAt))}, ${t.states[state]}`,
            }))}
          />
        </details>
      )}
      <p>
        <a href={at("/my/notices")}>{t.choose}</a>
      </p>
    </>
  );
}
