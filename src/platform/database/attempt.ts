/** Trying something in the middle of a unit of work: what is refused leaves nothing behind, and the rest goes on. */
import { sql } from "kysely";
import type { Result } from "../../shared/result.ts";
import type { Tx } from "./transactions.ts";

/** Runs `run`; when it answers with a refusal, what it did in the database is undone. */
export async function attempt<Value, Code extends string>(
  tx: Tx,
  run: () => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code>> {
  await sql`savepoint attempt`.execute(tx);
  const result = await run();
  await (result.ok ? sql`release savepoint attempt` : sql`rollback to savepoint attempt`).execute(tx);
  return result;
}
