/**
 * Prepared statements: what is asked again is read once for each connection, and planned once where PostgreSQL finds one plan as good as
 * plans for the values of each time. Statements that come and go, with as many rows as somebody ticked, never fill a connection.
 */
import {
  PostgresDialect,
  PostgresQueryCompiler,
  sql,
  ValueNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type RawNode,
} from "kysely";
import type pg from "pg";
import { Statement, type Answered, type Asked, type Prepared } from "./statement.ts";

/** The most statements that a connection keeps. */
const MOST = 300;

const EACH_TIME = "/* planned each time */";

/** At the beginning of a statement whose plan must know the values: one that counts over few people or a whole region's. */
export const plannedEachTime = sql.raw(EACH_TIME);

/** Names statements when they are asked for the second time, the same for the same text; undefined for those that are not kept. */
export function statementNames(most = MOST): (text: string) => string | undefined {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined || names.size === most || text.startsWith(EACH_TIME)) return name;
    if (seen.delete(text)) {
      const given = `s${names.size}`;
      names.set(text, given);
      return given;
    }
    if (seen.size === most) seen.clear();
    seen.add(text);
    return undefined;
  };
}

type Compiled = ReturnType<PostgresQueryCompiler["compileQuery"]>;
type Compilable = Parameters<PostgresQueryCompiler["compileQuery"]>;

/** Puts each statement that is written as one text together once: all that differs from time to time are its values. */
class RememberingCompiler extends PostgresQueryCompiler {
  readonly #texts = new WeakMap<RawNode["sqlFragments"], string>();

  override compileQuery(...[node, queryId]: Compilable): Compiled {
    if (node.kind !== "RawNode") return super.compileQuery(node, queryId);
    const values: unknown[] = [];
    for (const parameter of node.parameters) {
      if (!ValueNode.is(parameter) || parameter.immediate) return super.compileQuery(node, queryId);
      values.push(parameter.value);
    }
    const known = this.#texts.get(node.sqlFragments);
    if (known !== undefined) return { query: node, queryId, sql: known, parameters: values };
    const compiled = super.compileQuery(node, queryId);
    this.#texts.set(node.sqlFragments, compiled.sql);
    return compiled;
  }
}

const CHANGING = /^(?:INSERT 0|UPDATE|DELETE|MERGE) (\d+)$/;

/** A connection of the pool, as the query builder sees it. */
class Connection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  readonly #nameOf: (text: string) => string | undefined;
  readonly #prepared: Prepared = new Map();
  /** Is a transaction to begin with the next statement? */
  #opening = false;
  /** Is this connection in no state to be used again? */
  broken = false;

  constructor(client: pg.PoolClient, nameOf: (text: string) => string | undefined) {
    this.client = client;
    this.#nameOf = nameOf;
  }

  /** Begins a transaction, together with the first statement in it. */
  open(): void {
    this.#opening = true;
  }

  /** Ends the transaction; what became of it, or null when nothing had been asked in it. */
  async end(how: "commit" | "rollback"): Promise<string | null> {
    const opened = !this.#opening;
    this.#opening = false;
    return opened ? (await this.#run({ name: how, text: how, values: [], begin: false })).tag : null;
  }

  async executeQuery<Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const name = parameters.length > 0 ? this.#nameOf(text) : undefined;
    const begin = this.#opening;
    this.#opening = false;
    if (name !== undefined) {
      const { rows, tag } = await this.#run({ name, text, values: parameters, begin });
      const changed = CHANGING.exec(tag)?.[1];
      return {
        rows: rows as Row[],
        ...(changed === undefined ? {} : { numAffectedRows: BigInt(changed) }),
      };
    }
    if (begin) await this.client.query("begin");
    const { command, rowCount, rows } = await this.client.query(text, parameters as unknown[]);
    const changes = ["INSERT", "UPDATE", "DELETE", "MERGE"].includes(command);
    return {
      rows: (rows ?? []) as Row[],
      ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}),
    };
  }

  async #run(asked: Asked): Promise<Answered> {
    try {
      return await new Promise<Answered>((resolve, reject) => {
        const on = { prepared: this.#prepared, types: this.client };
        this.client.query(
          new Statement(asked, on, (error, answered) => (error ? reject(error) : resolve(answered))),
        );
      });
    } catch (error) {
      // From where it was asked, not from where the answer was read.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }

  streamQuery(): never {
    throw new Error("statements that are prepared are answered whole");
  }
}

/** Connections of a pool, each with what it has prepared. The names of statements are the pool's, for all of them. */
class PreparingDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #nameOf = statementNames();
  readonly #connections = new WeakMap<pg.PoolClient, Connection>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    const client = await this.#pool.connect();
    const known = this.#connections.get(client);
    if (known) return known;
    const connection = new Connection(client, this.#nameOf);
    this.#connections.set(client, connection);
    return connection;
  }

  async releaseConnection(connection: Connection): Promise<void> {
    connection.client.release(connection.broken);
  }

  async beginTransaction(connection: Connection): Promise<void> {
    connection.open();
  }

  /** A transaction in which something failed is never committed, whatever became of the failure. */
  async commitTransaction(connection: Connection): Promise<void> {
    if ((await connection.end("commit")) === "ROLLBACK")
      throw new Error("a transaction in which a statement had failed was to be committed");
  }

  async rollbackTransaction(connection: Connection): Promise<void> {
    try {
      await connection.end("rollback");
    } catch (error) {
      connection.broken = true;
      throw error;
    }
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}

export class PreparingDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new PreparingDriver(this.#pool);
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new RememberingCompiler();
  }
}
