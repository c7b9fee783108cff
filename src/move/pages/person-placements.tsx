/** One person's placements with the answers to them, what they have applied for, and the form of whoever decides for the person (PLC-1, PLC-3, PLC-4). */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import type { Reason } from "../../shared/result.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { Button } from "../../ui/actions.tsx";
import { RadioGroup, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Columns, Section } from "../../ui/shell.tsx";
import { PlacementFields, Principles } from "../../placement/parts/placement-fields.tsx";
import { PlacementHistory, usePlaceName } from "../../placement/parts/placement-history.tsx";
import { shownDraft, typedDraft } from "../../placement/parts/typed-draft.ts";
import { draftToConfirm, EMPTY_DRAFT } from "../../placement/preparation.rules.ts";
import { LONGEST_MOTIVATION } from "../../placement/rules.ts";
import { viewPersonPlacements, type PersonPlacements } from "../../placement/view-person-placements.ts";
import { declineApplication } from "../decline-application.ts";
import { placePerson } from "../place-person.ts";
import { finishMoveTask } from "../tasks.ts";
import { viewPersonMoves } from "../view-person-moves.ts";
import { ApplicationOfPerson } from "./applications.tsx";
import { TasksOfPerson } from "./tasks-of-person.tsx";
import type { Route } from "./+types/person-placements";

const DONE = ["saved", "declined", "marked"] as const;

export const loader = load(async ({ work, params, url }) => {
  const personId = params["personId"] ?? "";
  return {
    ...(await viewPersonPlacements(work, personId)),
    moves: await viewPersonMoves(work, personId),
    done: DONE.find((each) => url.searchParams.has(each)) ?? null,
  };
});

export const action = act(async ({ work, form, params }) => {
  const personId = params["personId"] ?? "";
  const here = `/o/${work.tenant.slug}/people/${personId}/placements`;
  const intent = field(form, "intent");
  if (intent === "finish") {
    const result = await finishMoveTask(work, field(form, "task"));
    return result.ok ? seeOther(`${here}?marked`) : again(result.reasons, form);
  }
  if (intent === "decline") {
    const applicationId = field(form, "application");
    const result = await declineApplication(work, {
      personId,
      applicationId,
      declinedFor: field(form, "declinedFor"),
      answer: field(form, "answer"),
    });
    return result.ok ? seeOther(`${here}?declined`) : again(result.reasons, form);
  }
  const modelId = field(form, "model");
  const result = await placePerson(work, {
    personId,
    modelId,
    draft: typedDraft(form, modelId),
    follows: field(form, "follows") || null,
    corrects: field(form, `kind-${modelId}`) === "correct",
    despite: field(form, `despite-${modelId}`),
  });
  if (result.ok) return seeOther(`${here}?saved`);
  return again(
    result.reasons.map(({ field: name, ...reason }) => ({
      ...reason,
      field: `${name ?? "place"}-${modelId}`,
    })),
    form,
  );
});

export default function PersonPlacementsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { name, personId, placements, placings, done, talkWord, moves } = loaderData;
  const { placement: words, move } = useMessages();
  const t = words.person;
  const { at } = useShell();
  const typed = actionData?.values;
  const isAboutPlace = typed !== undefined && field(typed, "intent") === "";
  const { unmet, reasons } = withoutUnmet(actionData?.reasons ?? []);
  const errors = spell(reasons, isAboutPlace ? { ...move.reasons, ...words.reasons } : move.reasons);
  const mayPlace = placings.length > 0;
  const open = moves.applications.filter(({ outcome }) => outcome === null);
  const answered = moves.applications.filter(({ outcome }) => outcome !== null);
  const history = (
    <>
      {placements.length > 0 ? (
        <Section title={t.history}>
          <PlacementHistory placements={placements} talkWord={talkWord} />
        </Section>
      ) : (
        <EmptyState title={t.empty}>{mayPlace ? t.emptyDecide : t.emptyText}</EmptyState>
      )}
      {answered.length > 0 && (
        <Section title={move.mine.earlier}>
          {answered.map((each) => (
            <ApplicationOfPerson key={each.id} application={each} name={name} />
          ))}
        </Section>
      )}
    </>
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
      {!actionData && done === "saved" && (
        <Notice tone="success" title={t.saved} announce>
          <p>{t.savedText}</p>
        </Notice>
      )}
      {!actionData && done === "declined" && <Notice tone="success" title={move.person.declined} announce />}
      {!actionData && done === "marked" && <Notice tone="success" title={move.person.marked} announce />}
      {open.map((each) => (
        <ApplicationOfPerson
          key={each.id}
          application={each}
          name={name}
          answering={mayPlace ? { errors, typed } : undefined}
        />
      ))}
      <TasksOfPerson tasks={moves.tasks} mayFinish={mayPlace} />
      {mayPlace ? (
        <Columns wide="start">
          <div>
            {placings.map((placing) => (
              <Placing
                key={placing.modelId}
                placing={placing}
                talkWord={talkWord}
                errors={errors}
                typed={isAboutPlace ? typed : undefined}
                unmet={unmet.filter(({ field: about }) => about === `place-${placing.modelId}`)}
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

const isUnmet = ({ code }: Reason): boolean => code === "unmet" || code === "unmet-group";

/** The requirements that aren't met stand beside the form, each with what would meet it; the summary says how many they are. */
function withoutUnmet(all: readonly Reason[]): { unmet: readonly Reason[]; reasons: readonly Reason[] } {
  const [unmet, others] = [all.filter(isUnmet), all.filter((reason) => !isUnmet(reason))];
  const [first] = unmet;
  const told = first && { ...first, code: "unmet-count", data: { count: unmet.length } };
  return { unmet, reasons: told ? [told, ...others] : others };
}

function Placing(props: {
  placing: PersonPlacements["placings"][number];
  talkWord: string;
  errors: Spelled;
  typed: FormValues | undefined;
  /** What isn't met, of a move that was refused. */
  unmet: readonly Reason[];
}) {
  const { placing, errors, typed } = props;
  const { placement: words, move } = useMessages();
  const t = words.person;
  const placeName = usePlaceName();
  const { today, language } = useShell();
  const { modelId, latest } = placing;
  const isNow = latest !== null && (latest.to === null || latest.to > today);
  const toConfirm = isNow && latest.takenOver ? latest : null;
  const before = toConfirm
    ? draftToConfirm(toConfirm)
    : { ...EMPTY_DRAFT, basis: latest ? "development-talk" : EMPTY_DRAFT.basis };
  const isAsked = errors.of(`despite-${modelId}`) !== undefined;
  const despite = typed ? field(typed, `despite-${modelId}`) : "";
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
        {props.unmet.length > 0 && (
          <Notice tone="warning" title={move.unmet.title}>
            <ul>
              {spell(props.unmet, move.reasons).list.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
            <p>{isAsked ? move.despite.text : move.unmet.text}</p>
          </Notice>
        )}
        {(isAsked || despite !== "") && (
          <TextArea
            name={`despite-${modelId}`}
            label={move.despite.label}
            hint={move.despite.hint}
            rows={3}
            maxLength={LONGEST_MOTIVATION}
            error={errors.of(`despite-${modelId}`)}
            defaultValue={despite}
          />
        )}
        <Button>{t.submit}</Button>
      </Form>
    </Section>
  );
}
