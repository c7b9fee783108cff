/** A model's versions, what can be done with them, and what has been done (MOD-2). */
import { act, again, field, load, pageNumber, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { atTime } from "../../people/parts/at-time.ts";
import { PageLinks } from "../../people/parts/page-links.tsx";
import { NotFound } from "../../shared/result.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { TextArea } from "../../ui/fields.tsx";
import type { FieldProps } from "../../ui/field-parts.tsx";
import { Form } from "../../ui/form.tsx";
import { Disclosure } from "../../ui/lists.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { beginRevision } from "../begin-revision.ts";
import { changeFreedom, changeModelStatus, changeVersionStatus } from "../change-status.ts";
import type { ModelEvent } from "../event.store.ts";
import { FREEDOMS, MODEL_STATUSES, modelTransition } from "../life-cycle.rules.ts";
import type { VersionRow } from "../store.ts";
import { viewHistory, type HistoryView } from "../view-history.ts";
import type { Route } from "./+types/history";

const PAGE_SIZE = 50;

export const loader = load(({ work, params, url }) =>
  viewHistory(work, params["model"] ?? "", { number: pageNumber(url), size: PAGE_SIZE }),
);

export const action = act(async ({ work, params, form }) => {
  const slug = params["model"] ?? "";
  const models = `/o/${work.tenant.slug}/models`;
  const intent = field(form, "intent");
  const number = Number(field(form, "number"));
  const reason = field(form, "reason");
  if (intent === "begin") {
    const begun = await beginRevision(work, slug, number);
    return seeOther(`${models}/${slug}?version=${begun}`);
  }
  const freedom = FREEDOMS.find((each) => each === intent);
  if (freedom) {
    const set = await changeFreedom(work, slug, { to: freedom, reason });
    return set.ok ? seeOther(`${models}/${slug}/history`) : again(set.reasons, form);
  }
  const modelStatus = MODEL_STATUSES.find((each) => each === intent);
  if (!modelStatus && intent !== "draft" && intent !== "consultation") throw new NotFound("intent");
  const result = modelStatus
    ? await changeModelStatus(work, slug, { from: field(form, "from"), to: modelStatus, reason })
    : await changeVersionStatus(work, slug, number, {
        to: intent === "draft" ? "draft" : "consultation",
        revision: Number(field(form, "version")),
        reason,
      });
  if (!result.ok) return again(result.reasons, form);
  return seeOther(modelStatus === "withdrawn" ? models : `${models}/${slug}/history`);
});

export default function History({ loaderData: view, actionData }: Route.ComponentProps) {
  const { careerModel, people, supplement } = useMessages();
  const t = careerModel.history;
  const { at, language } = useShell();
  const name = capital(language === "sv" ? view.nameSv : view.nameEn);
  const values = actionData?.values;
  const asked = values && reasonField(values["intent"]?.[0] ?? "", Number(values["number"]?.[0]));
  const errors = spell(
    (actionData?.reasons ?? []).map(({ field, ...reason }) =>
      field === undefined ? reason : { ...reason, field: asked ?? field },
    ),
    { ...careerModel.fileFaults, ...careerModel.reasons, ...t.reasons },
  );
  const reasonFor = (id: string) => ({
    name: "reason",
    id,
    label: t.why,
    error: errors.of(id),
    defaultValue: id === asked ? values?.["reason"]?.[0] : undefined,
  });
  return (
    <Page
      title={t.title(name)}
      lead={t.lead}
      errors={errors.list}
      breadcrumbs={[
        { href: at("/models"), label: careerModel.list.title },
        { href: at(`/models/${view.slug}`), label: name },
      ]}
    >
      <Section title={t.versions} id="versions">
        <Versions view={view} />
        {view.mayWrite &&
          view.versions.map((version) => (
            <Consultation
              key={version.id}
              version={version}
              reason={reasonFor(reasonField("draft", version.number))}
            />
          ))}
      </Section>
      <Section title={t.model} id="model">
        <p>{t.standing[view.status]}</p>
        {view.mayRetire &&
          MODEL_STATUSES.filter((to) => modelTransition(view.status, to)).map((to) => (
            <Disclosure key={to} id={`to-${to}`} summary={t.to[to]} open={asked === reasonField(to, 0)}>
              <Form hidden={{ intent: to, from: view.status }} label={t.to[to]}>
                {to === "withdrawn" && <p>{t.withdrawText}</p>}
                <TextArea {...reasonFor(reasonField(to, 0))} />
                <Actions>
                  <Button variant={to === "withdrawn" ? "danger" : "secondary"}>{t.to[to]}</Button>
                </Actions>
              </Form>
            </Disclosure>
          ))}
      </Section>
      <Section title={supplement.freedom.title} id="freedom">
        <FreedomOfModel view={view} asked={asked} reasonFor={reasonFor} />
      </Section>
      <Section title={t.events} id="events">
        <Events events={view.events} />
        <PageLinks
          page={view.page}
          pages={view.pages}
          total={view.total}
          size={view.pageSize}
          href={(page) => at(`/models/${view.slug}/history?page=${page}`)}
          words={people}
        />
      </Section>
    </Page>
  );
}

/** The id of the field that asks why: each version has one, and so has each way for the whole model to go. */
const reasonField = (intent: string, number: number): string =>
  `reason-${intent === "draft" || intent === "consultation" ? number : intent}`;

/** MOD-9: locked or adaptable, and for whoever owns the model to change it. */
function FreedomOfModel(props: {
  view: HistoryView;
  asked: string | undefined;
  reasonFor: (id: string) => FieldProps & { defaultValue: string | undefined };
}) {
  const t = useMessages().supplement.freedom;
  const { view, asked, reasonFor } = props;
  const to = view.freedom === "adaptable" ? "locked" : "adaptable";
  const words = to === "locked" ? t.toLocked : t.toAdaptable;
  return (
    <>
      <p>{t[view.freedom]}</p>
      <Muted>{t.text}</Muted>
      {view.maySetFreedom && (
        <Disclosure id={`to-${to}`} summary={words} open={asked === reasonField(to, 0)}>
          <Form hidden={{ intent: to }} label={words}>
            <TextArea {...reasonFor(reasonField(to, 0))} />
            <Actions>
              <Button variant="secondary">{words}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

/** Each version: how it stands, ways to read it, and for those who write a revision to begin from it. */
function Versions({ view }: { view: HistoryView }) {
  const { history: t, model, difference } = useMessages().careerModel;
  const { at } = useShell();
  const page = at(`/models/${view.slug}`);
  const impact = {
    key: "impact",
    header: t.placed,
    cell: ({ number }: VersionRow) => <a href={`${page}/versions/${number}/impact`}>{t.impactOf(number)}</a>,
  };
  const begin = {
    key: "begin",
    header: t.begin,
    headerHidden: true,
    cell: ({ number }: VersionRow) => (
      <Form hidden={{ intent: "begin", number: String(number) }} label={t.beginFrom(number)}>
        <Button variant="secondary" about={t.beginOf(number)}>
          {t.begin}
        </Button>
      </Form>
    ),
  };
  return (
    <DataTable
      caption={t.versions}
      captionHidden
      rows={view.versions}
      rowKey={(version) => version.id}
      empty={null}
      columns={[
        {
          key: "version",
          header: t.version,
          rowHeader: true,
          cell: ({ number }) => <a href={`${page}?version=${number}`}>{model.version(number)}</a>,
        },
        {
          key: "status",
          header: t.status,
          cell: ({ number, status }) => (
            <Tag tone={number === view.inForce ? "good" : "neutral"}>
              {number === view.inForce ? t.inForce : model.status[status]}
            </Tag>
          ),
        },
        { key: "from", header: t.from, cell: ({ inForceFrom }) => inForceFrom },
        {
          key: "changes",
          header: t.changes,
          cell: ({ number }) => {
            const earlier = view.versions.find((each) => each.number < number);
            return (
              earlier && (
                <a href={`${page}/difference?from=${earlier.number}&to=${number}`}>
                  {difference.link(earlier.number)}
                </a>
              )
            );
          },
        },
        ...(view.mayReadImpact ? [impact] : []),
        ...(view.mayWrite ? [begin] : []),
      ]}
    />
  );
}

/** For a draft: to send it out for consultation; for one that is out: to take it back. */
function Consultation(props: {
  version: VersionRow;
  reason: FieldProps & { defaultValue: string | undefined };
}) {
  const t = useMessages().careerModel.history;
  const { number, status, revision } = props.version;
  if (status !== "draft" && status !== "consultation") return null;
  const to = status === "draft" ? "consultation" : "draft";
  const words = status === "draft" ? t.consult(number) : t.takeBack(number);
  return (
    <Disclosure id={`status-${number}`} summary={words} open={props.reason.defaultValue !== undefined}>
      <Form version={revision} hidden={{ intent: to, number: String(number) }} label={words}>
        {to === "consultation" && <p>{t.consultText}</p>}
        <TextArea {...props.reason} optional={t.optional} />
        <Actions>
          <Button variant="secondary">{words}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}

function Events({ events }: { events: readonly ModelEvent[] }) {
  const t = useMessages().careerModel.history;
  return (
    <DataTable
      caption={t.events}
      captionHidden
      rows={events}
      rowKey={(event) => event.id}
      empty={<EmptyState title={t.none}>{t.noneText}</EmptyState>}
      columns={[
        {
          key: "when",
          header: t.when,
          cell: ({ at }) => <time dateTime={new Date(at).toISOString()}>{atTime(at)}</time>,
        },
        {
          key: "what",
          header: t.what,
          rowHeader: true,
          cell: ({ kind, number, begunFrom }) => t.event[kind](number ?? 0, begunFrom ?? 0),
        },
        { key: "who", header: t.who, cell: ({ by }) => by },
        {
          key: "reason",
          header: t.reason,
          cell: ({ kind, reason }) => (kind === "adopted" ? t.diary(reason) : reason),
        },
      ]}
    />
  );
}
