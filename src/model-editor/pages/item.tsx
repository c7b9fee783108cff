/** One item of a draft: its words, its place and group, what is said about it, and what has been done with it. */
import { placeIn, textIn, wordsIn } from "../../career-model/item-form.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { atTime } from "../../people/parts/at-time.ts";
import {
  act,
  again,
  field,
  load,
  seeOther,
  type Again,
  type FormValues,
  type SeeOther,
} from "../../platform/http/page.ts";
import type { Result } from "../../shared/result.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { commentItem, dealWithComment } from "../comment-item.ts";
import { moveItem, removeItem, takeBack } from "../place-item.ts";
import { viewItem } from "../view-draft.ts";
import { writeItem } from "../write-item.ts";
import { Standing, draftPath, factsOf, inShort, useDraft } from "./draft-places.tsx";
import { ItemForm } from "./item-form.tsx";
import { GroupOf, MoveForm } from "./item-place.tsx";
import { Comments, History } from "./item-said.tsx";
import { Theirs } from "./theirs.tsx";
import type { Route } from "./+types/item";

const addressOf = (params: Readonly<Record<string, string>>) => ({
  slug: params["model"] ?? "",
  number: Number(params["number"]),
  itemId: params["item"] ?? "",
});

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewItem(work, addressOf(params))),
  saved: url.searchParams.has("saved"),
}));

export const action = act(async ({ work, params, form }) => {
  const address = addressOf(params);
  const draft = `/o/${work.tenant.slug}${draftPath(address)}`;
  const page = `${draft}/items/${address.itemId}`;
  const then = (result: Result<unknown>, location: string): SeeOther | Again =>
    result.ok ? seeOther(location) : again(result.reasons, form);
  const revision = Number(field(form, "version"));
  const intent = field(form, "intent");
  /** Back to the level that the form was sent from, or to the item. */
  const back = (level: string) =>
    field(form, "back") === "level"
      ? `${draft}/levels/${level}?heading=${field(form, "heading")}#item-${address.itemId}`
      : `${page}?saved`;
  switch (intent) {
    case "text": {
      const result = await writeItem(work, address, { text: textIn(form, "text") }, revision);
      return then(result, back(field(form, "level")));
    }
    case "move": {
      const to = placeIn(form);
      const result = await moveItem(work, address, { ...to, position: positionOf(form) });
      return then(result, back(to.levelKey));
    }
    case "remove": {
      const result = await removeItem(work, address, revision);
      const query = new URLSearchParams({
        heading: field(form, "heading"),
        removed: address.itemId,
      }).toString();
      return then(result, `${draft}/levels/${field(form, "level")}?${query}`);
    }
    case "take-back":
      return then(await takeBack(work, address, Number(field(form, "change"))), `${page}?saved`);
    case "comment":
      return then(await commentItem(work, address, textIn(form, "comment")), `${page}#comments`);
    case "resolve":
      await dealWithComment(work, address, field(form, "comment-id"));
      return seeOther(`${page}#comments`);
    default:
      return then(await writeItem(work, address, wordsIn(form), revision), `${page}?saved`);
  }
});

/** A place in an order, from 1; null, which is last, when none is named. */
function positionOf(form: FormValues): number | null {
  const text = field(form, "position");
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
}

export default function ItemPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const messages = useMessages();
  const { modelEditor } = messages;
  const t = modelEditor.item;
  const to = useDraft(view);
  const { item, frame, mayWrite } = view;
  const last = item ?? view.history[0]?.before;
  const level = frame.levels.find((each) => each.key === last?.levelKey);
  const heading = frame.headings.find((each) => each.key === last?.headingKey);
  const reasons = actionData?.reasons ?? [];
  const errors = spell(reasons, modelEditor.reasons);
  const values = actionData?.values;
  const intent = values?.["intent"]?.[0];
  const isOfWords = intent === "text" || intent === "words";
  const typed = isOfWords ? values : undefined;
  const conflict = reasons.some((reason) => reason.code === "changed-by-other");
  return (
    <Page
      title={t.title(level?.name ?? "", heading?.name ?? "")}
      breadcrumbs={[
        ...to.toDraft,
        ...(level ? [{ href: `${to.level(level.key)}#item-${view.itemId}`, label: level.name }] : []),
      ]}
      errors={errors.list}
    >
      <Standing head={view} />
      {view.saved && view.history[0] && (
        <Notice tone="success" announce>
          <p>{t.saved(atTime(view.history[0].at.toISOString()).slice(-5).replace(":", "."))}</p>
        </Notice>
      )}
      {item && conflict && (
        <Theirs
          text={item.text}
          facts={[factsOf(item, messages), item.note].filter(Boolean).join(" · ")}
          by={view.written}
          href={to.item(view.itemId)}
        />
      )}
      {typed && !(item && mayWrite) && (
        <Notice tone="warning" title={t.mine}>
          <p className="their-text" lang={MODEL_LANGUAGE}>
            {typed["text"]?.[0]}
          </p>
        </Notice>
      )}
      {item && mayWrite && (
        <ItemForm
          item={item}
          typed={typed}
          errors={errors}
          action={to.item(view.itemId)}
          written={view.written}
        />
      )}
      {item && !mayWrite && (
        <>
          <p lang={MODEL_LANGUAGE}>{item.text}</p>
          {item.note && <p lang={MODEL_LANGUAGE}>{item.note}</p>}
          <p className="muted">{factsOf(item, messages)}</p>
        </>
      )}
      {!item && (
        <Notice tone="info" title={t.removed}>
          <p>{t.removedText}</p>
          <p lang={MODEL_LANGUAGE}>{view.history[0]?.before?.text}</p>
          {mayWrite && (
            <Form
              action={to.item(view.itemId)}
              hidden={{ intent: "take-back", change: String(view.history[0]?.first) }}
            >
              <Button variant="secondary">{t.bringBack}</Button>
            </Form>
          )}
        </Notice>
      )}
      {item && mayWrite && (
        <>
          <Section title={t.place} id="place">
            <MoveForm
              view={view}
              item={item}
              errors={intent === "move" ? errors : undefined}
              values={values}
            />
          </Section>
          {item.mandatory !== null && (
            <Section title={t.group} id="group">
              <GroupOf view={view} item={item} />
            </Section>
          )}
        </>
      )}
      {item && (
        <Section title={t.comments} id="comments">
          <Comments view={view} error={errors.of("comment")} typed={values?.["comment"]?.[0]} />
        </Section>
      )}
      <Section title={t.history} id="history">
        <History view={view} />
      </Section>
      {item && mayWrite && (
        <Form
          hidden={{ intent: "remove", level: item.levelKey, heading: item.headingKey }}
          version={item.revision}
          label={t.remove}
        >
          <p className="muted">{t.removeText}</p>
          <Actions>
            <Button variant="danger" about={`”${inShort(item.text)}”`}>
              {t.remove}
            </Button>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
