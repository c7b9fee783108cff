/** Requests for correction, for whoever answers for what they are about (ASM-4). */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { dayOf } from "../../shared/local-date.ts";
import { Button } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { RadioGroup, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { LONGEST, OUTCOMES, type About as Kind } from "../request.rules.ts";
import { answerRequest, viewOpenRequests } from "../say-about.ts";
import type { DataRequest } from "../store.ts";
import type { Route } from "./+types/requests";

export const loader = load(async ({ work, url }) => ({
  ...(await viewOpenRequests(work)),
  done: url.searchParams.has("done"),
}));

export const action = act(async ({ work, form }) => {
  const requestId = field(form, "request");
  const result = await answerRequest(work, {
    requestId,
    outcome: field(form, `outcome-${requestId}`),
    words: field(form, `words-${requestId}`),
  });
  if (result.ok) return seeOther(`/o/${work.tenant.slug}/data-requests?done`);
  return again(
    result.reasons.map((reason) => ({ ...reason, field: `${reason.field ?? "words"}-${requestId}` })),
    form,
  );
});

export default function Requests({ loaderData, actionData }: Route.ComponentProps) {
  const { requests, comments, done } = loaderData;
  const { privacy } = useMessages();
  const t = privacy.requests;
  const titleOf = useTitle();
  const errors = spell(actionData?.reasons ?? [], privacy.reasons);
  return (
    <Page title={t.title} lead={t.lead} errors={errors.list} narrow>
      {done && !actionData && <Notice tone="success" title={t.saved} announce />}
      {requests.length === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
      {requests.map((request) => (
        <Answer key={request.id} request={request} errors={errors} typed={actionData?.values} />
      ))}
      {comments.length > 0 && (
        <Section title={t.comments} lead={t.commentsText}>
          {comments.map((comment) => (
            <Card key={comment.id} title={titleOf(comment)} size="small">
              <About request={comment} />
            </Card>
          ))}
        </Section>
      )}
    </Page>
  );
}

/** Where what it is about stands among the person's pages: the one record, where it has a page of its own, or all of the kind. */
function placeOf(about: Kind, id?: string): string {
  const one = id === undefined ? "" : `/${id}`;
  switch (about) {
    case "assessments":
      return `/assessment${one}`;
    case "evidence":
    case "talks":
      return `/${about}${one}`;
    case "placements":
    case "plan":
      return `/${about}`;
    case "register":
    case "reads":
      return "";
  }
}

/** Whom it is from, and what it is about. */
function useTitle(): (request: DataRequest) => string {
  const { mine, requests } = useMessages().privacy;
  return ({ givenName, familyName, about }) =>
    requests.about(`${givenName} ${familyName}`, mine.abouts[about].toLowerCase());
}

/** What was said, when and of which record. */
function About({ request }: { request: DataRequest }) {
  const { personId, about, record, words, at: instant } = request;
  const t = useMessages().privacy.requests;
  const titleOf = useTitle();
  const { at } = useShell();
  return (
    <>
      <Muted>{t.at(dayOf(new Date(instant)))}</Muted>
      {record && (
        <p>
          {t.record}: <a href={at(`/people/${personId}${placeOf(about, record.id)}`)}>{record.name}</a>
        </p>
      )}
      <p>{words}</p>
      <p>
        <a href={at(`/people/${personId}${placeOf(about)}`)}>
          {t.open} {titleOf(request)}
        </a>
      </p>
    </>
  );
}

function Answer(props: { request: DataRequest; errors: Spelled; typed: FormValues | undefined }) {
  const { id, givenName, familyName } = props.request;
  const { privacy } = useMessages();
  const t = privacy.requests;
  const titleOf = useTitle();
  const name = `${givenName} ${familyName}`;
  const typed = props.typed?.["request"]?.[0] === id ? props.typed : undefined;
  const [outcome, answer] = [`outcome-${id}`, `words-${id}`];
  return (
    <Card title={titleOf(props.request)}>
      <About request={props.request} />
      <Form label={`${t.send}: ${name}`} hidden={{ request: id }} confirmLeave={privacy.mine.leave}>
        <RadioGroup
          name={outcome}
          label={t.outcome}
          error={props.errors.of(outcome)}
          defaultValue={typed?.[outcome]?.[0]}
          options={OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }))}
        />
        <TextArea
          name={answer}
          label={t.words}
          readers={t.readers}
          rows={3}
          maxLength={LONGEST}
          error={props.errors.of(answer)}
          defaultValue={typed?.[answer]?.[0]}
        />
        <Button>{t.send}</Button>
      </Form>
    </Card>
  );
}
