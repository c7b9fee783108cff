/** The logo as a file. Its address holds its hash: what is there once is there for good, and a new logo has a new address. */
import { load } from "../../platform/http/page.ts";
import { viewLogo } from "../keep-logo.ts";

export const loader = load(async ({ work, params }) => {
  const png = await viewLogo(work, params["hash"] ?? "");
  return new Response(new Uint8Array(png), {
    headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=31536000, immutable" },
  });
});
