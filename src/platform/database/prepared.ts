/**
 * Prepared statements: what is asked again is read once for each connection, and planned once where PostgreSQL finds one plan as good as
 * plans for the values of each time. Statements that come and go, with as many rows as somebody ticked, never fill a connection.
 */
import { sql, type PostgresPool, type PostgresPoolClient, type RawBuilder } from "kysely";
import type pg from "pg";
import type { Id } from "../../shared/ids.ts";

/** The most statements that a connection keeps. */
const MOST = 300;

const EACH_TIME = "/* planned each time */";

/** At the beginning of a statement whose plan must know the values: one that counts over few people or a whole region's. */
export const plannedEachTime = sql.raw(EACH_TIME);

/**
 * SQL's `column` is among these ids; of one id, that it is that one. PostgreSQL takes it that an array that it doesn't know holds ten, finds a plan for the
 * one person who is most often asked about cheaper, and plans anew each time: longer than the statement itself takes.
 */
export const among = (column: string, ids: readonly Id[]): RawBuilder<boolean> =>
  ids.length === 1
    ? sql<boolean>`${sql.ref(column)} = ${ids[0]}::uuid`
    : sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;

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

/** The pool as the query builder sees it, with statements that take values prepared. The names are those of the pool's connections. */
export function preparing(pool: pg.Pool): PostgresPool {
  const nameOf = statementNames();
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    // Kysely has a second form of `query`, for cursors, which it uses only when the dialect is given them.
    const wrapped = {
      query(text: string, values: readonly unknown[]) {
        const name = values.length > 0 ? nameOf(text) : undefined;
        return client.query({ text, values: values as unknown[], ...(name === undefined ? {} : { name }) });
      },
      release: (broken?: boolean) => client.release(broken),
    } as unknown as PostgresPoolClient;
    clients.set(client, wrapped);
    return wrapped;
  };
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      return clients.get(client) ?? wrap(client);
    },
    end: () => pool.end(),
  };
}
