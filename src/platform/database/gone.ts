/** Tells a database that cannot be reached from every other failure: the one passes by itself, the other is ours. */

/** Connection exceptions (class 08), shutting down or starting (57P0x), too many connections, and what the network says. */
const CODES =
  /^(08\w{3}|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|timeout expired/;

export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && CODES.test(error.code)) return true;
  // What ends a connection, or refuses it: a database that takes none just now, a server that shuts down.
  if ("severity" in error && error.severity === "FATAL") return true;
  return MESSAGES.test(error.message) || isDatabaseGone(error.cause);
}
