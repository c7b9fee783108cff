/** One piece of evidence: what it says, what it meets, what has happened with it, and what the reader can do (ASM-2). */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import type { Handle } from "../../platform/http/pages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { dayOf } from "../../shared/local-date.ts";
import { NotFound, type Result } from "../../shared/result.ts";
import type { Work } from "../../platform/database/work.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DateText, formatDay } from "../../ui/date-text.tsx";
import { SummaryList, Timeline } from "../../ui/lists.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { changeOwnEvidence, takeBackEvidence } from "../change-evidence.ts";
import {
  checkEvidenceOf,
  linkEvidence,
  returnEvidence,
  withdrawEvidence,
  type About,
  type CheckingCode,
} from "../check-evidence.ts";
import { FILES, type FileCode } from "../file.rules.ts";
import type { FileToKeep } from "../keep-files.ts";
import { viewPiece, type Piece } from "../view-person-evidence.ts";
import { FileLinks } from "./file-fields.tsx";
import { PieceActions } from "./piece-actions.tsx";
import { StandingTag } from "./standing-tag.tsx";
import { lastDay, sentFiles, typedCheck, typedEvidence, typedItems } from "./typed-evidence.ts";
import type { Route } from "./+types/piece";

export const handle: Handle = { files: FILES };

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewPiece(work, params["personId"] ?? "", params["evidenceId"] ?? "")),
  done: url.searchParams.has("done"),
}));

export const action = act(async ({ work, form, files, params }) => {
  const about = {
    personId: params["personId"] ?? "",
    evidenceId: params["evidenceId"] ?? "",
    revision: Number(field(form, "version")),
  };
  const result = await carryOut(work, form, { ...about, files: await sentFiles(files("files")) });
  if (!result.ok) return again(result.reasons, form);
  return seeOther(`/o/${work.tenant.slug}/people/${about.personId}/evidence/${about.evidenceId}?done`);
});

function carryOut(
  work: Work,
  form: FormValues,
  { files, ...about }: About & { readonly files: readonly FileToKeep[] },
): Promise<Result<null, CheckingCode | FileCode>> {
  switch (field(form, "intent")) {
    case "change":
      return changeOwnEvidence(work, {
        ...about,
        draft: typedEvidence(form),
        files,
        drop: form["drop"] ?? [],
      });
    case "take-back":
      return takeBackEvidence(work, about);
    case "check":
      return checkEvidenceOf(work, { ...about, check: typedCheck(form), itemIds: typedItems(form) });
    case "return":
      return returnEvidence(work, { ...about, words: field(form, "missing").replaceAll("\r\n", "\n") });
    case "link":
      return linkEvidence(work, { ...about, itemIds: typedItems(form) });
    case "withdraw":
      return withdrawEvidence(work, { ...about, words: field(form, "words").replaceAll("\r\n", "\n") });
    default:
      throw new NotFound("intent");
  }
}

export default function PiecePage({ loaderData, actionData }: Route.ComponentProps) {
  const { personId, name, own, piece, done } = loaderData;
  const { evidence } = useMessages();
  const t = evidence.piece;
  const { at } = useShell();
  const here = at(`/people/${personId}/evidence`);
  const errors = spell(actionData?.reasons ?? [], evidence.reasons);
  return (
    <Page
      title={piece.what}
      beside={<StandingTag standing={piece.standing} />}
      errors={errors.list}
      breadcrumbs={[{ href: here, label: own ? evidence.page.mine : evidence.page.title(name) }]}
      narrow
    >
      {done && !actionData && <Notice tone="success" title={evidence.page.saved} announce />}
      <WhatNow piece={piece} own={own} />
      <Facts piece={piece} here={here} />
      {(own || loaderData.mayCheck) && ["counts", "expired", "not-yet"].includes(piece.standing) && (
        <Actions>
          <LinkButton href={`${here}/new?renews=${piece.id}`}>{own ? t.renew : t.renewShown}</LinkButton>
        </Actions>
      )}
      <PieceActions view={loaderData} typed={actionData?.values} errors={errors} />
      <Section title={t.history}>
        <Timeline
          label={t.history}
          events={piece.events.toReversed().map((event) => ({
            key: `${event.at} ${event.kind}`,
            when: <DateText day={dayOf(new Date(event.at))} />,
            title: `${t.events[event.kind]}, ${event.by ?? t.hidden}`,
            children: event.words && <p>{event.words}</p>,
          }))}
        />
      </Section>
    </Page>
  );
}

