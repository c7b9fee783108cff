/** A spreadsheet that may become a model (MOD-15): how it is read, what it holds, and what cannot be understood. */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import type { Reason } from "../../shared/result.ts";
import { isId } from "../../shared/ids.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { Checkbox } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { cancelModelImport, correctReading, saveModelImport } from "../import-model.ts";
import { LEVEL_KINDS, type LevelKind } from "../../career-model/rules.ts";
import { LINE_KINDS, type LineKind } from "../cell.rules.ts";
import { ROLES, type Role } from "../reading.rules.ts";
import { viewModelImport, type OwnImportView } from "../view-import.ts";
import { CellFaults } from "./cell-faults.tsx";
import { SheetImport } from "./sheet-import.tsx";
import type { Route } from "./+types/model-import";

export const loader = load(({ work, params }) => viewModelImport(work, params["importId"] ?? ""));

export const action = act(async ({ work, params, form }) => {
  const id = params["importId"] ?? "";
  const to = (path: string) => seeOther(`/o/${work.tenant.slug}/models${path}`);
  const revision = Number(field(form, "version"));
  switch (field(form, "intent")) {
    case "cancel":
      await cancelModelImport(work, id);
      return to("/new");
    case "reading": {
      const result = await correctReading(work, id, { revision, reading: readingIn(form) });
      return result.ok ? to(`/import/${id}`) : again(result.reasons, form);
    }
    default: {
      const result = await saveModelImport(work, id, {
        revision,
        leaveOut: field(form, "leaveOut") === "yes",
        replaceDraft: field(form, "replace") === "yes",
        professionId: field(form, "professionId"),
        structureName: field(form, "structureName"),
        intro: field(form, "intro").replaceAll("\r\n", "\n"),
        levels: listIn(form, "level").map((at) => ({
          to: field(form, `level-${at}`) || field(form, `level-kind-${at}`),
          kind: levelKind(field(form, `level-kind-${at}`)),
          shortText: field(form, `level-short-${at}`),
        })),
        headings: listIn(form, "heading").map((at) => ({
          to: field(form, `heading-${at}`),
          kind: lineKind(field(form, `heading-kind-${at}`)),
        })),
      });
      return result.ok
        ? to(`/${result.value.slug}?version=${result.value.number}`)
        : again(result.reasons, form);
    }
  }
});

/** More levels and headings than this nobody chooses for. */
const MOST_CHOICES = 200;
/** The places of the choices that were sent: `levels` and `headings` say how many there are. */
const listIn = (form: FormValues, what: "level" | "heading"): number[] => {
  const count = Number(field(form, `${what}s`));
  return Number.isInteger(count) && count >= 0 && count <= MOST_CHOICES
    ? Array.from({ length: count }, (_, at) => at)
    : [];
};
const levelKind = (text: string): LevelKind => LEVEL_KINDS.find((kind) => kind === text) ?? "core";
const lineKind = (text: string): LineKind => LINE_KINDS.find((kind) => kind === text) ?? "demonstrated";
const role = (text: string): Role | null => ROLES.find((each) => each === text) ?? null;

function readingIn(form: FormValues) {
  const structureId = field(form, "structureId");
  const width = Math.min(Number(field(form, "width")) || 0, MOST_CHOICES);
  return {
    sheet: Number(field(form, "sheet")) || 0,
    header: Number(field(form, "header")) || 1,
    columns: Array.from({ length: width }, (_, at) => role(field(form, `column-${at}`))),
    structureId: isId(structureId) ? structureId : null,
  };
}

/** The ids of the two forms, for the error summary to lead to what is listed beside them. */
const CELLS = "cells";

export default function ModelImport({ loaderData: view, actionData }: Route.ComponentProps) {
  const { careerModel, modelImport: t } = useMessages();
  const { at } = useShell();
  const reasons = actionData?.reasons ?? [];
  const inCells = reasons.filter(({ data }) => data?.["cell"] !== undefined);
  const whole = reasons.filter((reason) => !inCells.includes(reason));
  const toCells: Reason[] =
    inCells.length > 0 ? [{ code: "cells", field: CELLS, data: { count: inCells.length } }] : [];
  const errors = spell([...whole, ...toCells], {
    ...careerModel.fileFaults,
    ...careerModel.reasons,
    ...t.reasons,
  });
  const typed = actionData?.values;
  return (
    <Page
      title={t.title}
      lead={view.own ? t.own.lead : t.lead}
      errors={errors.list}
      breadcrumbs={[
        { href: at("/models"), label: careerModel.list.title },
        { href: at("/models/new"), label: careerModel.add.title },
      ]}
    >
      <p className="muted">{t.about(view.filename)}</p>
      {inCells.length > 0 && <CellFaults id={CELLS} faults={inCells} />}
      {view.own ? (
        <OwnImport view={view} replace={typed?.["replace"]?.[0] === "yes"} />
      ) : (
        <SheetImport view={view} typed={typed} errors={errors} />
      )}
    </Page>
  );
}

/** Vidga's own list, as it came. */
function OwnImport({ view, replace }: { view: OwnImportView; replace: boolean }) {
  const t = useMessages().modelImport;
  const { model, faults } = view;
  return (
    <>
      {faults.length > 0 && <CellFaults id="faults" sheet={view.sheet} faults={faults} />}
      {model && (
        <SummaryList
          rows={[
            { term: t.own.model, detail: t.own.version(model.name, model.number) },
            { term: t.own.structure, detail: model.structure },
            { term: t.levels.title, detail: model.levels.join(" · ") },
            { term: t.headings.title, detail: model.headings.join(" · ") },
            { term: t.own.lines, detail: model.lines },
          ]}
        />
      )}
      {model?.taken !== null && model && (
        <Notice tone="info">{t.own.taken(model.taken, model.number)}</Notice>
      )}
      <Form label={t.save} version={view.revision}>
        {model?.isDraft && (
          <Checkbox name="replace" label={t.own.replace(model.taken ?? 0)} defaultChecked={replace} />
        )}
        <Actions>
          {model && (
            <Button name="intent" value="save">
              {t.save}
            </Button>
          )}
          <Button variant="quiet" name="intent" value="cancel">
            {t.cancel}
          </Button>
        </Actions>
      </Form>
    </>
  );
}
