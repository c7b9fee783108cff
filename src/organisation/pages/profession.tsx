/** A new profession (the address ends with "new") or one to change, for administrators (ORG-6). */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { Checkbox, Select, TextArea, TextField } from "../../ui/fields.tsx";
import { Fieldset, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import type { CodeList } from "../code-lists.ts";
import { keepProfession, viewProfession } from "../keep-professions.ts";
import type { Profession } from "../rules.ts";
import { linesOf, wholeNumber } from "./lines.ts";
import type { Route } from "./+types/profession";

const NEW = "new";
const idOf = (text: string | undefined): string | null => (text === NEW ? null : (text ?? ""));

export const loader = load(({ work, params }) => viewProfession(work, idOf(params["professionId"])));

export const action = act(async ({ work, form, params }) => {
  const result = await keepProfession(work, idOf(params["professionId"]), professionOf(form));
  return result.ok ? seeOther(`/o/${work.tenant.slug}/professions`) : again(result.reasons, form);
});

const professionOf = (form: FormValues): Omit<Profession, "id"> => ({
  nameSv: field(form, "nameSv"),
  nameEn: field(form, "nameEn"),
  ssykCode: field(form, "ssykCode") || null,
  aidCode: field(form, "aidCode") || null,
  escoUri: field(form, "escoUri") || null,
  jobtechUri: field(form, "jobtechUri") || null,
  licensed: field(form, "licensed") !== "",
  unions: linesOf(form, "unions"),
  titles: linesOf(form, "titles"),
  revision: wholeNumber(field(form, "version")),
});

const options = (list: CodeList) =>
  list.codes.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));

export default function ProfessionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation } = useMessages();
  const t = organisation.profession;
  const { at } = useShell();
  const { profession: present, ssyk, aid } = loaderData;
  const stale = actionData?.reasons.some((reason) => reason.code === "stale") ?? false;
  const errors = spell(actionData?.reasons ?? [], organisation.reasons);
  const wired = (
    name: "nameSv" | "nameEn" | "ssykCode" | "aidCode" | "escoUri" | "jobtechUri" | "unions" | "titles",
    words?: string,
  ) => {
    const value = present?.[name] ?? "";
    const now = typeof value === "string" ? value : value.join("\n");
    const typed = actionData ? (actionData.values[name]?.[0] ?? "") : now;
    const differs = stale && typed.replaceAll("\r\n", "\n").trim() !== now;
    const inForce = differs && (
      <strong>{organisation.settings.now(now || organisation.settings.empty)}</strong>
    );
    const hint = inForce ? (
      <>
        {words} {inForce}
      </>
    ) : (
      words
    );
    return { name, error: errors.of(name), defaultValue: typed, hint };
  };
  return (
    <Page
      title={present?.nameSv ?? t.addTitle}
      breadcrumbs={[{ href: at("/professions"), label: organisation.professions.title }]}
      errors={errors.list}
      narrow
    >
      {stale && <Notice tone="warning">{t.stale}</Notice>}
      <Form label={present?.nameSv ?? t.addTitle} version={present?.revision ?? 1}>
        <TextField {...wired("nameSv", t.nameSvHint)} label={t.nameSv} width="medium" />
        <TextField {...wired("nameEn")} label={t.nameEn} width="medium" />
        <Select
          {...wired("ssykCode", t.source(ssyk.source))}
          label={t.ssyk}
          empty={t.noCode}
          options={options(ssyk)}
        />
        <Select
          {...wired("aidCode", aid.codes.length === 0 ? t.emptyList : t.source(aid.source))}
          label={t.aid}
          empty={t.noCode}
          options={options(aid)}
        />
        <Checkbox
          name="licensed"
          label={t.licensed}
          defaultChecked={actionData ? field(actionData.values, "licensed") !== "" : present?.licensed}
        />
        <TextArea {...wired("unions", t.unionsHint)} label={t.unions} optional={t.optional} rows={3} />
        <TextArea {...wired("titles", t.titlesHint)} label={t.titles} optional={t.optional} rows={3} />
        <Fieldset legend={t.more}>
          <TextField {...wired("escoUri")} type="url" label={t.esco} optional={t.optional} />
          <TextField {...wired("jobtechUri")} type="url" label={t.jobtech} optional={t.optional} />
        </Fieldset>
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
