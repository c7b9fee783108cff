/** What several pages about units and people show alike. */
import type { ReactNode } from "react";
import type { Messages } from "../../messages/messages.ts";
import type { Language } from "../../platform/http/context.ts";
import { addDays, type DateRange } from "../../shared/local-date.ts";
import { Pagination } from "../../ui/data-table.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Period } from "../register.store.ts";

type Words = Messages["people"];

/** A time as it is read: with its last day, not the first one outside. */
export const daysText = (days: DateRange, words: Words): string =>
  days.to === null ? words.days.since(days.from) : words.days.between(days.from, addDays(days.to, -1));

/** The pages of a list of people, fifty a page; nothing when one page holds them all. */
export function PageLinks(props: {
  page: number;
  pages: number;
  total: number;
  size: number;
  href: (page: number) => string;
  words: Words;
}) {
  const { page, pages, total, size, href } = props;
  const t = props.words.pages;
  if (pages <= 1) return null;
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const shown = [...new Set(near)].toSorted((a, b) => a - b);
  const items = shown.flatMap((each, index) => [
    ...(index > 0 && each - (shown[index - 1] ?? 0) > 1 ? [null] : []),
    { href: href(each), label: t.page(each), current: each === page },
  ]);
  return (
    <Pagination
      label={t.label}
      pages={items}
      previous={page > 1 ? { href: href(page - 1), label: t.previous } : undefined}
      next={page < pages ? { href: href(page + 1), label: t.next } : undefined}
      summary={t.summary((page - 1) * size + 1, Math.min(page * size, total), total)}
    />
  );
}

export const professionName = (period: Period, language: Language): string | null =>
  language === "sv" ? period.professionSv : period.professionEn;

/** What someone is employed as: the title with the profession after it when it says something else. */
export function EmployedAs({
  period,
  language,
  words,
}: {
  period: Period;
  language: Language;
  words: Words;
}) {
  const profession = professionName(period, language);
  const title = period.title || profession || words.staff.noProfession;
  return (
    <span>
      {title}
      {profession && profession.toLowerCase() !== title.toLowerCase() && (
        <span className="muted"> · {profession}</span>
      )}
      {period.onLeave && (
        <>
          {" "}
          <Tag tone="attention">{words.staff.onLeave}</Tag>
        </>
      )}
    </span>
  );
}

/** One line for each of a person's employments; they stand alike in every column of the row. */
export function Lines({ of, children }: { of: readonly Period[]; children: (period: Period) => ReactNode }) {
  return (
    <div>
      {of.map((period) => (
        <div key={`${period.number} ${period.from}`}>{children(period)}</div>
      ))}
    </div>
  );
}
