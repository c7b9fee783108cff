/** One item of a level: its text to write in, what it is, and the ways to the rest of it. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { Button } from "../../ui/actions.tsx";
import { TextArea } from "../../ui/fields.tsx";
import type { DraftItem } from "../draft.store.ts";
import type { DraftHead } from "../view-draft.ts";
import { AutosavedForm } from "./autosave.tsx";
import { factsOf, inShort, useDraft } from "./draft-places.tsx";

export function ItemRow({ head, item }: { head: DraftHead; item: DraftItem }) {
  const messages = useMessages();
  const { modelEditor } = messages;
  const t = modelEditor.level;
  const to = useDraft(head);
  const about = t.about(inShort(item.text));
  const facts = (
    <p className="item-facts muted">
      {factsOf(item, messages)}
      {" · "}
      <a href={to.item(item.id)}>
        {t.all}
        <span className="visually-hidden"> {about}</span>
      </a>
      {item.comments > 0 && (
        <>
          {" · "}
          <a href={`${to.item(item.id)}#comments`}>
            {t.comments(item.comments)}
            <span className="visually-hidden"> {about}</span>
          </a>
        </>
      )}
    </p>
  );
  if (!head.mayWrite)
    return (
      <li id={`item-${item.id}`} className="item-row">
        <p lang={MODEL_LANGUAGE}>
          {item.text}
          {item.note !== undefined && <span className="item-note muted">{item.note}</span>}
        </p>
        {facts}
      </li>
    );
  return (
    <li id={`item-${item.id}`} className="item-row" data-item={item.id}>
      <AutosavedForm
        id={`words-${item.id}`}
        action={to.item(item.id)}
        revision={item.revision}
        hidden={{ intent: "text", back: "level", level: item.levelKey, heading: item.headingKey }}
      >
        <span className="drag-handle" data-drag="" title={t.drag} aria-hidden="true" />
        <div lang={MODEL_LANGUAGE}>
          <TextArea
            name="text"
            id={`text-${item.id}`}
            label={`${t.text} ${about}`}
            labelHidden
            rows={Math.min(12, Math.ceil(item.text.length / 70))}
            defaultValue={item.text}
          />
        </div>
        <div className="row-save">
          <Button variant="quiet" about={about}>
            {t.save}
          </Button>
        </div>
      </AutosavedForm>
      {item.note !== undefined && (
        <p className="item-note muted" lang={MODEL_LANGUAGE}>
          {item.note}
        </p>
      )}
      {facts}
    </li>
  );
}
