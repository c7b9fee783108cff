/** The items that differ from one version to the next, and in words what has happened to each (MOD-11). */
import { useMessages } from "../../messages/messages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Tag } from "../../ui/tag.tsx";
import { aspectsOf, type ItemAspect, type ItemRow, type PartNames } from "../difference.rules.ts";
import { After, Before } from "./marked-text.tsx";
import { MODEL_LANGUAGE } from "./model-text.tsx";
import type { Item, Place } from "../rules.ts";

/** The items of one level that differ, with what has happened to each. */
export function DifferenceRows(props: {
  caption: string;
  rows: readonly ItemRow[];
  names: PartNames;
  /** What the two are called. */
  headers: { readonly before: string; readonly after: string };
}) {
  const t = useMessages().careerModel.difference;
  const { names, headers } = props;
  const before = (row: ItemRow) => ("before" in row ? row.before : row.kind === "removed" ? row.item : null);
  const after = (row: ItemRow) => ("after" in row ? row.after : row.kind === "added" ? row.item : null);
  const texts = (row: ItemRow) => ({
    before: before(row)?.text ?? null,
    after: after(row)?.text ?? null,
  });
  const notes = (row: ItemRow) => ({
    before: before(row)?.note ?? null,
    after: after(row)?.note ?? null,
  });
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      even
      rows={props.rows}
      rowKey={(row) => `${row.kind} ${(before(row) ?? after(row))?.key}`}
      empty={null}
      columns={[
        {
          key: "line",
          header: t.line,
          rowHeader: true,
          cell: (row) => <RowChanges row={row} names={names} />,
        },
        {
          key: "before",
          header: headers.before,
          cell: (row) => (
            <>
              <Before {...texts(row)} />
              <Before {...notes(row)} isNote />
            </>
          ),
        },
        {
          key: "after",
          header: headers.after,
          cell: (row) =>
            row.kind === "left" ? (
              <RowChanges row={row} names={names} leads />
            ) : (
              <>
                <After {...texts(row)} />
                <After {...notes(row)} isNote />
              </>
            ),
        },
      ]}
    />
  );
}

/** The item's heading (and track), and what has happened. `leads`: only where it has gone, as a way there. */
function RowChanges({ row, names, leads }: { row: ItemRow; names: PartNames; leads?: boolean }) {
  const t = useMessages().careerModel;
  /** Where it is, as seen from another place: under another heading, or at another level or track. */
  const place = (at: Place, from: Place): string =>
    at.levelKey === from.levelKey && at.trackKey === from.trackKey
      ? (names.headings[at.headingKey] ?? "")
      : [names.levels[at.levelKey], at.trackKey !== null && names.tracks[at.trackKey]]
          .filter(Boolean)
          .join(", ");
  if (row.kind === "left" && leads)
    return <a href={`#level-${row.after.levelKey}`}>{t.difference.movedTo(place(row.after, row.before))}</a>;
  const item = "item" in row ? row.item : row.kind === "left" ? row.before : row.after;
  const track = item.trackKey === null ? undefined : names.tracks[item.trackKey];
  return (
    <>
      <span lang={MODEL_LANGUAGE}>
        {names.headings[item.headingKey]}
        {track !== undefined && <span className="item-note muted">{t.model.track(track)}</span>}
      </span>
      <span className="tags">
        {row.kind === "added" && <Tag tone="good">{t.difference.isNew}</Tag>}
        {row.kind === "removed" && <Tag tone="attention">{t.difference.isRemoved}</Tag>}
        {row.kind === "left" && <Tag>{t.difference.movedTo(place(row.after, row.before))}</Tag>}
        {row.kind === "changed" && (
          <Changes before={row.before} after={row.after} from={place(row.before, row.after)} />
        )}
      </span>
    </>
  );
}

function Changes({ before, after, from }: { before: Item; after: Item; from: string }) {
  const t = useMessages().careerModel.difference;
  const words: Readonly<Record<ItemAspect, string>> = {
    reworded: t.reworded,
    moved: t.movedHere(from),
    "made-mandatory": t.mandatory,
    "made-recommended": t.recommended,
    expiry: t.expiry(before.formal?.validMonths, after.formal?.validMonths),
    formal: t.formal,
    support: t.support(after.support === undefined ? t.supportNone : t.supportOf[after.support]),
    kind: t.kind(t.kindOf[after.kind]),
    visibility: after.visibility === "internal" ? t.nowInternal : t.nowPublic,
    group: after.groupKey === undefined ? t.nowAlone : t.nowInGroup,
  };
  return aspectsOf({ before, after }).map((aspect) => (
    <Tag key={aspect} tone={aspect === "made-mandatory" ? "attention" : "brand"}>
      {words[aspect]}
    </Tag>
  ));
}
