/**
 * A backup: everything that the database holds at one moment, while it is in use, in one file. One transaction that only reads and sees one
 * moment throughout; the rows stream through, so memory does not grow with the data. The file has its name only when it is whole and on disk.
 */
import { createHash } from "node:crypto";
import { constants, createWriteStream } from "node:fs";
import { access, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import type { Mode } from "../../config.ts";
import { isDiskFull } from "../database/disk-full.ts";
import type { FileStore } from "../files/file-store.ts";
import { expectKey, markOf } from "../database/key-mark.ts";
import { readApplied, SCHEMA_LOCK } from "../database/migrate.ts";
import {
  BackupRefused,
  END_OF_ROWS,
  FORMAT,
  GZIP_HEAD,
  filesIn,
  rowsOf,
  tablesIn,
  Tally,
  type Header,
  type Section,
  type TableTally,
  type Trailer,
} from "./format.ts";
import { FILES, holdFiles, namedFiles, rowsOfFiles } from "./files.ts";
import { asOwner } from "./owner.ts";
import { readSequences } from "./sequences.ts";
import { findTables, organisationIds, rowsOfTable, setTextForm } from "./tables.ts";
import { rowsOfJobs, WAITING_JOBS } from "./waiting-jobs.ts";

export type BackupOptions = {
  readonly ownerUrl: string;
  readonly file: string;
  /** Where the files are that rows name. */
  readonly files: FileStore;
  readonly now: Date;
  readonly key: {
    readonly value: string;
    /** Kept by the data folder, it goes along; given by whoever runs the system, they keep it. */
    readonly goesAlong: boolean;
  };
};

export type BackupTaken = {
  readonly rows: number;
  readonly tables: number;
  readonly files: number;
  /** Files that rows name and that weren't there to take along: the organisation and the hash of each. */
  readonly lost: readonly string[];
  readonly bytes: number;
};

const line = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

async function headerOf(client: pg.Client, { now, key }: BackupOptions): Promise<Header> {
  const migrations = [...(await readApplied(client))].map(([name, checksum]) => ({ name, checksum }));
  if (migrations.length === 0) throw new BackupRefused("nothing-here");
  // Under another key's mark nobody could restore it.
  await expectKey(client, key.value);
  const modes = await client.query<{ mode: Mode }>("select mode from installation");
  const engine = await client.query<{ server_version: string }>("show server_version");
  return {
    vidga: "backup",
    format: FORMAT,
    madeAt: now.toISOString(),
    engine: `PostgreSQL ${engine.rows[0]?.server_version}`,
    mode: modes.rows[0]?.mode ?? null,
    migrations,
    key: { mark: markOf(key.value), value: key.goesAlong ? key.value : null },
  };
}

/** The file's content before it is packed; what the last line says goes to `told` too, and what couldn't come along. */
async function* content(
  client: pg.Client,
  options: BackupOptions,
  told: { readonly trailer: (trailer: Trailer) => void; readonly lost: (file: string) => void },
): AsyncGenerator<Buffer> {
  const whole = createHash("sha256");
  const hashed = (bytes: Buffer): Buffer => {
    whole.update(bytes);
    return bytes;
  };
  yield hashed(line(await headerOf(client, options)));
  const organisations = await organisationIds(client);
  const tallies: Record<string, TableTally> = {};
  const names = await namedFiles(client, organisations);
  const parts: [Section, AsyncIterable<Buffer>][] = [
    ...(await findTables(client)).map((table): [Section, AsyncIterable<Buffer>] => [
      table,
      rowsOfTable(client, table, organisations),
    ]),
    [WAITING_JOBS, rowsOfJobs(client)],
    ...(names.length > 0
      ? [[FILES, rowsOfFiles(options.files, names, told.lost)] as [Section, AsyncIterable<Buffer>]]
      : []),
  ];
  for (const [{ table, columns }, rows] of parts) {
    yield hashed(line({ table, columns }));
    const tally = new Tally();
    for await (const bytes of rows) {
      tally.add(bytes);
      yield hashed(bytes);
    }
    yield hashed(END_OF_ROWS);
    tallies[table] = tally.done();
  }
  const trailer = { tables: tallies, sequences: await readSequences(client), sha256: whole.digest("hex") };
  told.trailer(trailer);
  yield line({ end: trailer });
}

/** Puts our own ten bytes for gzip's. */
async function* withOurHead(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let before = GZIP_HEAD.length;
  yield GZIP_HEAD;
  for await (const bytes of packed) {
    const skipped = Math.min(before, bytes.length);
    before -= skipped;
    if (skipped < bytes.length) yield bytes.subarray(skipped);
  }
}

/** Every row as it was at one moment. Migrations wait, so that the schema is one as well. */
async function atOneMoment<Value>(client: pg.Client, run: () => Promise<Value>): Promise<Value> {
  await holdFiles(client);
  await client.query("set lock_timeout = '60s'");
  await client.query("select pg_advisory_lock_shared($1)", [SCHEMA_LOCK]);
  await client.query("begin isolation level repeatable read read only");
  await setTextForm(client);
  const value = await run();
  await client.query("commit");
  return value;
}

const isOfFiles = (error: unknown): boolean =>
  error instanceof Error && "syscall" in error && "path" in error;

async function sync(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Writes the backup. Throws BackupRefused and OtherKey, and then there is no file. */
export async function takeBackup(options: BackupOptions): Promise<BackupTaken> {
  const { file } = options;
  if (await isThere(file)) throw new BackupRefused("exists");
  await access(dirname(file), constants.W_OK).catch((error: unknown) => {
    throw new BackupRefused("not-writable", {}, error);
  });
  const draft = `${file}.part-${process.pid}`;
  let trailer: Trailer | undefined;
  const lost: string[] = [];
  try {
    await asOwner(options.ownerUrl, (client) =>
      atOneMoment(client, async () => {
        const told = {
          trailer: (known: Trailer): void => {
            trailer = known;
          },
          lost: (name: string): void => {
            lost.push(name);
          },
        };
        const write = createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true });
        await pipeline(content(client, options, told), createGzip(), withOurHead, write);
      }),
    );
    if (await isThere(file)) throw new BackupRefused("exists");
    await rename(draft, file);
    await sync(dirname(file));
  } catch (error) {
    await rm(draft, { force: true });
    if (isDiskFull(error)) throw new BackupRefused("disk-full", {}, error);
    if (isOfFiles(error)) throw new BackupRefused("not-writable", {}, error);
    throw error;
  }
  if (!trailer) throw new Error("a backup ended before its end");
  return {
    rows: rowsOf(trailer),
    tables: tablesIn(trailer),
    files: filesIn(trailer),
    lost,
    bytes: (await stat(file)).size,
  };
}
