/** What is said about an item, and what has been done with it. */
import { After, Before } from "../../career-model/parts/marked-text.tsx";
import type { Item, Place } from "../../career-model/rules.ts";
import { useMessages } from "../../messages/messages.ts";
import { atTime } from "../../people/parts/at-time.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Timeline } from "../../ui/lists.tsx";
import { kindOfChange, type ItemChange } from "../item.rules.ts";
import type { DraftHead, ItemView } from "../view-draft.ts";
import { factsOf, inShort, useDraft } from "./draft-places.tsx";

const when = (at: Date) => <time dateTime={at.toISOString()}>{atTime(at.toISOString())}</time>;

export function Comments(props: { view: ItemView; error: string | undefined; typed: string | undefined }) {
  const { view, error, typed } = props;
  const t = useMessages().modelEditor.item;
  const to = useDraft(view);
  return (
    <>
      {view.comments.length === 0 && <p>{t.noComments}</p>}
      {view.comments.length > 0 && (
        <ul className="comments">
          {view.comments.map((comment) => (
            <li key={comment.id}>
              <p className="muted">
                {comment.by} · {when(comment.at)}
              </p>
              <p className="their-text">{comment.text}</p>
              {comment.resolvedBy !== null && comment.resolvedAt && (
                <p className="muted">
                  {t.resolved(comment.resolvedBy, atTime(comment.resolvedAt.toISOString()))}
                </p>
              )}
              {comment.resolvedBy === null && view.mayResolve && (
                <Form action={to.item(view.itemId)} hidden={{ intent: "resolve", "comment-id": comment.id }}>
                  <Button variant="quiet" about={t.resolveAbout(comment.by)}>
                    {t.resolve}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.mayComment && (
        <Form action={to.item(view.itemId)} hidden={{ intent: "comment" }} label={t.comment}>
          <TextArea
            name="comment"
            label={t.comment}
            hint={t.commentHint}
            error={error}
            rows={2}
            defaultValue={error === undefined ? undefined : typed}
          />
          <Actions>
            <Button variant="secondary">{t.commentSubmit}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}

export function History({ view }: { view: ItemView }) {
  const messages = useMessages();
  const { modelEditor } = messages;
  const t = modelEditor.changes;
  const to = useDraft(view);
  if (view.history.length === 0) return <p>{modelEditor.item.noHistory}</p>;
  return (
    <Timeline
      events={view.history.map((change) => ({
        key: String(change.revision),
        when: when(change.at),
        title: `${change.by} ${modelEditor.changes.did[kindOfChange(change)]}`,
        children: (
          <>
            <Changed head={view} change={change} />
            {view.mayWrite && change.before !== null && (
              <Form
                action={to.item(view.itemId)}
                hidden={{ intent: "take-back", change: String(change.first) }}
              >
                <Button variant="quiet" about={`”${inShort(change.before.text)}”`}>
                  {t.takeBack}
                </Button>
              </Form>
            )}
          </>
        ),
      }))}
    />
  );
}

/** What a change did to an item: its text with the words that differ marked, and where it went. */
export function Changed({ head, change }: { head: DraftHead; change: ItemChange }) {
  const messages = useMessages();
  const { modelEditor } = messages;
  const t = modelEditor.changes;
  const { before, after } = change;
  const kind = kindOfChange(change);
  const place = (at: Place): string =>
    [
      head.frame.levels.find((each) => each.key === at.levelKey)?.name ?? at.levelKey,
      head.frame.headings.find((each) => each.key === at.headingKey)?.name ?? at.headingKey,
      ...(at.trackKey === null
        ? []
        : [head.frame.tracks.find((each) => each.key === at.trackKey)?.name ?? at.trackKey]),
    ].join(", ");
  const facts = (item: Item | null) => (item ? factsOf(item, messages) : null);
  if (before && after && kind === "written")
    return (
      <>
        {before.text !== after.text && (
          <>
            <p>
              <Before before={before.text} after={after.text} />
            </p>
            <p>
              <After before={before.text} after={after.text} />
            </p>
          </>
        )}
        {facts(before) !== facts(after) && (
          <p className="muted">
            {facts(before)} → {facts(after)}
          </p>
        )}
        {(before.note ?? "") !== (after.note ?? "") && (
          <p>
            <After before={before.note ?? ""} after={after.note ?? ""} isNote />
          </p>
        )}
      </>
    );
  return (
    <>
      <p>{(after ?? before)?.text}</p>
      {before && after && kind === "moved" && <p className="muted">{t.moved(place(before), place(after))}</p>}
    </>
  );
}
