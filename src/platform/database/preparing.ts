/**
 * The query builder on connections that prepare what is asked again. A statement takes the shortest way there and back: its text is put
 * together once, a transaction begins with its first statement, and a statement of a transaction asks the connection itself.
 */
import {
  DefaultQueryExecutor,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  SingleConnectionProvider,
  Transaction,
  ValueNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type Logger,
  type QueryResult,
  type RawNode,
} from "kysely";
import type pg from "pg";
import { statementNames } from "./prepared.ts";
import { Statement, type Answered, type Asked, type Prepared } from "./statement.ts";

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
  readonly #log: Logger | undefined;
  readonly #prepared: Prepared = new Map();
  /** Is a transaction to begin with the next statement? */
  #opening = false;
  /** Is this connection in no state to be used again? */
  broken = false;

  constructor(client: pg.PoolClient, nameOf: (text: string) => string | undefined, log?: Logger) {
    this.client = client;
    this.#nameOf = nameOf;
    this.#log = log;
  }

  /** Begins a transaction, together with the first statement in it. */
  open(): void {
    this.#opening = true;
  }

  /** Keeps what the transaction did. A transaction in which something failed is never kept, whatever became of the failure. */
  async commit(): Promise<void> {
    if ((await this.#end("commit")) === "ROLLBACK")
      throw new Error("a transaction in which a statement had failed was to be committed");
  }

  /** Undoes what the transaction did. A connection that can't is not used again. */
  async rollback(): Promise<void> {
    try {
      await this.#end("rollback");
    } catch (error) {
      this.broken = true;
      throw error;
    }
  }

  /** What became of the transaction; null when nothing had been asked in it. */
  async #end(how: "commit" | "rollback"): Promise<string | null> {
    const opened = !this.#opening;
    this.#opening = false;
    return opened ? (await this.#run({ name: how, text: how, values: [], begin: false })).tag : null;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const begun = performance.now();
    const told = () => ({ query, queryDurationMillis: performance.now() - begun });
    try {
      const result = await this.#answer<Row>(query);
      await this.#log?.({ level: "query", ...told() });
      return result;
    } catch (error) {
      await this.#log?.({ level: "error", error, ...told() });
      throw error;
    }
  }

  async #answer<Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const name = parameters.length > 0 ? this.#nameOf(text) : undefined;
    const begin = this.#opening;
    this.#opening = false;
    if (name !== undefined) {
      const { rows, tag } = await this.#run({ name, text, values: parameters, begin });
      const changed = CHANGING.exec(tag)?.[1];
      return { rows: rows as Row[], ...(changed === undefined ? {} : { numAffectedRows: BigInt(changed) }) };
    }
    if (begin) await this.client.query("begin");
    const { command, rowCount, rows } = await this.client.query(text, parameters as unknown[]);
    const changes = ["INSERT", "UPDATE", "DELETE", "MERGE"].includes(command);
    return { rows: (rows ?? []) as Row[], ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
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
  readonly #log: Logger | undefined;
  readonly #nameOf = statementNames();
  readonly #connections = new WeakMap<pg.PoolClient, Connection>();

  constructor(pool: pg.Pool, log: Logger | undefined) {
    this.#pool = pool;
    this.#log = log;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    const client = await this.#pool.connect();
    const known = this.#connections.get(client);
    if (known) return known;
    const connection = new Connection(client, this.#nameOf, this.#log);
    this.#connections.set(client, connection);
    return connection;
  }

  async releaseConnection(connection: Connection): Promise<void> {
    connection.client.release(connection.broken);
  }

  async beginTransaction(connection: Connection): Promise<void> {
    connection.open();
  }

  commitTransaction(connection: Connection): Promise<void> {
    return connection.commit();
  }

  rollbackTransaction(connection: Connection): Promise<void> {
    return connection.rollback();
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}

/** Waits for it, however it goes: whoever asked is told. */
const settled = (asked: Promise<unknown>): Promise<unknown> => asked.catch(() => undefined);

/** Asks the one connection of a transaction, one thing at a time, until the transaction is over. */
class InTransaction extends DefaultQueryExecutor {
  readonly #connection: Connection;
  #running: Promise<unknown> | null = null;
  #over = false;

  constructor(compiler: PostgresQueryCompiler, connection: Connection) {
    super(compiler, new PostgresAdapter(), new SingleConnectionProvider(connection));
    this.#connection = connection;
  }

  override async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    while (this.#running) await settled(this.#running);
    if (this.#over) throw new Error("a transaction that is over was asked something");
    const running = this.#connection.executeQuery<Row>(query);
    this.#running = running;
    try {
      return await running;
    } finally {
      this.#running = null;
    }
  }

  /** Nothing more is asked; what is on its way is waited for. */
  async finish(): Promise<void> {
    this.#over = true;
    while (this.#running) await settled(this.#running);
  }
}

class PreparingDialect extends PostgresDialect {
  readonly compiler = new RememberingCompiler();
  readonly driver: PreparingDriver;

  constructor(pool: pg.Pool, log: Logger | undefined) {
    super({ pool });
    this.driver = new PreparingDriver(pool, log);
  }

  override createDriver(): Driver {
    return this.driver;
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return this.compiler;
  }
}

/** The query builder on a pool whose connections prepare what is asked again. */
export class Preparing<DB> extends Kysely<DB> {
  readonly #dialect: PreparingDialect;

  constructor(pool: pg.Pool, log?: Logger) {
    const dialect = new PreparingDialect(pool, log);
    super({ dialect });
    this.#dialect = dialect;
  }

  /** Runs `run` in a transaction. Nothing of it remains when it throws. */
  async inTransaction<T>(run: (tx: Transaction<DB>) => Promise<T>): Promise<T> {
    const { compiler, driver } = this.#dialect;
    const connection = await driver.acquireConnection();
    const executor = new InTransaction(compiler, connection);
    const config = { dialect: this.#dialect };
    try {
      connection.open();
      const result = await run(new Transaction<DB>({ config, driver, dialect: this.#dialect, executor }));
      await executor.finish();
      await connection.commit();
      return result;
    } catch (error) {
      await executor.finish();
      // Where it can't be undone the connection is lost, and PostgreSQL undoes it; why it failed is told all the same.
      await connection.rollback().catch(() => undefined);
      throw error;
    } finally {
      await driver.releaseConnection(connection);
    }
  }
}
