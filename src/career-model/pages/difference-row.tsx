/** In words, what has happened to one item from one version to the next. */
import { useMessages } from "../../messages/messages.ts";
import { Tag } from "../../ui/tag.tsx";
import { aspectsOf, type ItemAspect, type ItemRow } from "../difference.rules.ts";
import { MODEL_LANGUAGE } from "../parts/model-text.tsx";
import type { Item, Place } from "../rules.ts";
import type { DifferenceView } from "../view-difference.ts";

/** The item's heading (and track), and what has happened. `leads`: only where it has gone, as a way there. */
export function RowChanges({ row, view, leads }: { row: ItemRow; view: DifferenceView; leads?: boolean }) {
  const t = useMessages().careerModel;
  const { names } = view;
  const place = ({ levelKey, trackKey }: Place) =>
    [names.levels[levelKey], trackKey !== null && names.tracks[trackKey]].filter(Boolean).join(", ");
  if (row.kind === "left" && leads)
    return <a href={`#level-${row.after.levelKey}`}>{t.difference.movedTo(place(row.after))}</a>;
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
        {row.kind === "left" && <Tag>{t.difference.movedTo(place(row.after))}</Tag>}
        {row.kind === "changed" && <Changes before={row.before} after={row.after} from={place(row.before)} />}
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