/** What its state means for the reader. */
function WhatNow({ piece, own }: { piece: Piece; own: boolean }) {
  const t = useMessages().evidence.piece;
  const { language, today } = useShell();
  const ended =
    piece.expiresOn !== null && piece.expiresOn <= today
      ? formatDay(lastDay(piece.expiresOn), language === "sv" ? "sv-SE" : "en-GB")
      : null;
  const back = piece.events.findLast(({ kind }) => kind === "returned");
  if (piece.standing === "returned" && back)
    return (
      <Notice tone="warning" title={t.returned}>
        <p>{t.returnedBy(back.by ?? t.hidden)}</p>
        <p>{back.words}</p>
      </Notice>
    );
  if (ended !== null && piece.standing === "expired") return <Notice tone="warning">{t.was(ended)}</Notice>;
  if (ended !== null && piece.standing === "waiting")
    return <Notice tone="warning">{t.wasWaiting(ended)}</Notice>;
  if (piece.standing === "waiting")
    return (
      <Notice tone="info">
        {own ? (piece.files.length > 0 ? t.waitingFiles : t.waitingOwn) : t.waiting}
      </Notice>
    );
  return null;
}

function Facts({ piece, here }: { piece: Piece; here: string }) {
  const { evidence } = useMessages();
  const t = evidence.piece;
  const { language } = useShell();
  const row = (term: string, detail: React.ReactNode) => (detail ? [{ term, detail }] : []);
  const link = (id: string | null, label: string) => row(label, id && <a href={`${here}/${id}`}>{label}</a>);
  return (
    <SummaryList
      rows={[
        ...row(
          t.kind,
          [evidence.kinds[piece.kind], ...(piece.profession ? [piece.profession[language]] : [])].join(", "),
        ),
        ...(piece.untilOn === null
          ? [
              ...row(t.issued, <DateText day={piece.issuedOn} />),
              ...row(t.good, piece.expiresOn ? <DateText day={lastDay(piece.expiresOn)} /> : t.always),
            ]
          : row(t.worked, t.period(piece.issuedOn, lastDay(piece.untilOn)))),
        ...row(t.seenWhere, piece.seenWhere),
        ...row(
          t.files,
          piece.files.length > 0 && <FileLinks files={piece.files} here={`${here}/${piece.id}`} />,
        ),
        ...(piece.checkedOn !== null && piece.checkedAs !== null && piece.how !== null
          ? [
              ...row(
                t.checked,
                t.checkedBy(
                  piece.checkedOn,
                  piece.checkedBy ?? t.hidden,
                  evidence.checkedAs[piece.checkedAs],
                ),
              ),
              ...row(t.how, evidence.how[piece.how]),
              ...row(t.source, piece.source),
            ]
          : []),
        ...row(
          t.meets,
          piece.meets.length > 0 && (
            <>
              {piece.meets.map(({ itemId, text, level, model, now, until }) => (
                <p key={itemId}>
                  {text} ({model[language]}, {level}){!now && ` – ${evidence.page.notNow}`}
                  {now && until !== null && ` – ${evidence.page.until(lastDay(until))}`}
                </p>
              ))}
            </>
          ),
        ),
        ...link(piece.supersededBy, t.newer),
        ...link(piece.renewsId, t.older),
      ]}
    />
  );
}
