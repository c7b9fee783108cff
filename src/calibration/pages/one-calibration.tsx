/** One round: to those who lead it, its cases and whom it asks; to a manager, the cases to place (PLC-8). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { Button, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { formatDay } from "../../ui/date-text.tsx";
import { CheckboxGroup } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Listing, TaskList } from "../../ui/lists.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { closeRound, openRound } from "../open-round.ts";
import { handInPlacings } from "../place-cases.ts";
import { viewCalibration, type CalibrationView } from "../view-calibration.ts";
import { removeCase, writeCase } from "../write-cases.ts";
import { CaseFields } from "./case-fields.tsx";
import type { Route } from "./+types/one-calibration";

const DONE = ["saved", "opened", "in"] as const;

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewCalibration(work, params["roundId"] ?? "")),
  did: DONE.find((each) => url.searchParams.has(each)) ?? null,
}));

export const action = act(async ({ work, form, params }) => {
  const roundId = params["roundId"] ?? "";
  const here = (did = "") => seeOther(`/o/${work.tenant.slug}/calibrations/${roundId}${did}`);
  const intent = field(form, "intent");
  if (intent === "open") {
    const result = await openRound(work, roundId, form["units"] ?? []);
    return result.ok ? here("?opened") : again(result.reasons, form);
  }
  if (intent === "close") {
    const result = await closeRound(work, roundId);
    return result.ok ? here() : again(result.reasons, form);
  }
  if (intent === "hand-in") {
    const result = await handInPlacings(work, roundId);
    return result.ok ? here("?in") : again(result.reasons, form);
  }
  if (intent === "remove") {
    const result = await removeCase(work, { roundId, caseId: field(form, "case") });
    return result.ok ? here("?saved") : again(result.reasons, form);
  }
  const typed = { title: field(form, "title"), story: field(form, "story") };
  const result = await writeCase(work, { roundId, caseId: "" }, typed);
  return result.ok ? here("?saved#cases") : again(result.reasons, form);
});

export default function OneCalibration({ loaderData, actionData }: Route.ComponentProps) {
  const { round, reader, did } = loaderData;
  const { calibration } = useMessages();
  const t = calibration.one;
  const { at, language } = useShell();
  const errors = spell(actionData?.reasons ?? [], calibration.reasons);
  const model = calibration.version(
    capital(language === "sv" ? round.nameSv : round.nameEn),
    round.versionNumber,
  );
  const saidOnce = did && !actionData && { saved: t.saved, opened: t.opened, in: t.handedInNow }[did];
  return (
    <Page
      title={round.title}
      caption={model}
      lead={useLead(loaderData)}
      errors={errors.list}
      breadcrumbs={[{ href: at("/calibrations"), label: calibration.list.title }]}
      beside={<Tag tone={round.state === "open" ? "brand" : "neutral"}>{calibration.state[round.state]}</Tag>}
    >
      {saidOnce && (
        <Notice tone="success" title={saidOnce} announce>
          {did === "opened" && t.openedText}
        </Notice>
      )}
      {loaderData.mayCompare && (
        <p>
          <LinkButton href={at(`/calibrations/${round.id}/result`)} variant="primary">
            {t.result}
          </LinkButton>
        </p>
      )}
      {reader.seat !== null && <ToPlace view={loaderData} />}
      {reader.isLead && <Cases view={loaderData} errors={errors} typed={actionData?.values} />}
      {reader.isLead && round.state !== "draft" && <Invited view={loaderData} />}
      {reader.isLead && (round.state === "draft" || loaderData.askable.length > 0) && (
        <Invite view={loaderData} errors={errors} typed={actionData?.values} />
      )}
      {reader.isLead && round.state === "open" && (
        <Section title={t.close} id="close" lead={t.closeText}>
          <Form label={t.close} hidden={{ intent: "close" }}>
            <Button variant="secondary">{t.close}</Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}

function useLead({ round, reader }: CalibrationView): string {
  const t = useMessages().calibration.one;
  const { language } = useShell();
  const inWords = (day: string) => formatDay(day, language === "sv" ? "sv-SE" : "en-GB");
  if (round.closedOn !== null) return t.leadClosed(inWords(round.closedOn));
  if (reader.seat !== null) return reader.seat.handedIn ? t.managerIn : t.managerOpen(inWords(round.until));
  return round.state === "draft" ? t.leadDraft : t.leadOpen(inWords(round.until));
}

/** The manager's own: each case with what is left to do. */
function ToPlace({ view: { round, reader, cases } }: { view: CalibrationView }) {
  const t = useMessages().calibration.one;
  const { at } = useShell();
  const mayWrite = round.state === "open" && !reader.seat?.handedIn;
  const left = cases.filter(({ isPlaced }) => !isPlaced).length;
  const title = mayWrite ? t.toPlace : t.cases;
  return (
    <Section title={title} id="to-place">
      <TaskList
        label={title}
        tasks={cases.map(({ id, title, isPlaced }) => ({
          key: id,
          title,
          state: isPlaced ? "done" : "todo",
          stateLabel: isPlaced ? t.placed : t.notPlaced,
          tag: isPlaced ? <Tag tone="good">{t.placed}</Tag> : undefined,
          action: (
            <LinkButton
              href={at(`/calibrations/${round.id}/cases/${id}`)}
              variant={mayWrite && !isPlaced ? "secondary" : "quiet"}
              about={title}
            >
              {mayWrite ? (isPlaced ? t.change : t.place) : t.look}
            </LinkButton>
          ),
        }))}
      />
      {mayWrite && (
        <>
          <p>{t.handInText(left)}</p>
          {left === 0 && (
            <Form label={t.handIn} hidden={{ intent: "hand-in" }}>
              <Button>{t.handIn}</Button>
            </Form>
          )}
        </>
      )}
    </Section>
  );
}

