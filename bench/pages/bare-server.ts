/** The floor of a page: one route in Hono that asks the database one thing and says it. `node bare-server.ts URL`; prints its port. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { openPool } from "../../src/platform/database/connect.ts";

const pool = openPool(process.argv[2] ?? "", { applicationName: "vidga bench floor" });
const app = new Hono();
app.get("/:slug", async (c) => {
  const { rows } = await pool.query<{ name: string }>("select name from organisation where slug = $1", [
    c.req.param("slug"),
  ]);
  return c.html(`<!doctype html><html lang="sv"><title>${rows[0]?.name ?? ""}</title></html>`);
});
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => process.stdout.write(`${port}\n`));
