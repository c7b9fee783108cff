/**
 * Transactions: Kysely puts the statements together, and node-postgres carries them, pipelined. What is asked before anybody waits for an
 * answer goes to the database in one write, `begin` with the first statements and `commit` with the last: a write, and the turn of the loop
 * in which its answer is read, cost the process as much as a small statement does (ADR 0604).
 */
import type { Duplex } from "node:stream";
import {
  DefaultQueryExecutor,
  DummyDriver,
  PostgresDialect,
  Transaction,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type RawBuilder,
} from "kysely";
import type pg from "pg";
import { statementNames } from "./prepared.ts";
import type { DB } from "./schema.ts";

/** An open transaction: what everything that reads or writes is given. */
export type Tx = Transaction<DB>;

/** Leaves a statement to be carried out last, with the commit: when it fails, all does. */
type Finish = (statement: RawBuilder<unknown>) => void;

export type Database = {
  /** Runs `run` in a transaction of its own; when it throws, nothing that it did remains. */
  transaction<Value>(run: (tx: Tx, finish: Finish) => Promise<Value>): Promise<Value>;
};

export type DatabaseOptions = {
  /** Told of every statement that was carried out, and of the time until its answer was there. */
  readonly told?: (sql: string, ms: number) => void;
  /** For what asks the same small things again and again, and nothing that sets how its transaction is planned. */
  readonly prepare?: boolean;
};

/** The database behind a pool, which stays the caller's to end. */
export function databaseOn(pool: pg.Pool, { told, prepare = false }: DatabaseOptions = {}): Database {
  const nameOf = prepare ? statementNames() : () => undefined;
  const dialect = new PostgresDialect({ pool });
  const [adapter, compiler] = [dialect.createAdapter(), dialect.createQueryCompiler()];
  // Kysely's own transactions let statements take turns; so it gets no way to a connection but the one below.
  const parts = { config: { dialect }, dialect, driver: new DummyDriver() };

  function transactionOn(client: pg.PoolClient): Tx {
    const connection: DatabaseConnection = {
      async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
        const began = performance.now();
        const name = parameters.length > 0 ? nameOf(sql) : undefined;
        const statement = { text: sql, values: parameters as unknown[], ...(name && { name }) };
        const { command, rowCount, rows } = await send(client, statement);
        told?.(sql, performance.now() - began);
        const affected = command === "SELECT" ? {} : { numAffectedRows: BigInt(rowCount ?? 0) };
        return { rows: rows as Row[], ...affected };
      },
      streamQuery() {
        throw new Error("answers are read whole");
      },
    };
    const executor = new DefaultQueryExecutor(compiler, adapter, {
      provideConnection: (consumer) => consumer(connection),
    });
    return new Transaction<DB>({ ...parts, executor });
  }

  async function carryOut<Value>(
    client: pg.PoolClient,
    run: (tx: Tx, finish: Finish) => Promise<Value>,
  ): Promise<Value> {
    const tx = transactionOn(client);
    const last: RawBuilder<unknown>[] = [];
    const begun = send(client, { text: "begin" });
    const [value] = await Promise.all([run(tx, (statement) => last.push(statement)), begun]);
    const finishing = last.map((statement) => statement.execute(tx));
    const [{ command }] = await Promise.all([send(client, { text: "commit" }), ...finishing]);
    // A statement had failed, and whoever asked it let that pass.
    if (command === "ROLLBACK") throw new Error("a transaction that has failed can't be kept");
    return value;
  }

  return {
    async transaction(run) {
      const client = await pool.connect();
      let isLost = false;
      try {
        return await carryOut(client, run);
      } catch (error) {
        await send(client, { text: "rollback" }).catch(() => (isLost = true));
        throw error;
      } finally {
        client.release(isLost);
      }
    },
  };
}

/** Connections that gather what is asked of them until the loop turns. */
const gathering = new WeakSet<Duplex>();

function send(client: pg.PoolClient, statement: pg.QueryConfig): Promise<pg.QueryResult> {
  const { stream } = client.connection;
  if (!gathering.has(stream)) {
    gathering.add(stream);
    stream.cork();
    process.nextTick(() => {
      gathering.delete(stream);
      stream.uncork();
    });
  }
  return client.query(statement);
}
