/** Tells a full disk from every other failure: PostgreSQL says so by its code, or by the system's words about a file that cannot grow; so do files of our own. */

const CODES = /^(53100|ENOSPC|EDQUOT|EFBIG)$/;
const MESSAGES =
  /^could not (write|extend|create|open) .*(No space left on device|Disk quota exceeded|File too large)/;

export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && CODES.test(error.code)) return true;
  return MESSAGES.test(error.message) || isDiskFull(error.cause);
}
