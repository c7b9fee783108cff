/** What a staff import would change, list by list, and the approval (INT-1). */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Checkbox } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Muted, Section, Tabs } from "../../ui/shell.tsx";
import { countOf, PREVIEW_LISTS, type ImportView } from "../view-import.ts";
import { LeaveOut } from "../parts/leave-out.tsx";
import { ImportList } from "./import-lists.tsx";
import { ImportPage } from "./import-parts.tsx";

type PreviewView = Extract<ImportView, { state: "preview" }>;

export function ImportPreview({
  view,
  errors,
  typed,
}: {
  view: PreviewView;
  errors: Spelled;
  typed: FormValues | undefined;
}) {
  const { staffImport } = useMessages();
  const t = staffImport.preview;
  const { at } = useShell();
  const { counts, shown } = view;
  const here = (query: Readonly<Record<string, string>>) =>
    at(`/import/${view.id}?${new URLSearchParams(query).toString()}`);
  const changes = PREVIEW_LISTS.some((list) => countOf(counts, list) > 0);
  return (
    <ImportPage view={view} title={t.title} lead={t.lead} step={2} errors={errors.list}>
      {view.changedSince && <Notice tone="warning">{t.changedSince}</Notice>}
      <p>{t.summary(counts.rows, counts.same)}</p>
      {!changes && <Notice tone="success">{t.nothing}</Notice>}
      <Tabs
        label={t.tabs}
        items={PREVIEW_LISTS.map((list) => ({
          href: here({ list }),
          label: `${t.lists[list]} ${countOf(counts, list)}`,
          current: shown.list === list,
        }))}
      />
      <Section title={t.lists[shown.list]} id="list">
        <ImportList view={shown} href={(page) => here({ list: shown.list, page: String(page) })} />
        {shown.total > 0 && <Muted>{t.logged}</Muted>}
        {shown.total > 0 && shown.list === "unreadable" && (
          <LinkButton href={at(`/import/${view.id}/unreadable`)} download>
            {t.download}
          </LinkButton>
        )}
      </Section>
      <Section title={t.confirmTitle} id="confirm">
        {view.leftOut.nameless > 0 && <Notice tone="warning">{t.nameless(view.leftOut.nameless)}</Notice>}
        {view.leavesOneself && <Notice tone="warning">{t.leavesOneself}</Notice>}
        <Form label={t.confirmTitle} version={view.fingerprint}>
          {view.asksForLeavers && (
            <Checkbox
              name="leavers"
              label={t.confirmLeavers(counts.leavers + counts.end, view.leaverShare)}
              hint={t.confirmLeaversHint}
              error={errors.of("leavers")}
              defaultChecked={typed?.["leavers"]?.[0] === "yes"}
            />
          )}
          {counts.unreadable > 0 && (
            <LeaveOut
              count={counts.unreadable}
              leftOut={view.leftOut}
              words={t}
              typed={typed}
              error={errors.of("leaveOut")}
            />
          )}
          <Actions>
            <Button name="intent" value="confirm">
              {t.submit}
            </Button>
            <Button variant="secondary" name="intent" value="revise">
              {t.revise}
            </Button>
            <Button variant="quiet" name="intent" value="cancel">
              {t.cancel}
            </Button>
          </Actions>
        </Form>
      </Section>
    </ImportPage>
  );
}
