/** A form that a script saves by itself, and what it says about that (`editor.client.ts`). Without script its button saves. */
import type { ReactNode } from "react";
import { useMessages } from "../../messages/messages.ts";
import { Form } from "../../ui/form.tsx";

/** `revision` is the one that the words were read at. `children` are the fields, and the button. */
export function AutosavedForm(props: {
  id: string;
  action: string;
  revision: number;
  hidden: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const t = useMessages().modelEditor.item;
  return (
    <Form
      id={props.id}
      action={props.action}
      version={props.revision}
      hidden={props.hidden}
      data={{
        "data-autosave": "",
        "data-saved": t.saved("{time}"),
        "data-saving": t.saving,
        "data-away": t.away,
        "data-not-saved": t.notSaved,
      }}
    >
      {props.children}
      <output className="save-state muted" />
    </Form>
  );
}
