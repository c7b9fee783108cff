/** A supplement out for consultation (MOD-16): what is asked about, beside what was there before, and to send it out or take it back. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { DifferenceRows } from "../../career-model/parts/difference-rows.tsx";
import { After, Before } from "../../career-model/parts/marked-text.tsx";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { atTime } from "../../people/parts/at-time.ts";
import { NotFound } from "../../shared/result.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { changeSupplementStatus, viewConsultation, type ConsultationView } from "../consult-supplement.ts";
import { placeOf, supplementAddress } from "../parts/supplement-place.ts";
import type { Route } from "./+types/supplement-consultation";

export const loader = load(({ work, params, url }) => viewConsultation(work, placeOf(params, url)));

export const action = act(async ({ work, params, url, form }) => {
  const place = placeOf(params, url);
  const to = field(form, "intent");
  if (to !== "draft" && to !== "consultation") throw new NotFound("intent");
  const result = await changeSupplementStatus(work, place, {
    to,
    revision: Number(field(form, "version")),
    reason: field(form, "reason"),
  });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}${supplementAddress(place, "/consultation")}`)
    : again(result.reasons, form);
});

export default function SupplementConsultation({ loaderData: view, actionData }: Route.ComponentProps) {
  const { supplement, careerModel } = useMessages();
  const t = supplement.consultation;
  const { at, language } = useShell();
  const name = language === "sv" ? view.nameSv : view.nameEn;
  const place = { slug: view.slug, unitId: view.unit?.id ?? null };
  const title = view.unit ? supplement.page.unitTitle(view.unit.name, name) : supplement.page.title(name);
  const errors = spell(actionData?.reasons ?? [], { ...supplement.reasons, ...careerModel.history.reasons });
  const isOut = view.draft.status === "consultation";
  const headers = {
    before: view.former === null ? t.nothingBefore : supplement.page.number(view.former),
    after: supplement.page.number(view.draft.number),
  };
  const words = isOut ? t.takeBack : t.send;
  return (
    <Page
      title={view.unit ? t.unitTitle(view.unit.name, name) : t.title(name)}
      lead={isOut ? t.lead : t.leadDraft}
      errors={errors.list}
      breadcrumbs={[
        { href: at(`/models/${view.slug}`), label: capital(name) },
        { href: at(supplementAddress(place)), label: title },
      ]}
      beside={<Tag>{careerModel.model.status[view.draft.status]}</Tag>}
    >
      <Latest view={view} />
      {view.draft.unsettled > 0 && (
        <Notice tone="warning">
          <p>
            {supplement.page.settle(view.draft.unsettled)}{" "}
            <a href={at(supplementAddress(place, "/carry-over"))}>{supplement.page.settleLink}</a>
          </p>
        </Notice>
      )}
      <p>{view.unit ? t.unitReaders(view.unit.name) : t.readers}</p>
      {view.levels.length + view.said.length === 0 && (
        <EmptyState title={t.nothing}>{t.nothingText}</EmptyState>
      )}
      {view.levels.map(({ level, rows }) => (
        <Section
          key={level.key}
          title={<span lang={MODEL_LANGUAGE}>{level.name}</span>}
          id={`level-${level.key}`}
        >
          <DifferenceRows caption={level.name} rows={rows} names={view.names} headers={headers} />
        </Section>
      ))}
      {view.said.length > 0 && (
        <Section title={t.said} id="said">
          <Said view={view} headers={headers} />
        </Section>
      )}
      {view.mayWrite && (
        <Section title={words} id="status">
          <Form
            version={view.draft.revision}
            hidden={{ intent: isOut ? "draft" : "consultation" }}
            label={words}
          >
            <TextArea
              name="reason"
              label={careerModel.history.why}
              optional={careerModel.history.optional}
              error={errors.of("reason")}
              defaultValue={actionData?.values["reason"]?.[0]}
            />
            <Actions>
              <Button variant={isOut ? "secondary" : "primary"}>{words}</Button>
              <LinkButton variant="quiet" href={at(supplementAddress(place))}>
                {t.toSupplement}
              </LinkButton>
            </Actions>
          </Form>
        </Section>
      )}
    </Page>
  );
}

/** By whom it was sent out or taken back, when and why. */
function Latest({ view: { latest } }: { view: ConsultationView }) {
  const t = useMessages().supplement.consultation;
  return (
    latest && (
      <Notice tone="info">
        <p>
          {t.event[latest.kind](latest.by, atTime(latest.at))}
          {latest.reason !== "" && <span className="item-note">{latest.reason}</span>}
        </p>
      </Notice>
    )
  );
}

/** Clarifications, and what isn't used, as they were and as they would be. */
function Said(props: {
  view: ConsultationView;
  headers: { readonly before: string; readonly after: string };
}) {
  const { page, consultation } = useMessages().supplement;
  return (
    <DataTable
      caption={consultation.said}
      captionHidden
      even
      rows={props.view.said}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        {
          key: "where",
          header: page.where,
          rowHeader: true,
          cell: ({ kind, where, text }) => (
            <>
              <span lang={MODEL_LANGUAGE}>
                {where}
                {text !== "" && <span className="item-note muted">{text}</span>}
              </span>
              <span className="tags">
                <Tag tone={kind === "unused" ? "attention" : "brand"}>{page[kind]}</Tag>
              </span>
            </>
          ),
        },
        { key: "before", header: props.headers.before, cell: (row) => <Before {...row} /> },
        { key: "after", header: props.headers.after, cell: (row) => <After {...row} /> },
      ]}
    />
  );
}
