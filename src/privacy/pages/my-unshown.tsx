/** What one has written in talks with others and hadn't shown when they closed, among all that is held of one's own (ASM-4, TLK-1). */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { SummaryList } from "../../ui/lists.tsx";
import type { MyData } from "../view-my-data.ts";

export function MyUnshown({ unshown }: Pick<MyData, "unshown">) {
  const t = useMessages().unshown.mine;
  const { at } = useShell();
  return (
    <SummaryList
      rows={unshown.map(({ talk, agreed, answers }) => ({
        term: talk.day,
        detail: (
          <>
            {[agreed, ...Object.values(answers)].filter(Boolean).map((text, index) => (
              <p key={index}>{text}</p>
            ))}
            <p>
              <a href={at(`/people/${talk.personId}/talks/${talk.id}#unshown`)}>{t.open(talk.day)}</a>
            </p>
          </>
        ),
      }))}
    />
  );
}
