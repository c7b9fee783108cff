/** A form of a draft that saves itself. */
import type { ReactNode } from "react";
import { useMessages } from "../../messages/messages.ts";
import { AutosavedForm as SavesItself } from "../../ui/autosaved-form.tsx";

/** `revision` is the one that the words were read at. `children` are the fields, and the button. */
export function AutosavedForm(props: {
  id: string;
  action: string;
  revision: number;
  hidden: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const t = useMessages().modelEditor.item;
  const { saving, away, notSaved } = t;
  return <SavesItself {...props} words={{ saved: t.saved("{time}"), saving, away, notSaved }} />;
}
