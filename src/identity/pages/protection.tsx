/** Protected identity (ORG-7): whether someone has it, and which HR handler is named for them. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { RadioGroup, Select } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { protectPerson, viewProtection } from "../protect-person.ts";
import type { Route } from "./+types/protection";

export const loader = load(({ work, params }) => viewProtection(work, params["personId"] ?? ""));

export const action = act(async ({ work, form, params }) => {
  const personId = params["personId"] ?? "";
  const result = await protectPerson(work, personId, {
    protectedIdentity: field(form, "protected") === "yes",
    handlerId: field(form, "handler"),
    revision: Number(field(form, "version")),
  });
  if (!result.ok) return again(result.reasons, form);
  return seeOther(`/o/${work.tenant.slug}/people${result.value.seen ? `/${personId}` : ""}`);
});

export default function Protection({ loaderData, actionData }: Route.ComponentProps) {
  const { people } = useMessages();
  const t = people.protection;
  const { at } = useShell();
  const { person, handlers, handlerId } = loaderData;
  const name = `${person.givenName} ${person.familyName}`;
  const errors = spell(actionData?.reasons ?? [], people.reasons);
  const typed = (key: string, otherwise: string) => actionData?.values[key]?.[0] ?? otherwise;
  return (
    <Page
      title={t.title}
      lead={t.lead(name)}
      breadcrumbs={[{ href: at(`/people/${person.personId}`), label: name }]}
      errors={errors.list}
      narrow
    >
      <p>{t.about}</p>
      {handlers.length === 0 && <Notice tone="warning">{t.noHandlers}</Notice>}
      <Form label={t.title} version={person.revision}>
        <RadioGroup
          name="protected"
          label={t.question}
          defaultValue={typed("protected", person.protectedIdentity ? "yes" : "no")}
          options={[
            { value: "yes", label: t.yes },
            { value: "no", label: t.no },
          ]}
        />
        <Select
          name="handler"
          label={t.handler}
          hint={t.handlerHint}
          empty={t.choose}
          error={errors.of("handler")}
          defaultValue={typed("handler", handlerId ?? "")}
          width="medium"
          options={handlers.map((each) => ({ value: each.personId, label: each.displayName }))}
        />
        <Notice tone="info">{t.warning}</Notice>
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
