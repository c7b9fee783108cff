/** Beginning a model from nothing. */
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { RadioGroup, Select, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { beginModel, viewBeginning } from "../begin-model.ts";
import { draftPath } from "./draft-places.tsx";
import { textIn } from "../../career-model/item-form.ts";
import type { Route } from "./+types/begin";

export const loader = load(async ({ work, url }) => ({
  ...(await viewBeginning(work)),
  chosen: url.searchParams.get("structure") ?? undefined,
}));

export const action = act(async ({ work, form }) => {
  const result = await beginModel(work, {
    nameSv: textIn(form, "nameSv"),
    nameEn: textIn(form, "nameEn"),
    professionId: field(form, "profession"),
    structureId: field(form, "structure"),
  });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}${draftPath({ slug: result.value.slug, number: 1 })}`)
    : again(result.reasons, form);
});

export default function Begin({ loaderData, actionData }: Route.ComponentProps) {
  const { careerModel, modelEditor } = useMessages();
  const t = modelEditor.begin;
  const { at } = useShell();
  const { professions, structures } = loaderData;
  const errors = spell(actionData?.reasons ?? [], modelEditor.reasons);
  const text = (name: "nameSv" | "nameEn") => ({
    name,
    label: t[name],
    error: errors.of(name),
    defaultValue: actionData?.values[name]?.[0],
  });
  const frame = {
    title: t.title,
    lead: t.lead,
    errors: errors.list,
    breadcrumbs: [
      { href: at("/models"), label: careerModel.list.title },
      { href: at("/models/new"), label: careerModel.add.title },
    ],
    narrow: true,
  };
  if (professions.length === 0 || structures.length === 0)
    return (
      <Page {...frame}>
        <Notice tone="info">
          <p>{professions.length === 0 ? t.noProfession : t.noStructure}</p>
        </Notice>
        {structures.length === 0 && (
          <LinkButton variant="primary" href={at("/structures/new")}>
            {t.newStructure}
          </LinkButton>
        )}
      </Page>
    );
  return (
    <Page {...frame}>
      <Form>
        <TextField {...text("nameSv")} hint={t.nameSvHint} />
        <TextField {...text("nameEn")} />
        <Select
          name="profession"
          label={t.profession}
          empty={t.choose}
          error={errors.of("profession")}
          defaultValue={actionData?.values["profession"]?.[0] ?? ""}
          options={professions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RadioGroup
          name="structure"
          label={t.structure}
          hint={t.structureHint}
          error={errors.of("structure")}
          defaultValue={
            actionData?.values["structure"]?.[0] ??
            loaderData.chosen ??
            (structures.length === 1 ? structures[0]?.id : undefined)
          }
          options={structures.map(({ id, name, levels }) => ({
            value: id,
            label: name,
            hint: <span lang="sv">{levels.join(" · ")}</span>,
          }))}
        />
        <Actions>
          <Button>{t.submit}</Button>
          <LinkButton variant="quiet" href={at("/structures/new")}>
            {t.newStructure}
          </LinkButton>
        </Actions>
      </Form>
    </Page>
  );
}
