/** One person's placements with the answers to them, what they have applied for, and the form of whoever decides for the person (PLC-1, PLC-3, PLC-4). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Columns, Section } from "../../ui/shell.tsx";
import { Principles } from "../../placement/parts/placement-fields.tsx";
import { PlacementHistory } from "../../placement/parts/placement-history.tsx";
import { typedDraft } from "../../placement/parts/typed-draft.ts";
import { viewPersonPlacements } from "../../placement/view-person-placements.ts";
import { declineApplication } from "../decline-application.ts";
import { PlacingForm, withoutUnmet } from "../parts/placing-form.tsx";
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
              <PlacingForm
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
