/** Tells a folder that this program may not write in from every other failure. */

const CODES = /^(EACCES|EPERM|EROFS|ENOTDIR)$/;

/** The system's own word for it; null for all else. */
export function writeRefusal(error: unknown): string | null {
  if (!(error instanceof Error && "code" in error)) return null;
  // Node's own word when it makes a folder with those above it where nothing can be written.
  if (error.code === "ENOENT" && "syscall" in error && error.syscall === "mkdir") return "EROFS";
  return typeof error.code === "string" && CODES.test(error.code) ? error.code : null;
}
