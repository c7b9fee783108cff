/** What came of a talk: the placements that were decided at it, and the way to decide one (PLC-1). */
import { useDay } from "../../assessment/parts/beside.tsx";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Button, LinkButton } from "../../ui/actions.tsx";
import type { TalkProps } from "./talk-props.ts";
import { talkPath } from "./places.ts";
import { TALK_FORM } from "./typed.tsx";

/** Nothing where nothing came of it and nothing can. While the text is being written it is saved on the way. */
export function Came({ view }: Pick<TalkProps, "view">) {
  const t = useMessages().talk.place;
  const { at, language } = useShell();
  const day = useDay();
  const { talk, placed, mayPlace, acts } = view;
  return (
    <>
      {placed.map(({ id, modelSv, modelEn, level, track, from }) => (
        <p key={id} id="placed">
          <strong>{t.came}.</strong>{" "}
          {t.cameText(
            language === "sv" ? modelSv : modelEn,
            [level, track].filter(Boolean).join(", "),
            day(from),
          )}
        </p>
      ))}
      {mayPlace &&
        (acts.includes("write") ? (
          <Button form={TALK_FORM} name="intent" value="place" variant="secondary">
            {t.decide}
          </Button>
        ) : (
          <LinkButton href={at(`${talkPath("other", talk)}/placement`)}>{t.decideAfter}</LinkButton>
        ))}
    </>
  );
}
