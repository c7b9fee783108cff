/** A staff import under way, and how it ended (INT-1). */
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import { spell } from "../../messages/spell.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { Form } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { LiveRegion, Notice, ProgressBar } from "../../ui/notices.tsx";
import type { ImportView } from "../view-import.ts";
import { ImportPage } from "./import-parts.tsx";

type Under = Extract<ImportView, { state: "comparing" | "queued" | "applying" }>;
type Ended = Extract<ImportView, { state: "done" | "refused" | "cancelled" }>;

/** The steps that each kind of work goes through; the last step of the bar is the end of the work. */
const COMPARING = 3;
const ALL = 7;

export function ImportProgress({ view, errors, href }: { view: Under; errors: Spelled; href: string }) {
  const { staffImport } = useMessages();
  const t = staffImport.progress;
  const comparing = view.state === "comparing";
  const steps = comparing ? COMPARING : ALL;
  const step = view.progress?.step ?? "waiting";
  const refresh = <LinkButton href={href}>{t.refresh}</LinkButton>;
  const done = Math.min(view.progress?.done ?? 0, steps - 1);
  return (
    <ImportPage
      view={view}
      title={comparing ? t.comparing : t.applying}
      lead={t.lead}
      step={comparing ? 2 : 3}
      errors={errors.list}
      narrow
    >
      <LiveRegion id="import-progress">
        <ProgressBar
          id="import-bar"
          label={t.label}
          value={done}
          max={steps}
          text={t.text(t.steps[step], done + 1, steps)}
        />
      </LiveRegion>
      {view.state === "applying" ? (
        <Actions>{refresh}</Actions>
      ) : (
        <Form label={staffImport.mapping.cancel} hidden={{ intent: "cancel" }}>
          <Actions>
            {refresh}
            <Button variant="quiet">{staffImport.mapping.cancel}</Button>
          </Actions>
        </Form>
      )}
    </ImportPage>
  );
}

export function ImportEnd({ view, errors }: { view: Ended; errors: Spelled }) {
  const { staffImport: t } = useMessages();
  const { at, language } = useShell();
  const another = (
    <Actions>
      {view.state === "done" && (
        <LinkButton href={at("/units")} variant="primary">
          {t.receipt.units}
        </LinkButton>
      )}
      <LinkButton href={at("/import")}>
        {view.state === "refused" ? t.refused.again : t.receipt.another}
      </LinkButton>
    </Actions>
  );
  if (view.state === "refused")
    return (
      <ImportPage view={view} title={t.refused.title} lead={t.refused.lead} errors={errors.list} narrow>
        <Notice tone="error">{spell([view.refusal], t.reasons).list[0]?.message}</Notice>
        {another}
      </ImportPage>
    );
  if (view.state === "cancelled")
    return (
      <ImportPage view={view} title={t.cancelled.title} lead={t.cancelled.lead} errors={errors.list} narrow>
        {another}
      </ImportPage>
    );
  const { counts } = view;
  const facts: readonly (readonly [keyof typeof t.receipt.facts, number])[] = [
    ["join", counts.join],
    ["move", counts.move],
    ["change", counts.change],
    ["end", counts.end + counts.leavers],
    ["managers", counts.managers],
    ["same", counts.same],
    ["unreadable", counts.unreadable],
  ];
  return (
    <ImportPage view={view} title={t.receipt.title} errors={errors.list} narrow>
      <Notice tone="success" announce>
        {t.receipt.lead(formatDay(view.day, language === "sv" ? "sv" : "en-GB"))}
      </Notice>
      <SummaryList rows={facts.map(([fact, count]) => ({ term: t.receipt.facts[fact], detail: count }))} />
      {another}
    </ImportPage>
  );
}
