/** A supplement's versions: how each stands, what it builds on, and who begun and decided it (MOD-16). */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { DateText } from "../../ui/date-text.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { SupplementPlace } from "../change-supplement.ts";
import type { SupplementView } from "../view-supplement.ts";
import { supplementAddress } from "../parts/supplement-place.ts";

export function SupplementVersions({ view, place }: { view: SupplementView; place: SupplementPlace }) {
  const { supplement, careerModel } = useMessages();
  const t = supplement.page;
  const { at } = useShell();
  return (
    <DataTable
      caption={t.versions}
      captionHidden
      rows={view.versions}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t.noVersions}>{t.noDraft}</EmptyState>}
      columns={[
        { key: "version", header: t.version, rowHeader: true, cell: ({ number }) => t.number(number) },
        {
          key: "status",
          header: t.status,
          cell: ({ status }) => (
            <Tag tone={status === "adopted" ? "good" : "neutral"}>{careerModel.model.status[status]}</Tag>
          ),
        },
        {
          key: "from",
          header: t.from,
          cell: ({ inForceFrom }) => inForceFrom && <DateText day={inForceFrom} />,
        },
        {
          key: "on",
          header: t.on,
          cell: ({ baseNumber, id }) => (
            <>
              <a href={at(`/models/${view.slug}?version=${baseNumber}`)}>{t.onNumber(baseNumber)}</a>
              {id === view.carriedId && (
                <span className="item-note">
                  <a href={at(supplementAddress(place, "/carry-over"))}>{t.settled}</a>
                </span>
              )}
            </>
          ),
        },
        { key: "begun", header: t.begun, cell: ({ begunBy }) => begunBy },
        {
          key: "decision",
          header: t.decision,
          cell: ({ decision }) =>
            decision && t.decided(decision.decidedBy, decision.decidedAs, decision.diaryNumber),
        },
      ]}
    />
  );
}
