/** What somebody else has written meanwhile, beside what one has typed oneself. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { atTime } from "../../people/parts/at-time.ts";
import { Notice } from "../../ui/notices.tsx";

/** `by` is who wrote it and when, if that is known; `href` leads to the page without what was typed. */
export function Theirs(props: {
  text: string;
  facts?: string | undefined;
  by?: { readonly by: string; readonly at: Date } | null;
  href: string;
}) {
  const t = useMessages().modelEditor.item;
  const { by } = props;
  return (
    <div data-conflict="">
      <Notice tone="warning" title={by ? t.conflict(by.by, atTime(by.at.toISOString())) : t.conflictUnknown}>
        <p>{t.conflictText}</p>
        <p className="muted">{t.theirs}:</p>
        <blockquote className="their-text" lang={MODEL_LANGUAGE}>
          {props.text}
          {props.facts && <span className="item-note muted">{props.facts}</span>}
        </blockquote>
        <p>
          <a href={props.href}>{t.takeTheirs}</a>
        </p>
      </Notice>
    </div>
  );
}
