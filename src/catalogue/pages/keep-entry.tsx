/** An entry of the catalogue to change, or a new one (MOD-13), for process leads and HR handlers. */
import { act, again, field, load, numberField, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { isId } from "../../shared/ids.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { CheckboxGroup, NumberField, RadioGroup, Select, TextArea, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { ENTRY_KINDS, FUNDINGS, type EntryText, type Tie } from "../rules.ts";
import { entryToKeep, keepEntry } from "../keep-catalogue.ts";
import { VISIBILITIES } from "../../career-model/rules.ts";
import type { Route } from "./+types/keep-entry";

/** The address of an entry that is to be is the word `new` in the place of its id. */
const idOf = (text: string | undefined): string | null => (text === "new" ? null : (text ?? ""));

export const loader = load(({ work, params }) => entryToKeep(work, idOf(params["entryId"])));

export const action = act(async ({ work, form, params }) => {
  const result = await keepEntry(work, idOf(params["entryId"]), {
    revision: Number(field(form, "version")),
    text: textOf(form),
    ties: (form["ties"] ?? []).flatMap(tieOf),
  });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/catalogue/${result.value}`)
    : again(result.reasons, form);
});

const textOf = (form: FormValues): EntryText => ({
  kind: ENTRY_KINDS.find((kind) => kind === field(form, "kind")) ?? "course",
  name: field(form, "name"),
  provider: field(form, "provider"),
  credits: numberField(form, "credits"),
  hours: numberField(form, "hours"),
  cost: numberField(form, "cost"),
  places: numberField(form, "places"),
  funding: FUNDINGS.filter((funding) => form["funding"]?.includes(funding)),
  link: field(form, "link"),
  text: field(form, "text").replaceAll("\r\n", "\n"),
  visibility: VISIBILITIES.find((each) => each === field(form, "visibility")) ?? "internal",
});

const tieText = ({ modelId, target, targetId }: Tie): string => `${modelId} ${target} ${targetId}`;
function tieOf(text: string): Tie[] {
  const [modelId = "", target, targetId = ""] = text.split(" ");
  if (!isId(modelId) || !isId(targetId) || (target !== "level" && target !== "item")) return [];
  return [{ modelId, target, targetId }];
}

export default function KeepEntry({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages().catalogue;
  const { at, language } = useShell();
  const { entry, models } = loaderData;
  const stale = actionData?.reasons.some(({ code }) => code === "stale") ?? false;
  const errors = spell(actionData?.reasons ?? [], t.reasons);
  const present = (name: keyof EntryText): string => {
    const value = entry?.[name] ?? "";
    return typeof value === "number" ? String(value).replace(".", t.decimal) : String(value);
  };
  /** A field with what was typed, or what is there; beside it, where another has changed it since, what it says now. */
  const wired = (name: Exclude<keyof EntryText, "funding">, hint?: string) => {
    const typed = actionData ? (actionData.values[name]?.[0] ?? "") : present(name);
    const differs = stale && typed.replaceAll("\r\n", "\n").trim() !== present(name);
    return {
      name,
      error: errors.of(name),
      defaultValue: typed,
      hint: differs ? t.now(present(name)) : hint,
    };
  };
  const tied = actionData ? (actionData.values["ties"] ?? []) : (entry?.ties.map(tieText) ?? []);
  const title = entry === null ? t.add : entry.name;
  return (
    <Page
      title={title}
      breadcrumbs={[{ href: at("/catalogue"), label: t.title }]}
      errors={errors.list}
      narrow
    >
      {stale && <Notice tone="warning">{t.stale}</Notice>}
      <Form label={title} version={entry?.revision ?? 1} confirmLeave={t.confirmLeave}>
        <Select
          {...wired("kind")}
          label={t.kind}
          width="medium"
          options={ENTRY_KINDS.map((value) => ({ value, label: capital(t.kinds[value]) }))}
        />
        <TextField {...wired("name")} label={t.name} />
        <TextField {...wired("provider", t.providerHint)} label={t.provider} optional={t.optional} />
        <NumberField {...wired("credits")} label={t.creditsField} optional={t.optional} decimal />
        <NumberField {...wired("hours")} label={t.hoursField} optional={t.optional} />
        <NumberField {...wired("cost", t.costHint)} label={t.cost} optional={t.optional} suffix="kr" />
        <NumberField {...wired("places")} label={t.places} optional={t.optional} />
        <CheckboxGroup
          name="funding"
          label={t.funding}
          options={FUNDINGS.map((value) => ({ value, label: capital(t.fundings[value]) }))}
          defaultValues={actionData ? (actionData.values["funding"] ?? []) : (entry?.funding ?? [])}
        />
        <TextField {...wired("link", t.linkHint)} label={t.address} optional={t.optional} type="url" />
        <TextArea {...wired("text")} label={t.text} optional={t.optional} rows={4} />
        <RadioGroup
          {...wired("visibility")}
          defaultValue={wired("visibility").defaultValue || "internal"}
          label={t.readers}
          options={VISIBILITIES.map((value) => ({ value, label: t.visibilities[value] }))}
        />
        <Section title={t.leadsTo} id="ties" lead={t.leadsToText}>
          {errors.of("ties") && <Notice tone="warning">{errors.of("ties")}</Notice>}
          {models.length === 0 && <Muted>{t.noModels}</Muted>}
          {models.map((model) => {
            const level = (id: string) => tieText({ modelId: model.id, target: "level", targetId: id });
            const item = (id: string) => tieText({ modelId: model.id, target: "item", targetId: id });
            const name = capital(language === "sv" ? model.nameSv : model.nameEn);
            return (
              <details key={model.id} open={tied.some((tie) => tie.startsWith(model.id))}>
                <summary>{name}</summary>
                {model.levels.map(({ id, name: levelName }) => (
                  <CheckboxGroup
                    key={id}
                    id={`ties-${model.slug}-${id}`}
                    name="ties"
                    label={`${name}, ${levelName}`}
                    options={[
                      { value: level(id), label: t.wholeLevel(levelName) },
                      ...model.wanted
                        .filter(({ levelId }) => levelId === id)
                        .map(({ itemId, text }) => ({ value: item(itemId), label: text })),
                    ]}
                    defaultValues={tied}
                  />
                ))}
              </details>
            );
          })}
        </Section>
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
