/** A form that a script saves by itself, and what it says about that (`editor.client.ts`). Without script its button saves. */
import { useContext, type ReactNode } from "react";
import { Form } from "./form.tsx";
import { PageWords } from "./page.tsx";

/** What the form says while it saves itself; `{time}` in `saved` is when. */
export type SavingWords = { saved: string; saving: string; away: string; notSaved: string };

/** `revision` is the one that the words were read at. `children` are the fields, and the button. */
export function AutosavedForm(props: {
  id: string;
  action: string;
  revision: number;
  hidden: Readonly<Record<string, string>>;
  words: SavingWords;
  children: ReactNode;
}) {
  const { words } = props;
  const { signedOut } = useContext(PageWords);
  return (
    <Form
      id={props.id}
      action={props.action}
      version={props.revision}
      hidden={props.hidden}
      data={{
        "data-autosave": "",
        "data-saved": words.saved,
        "data-saving": words.saving,
        "data-away": words.away,
        "data-not-saved": words.notSaved,
        "data-signed-out": signedOut,
      }}
    >
      {props.children}
      <output className="save-state muted" />
    </Form>
  );
}