type Filling = { view: CalibrationView; errors: Spelled; typed: FormValues | undefined };

/** The lead's cases: written while the round is prepared, and then to read. */
function Cases({ view: { round, cases }, errors, typed }: Filling) {
  const { one: t, leave } = useMessages().calibration;
  const { at } = useShell();
  const isDraft = round.state === "draft";
  const isNew = typed?.["story"] !== undefined;
  return (
    <Section title={t.cases} id="cases" lead={isDraft ? t.casesLead : undefined}>
      {cases.length === 0 ? (
        <EmptyState title={t.noCases}>{t.noCasesText}</EmptyState>
      ) : (
        <Listing
          label={t.cases}
          rows={cases.map(({ id, title, story }) => ({
            key: id,
            title,
            text: story,
            links: (
              <a href={at(`/calibrations/${round.id}/cases/${id}`)}>
                {isDraft ? t.edit : t.look}
                <span className="visually-hidden"> {title}</span>
              </a>
            ),
          }))}
        />
      )}
      {isDraft && (
        <details open={cases.length === 0 || isNew}>
          <summary>{t.add}</summary>
          <Form label={t.add} hidden={{ intent: "add" }} confirmLeave={leave}>
            <CaseFields title={typed?.["title"]?.[0]} story={typed?.["story"]?.[0]} errors={errors} />
            <Button variant="secondary">{t.save}</Button>
          </Form>
        </details>
      )}
    </Section>
  );
}

function Invited({ view: { seats } }: { view: CalibrationView }) {
  const t = useMessages().calibration.one;
  return (
    <Section title={t.invited} id="invited" lead={t.invitedLead}>
      <DataTable
        caption={t.invited}
        captionHidden
        rows={seats}
        rowKey={({ unitId }) => unitId}
        empty={null}
        columns={[
          { key: "unit", header: t.unit, rowHeader: true, cell: (row) => row.unit },
          {
            key: "answered",
            header: t.answered,
            cell: (row) => (
              <Tag tone={row.handedIn ? "good" : "neutral"}>{row.handedIn ? t.handedIn : t.notYet}</Tag>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Invite({ view: { round, askable }, errors, typed }: Filling) {
  const t = useMessages().calibration.one;
  const isDraft = round.state === "draft";
  const title = isDraft ? t.invite : t.inviteMore;
  const chosen = typed?.["intent"]?.[0] === "open" ? (typed["units"] ?? []) : null;
  return (
    <Section title={title} id="invite" lead={askable.length > 0 ? t.inviteLead : t.noUnits}>
      {askable.length > 0 && (
        <Form label={title} hidden={{ intent: "open" }}>
          <CheckboxGroup
            name="units"
            label={t.units}
            error={errors.of("units")}
            defaultValues={chosen ?? (isDraft ? askable.map(({ unitId }) => unitId) : [])}
            options={askable.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          />
          <Button variant={isDraft ? "primary" : "secondary"}>{isDraft ? t.open : t.openMore}</Button>
        </Form>
      )}
    </Section>
  );
}
