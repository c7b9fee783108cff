/** The way between the pages of a list of people. */
import type { Messages } from "../../messages/messages.ts";
import { Pagination } from "../../ui/data-table.tsx";

type Words = Messages["people"];

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
