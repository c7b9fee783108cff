/** One person's placements with the answers to them, and the form of whoever decides for the person. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { Button } from "../../ui/actions.tsx";
import { RadioGroup } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Columns, Section } from "../../ui/shell.tsx";
import { placePerson } from "../place-person.ts";
import { draftToConfirm, EMPTY_DRAFT } from "../preparation.rules.ts";
import { viewPersonPlacements, type PersonPlacements } from "../view-person-placements.ts";
import { PlacementFields, Principles } from "./placement-fields.tsx";
import { PlacementHistory, usePlaceName } from "./placement-history.tsx";
import { shownDraft, typedDraft } from "./typed-draft.ts";
import type { Route } from "./+types/person-placements";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewPersonPlacements(work, params["personId"] ?? "")),
  saved: url.searchParams.has("saved"),
}));

export const action = act(async ({ work, form, params }) => {
  const [personId, modelId] = [params["personId"] ?? "", field(form, "model")];
  const result = await placePerson(work, {
    personId,
    modelId,
    draft: typedDraft(form, modelId),
    follows: field(form, "follows") || null,
    corrects: field(form, `kind-${modelId}`) === "correct",
  });
  if (result.ok) return seeOther(`/o/${work.tenant.slug}/people/${personId}/placements?saved`);
  return again(
    result.reasons.map(({ field: name, ...reason }) => ({
      ...reason,
      field: `${name ?? "place"}-${modelId}`,
    })),
    form,
  );
});

export default function PersonPlacementsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { name, personId, placements, placings, saved, talkWord } = loaderData;
  const t = useMessages().placement.person;
  const { at } = useShell();
  const errors = spell(actionData?.reasons ?? [], useMessages().placement.reasons);
  const mayPlace = placings.length > 0;
  const history =
    placements.length > 0 ? (
      <Section title={t.history}>
        <PlacementHistory placements={placements} talkWord={talkWord} />
      </Section>
    ) : (
      <EmptyState title={t.empty}>{mayPlace ? t.emptyDecide : t.emptyText}</EmptyState>
    );
  return (
    <Page
      title={t.title(name)}
      lead={t.lead}
      errors={errors.list}
      breadcrumbs={[{ href: at(`/people/${personId}`), label: name }]}
    >
      <p>
        <a href={at(`/people/${personId}/missing`)}>{t.missing}</a>
      </p>
      {saved && !actionData && (
        <Notice tone="success" title={t.saved} announce>
          <p>{t.savedText}</p>
        </Notice>
      )}
      {mayPlace ? (
        <Columns wide="start">
          <div>
            {placings.map((placing) => (
              <Placing
                key={placing.modelId}
                placing={placing}
                talkWord={talkWord}
                errors={errors}
                typed={actionData?.values}
              />
            ))}
          </div>
          <div>
            <Principles text={loaderData.principles} />
            {history}
          </div>
        </Columns>
      ) : (
        history
      )}
    </Page>
  );
}

function Placing(props: {
  placing: PersonPlacements["placings"][number];
  talkWord: string;
  errors: Spelled;
  typed: Readonly<Record<string, readonly string[]>> | undefined;
}) {
  const { placing, errors, typed } = props;
  const words = useMessages().placement;
  const t = words.person;
  const placeName = usePlaceName();
  const { today, language } = useShell();
  const { modelId, latest } = placing;
  const isNow = latest !== null && (latest.to === null || latest.to > today);
  const toConfirm = isNow && latest.takenOver ? latest : null;
  const before = toConfirm
    ? draftToConfirm(toConfirm)
    : { ...EMPTY_DRAFT, basis: latest ? "development-talk" : EMPTY_DRAFT.basis };
  return (
    <Section title={(isNow ? t.move : t.place)(placing[language])} lead={isNow ? t.moveText : undefined}>
      <Form hidden={{ model: modelId, follows: latest?.id ?? "" }} confirmLeave={t.leave}>
        {toConfirm?.takenOver && (
          <Notice tone="info">
            {words.takenOver.confirm(placeName(toConfirm), toConfirm.takenOver.source)}
          </Notice>
        )}
        {isNow && !toConfirm && (
          <RadioGroup
            name={`kind-${modelId}`}
            label={t.kind}
            defaultValue={typed?.[`kind-${modelId}`]?.[0] ?? "new"}
            options={[
              { value: "new", label: t.kindNew },
              { value: "correct", label: t.kindCorrect, hint: t.kindCorrectHint },
            ]}
          />
        )}
        <PlacementFields
          suffix={modelId}
          model={placing}
          draft={shownDraft(typed, modelId, before)}
          talkWord={props.talkWord}
          errorOf={errors.of}
          readers
        />
        <Button>{t.submit}</Button>
      </Form>
    </Section>
  );
}
