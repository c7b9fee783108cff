/** `/metrics` on a port of its own: for the one who watches, beside the address that people use. */
import { serve, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import type { Meters } from "./meters.ts";

/** Serves until it is closed. */
export function serveMetrics(
  meters: Meters,
  at: { readonly host: string; readonly port: number },
): ServerType {
  const app = new Hono();
  app.get("/metrics", async (c) => c.body(await meters.read(), 200, { "Content-Type": meters.mediaType }));
  return serve({ fetch: app.fetch, hostname: at.host, port: at.port });
}
