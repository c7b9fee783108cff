/**
 * One prepared statement on its way: sent in one piece, described by the database only the first time on each connection, its rows made
 * as they come. What node-postgres does for any query, less everything that a statement which has been asked before needs no more.
 */
import pg, { type Connection, type Submittable } from "pg";

/** How node-postgres writes values for the wire; its types leave that out. */
const { prepareValue } = (
  pg as unknown as { readonly utils: { prepareValue(this: void, value: unknown): string | Buffer | null } }
).utils;

type Column = { readonly name: string; readonly read: (text: string) => unknown };

/** The columns of what is prepared on one connection, by the name of the statement. PostgreSQL refuses to run it again when they change. */
export type Prepared = Map<string, readonly Column[]>;

export type Asked = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** Is a transaction begun in the same breath? */
  readonly begin: boolean;
};

export type Answered = { readonly rows: Record<string, unknown>[]; readonly tag: string };

type Fields = { readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[] };
type Wire = Pick<Connection, "stream" | "parse" | "bind" | "describe" | "execute" | "close" | "sync">;
type Reader = { getTypeParser(oid: number, format: "text"): (text: string) => unknown };

const BEGIN = "begin";

/** What a client asks for, and tells it how it went. */
export class Statement implements Submittable {
  readonly #asked: Asked;
  readonly #prepared: Prepared;
  readonly #types: Reader;
  readonly #done: (error: Error | null, answered: Answered) => void;
  readonly #rows: Record<string, unknown>[] = [];
  #columns: readonly Column[] | undefined;
  #tag = "";
  #failure: Error | null = null;

  constructor(
    asked: Asked,
    on: { readonly prepared: Prepared; readonly types: Reader },
    done: (error: Error | null, answered: Answered) => void,
  ) {
    this.#asked = asked;
    this.#prepared = on.prepared;
    this.#types = on.types;
    this.#done = done;
  }

  submit(connection: Connection): null {
    this.#columns = this.#prepared.get(this.#asked.name);
    const wire: Wire = connection;
    wire.stream.cork();
    try {
      if (this.#asked.begin) this.#send(wire, BEGIN, BEGIN, []);
      this.#send(wire, this.#asked.name, this.#asked.text, this.#asked.values);
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
    return null;
  }

  #send(wire: Wire, name: string, text: string, values: readonly unknown[]): void {
    const known = this.#prepared.has(name);
    if (!known) {
      // One of this name may be left from a time when it came no further.
      wire.close({ type: "S", name }, true);
      wire.parse({ name, text, types: [] }, true);
    }
    wire.bind({ statement: name, values: values as [], valueMapper: prepareValue }, true);
    if (!known) wire.describe({ type: "P" }, true);
    wire.execute(null, true);
  }

  handleRowDescription({ fields }: Fields): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      read: this.#types.getTypeParser(dataTypeID, "text"),
    }));
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const columns = this.#columns ?? [];
    const row: Record<string, unknown> = {};
    try {
      for (let at = 0; at < columns.length; at += 1) {
        const [column, text] = [columns[at] as Column, fields[at] ?? null];
        row[column.name] = text === null ? null : column.read(text);
      }
    } catch (error) {
      this.#failure ??= error as Error;
    }
    this.#rows.push(row);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#tag = text;
  }

  handleEmptyQuery(): void {
    this.#tag = "";
  }

  handleError(error: Error): void {
    this.#done(error, { rows: [], tag: "" });
  }

  handleReadyForQuery(): void {
    if (this.#asked.begin) this.#prepared.set(BEGIN, []);
    this.#prepared.set(this.#asked.name, this.#columns ?? []);
    this.#done(this.#failure, { rows: this.#rows, tag: this.#tag });
  }
}
