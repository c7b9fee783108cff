/** A form that was sent when its sender had been signed out: kept as it was, to be sent again with one button. */
import { load } from "../../platform/http/page.ts";
import { useMessages } from "../../messages/messages.ts";
import { Button } from "../../ui/actions.tsx";
import { Form, HiddenField } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { viewParkedPost } from "../view-parked-post.ts";
import type { Route } from "./+types/parked";

export const loader = load(async ({ work, workshop, params }) =>
  viewParkedPost(work, workshop.secret, params["id"] ?? ""),
);

export default function Parked({ loaderData }: Route.ComponentProps) {
  const t = useMessages().identity.parked;
  const { action, token, fields, hadFiles } = loaderData;
  return (
    <Page title={t.title} lead={t.lead} narrow>
      {hadFiles && <Notice tone="warning">{t.files}</Notice>}
      <Form action={action} token={token}>
        {fields.map(([name, value], index) => (
          <HiddenField key={index} name={name} value={value} />
        ))}
        <Button>{t.submit}</Button>
      </Form>
    </Page>
  );
}
