/** The organisation's logo (ORG-5): shown on every page of its own, kept by administrators. */
import { createHash } from "node:crypto";
import type { Work } from "../platform/database/work.ts";
import { done, NotFound, NotHere, refused, type Result } from "../shared/result.ts";
import { mayKeepOrganisation } from "./access.ts";
import { checkLogo, type LogoCode } from "./logo.rules.ts";
import { logoBytes, saveLogo } from "./logo.store.ts";

/** The logo with this hash. Public: so are the pages that carry it. */
export async function viewLogo(work: Work, hash: string): Promise<Buffer> {
  const png = await logoBytes(work, hash);
  if (!png) throw new NotHere("logo");
  return png;
}

/** What the page for keeping it needs to know: the present logo's hash, null for none. */
export function viewLogoKeeping(work: Work): string | null {
  if (!mayKeepOrganisation(work.actor)) throw new NotFound("logo");
  return work.tenant.logoHash ?? null;
}

export async function changeLogo(work: Work, bytes: Uint8Array): Promise<Result<void, LogoCode>> {
  viewLogoKeeping(work);
  const reasons = checkLogo(bytes);
  if (reasons.length > 0) return refused(...reasons);
  const png = Buffer.from(bytes);
  await saveLogo(work, { hash: createHash("sha256").update(png).digest("hex"), png });
  return done(undefined);
}

export async function removeLogo(work: Work): Promise<void> {
  viewLogoKeeping(work);
  await saveLogo(work, null);
}
