/** A group of requirements (MOD-4): which they are, and how many of them are enough. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { CheckboxGroup, NumberField, RadioGroup } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/page.tsx";
import { dissolveGroup, viewGroup, writeGroup, type GroupAddress } from "../write-group.ts";
import { draftPath, factsOf, inShort, Standing, useDraft } from "./draft-places.tsx";
import type { Route } from "./+types/group";

/** The address of a group that isn't there yet; the query says which item it begins with. */
const NEW = "new";

function addressOf(params: Readonly<Record<string, string>>, url: URL): GroupAddress {
  const draft = { slug: params["model"] ?? "", number: Number(params["number"]) };
  const group = params["group"] ?? "";
  return group === NEW ? { ...draft, begunWith: url.searchParams.get("with") ?? "" } : { ...draft, group };
}

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewGroup(work, addressOf(params, url))),
  begunWith: url.searchParams.get("with"),
}));

export const action = act(async ({ work, params, url, form }) => {
  const address = addressOf(params, url);
  const needed = field(form, "needed");
  const result =
    field(form, "intent") === "dissolve" && "group" in address
      ? await dissolveGroup(work, address)
      : await writeGroup(work, address, {
          items: form["items"] ?? [],
          groups: form["groups"] ?? [],
          needed: field(form, "how") === "all" ? null : /^\d{1,4}$/.test(needed) ? Number(needed) : 0,
        });
  if (!result.ok) return again(result.reasons, form);
  const { levelKey, headingKey } = result.value;
  const level = `/o/${work.tenant.slug}${draftPath(address)}/levels/${levelKey}`;
  return seeOther(`${level}?heading=${headingKey}#heading-${headingKey}`);
});

export default function GroupPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const messages = useMessages();
  const { modelEditor } = messages;
  const t = modelEditor.group;
  const to = useDraft(view);
  const { group, items, groups, frame } = view;
  const errors = spell(actionData?.reasons ?? [], modelEditor.reasons);
  const values = actionData?.values;
  const level = frame.levels.find((each) => each.key === view.levelKey);
  const heading = frame.headings.find((each) => each.key === view.headingKey);
  const others = groups.filter((each) => each.key !== group?.key);
  const firstIn = (key: string): string => {
    const item = items.find((each) => each.groupKey === key);
    const within = groups.find((each) => each.groupKey === key);
    return item?.text ?? (within ? firstIn(within.key) : key);
  };
  const kept = (parts: readonly { readonly groupKey?: string }[]) =>
    parts.filter((part) => group !== null && part.groupKey === group.key);
  const back = `${to.level(view.levelKey, { heading: view.headingKey })}#heading-${view.headingKey}`;
  return (
    <Page
      title={group ? t.title : t.titleNew}
      lead={t.lead}
      caption={<span lang={MODEL_LANGUAGE}>{`${level?.name ?? ""}: ${heading?.name ?? ""}`}</span>}
      breadcrumbs={[...to.toDraft, { href: to.level(view.levelKey), label: level?.name ?? "" }]}
      errors={errors.list}
      narrow
    >
      <Standing head={view} />
      <Form hidden={{ intent: "save" }}>
        <div lang={MODEL_LANGUAGE}>
          <CheckboxGroup
            name="items"
            label={t.members}
            error={errors.of("items")}
            options={items.map((item) => ({
              value: item.id,
              label: item.text,
              hint: factsOf(item, messages),
            }))}
            defaultValues={
              values
                ? (values["items"] ?? [])
                : group
                  ? items.filter((item) => item.groupKey === group.key).map((item) => item.id)
                  : [view.begunWith ?? ""]
            }
          />
          {others.length > 0 && (
            <CheckboxGroup
              name="groups"
              label={t.within}
              options={others.map((each) => ({
                value: each.key,
                label: t.groupOf(inShort(firstIn(each.key))),
              }))}
              defaultValues={
                values
                  ? (values["groups"] ?? [])
                  : others.filter((each) => kept([each]).length > 0).map((each) => each.key)
              }
            />
          )}
        </div>
        <RadioGroup
          name="how"
          label={t.how}
          defaultValue={values?.["how"]?.[0] ?? (group && group.needed === null ? "all" : "some")}
          options={[
            { value: "all", label: t.all },
            { value: "some", label: t.some },
          ]}
        />
        <NumberField
          name="needed"
          label={t.needed}
          hint={t.neededHint}
          error={errors.of("needed")}
          defaultValue={values?.["needed"]?.[0] ?? group?.needed ?? (group ? undefined : 1)}
        />
        <Actions>
          <Button>{t.save}</Button>
          <LinkButton variant="quiet" href={back}>
            {t.cancel}
          </LinkButton>
        </Actions>
      </Form>
      {group && (
        <Form hidden={{ intent: "dissolve" }} label={t.dissolve}>
          <p className="muted">{t.dissolveText}</p>
          <Button variant="danger">{t.dissolve}</Button>
        </Form>
      )}
    </Page>
  );
}
