/** The employee's own placement: what holds, what it rests on, and their answer to it. */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { dayOf } from "../../shared/local-date.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { Checkbox, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { handOver } from "../hand-over.ts";
import { respond } from "../respond.ts";
import { LONGEST_VIEW } from "../rules.ts";
import { viewMyPlacement, type MyPlacement } from "../view-my-placement.ts";
import { Paragraphs } from "../parts/placement-fields.tsx";
import { MadeDespite, PlacementHistory, Responses, usePlaceName } from "../parts/placement-history.tsx";
import type { Route } from "./+types/my-placement";

export const loader = load(async ({ work, url }) => ({
  ...(await viewMyPlacement(work)),
  done: url.searchParams.get("done"),
}));

export const action = act(async ({ work, form }) => {
  const placementId = field(form, "placement");
  const here = `/o/${work.tenant.slug}/my/placement`;
  const intent = field(form, "intent");
  if (intent === "take-along") {
    await handOver(work, { placementId, unitId: field(form, "unit") });
    return seeOther(`${here}?done=taken-along`);
  }
  const kind = intent === "acknowledge" ? "acknowledged" : "other-view";
  const said = (name: string) => field(form, `${name}-${placementId}`);
  const result = await respond(work, {
    placementId,
    kind,
    words: said("words"),
    toAbove: said("toAbove") !== "",
    withRepresentative: said("withRepresentative") !== "",
  });
  if (result.ok) return seeOther(`${here}?done=answered`);
  return again(
    result.reasons.map((reason) => ({ ...reason, field: `${reason.field ?? "words"}-${placementId}` })),
    form,
  );
});

export default function MyPlacementPage({ loaderData, actionData }: Route.ComponentProps) {
  const { current, earlier, offers, talkWord, done } = loaderData;
  const words = useMessages().placement;
  const t = words.mine;
  const { at } = useShell();
  const placeName = usePlaceName();
  const errors = spell(actionData?.reasons ?? [], words.reasons);
  const [only] = current;
  return (
    <Page
      title={t.title}
      lead={only && current.length === 1 ? t.lead(placeName(only)) : t.leadNone}
      errors={errors.list}
      narrow
    >
      {done !== null && !actionData && (
        <Notice tone="success" title={done === "taken-along" ? t.takenAlong : t.thanks} announce />
      )}
      {offers.map((offer) => (
        <Offer key={`${offer.placementId} ${offer.unitId}`} offer={offer} />
      ))}
      {current.map((placement) => (
        <Current
          key={placement.id}
          placement={placement}
          talkWord={talkWord}
          errors={errors}
          typed={actionData?.values}
        />
      ))}
      {current.length === 0 && offers.length === 0 && (
        <EmptyState title={t.empty} action={<LinkButton href={at("/models")}>{t.models}</LinkButton>}>
          {t.emptyText}
        </EmptyState>
      )}
      {earlier.length > 0 && (
        <Section title={t.earlier}>
          <PlacementHistory placements={earlier} talkWord={talkWord} own />
        </Section>
      )}
    </Page>
  );
}

