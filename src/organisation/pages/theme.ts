/**
 * The organisation's theme as a stylesheet: no page carries inline styles. The browser keeps it and
 * asks each time whether it has changed, so that new colours show at once. */
import { createHash } from "node:crypto";
import { load } from "../../platform/http/page.ts";
import { themeStylesheet } from "../../ui/theme.ts";
import { viewTheme } from "../keep-settings.ts";

export const loader = load(async ({ work, request }) => {
  const stylesheet = themeStylesheet(await viewTheme(work));
  // Weak: the same words, packed or not.
  const etag = `W/"${createHash("sha256").update(stylesheet).digest("base64url")}"`;
  const headers = { ETag: etag, "Cache-Control": "public, no-cache" };
  if (request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  return new Response(stylesheet, { headers: { ...headers, "Content-Type": "text/css; charset=utf-8" } });
});
