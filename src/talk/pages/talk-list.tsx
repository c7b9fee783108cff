/** Talks in a table: one's own, or a person's. */
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import type { Phase } from "../talk.rules.ts";
import type { PersonTalks } from "../view-talks.ts";
import { talkPath, type Whose } from "./places.ts";
import { useKind } from "./when.ts";

export const PHASE_TONES: Readonly<Record<Phase, TagTone>> = {
  planned: "neutral",
  prepared: "good",
  held: "attention",
  asked: "attention",
  "with-above": "attention",
  locked: "neutral",
  cancelled: "neutral",
};

export function TalkList({
  talks,
  talkWord,
  whose,
}: Pick<PersonTalks, "talks" | "talkWord"> & { whose: Whose }) {
  const words = useMessages().talk;
  const { at } = useShell();
  const kindOf = useKind(talkWord);
  return (
    <DataTable
      caption={words.list.caption}
      captionHidden
      empty={null}
      rows={talks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "kind",
          header: words.list.kind,
          rowHeader: true,
          cell: (talk) => <a href={at(talkPath(whose, talk))}>{capital(kindOf(talk.kind))}</a>,
        },
        {
          key: "day",
          header: words.list.day,
          cell: ({ heldOn, day, at: time }) => heldOn ?? `${day} ${time}`,
        },
        {
          key: "state",
          header: words.list.state,
          cell: ({ phase }) => <Tag tone={PHASE_TONES[phase]}>{words.phase[phase]}</Tag>,
        },
      ]}
    />
  );
}
