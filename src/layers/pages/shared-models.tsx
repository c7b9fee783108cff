/** The models that the organisation's associations endorse, and the way to take one in (MOD-2). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Button, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Select } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { isEditable } from "../../career-model/life-cycle.rules.ts";
import { takeInModel, viewSharedModels, type SharedModel, type SharedModels } from "../take-in-model.ts";
import type { Route } from "./+types/shared-models";

export const loader = load(({ work }) => viewSharedModels(work));

export const action = act(async ({ work, form }) => {
  const result = await takeInModel(work, field(form, "version"), field(form, "profession") || null);
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/models/${result.value.slug}?version=${result.value.number}`)
    : again(result.reasons, form);
});

export default function Shared({ loaderData: view, actionData }: Route.ComponentProps) {
  const { supplement, careerModel } = useMessages();
  const t = supplement.shared;
  const { at, language } = useShell();
  const errors = spell(actionData?.reasons ?? [], supplement.reasons);
  const name = ({ nameSv, nameEn }: SharedModel) => capital(language === "sv" ? nameSv : nameEn);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      errors={errors.list}
      breadcrumbs={[{ href: at("/models"), label: careerModel.list.title }]}
    >
      <DataTable
        caption={t.title}
        captionHidden
        rows={view.shared}
        rowKey={({ versionId }) => versionId}
        empty={<EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
        columns={[
          {
            key: "model",
            header: t.model,
            rowHeader: true,
            cell: (row) => `${name(row)}, ${careerModel.model.version(row.number).toLowerCase()}`,
          },
          { key: "association", header: t.association, cell: ({ association }) => association },
          { key: "from", header: t.from, cell: ({ inForceFrom }) => inForceFrom },
          {
            key: "freedom",
            header: t.freedom,
            cell: ({ adaptable }) => (adaptable ? t.adaptable : t.locked),
          },
          {
            key: "here",
            header: t.here,
            cell: (row) => <Here row={row} name={name(row)} view={view} error={errors.of} />,
          },
        ]}
      />
    </Page>
  );
}

/** How the version stands with the member, and what can be done next. */
function Here(props: {
  row: SharedModel;
  name: string;
  view: SharedModels;
  error: (field: string) => string | undefined;
}) {
  const t = useMessages().supplement.shared;
  const { at, language } = useShell();
  const { row, name, view, error } = props;
  if (row.here) {
    const { slug, status } = row.here;
    const page = at(`/models/${slug}`);
    if (!isEditable(status))
      return (
        <a href={`${page}?version=${row.number}`}>
          {t.adopted}
          <span className="visually-hidden"> {t.takeInAbout(name, row.number)}</span>
        </a>
      );
    return (
      <>
        <p>{t.draft}</p>
        {view.mayAdopt ? (
          <LinkButton href={`${page}/versions/${row.number}/adopt`}>{t.decide}</LinkButton>
        ) : (
          <a href={`${page}?version=${row.number}`}>{t.read}</a>
        )}
      </>
    );
  }
  return (
    <Form hidden={{ version: row.versionId }} label={`${t.takeIn}: ${t.takeInAbout(name, row.number)}`}>
      {row.professionId === null && (
        <Select
          name="profession"
          id={`profession-${row.versionId}`}
          label={t.profession}
          empty=""
          error={error(`profession-${row.versionId}`)}
          options={view.professions.map(({ id, nameSv, nameEn }) => ({
            value: id,
            label: capital(language === "sv" ? nameSv : nameEn),
          }))}
        />
      )}
      <Button variant="secondary" about={t.takeInAbout(name, row.number)}>
        {t.takeIn}
      </Button>
    </Form>
  );
}
