/**
 * What a backup file holds. Gzip around lines of text: one line of JSON that says what it is, then each table as a line of JSON and its rows
 * in PostgreSQL's own text form up to a line `\.`, and last one line of JSON with the number of rows and the SHA-256 of every table and of all.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Reason } from "../../shared/result.ts";

export const FORMAT = 1;

/** The ten bytes that every backup begins with: gzip's own, without time and system, so that no byte of the file is without meaning. */
export const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** Ends the rows of a table. No row begins so: a backslash in a value is written twice. */
export const END_OF_ROWS = Buffer.from("\\.\n");

const SHA_256 = z.string().regex(/^[0-9a-f]{64}$/);

export const anyHeaderSchema = z.object({ vidga: z.literal("backup"), format: z.number().int() });

export const headerSchema = anyHeaderSchema.extend({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  engine: z.string(),
  mode: z.enum(["demo", "live"]).nullable(),
  /** What was applied to the database, in order: the schema that the rows are of. */
  migrations: z.array(z.object({ name: z.string(), checksum: SHA_256 })),
  /** The key that goes with the rows: its mark always, itself only when the data folder kept it. */
  key: z.object({ mark: SHA_256, value: SHA_256.nullable() }),
});
export type Header = z.infer<typeof headerSchema>;

export const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
/** A table's name, with its schema, and its columns in the order of the values. */
export type Section = z.infer<typeof tableSchema>;

const tallySchema = z.object({ rows: z.number().int(), sha256: SHA_256 });
export type TableTally = z.infer<typeof tallySchema>;

export const trailerSchema = z.object({
  end: z.object({
    tables: z.record(z.string(), tallySchema),
    sequences: z.record(z.string(), z.object({ value: z.string().regex(/^\d+$/), called: z.boolean() })),
    sha256: SHA_256,
  }),
});
export type Trailer = z.infer<typeof trailerSchema>["end"];

/** What a file is that went through all checks. */
export type Verified = { readonly header: Header; readonly trailer: Trailer };

/** Files stand among the tables, under this name, where there are any. */
export const FILES_TABLE = "files";
export const filesIn = ({ tables }: Trailer): number => tables[FILES_TABLE]?.rows ?? 0;

export const rowsOf = (trailer: Trailer): number =>
  Object.values(trailer.tables).reduce((sum, { rows }) => sum + rows, 0) - filesIn(trailer);

export const tablesIn = ({ tables }: Trailer): number =>
  Object.keys(tables).filter((name) => name !== FILES_TABLE).length;

/** Counts rows, which are lines, and hashes them. */
export class Tally {
  readonly #hash = createHash("sha256");
  #rows = 0;

  add(bytes: Buffer): void {
    this.#hash.update(bytes);
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) this.#rows++;
  }

  done(): TableTally {
    return { rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}

/** Why a backup or a restore was not done. Nothing was changed. */
export type BackupCode =
  | "exists"
  | "not-writable"
  | "disk-full"
  | "no-owner"
  | "nothing-here"
  | "not-readable"
  | "truncated"
  | "damaged"
  | "foreign"
  | "other-format"
  | "newer-schema"
  | "other-schema"
  | "other-mode"
  | "other-key"
  | "not-empty"
  | "other-database"
  | "newer-database"
  | "in-use"
  | "not-as-in-file"
  | "refused-by-database"
  | "database-gone";

export class BackupRefused extends Error {
  override name = "BackupRefused";
  readonly reason: Reason<BackupCode>;

  constructor(code: BackupCode, data: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(code, { cause });
    this.reason = { code, data };
  }
}
