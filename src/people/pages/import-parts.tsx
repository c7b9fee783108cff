/** What the pages of the staff import share. */
import type { ReactNode } from "react";
import { atTime } from "../parts/at-time.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import type { FormError } from "../../ui/form.tsx";
import { Page } from "../../ui/page.tsx";
import type { TagTone } from "../../ui/tag.tsx";
import type { ImportState } from "../import.store.ts";
import type { ImportView } from "../view-import.ts";

export const STATE_TONES: Readonly<Record<ImportState, TagTone>> = {
  mapping: "attention",
  comparing: "brand",
  preview: "attention",
  queued: "brand",
  applying: "brand",
  done: "good",
  refused: "danger",
  cancelled: "neutral",
};

/** The frame of one import's page: the way there, the step, and which file it is. */
export function ImportPage(props: {
  view: ImportView;
  title: string;
  lead?: string;
  step?: 1 | 2 | 3;
  errors?: readonly FormError[];
  narrow?: boolean;
  children?: ReactNode;
}) {
  const t = useMessages().staffImport;
  const { at } = useShell();
  const { filename, by } = props.view;
  return (
    <Page
      title={props.title}
      lead={props.lead}
      caption={props.step === undefined ? undefined : t.steps.caption(props.step)}
      errors={props.errors}
      narrow={props.narrow ?? false}
      breadcrumbs={[{ href: at("/import"), label: t.title }]}
    >
      <p className="muted">{t.about(filename, by, atTime(props.view.at))}</p>
      {props.children}
    </Page>
  );
}
