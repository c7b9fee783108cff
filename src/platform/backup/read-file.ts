/** Reads a backup file from its first byte to its last, in little memory, and refuses it when anything in it is not as it was written. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import {
  anyHeaderSchema,
  BackupRefused,
  END_OF_ROWS,
  FORMAT,
  GZIP_HEAD,
  headerSchema,
  Tally,
  tableSchema,
  trailerSchema,
  type Header,
  type Section,
  type TableTally,
  type Verified,
} from "./format.ts";

/** No line of JSON is longer. */
const LONGEST_LINE = 4_000_000;
const END_AFTER_ROW = Buffer.from("\n\\.\n");

/** Lines and rows, off a stream of bytes. */
class Scanner {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next();
    if (done) return false;
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    return true;
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async isAtEnd(): Promise<boolean> {
    return this.#rest.length === 0 && !(await this.#more());
  }

  /** The next line, with its end. */
  async line(): Promise<Buffer> {
    for (;;) {
      const end = this.#rest.indexOf(10);
      if (end !== -1) return this.#take(end + 1);
      if (this.#rest.length > LONGEST_LINE) throw new BackupRefused("damaged");
      if (!(await this.#more())) throw new BackupRefused("truncated");
    }
  }

  /** The rows up to the line that ends them, in pieces as they come. */
  async *rows(): AsyncGenerator<Buffer> {
    while (this.#rest.length < END_OF_ROWS.length)
      if (!(await this.#more())) throw new BackupRefused("truncated");
    if (this.#rest.subarray(0, END_OF_ROWS.length).equals(END_OF_ROWS)) {
      this.#take(END_OF_ROWS.length);
      return;
    }
    for (;;) {
      const end = this.#rest.indexOf(END_AFTER_ROW);
      if (end !== -1) {
        yield this.#take(end + 1);
        this.#take(END_OF_ROWS.length);
        return;
      }
      // The last bytes may be the beginning of the end.
      const safe = this.#rest.length - END_OF_ROWS.length;
      if (safe > 0) yield this.#take(safe);
      if (!(await this.#more())) throw new BackupRefused("truncated");
    }
  }
}

/** A line as what it must be; `null` when it is something else. */
function parse<Schema extends z.ZodType>(schema: Schema, line: Buffer): z.infer<Schema> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(line.toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readHeader(line: Buffer): Header {
  const any = parse(anyHeaderSchema, line);
  if (!any) throw new BackupRefused("foreign");
  if (any.format !== FORMAT) throw new BackupRefused("other-format", { format: any.format });
  const header = parse(headerSchema, line);
  if (!header) throw new BackupRefused("damaged");
  return header;
}

/** Refuses what is no backup by its first bytes, before anything else is made of it. */
async function checkHead(file: string): Promise<number> {
  const handle = await open(file);
  try {
    const head = Buffer.alloc(GZIP_HEAD.length);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    if (!head.subarray(0, bytesRead).equals(GZIP_HEAD.subarray(0, bytesRead)))
      throw new BackupRefused("foreign");
    if (bytesRead < head.length) throw new BackupRefused("truncated");
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** What reading can fail with, in our terms; anything else goes on as it is. */
function inOurTerms(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return new BackupRefused("truncated", {}, error);
  if (code.startsWith("Z_")) return new BackupRefused("damaged", {}, error);
  if (/^(ENOENT|EACCES|EISDIR|EPERM|ENOTDIR|EIO)$/.test(code))
    return new BackupRefused("not-readable", {}, error);
  return error;
}

/** What is done with the rows of a table. Must read them all. */
export type Reader = (section: Section, rows: AsyncIterable<Buffer>, header: Header) => Promise<void>;

async function readSections(scanner: Scanner, read: Reader): Promise<Verified> {
  const whole = createHash("sha256");
  const first = await scanner.line();
  const header = readHeader(first);
  whole.update(first);
  const tallies: Record<string, TableTally> = {};
  for (;;) {
    const line = await scanner.line();
    const trailer = parse(trailerSchema, line)?.end;
    if (trailer) {
      const same = JSON.stringify(tallies) === JSON.stringify(trailer.tables);
      if (!same || whole.digest("hex") !== trailer.sha256 || !(await scanner.isAtEnd()))
        throw new BackupRefused("damaged");
      return { header, trailer };
    }
    const section = parse(tableSchema, line);
    if (!section) throw new BackupRefused("damaged");
    whole.update(line);
    const tally = new Tally();
    const passing = async function* (): AsyncGenerator<Buffer> {
      for await (const bytes of scanner.rows()) {
        tally.add(bytes);
        whole.update(bytes);
        yield bytes;
      }
    };
    await read(section, passing(), header);
    whole.update(END_OF_ROWS);
    tallies[section.table] = tally.done();
  }
}

/** Hands every table of the file to `read`, and answers with what the file says of itself, which then is true. Throws BackupRefused. */
export async function readBackup(file: string, read: Reader): Promise<Verified> {
  const gunzip = createGunzip();
  try {
    const size = await checkHead(file);
    // What goes wrong in the file goes wrong in what is read from it, too.
    pipeline(createReadStream(file), gunzip, () => undefined);
    const verified = await readSections(new Scanner(gunzip), read);
    if (gunzip.bytesWritten !== size) throw new BackupRefused("damaged");
    return verified;
  } catch (error) {
    throw inOurTerms(error);
  } finally {
    gunzip.destroy();
  }
}

/** Reads the whole file and nothing else. Throws BackupRefused. */
export async function verifyBackup(file: string): Promise<Verified & { readonly bytes: number }> {
  const verified = await readBackup(file, async (_section, rows) => {
    for await (const _ of rows) continue;
  });
  return { ...verified, bytes: (await stat(file)).size };
}
