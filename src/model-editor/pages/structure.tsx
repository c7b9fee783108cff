/** One structure, or a new one: its levels, headings, core competencies and the words of its rating scale (MOD-1). */
import { viewStructure, writeStructure } from "../../career-model/keep-structure.ts";
import { mayWriteModels } from "../../career-model/access.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { NotFound, type Reason } from "../../shared/result.ts";
import { Page } from "../../ui/page.tsx";
import { StructureForm } from "./structure-form.tsx";
import { EMPTY, fieldsOf, fieldOf, structureOf } from "./structure-values.ts";
import type { Route } from "./+types/structure";

/** The address of a structure that isn't there yet. */
const NEW = "new";

export const loader = load(async ({ work, params }) => {
  const id = params["structure"] ?? "";
  if (id !== NEW) return viewStructure(work, id);
  if (!mayWriteModels(work.actor)) throw new NotFound("structures");
  return null;
});

export const action = act(async ({ work, params, form }) => {
  const id = params["structure"] ?? "";
  const result = await writeStructure(
    work,
    id === NEW ? null : id,
    structureOf(form),
    Number(field(form, "version")),
  );
  if (result.ok)
    return seeOther(
      id === NEW
        ? `/o/${work.tenant.slug}/models/begin?structure=${result.value}`
        : `/o/${work.tenant.slug}/structures`,
    );
  const reasons = result.reasons.map((reason): Reason => {
    const { field: path, ...rest } = reason;
    return path === undefined ? rest : { ...rest, field: fieldOf(path, form) };
  });
  return again(reasons, form);
});

export default function StructurePage({ loaderData: structure, actionData }: Route.ComponentProps) {
  const { careerModel, modelEditor } = useMessages();
  const t = modelEditor.structure;
  const { at } = useShell();
  const reasons = actionData?.reasons ?? [];
  const errors = spell(reasons, { ...modelEditor.reasons, ...t.reasons });
  const kept = structure ? fieldsOf(structure) : EMPTY;
  return (
    <Page
      title={structure ? t.title(structure.name) : t.titleNew}
      lead={structure ? t.lead : t.leadNew}
      errors={errors.list}
      breadcrumbs={[
        { href: at("/models"), label: careerModel.list.title },
        { href: at("/structures"), label: t.listTitle },
      ]}
    >
      {structure?.isShared ? (
        <p>{t.shared}</p>
      ) : (
        <StructureForm
          kept={kept}
          typed={actionData?.values}
          theirs={reasons.some((reason) => reason.code === "changed-by-other") ? kept : null}
          revision={structure?.revision ?? 0}
          errors={errors}
        />
      )}
    </Page>
  );
}
