/** Pages as they were drawn, and those that are kept because they are the same for everybody. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { Latest } from "../../shared/latest.ts";
import type { PageRequest } from "./context.ts";

/** Looks back 16 kB, a page's length, in a quarter of the memory that it would otherwise clear for each page. */
const PACKING = { level: 1, windowBits: 14, memLevel: 7 };

/** A whole document. */
export class Drawn {
  readonly status: number;
  readonly html: string;
  #packed: Buffer<ArrayBuffer> | undefined;

  constructor(status: number, html: string) {
    this.status = status;
    this.html = html;
  }

  /** In gzip: quickly, for most are sent once. */
  get packed(): Buffer<ArrayBuffer> {
    return (this.#packed ??= gzipSync(this.html, PACKING));
  }
}

/** A drawn page with what it packs to is some 50 kB. */
const MOST_KEPT = 100;

/**
 * Keeps the pages that were last asked for by those who aren't signed in, of routes whose `handle` is `sameForAll`: their drawings hold
 * nothing but what is in the key. That is everything they are drawn from, so a page that is kept is the page that would be drawn.
 */
export function keepDrawn(): (page: PageRequest, data: unknown, draw: () => Drawn) => Drawn {
  const kept = new Latest<Drawn>(MOST_KEPT);
  return ({ language, mode, tenant, work, url }, data, draw) => {
    const from = [language, mode, tenant, work?.today, url.pathname, url.search, data];
    const key = createHash("sha256").update(JSON.stringify(from)).digest("base64");
    return kept.of(key, draw);
  };
}
