/** A new unit, for administrators (ORG-2). */
import { act, again, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/page.tsx";
import { keepUnit, viewPlaces } from "../keep-unit.ts";
import { UnitFields, unitOf } from "./unit-fields.tsx";
import type { Route } from "./+types/add-unit";

export const loader = load(async ({ work, url }) => ({
  places: await viewPlaces(work),
  under: url.searchParams.get("under"),
}));

export const action = act(async ({ work, form }) => {
  const result = await keepUnit(work, null, unitOf(form));
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}/units/${result.value}/keep?saved`)
    : again(result.reasons, form);
});

export default function AddUnit({ loaderData, actionData }: Route.ComponentProps) {
  const { people } = useMessages();
  const { at, today } = useShell();
  const errors = spell(actionData?.reasons ?? [], people.reasons);
  const unit = {
    name: "",
    code: null,
    parentId: loaderData.under,
    isAuthority: false,
    validFrom: today,
    validTo: null,
  };
  return (
    <Page
      title={people.unit.addTitle}
      breadcrumbs={[{ href: at("/units"), label: people.units.title }]}
      errors={errors.list}
      narrow
    >
      <Form label={people.unit.addTitle} version={1}>
        <UnitFields
          unit={unit}
          typed={actionData?.values}
          places={loaderData.places}
          errors={errors}
          words={people.unit}
        />
        <Actions>
          <Button>{people.unit.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
