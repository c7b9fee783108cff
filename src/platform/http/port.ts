/** The port that people come in by, and how it closes. */
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { within } from "../within.ts";

/** Longer than a proxy keeps a connection that nobody uses, most often 60 s: so it is the proxy that ends it, and no request meets the end. */
const IDLE_MS = 75_000;

/** While closing: how often connections that have been answered are ended. */
const SWEEP_MS = 50;

export type Port = {
  /**
   * Takes nobody new in, and ends each connection when it has been answered. Those that have not been after `patienceMs` are cut
   * off; false if there were any.
   */
  readonly close: (patienceMs: number) => Promise<boolean>;
};

/** Answers with `app`; `opened` is told the number, which the system chooses for 0, and `refused` why there is none. */
export function openPort(
  app: Pick<Hono, "fetch">,
  at: { readonly host: string; readonly port: number },
  opened: (port: number) => void,
  refused: (error: Error) => void,
): Port {
  let closing = false;
  const server = serve(
    {
      async fetch(...asked) {
        const answer = await app.fetch(...asked);
        if (closing) answer.headers.set("Connection", "close");
        return answer;
      },
      hostname: at.host,
      port: at.port,
      serverOptions: { keepAliveTimeout: IDLE_MS },
    },
    ({ port }) => opened(port),
  ) as Server;
  server.once("error", refused);
  return {
    async close(patienceMs) {
      closing = true;
      const closed = new Promise((resolve) => server.close(resolve));
      const sweeping = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
      const answered = await within(patienceMs, closed);
      clearInterval(sweeping);
      server.closeAllConnections();
      return answered;
    },
  };
}
