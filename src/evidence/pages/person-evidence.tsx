/** One person's evidence and experience: for themself, and for the few who are close to them (ASM-2, ORG-8). */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { viewPersonEvidence, type Piece } from "../view-person-evidence.ts";
import { Experience } from "./experience.tsx";
import { StandingTag } from "./standing-tag.tsx";
import { lastDay } from "./typed-evidence.ts";
import type { Route } from "./+types/person-evidence";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewPersonEvidence(work, params["personId"] ?? "")),
  done: url.searchParams.get("done"),
}));

export default function PersonEvidencePage({ loaderData }: Route.ComponentProps) {
  const { personId, name, own, mayCheck, pieces, experience, done } = loaderData;
  const { evidence } = useMessages();
  const t = evidence.page;
  const { at } = useShell();
  const here = at(`/people/${personId}/evidence`);
  const mayAdd = own || mayCheck;
  const add = mayAdd && (
    <LinkButton href={`${here}/new`} variant="primary">
      {own ? t.add : t.addShown}
    </LinkButton>
  );
  return (
    <Page
      title={own ? t.mine : t.title(name)}
      lead={own ? t.leadMine : t.lead}
      breadcrumbs={own ? [] : [{ href: at(`/people/${personId}`), label: name }]}
    >
      {done !== null && (
        <Notice tone="success" title={done === "handed-in" ? t.handedIn : t.saved} announce />
      )}
      {pieces.length > 0 && mayAdd && <Actions>{add}</Actions>}
      <DataTable
        caption={t.caption}
        captionHidden
        rows={pieces}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t.empty} action={add || undefined}>
            {own ? t.emptyMine : t.emptyText}
          </EmptyState>
        }
        columns={[
          {
            key: "what",
            header: t.what,
            rowHeader: true,
            cell: ({ id, what }) => <a href={`${here}/${id}`}>{what}</a>,
          },
          { key: "dates", header: t.dates, cell: ({ issuedOn }) => <DateText day={issuedOn} /> },
          { key: "good", header: t.good, cell: (piece) => <GoodThrough piece={piece} /> },
          { key: "state", header: t.state, cell: ({ standing }) => <StandingTag standing={standing} /> },
          {
            key: "meets",
            header: own ? t.meets : t.meetsOther,
            cell: (piece) => <MeetsList piece={piece} />,
          },
        ]}
      />
      <Section title={evidence.experience.title} lead={evidence.experience.lead} id="experience">
        <Experience experience={experience} />
      </Section>
    </Page>
  );
}

/** The last day on which it is good; for time elsewhere the last day there. */
function GoodThrough({ piece }: { piece: Piece }) {
  const t = useMessages().evidence.page;
  const ends = piece.untilOn ?? piece.expiresOn;
  return ends === null ? t.goodAlways : <DateText day={lastDay(ends)} />;
}

/** The requirements that it is tied to; until when where they ask for it more often than it expires. */
function MeetsList({ piece }: { piece: Piece }) {
  const t = useMessages().evidence.page;
  if (piece.meets.length === 0) return piece.kind === "experience" ? null : t.meetsNothing;
  return (
    <>
      {piece.meets.map(({ itemId, text, now, until }) => (
        <p key={itemId}>
          {text}
          {!now && ` (${t.notNow})`}
          {now && until !== null && until !== piece.expiresOn && ` (${t.until(lastDay(until))})`}
        </p>
      ))}
    </>
  );
}