function Current(props: {
  placement: MyPlacement["current"][number];
  talkWord: string;
  errors: Spelled;
  typed: FormValues | undefined;
}) {
  const { placement } = props;
  const words = useMessages().placement;
  const t = words.mine;
  const { at, language } = useShell();
  const placeName = usePlaceName();
  const day = (date: string) => formatDay(date, language === "sv" ? "sv-SE" : "en-GB");
  const model = language === "sv" ? placement.modelSv : placement.modelEn;
  const hasRead = placement.responses.some((response) => response.kind === "acknowledged");
  const hasView = placement.responses.some((response) => response.kind === "other-view");
  const field = `words-${placement.id}`;
  return (
    <>
      <Card title={placeName(placement)}>
        <Muted>{t.since(model, day(placement.from))}</Muted>
        {placement.takenOver && (
          <Notice tone="info" title={t.takenOverTitle}>
            {t.takenOver(
              placement.takenOver.source,
              day(dayOf(new Date(placement.takenOver.at))),
              placement.takenOver.by,
            )}
          </Notice>
        )}
        <SummaryList
          rows={[
            {
              term: t.level,
              detail: (
                <>
                  <Paragraphs text={placement.levelIntro || placement.levelText} />
                  <p>
                    <a href={at(`/my/missing?model=${placement.modelSlug}`)}>{t.missing}</a> ·{" "}
                    <a href={at("/my/plan")}>{useMessages().missing.myPlan}</a>
                  </p>
                  <a href={at(`/models/${placement.modelSlug}`)}>{t.readModel}</a>
                </>
              ),
            },
            ...(placement.basis === "taken-over"
              ? []
              : [
                  {
                    term: t.rests,
                    detail: words.history.rests(
                      words.basis[placement.basis](props.talkWord),
                      day(placement.dialogueOn),
                    ),
                  },
                ]),
            ...(placement.decidedBy !== null && placement.decidedAs !== null
              ? [
                  {
                    term: t.decidedBy,
                    detail: t.decided(placement.decidedBy, words.decidedAs[placement.decidedAs]),
                  },
                ]
              : []),
            ...(placement.takenOver ? [{ term: t.source, detail: placement.takenOver.source }] : []),
            ...(placement.motivation === ""
              ? []
              : [{ term: t.motivation, detail: <Paragraphs text={placement.motivation} /> }]),
          ]}
        />
        <MadeDespite over={placement} />
        <p>
          <a href={at("/my/move")}>{useMessages().move.mine.link}</a>
        </p>
      </Card>
      <Section title={t.answers} lead={t.answersText}>
        <Responses responses={placement.responses} own />
        {!hasRead && (
          <Form hidden={{ placement: placement.id }} label={t.acknowledge}>
            <Actions>
              <Button name="intent" value="acknowledge">
                {t.acknowledge}
              </Button>
            </Actions>
          </Form>
        )}
        <details open={props.typed?.[field]?.[0] !== undefined}>
          <summary>{hasView ? t.openMore : t.openView}</summary>
          <Form hidden={{ placement: placement.id }} label={t.send} confirmLeave={t.leave}>
            <TextArea
              name={field}
              label={t.words}
              readers={t.readers}
              maxLength={LONGEST_VIEW}
              error={props.errors.of(field)}
              defaultValue={props.typed?.[field]?.[0]}
            />
            {placement.above !== null && (
              <>
                <Checkbox
                  name={`toAbove-${placement.id}`}
                  label={t.toAbove(placement.above)}
                  error={props.errors.of(`toAbove-${placement.id}`)}
                  defaultChecked={props.typed?.[`toAbove-${placement.id}`] !== undefined}
                />
                <Checkbox
                  name={`withRepresentative-${placement.id}`}
                  label={t.withRepresentative}
                  defaultChecked={props.typed?.[`withRepresentative-${placement.id}`] !== undefined}
                />
              </>
            )}
            <Button variant="secondary" name="intent" value="other-view">
              {t.send}
            </Button>
          </Form>
        </details>
      </Section>
    </>
  );
}

/** A placement of another authority, that the person may take along, with what that means. */
function Offer({ offer }: { offer: MyPlacement["offers"][number] }) {
  const t = useMessages().placement.mine;
  const { language } = useShell();
  const placeName = usePlaceName();
  const { placement } = offer;
  const model = language === "sv" ? placement.modelSv : placement.modelEn;
  const day = formatDay(placement.dialogueOn, language === "sv" ? "sv-SE" : "en-GB");
  return (
    <Card title={t.offer}>
      <p>{t.offerText(offer.unit)}</p>
      <p>{t.offerWhat(placeName(placement), model, day)}</p>
      <Form hidden={{ placement: offer.placementId, unit: offer.unitId }} label={t.offer}>
        <Button name="intent" value="take-along">
          {t.offerButton}
        </Button>
      </Form>
    </Card>
  );
}
