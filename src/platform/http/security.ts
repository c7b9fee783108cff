/** What every answer carries, and which requests are turned away before anything else looks at them. */

// Every script and stylesheet is a file of our own: nothing inline, nothing from elsewhere.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A file that is handed out is nobody's page, whatever it holds: shown in a browser all the same, it can do nothing. */
const FILE_POLICY = "default-src 'none'; sandbox";

export function securityHeaders(headers: Headers, secure: boolean): void {
  headers.set("Content-Security-Policy", headers.has("Content-Disposition") ? FILE_POLICY : POLICY);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  if (secure) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Was this change sent from a page of somebody else's? Browsers say where a form was sent from; a change that does not say,
 * or says another place, is turned away. Compared with the origin that people see (`publicOrigin`) or, over plain HTTP on
 * this machine, with the host that was asked for.
 */
export function forgedOrigin(request: Request, publicOrigin: string | null): boolean {
  if (SAFE.has(request.method)) return false;
  const origin = request.headers.get("Origin");
  if (origin === null) return request.headers.get("Sec-Fetch-Site") !== "same-origin";
  return origin !== (publicOrigin ?? new URL(request.url).origin);
}
