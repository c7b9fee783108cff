/** Fetching items from another model into a draft. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { CheckboxGroup, Select } from "../../ui/fields.tsx";
import { FilterBar, Form } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { reuseItems, viewReuse } from "../reuse-items.ts";
import { draftPath, factsOf, Standing, useDraft } from "./draft-places.tsx";
import type { Route } from "./+types/reuse";

const addressOf = (params: Readonly<Record<string, string>>) => ({
  slug: params["model"] ?? "",
  number: Number(params["number"]),
});

export const loader = load(({ work, params, url }) =>
  viewReuse(work, addressOf(params), {
    from: url.searchParams.get("from"),
    level: url.searchParams.get("level"),
  }),
);

export const action = act(async ({ work, params, form }) => {
  const address = addressOf(params);
  const levelKey = field(form, "to");
  const result = await reuseItems(work, address, {
    from: field(form, "from"),
    keys: form["items"] ?? [],
    levelKey,
    headingKey: field(form, "heading"),
  });
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}${draftPath(address)}/levels/${levelKey}`)
    : again(result.reasons, form);
});

export default function Reuse({ loaderData: view, actionData }: Route.ComponentProps) {
  const messages = useMessages();
  const { modelEditor } = messages;
  const t = modelEditor.reuse;
  const to = useDraft(view);
  const errors = spell(actionData?.reasons ?? [], modelEditor.reasons);
  const values = actionData?.values;
  const options = (parts: readonly { readonly key: string; readonly name: string }[]) =>
    parts.map((part) => ({ value: part.key, label: part.name }));
  const same = view.frame.levels.find((level) => level.key === view.level) ?? view.frame.levels[0];
  return (
    <Page title={t.title} lead={t.lead} breadcrumbs={to.toDraft} errors={errors.list}>
      <Standing head={view} />
      {view.from === null ? (
        <EmptyState title={t.none}>{t.noneText}</EmptyState>
      ) : (
        <>
          <FilterBar label={t.choose} submit={t.show}>
            <Select
              name="from"
              label={t.model}
              options={view.models.map(({ slug, nameSv }) => ({ value: slug, label: nameSv }))}
              defaultValue={view.from}
            />
            <Select
              name="level"
              id="from-level"
              label={t.level}
              options={options(view.levels)}
              defaultValue={view.level ?? ""}
            />
          </FilterBar>
          {view.items.length === 0 ? (
            <p>{t.empty}</p>
          ) : (
            <Form hidden={{ from: view.from }}>
              <div lang={MODEL_LANGUAGE}>
                <CheckboxGroup
                  name="items"
                  label={t.items}
                  error={errors.of("items") ?? errors.of("text")}
                  options={view.items.map((item) => ({
                    value: item.key,
                    label: item.text,
                    hint: factsOf(item, messages),
                  }))}
                  defaultValues={values?.["items"] ?? []}
                />
                <div className="add-facts">
                  <Select
                    name="to"
                    id="levelKey"
                    label={t.to}
                    width="medium"
                    error={errors.of("levelKey")}
                    options={options(view.frame.levels)}
                    defaultValue={values?.["to"]?.[0] ?? same?.key}
                  />
                  <Select
                    name="heading"
                    id="headingKey"
                    label={t.heading}
                    hint={t.headingHint}
                    width="medium"
                    error={errors.of("headingKey")}
                    options={options(view.frame.headings)}
                    defaultValue={values?.["heading"]?.[0]}
                  />
                </div>
              </div>
              <Actions>
                <Button>{t.submit}</Button>
              </Actions>
            </Form>
          )}
        </>
      )}
    </Page>
  );
}
