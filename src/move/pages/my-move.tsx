/** Applying for another place in one's model, and what came of earlier applications (PLC-4, PLC-6). */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { Paragraphs } from "../../placement/parts/placement-fields.tsx";
import { usePlaceName } from "../../placement/parts/placement-history.tsx";
import { writePlace } from "../../placement/rules.ts";
import { Button, LinkButton } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { Select, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { LONGEST_WORDS } from "../application.rules.ts";
import { applyForMove, viewMyMoves, withdrawApplication, type Applying } from "../apply.ts";
import { Outcome } from "./applications.tsx";
import type { Route } from "./+types/my-move";

const DONE = ["applied", "withdrawn"] as const;

export const loader = load(async ({ work, url }) => ({
  ...(await viewMyMoves(work)),
  done: DONE.find((each) => url.searchParams.has(each)) ?? null,
}));

export const action = act(async ({ work, form }) => {
  const here = `/o/${work.tenant.slug}/my/move`;
  if (field(form, "intent") === "withdraw") {
    const result = await withdrawApplication(work, field(form, "application"));
    return result.ok ? seeOther(`${here}?withdrawn`) : again(result.reasons, form);
  }
  const [modelId, place, words] = [field(form, "model"), field(form, "place"), field(form, "words")];
  const result = await applyForMove(work, { modelId, place, words });
  return result.ok ? seeOther(`${here}?applied`) : again(result.reasons, form);
});

export default function MyMove({ loaderData, actionData }: Route.ComponentProps) {
  const { models, earlier, done, moveRule, needForMoves } = loaderData;
  const { move, missing } = useMessages();
  const t = move.mine;
  const { at } = useShell();
  const placeName = usePlaceName();
  const errors = spell(actionData?.reasons ?? [], move.reasons);
  return (
    <Page title={t.title} lead={t.lead} errors={errors.list} narrow>
      {!actionData && done !== null && <Notice tone="success" title={t[done]} announce />}
      {models.length === 0 ? (
        <EmptyState title={t.none} action={<LinkButton href={at("/models")}>{missing.models}</LinkButton>}>
          {t.noneText}
        </EmptyState>
      ) : (
        <Card title={t.rules} size="small">
          <p>
            {missing.moveRule[moveRule]} {needForMoves && t.needForMoves}
          </p>
          <p>
            <a href={at("/my/missing")}>{t.missing}</a>
          </p>
        </Card>
      )}
      {models.map((model) => (
        <InModel key={model.modelId} model={model} errors={errors} typed={actionData?.values} />
      ))}
      {earlier.length > 0 && (
        <Section title={t.earlier}>
          {earlier.map((each) => (
            <Card key={each.id} title={placeName(each)} size="small">
              <Paragraphs text={each.words} />
              <Outcome application={each} />
            </Card>
          ))}
        </Section>
      )}
    </Page>
  );
}

function InModel(props: { model: Applying; errors: Spelled; typed: FormValues | undefined }) {
  const { model, errors } = props;
  const { move, placement } = useMessages();
  const t = move.mine;
  const { language } = useShell();
  const placeName = usePlaceName();
  const name = capital(model[language]);
  const typed = props.typed && field(props.typed, "model") === model.modelId ? props.typed : undefined;
  const here = t.here(placeName(model), name);
  if (model.open)
    return (
      <Section title={t.open(placeName(model.open))} lead={here}>
        <blockquote>
          <Paragraphs text={model.open.words} />
        </blockquote>
        <Muted>{t.openText}</Muted>
        <Form hidden={{ application: model.open.id }} label={t.withdraw}>
          <Button variant="secondary" name="intent" value="withdraw">
            {t.withdraw}
          </Button>
        </Form>
      </Section>
    );
  return (
    <Section title={name} lead={here}>
      {model.posts.length > 0 && <p>{t.posts(model.posts)}</p>}
      <Form hidden={{ model: model.modelId }} confirmLeave={t.leave}>
        <Select
          name="place"
          label={t.place}
          empty={placement.field.choosePlace}
          error={typed && errors.of("place")}
          defaultValue={typed ? field(typed, "place") : ""}
          options={model.levels.flatMap((level) => [
            { value: writePlace(level.levelId, null), label: level.name },
            ...level.tracks.map((track) => ({
              value: writePlace(level.levelId, track.trackId),
              label: placement.field.withTrack(level.name, track.name),
            })),
          ])}
        />
        <TextArea
          name="words"
          label={t.words}
          hint={t.wordsHint}
          readers={t.readers}
          rows={4}
          maxLength={LONGEST_WORDS}
          error={typed && errors.of("words")}
          defaultValue={typed ? field(typed, "words") : ""}
        />
        <Button>{t.apply}</Button>
      </Form>
    </Section>
  );
}
