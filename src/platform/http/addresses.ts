/** Addresses within an organisation: the way to signing in and back again. */
import type { Id } from "../../shared/ids.ts";

/** Where a request was for, within this host. */
export const ownAddress = (url: URL): string => url.pathname + url.search;

/** The sign-in page, with the way back. */
export const signInAddress = (slug: string, next: string): string =>
  `/o/${slug}/sign-in?next=${encodeURIComponent(next)}`;

/** The page of a post that was kept for somebody who had been signed out. */
export const parkedAddress = (slug: string, id: Id): string => `/o/${slug}/parked/${id}`;

export const isParkedAddress = (slug: string, address: string): boolean =>
  address.startsWith(parkedAddress(slug, ""));

// Stands for this host: only the path of what is put on it is looked at.
const HERE = "http://vidga.invalid";

/** The path and search of an address on this host; null for any other, and for what browsers would read otherwise than it looks. */
function onThisHost(address: string): { readonly pathname: string; readonly search: string } | null {
  if (!address.startsWith("/") || /[\\\p{Cc}]/u.test(address) || !URL.canParse(address, HERE)) return null;
  const url = new URL(address, HERE);
  return url.origin === HERE ? url : null;
}

/** An address of this organisation's own to go on to, or its start page: never somewhere else. */
export function safeNext(slug: string, next: string | null): string {
  const start = `/o/${slug}`;
  const url = next === null ? null : onThisHost(next);
  if (!url || !(url.pathname === start || url.pathname.startsWith(`${start}/`))) return start;
  return url.pathname + url.search;
}

/** The page to go back to, or the front page: never somewhere else. */
export function safeBack(back: string | null): string {
  const url = back === null ? null : onThisHost(back);
  return url && !url.pathname.startsWith("//") ? url.pathname + url.search : "/";
}
