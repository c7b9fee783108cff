/** Deciding a placement at a talk (PLC-1, PLC-3, PLC-4, PLC-6): the day and the dialogue are the talk's own, and afterwards one is back in it. */
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { PlacingForm, withoutUnmet } from "../../move/parts/placing-form.tsx";
import { Principles } from "../../placement/parts/placement-fields.tsx";
import { useDay } from "../../assessment/parts/beside.tsx";
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions } from "../../ui/actions.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Columns } from "../../ui/shell.tsx";
import { placeAtTalk, viewPlacingAtTalk } from "../place-at-talk.ts";
import { addressOf } from "./acting.ts";
import { talkPath } from "./places.ts";
import { useKind } from "./when.ts";
import type { Route } from "./+types/place-at-talk";

export const loader = load((page) => viewPlacingAtTalk(page.work, addressOf("other", page)));

export const action = act(async (page) => {
  const { work, form } = page;
  const address = addressOf("other", page);
  const modelId = field(form, "model");
  const result = await placeAtTalk(work, address, {
    modelId,
    place: field(form, `place-${modelId}`),
    motivation: field(form, `motivation-${modelId}`),
    follows: field(form, "follows") || null,
    despite: field(form, `despite-${modelId}`),
  });
  if (result.ok) {
    const { personId, talkId } = address;
    return seeOther(
      `/o/${work.tenant.slug}${talkPath("other", { id: talkId, personId })}?done=placed#placed`,
    );
  }
  return again(
    result.reasons.map(({ field: name, ...reason }) => ({
      ...reason,
      field: `${name ?? "place"}-${modelId}`,
    })),
    form,
  );
});

export default function PlaceAtTalk({ loaderData, actionData }: Route.ComponentProps) {
  const { talk, talkWord, at: dialogue, placings, principles } = loaderData;
  const { talk: words, placement, move } = useMessages();
  const t = words.place;
  const { at } = useShell();
  const day = useDay();
  const kindOf = useKind(talkWord);
  const typed = actionData?.values;
  const { unmet, reasons } = withoutUnmet(actionData?.reasons ?? []);
  const errors = spell(reasons, { ...move.reasons, ...placement.reasons });
  const here = at(talkPath("other", talk));
  const title = capital(words.one.other(kindOf(talk.kind), `${talk.givenName} ${talk.familyName}`));
  return (
    <Page
      title={t.title(talk.givenName)}
      lead={t.lead(kindOf(talk.kind), day(dialogue.dialogueOn))}
      errors={errors.list}
      breadcrumbs={[{ href: here, label: title }]}
    >
      <Columns wide="start">
        <div>
          {placings.length === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
          {placings.map((placing) => (
            <PlacingForm
              key={placing.modelId}
              placing={placing}
              talkWord={talkWord}
              at={dialogue}
              errors={errors}
              typed={typed}
              unmet={unmet.filter(({ field: about }) => about === `place-${placing.modelId}`)}
            />
          ))}
          <Actions>
            <a href={here}>{t.back}</a>
          </Actions>
        </div>
        <div className="stack">
          <Principles text={principles} />
          <p>
            <a href={at(`/people/${talk.personId}/missing`)}>{placement.person.missing}</a>
          </p>
        </div>
      </Columns>
    </Page>
  );
}
