/** What a supplement says, part by part: added, clarified and not used. */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import type { SupplementPlace } from "../change-supplement.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import type { Place } from "../../career-model/rules.ts";
import type { UnusedMark } from "../../career-model/supplement.rules.ts";
import type { SupplementView } from "../view-supplement.ts";
import { supplementAddress } from "./supplement-place.ts";

type Row = {
  readonly key: string;
  readonly kind: "added" | "clarified" | "unused";
  readonly where: string;
  readonly base: string | null;
  readonly text: string;
  readonly query: Readonly<Record<string, string>>;
};

export function OwnParts({ view, place }: { view: SupplementView; place: SupplementPlace }) {
  const t = useMessages().supplement.page;
  const { at } = useShell();
  const rows = useRows(view);
  return (
    <DataTable
      caption={t.ours}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      empty={<EmptyState title={t.nothing}>{view.mayWrite && t.nothingText}</EmptyState>}
      columns={[
        { key: "kind", header: t.kind, cell: ({ kind }) => t[kind] },
        { key: "where", header: t.where, cell: ({ where }) => <span lang={MODEL_LANGUAGE}>{where}</span> },
        {
          key: "text",
          header: t.text,
          rowHeader: true,
          cell: ({ base, text }) => (
            <span lang={MODEL_LANGUAGE}>
              {base !== null && <span className="item-note muted">{base}</span>}
              {text}
            </span>
          ),
        },
        ...(view.mayWrite && !view.isAsked
          ? [
              {
                key: "change",
                header: t.change,
                headerHidden: true,
                cell: ({ query, text }: Row) => (
                  <a href={at(supplementAddress(place, "/change", query))}>
                    {t.change}
                    <span className="visually-hidden"> {text}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function useRows({ content, text: { structure, version } }: SupplementView): Row[] {
  const t = useMessages().supplement.page;
  const level = (key: string) => structure.levels.find((each) => each.key === key)?.name ?? "";
  const track = (key: string) => version.tracks.find((each) => each.key === key)?.name ?? "";
  const heading = (key: string) => structure.headings.find((each) => each.key === key)?.name ?? "";
  const where = (at: Place | undefined) =>
    at
      ? [level(at.levelKey), at.trackKey === null ? "" : track(at.trackKey), heading(at.headingKey)]
          .filter(Boolean)
          .join(", ")
      : "";
  const item = (key: string) => version.items.find((each) => each.key === key);
  const marked = ({ of, key }: UnusedMark) =>
    of === "level" ? t.level(level(key)) : of === "track" ? t.track(track(key)) : where(item(key));
  return [
    ...content.items.map((added): Row => ({
      key: added.key,
      kind: "added",
      where: where(added),
      base: null,
      text: added.text,
      query: { item: added.key },
    })),
    ...content.clarifications.map(({ itemKey, text }): Row => ({
      key: `clarify ${itemKey}`,
      kind: "clarified",
      where: where(item(itemKey)),
      base: item(itemKey)?.text ?? "",
      text,
      query: { clarify: itemKey },
    })),
    ...content.unused.map((mark): Row => ({
      key: `unused ${mark.of} ${mark.key}`,
      kind: "unused",
      where: marked(mark),
      base: mark.of === "item" ? (item(mark.key)?.text ?? "") : null,
      text: mark.reason,
      query: { unused: mark.of, key: mark.key },
    })),
  ];
}
