/** What has been done in a draft, with its items and around them: what was removed is found again here. */
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { atTime } from "../../people/parts/at-time.ts";
import { act, again, field, load, pageNumber, seeOther } from "../../platform/http/page.ts";
import { NotFound } from "../../shared/result.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Form } from "../../ui/form.tsx";
import { Timeline } from "../../ui/lists.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { FRAME_PARTS } from "../frame.rules.ts";
import { kindOfChange } from "../item.rules.ts";
import { takeBackFrame } from "../take-back-frame.ts";
import { viewDraftHistory } from "../view-draft.ts";
import { draftPath, Standing, useDraft } from "./draft-places.tsx";
import { FrameChanged, useFrameWords } from "./frame-changed.tsx";
import { Changed } from "./item-said.tsx";
import type { Route } from "./+types/changes";

const addressOf = (params: Readonly<Record<string, string>>) => ({
  slug: params["model"] ?? "",
  number: Number(params["number"]),
});

export const loader = load(({ work, params, url }) =>
  viewDraftHistory(work, addressOf(params), pageNumber(url)),
);

export const action = act(async ({ work, params, form }) => {
  const address = addressOf(params);
  const part = FRAME_PARTS.find((each) => each === field(form, "part"));
  if (!part) throw new NotFound("part");
  const change = { part, key: field(form, "key"), revision: Number(field(form, "change")) };
  const result = await takeBackFrame(work, { ...address, ...change });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}${draftPath(address)}/changes`)
    : again(result.reasons, form);
});

export default function Changes({ loaderData: view, actionData }: Route.ComponentProps) {
  const { modelEditor } = useMessages();
  const t = modelEditor.changes;
  const to = useDraft(view);
  const words = useFrameWords(view);
  const page = (number: number) => `${to.page}/changes?page=${number}`;
  // What stands in the way is about the change as a whole; the form has no field for it.
  const reasons = (actionData?.reasons ?? []).map(({ code, data = {} }) => ({ code, data }));
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumbs={to.toDraft}
      errors={spell(reasons, modelEditor.reasons).list}
    >
      <Standing head={view} />
      {view.changes.length === 0 ? (
        <EmptyState title={t.none}>{t.noneText}</EmptyState>
      ) : (
        <Timeline
          label={t.title}
          events={view.changes.map((change) => {
            const when = <time dateTime={change.at.toISOString()}>{atTime(change.at)}</time>;
            if (change.part === "item")
              return {
                key: `${change.revision} ${change.itemId}`,
                when,
                title: `${change.by} ${t.did[kindOfChange(change)]}`,
                children: (
                  <>
                    <Changed head={view} change={change} />
                    <p>
                      <a href={`${to.item(change.itemId)}#history`}>{t.toItem}</a>
                    </p>
                  </>
                ),
              };
            const did = `${change.by} ${words.did(change)}`;
            return {
              key: `${change.revision} ${change.part} ${change.key}`,
              when,
              title: did,
              children: (
                <>
                  <FrameChanged head={view} change={change} />
                  {view.mayWrite && (
                    <Form
                      hidden={{ part: change.part, key: change.key, change: String(change.first) }}
                      label={did}
                    >
                      <Button variant="quiet" about={words.name(change)}>
                        {t.takeBack}
                      </Button>
                    </Form>
                  )}
                </>
              ),
            };
          })}
        />
      )}
      <Actions>
        {view.page > 1 && <LinkButton href={page(view.page - 1)}>{t.later}</LinkButton>}
        {!view.isLast && <LinkButton href={page(view.page + 1)}>{t.earlier}</LinkButton>}
      </Actions>
    </Page>
  );
}
