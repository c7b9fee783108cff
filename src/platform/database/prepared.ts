/**
 * Prepared statements: what is asked again is read once for each connection, and planned once where PostgreSQL finds one plan as good as
 * plans for the values of each time. Statements that come and go, with as many rows as somebody ticked, never fill a connection.
 */
import { sql, type RawBuilder } from "kysely";
import type { Id } from "../../shared/ids.ts";

/** The most statements that a connection keeps. */
const MOST = 300;

const EACH_TIME = "/* planned each time */";

/** At the beginning of a statement whose plan must know the values: one that counts over few people or a whole region's. */
export const plannedEachTime = sql.raw(EACH_TIME);

/**
 * SQL's `column` is among these ids; of one id, that it is that one, and of none, that nothing is. PostgreSQL takes it that an array that it doesn't know
 * holds ten, finds a plan for the one person who is most often asked about cheaper, and plans anew each time: longer than the statement itself takes.
 */
export function among(column: string, ids: readonly Id[]): RawBuilder<boolean> {
  if (ids.length === 0) return sql<boolean>`false`;
  return ids.length === 1
    ? sql<boolean>`${sql.ref(column)} = ${ids[0]}::uuid`
    : sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
}

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
