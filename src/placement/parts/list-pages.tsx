/** The way between the pages of a long list. */
import { useMessages } from "../../messages/messages.ts";
import { Pagination } from "../../ui/data-table.tsx";

/** Nothing where everything fits in one page. */
export function ListPages({ page, pages, href }: { page: number; pages: number; href: string }) {
  const t = useMessages().placement.paging;
  if (pages === 1) return null;
  const to = (number: number) => `${href}${href.includes("?") ? "&" : "?"}page=${number}`;
  return (
    <Pagination
      label={t.label}
      summary={t.page(page, pages)}
      previous={page > 1 ? { href: to(page - 1), label: t.previous } : undefined}
      next={page < pages ? { href: to(page + 1), label: t.next } : undefined}
      pages={Array.from({ length: pages }, (_, index) => ({
        href: to(index + 1),
        label: String(index + 1),
        current: index + 1 === page,
      }))}
    />
  );
}
