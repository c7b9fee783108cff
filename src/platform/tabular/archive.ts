/**
 * The parts of a workbook, which is a ZIP. Nothing is believed that the archive says about itself: what comes out is counted
 * as it comes, against one budget for all parts, and reading stops at the budget whatever was promised.
 */
import { Readable } from "node:stream";
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from "yauzl";
import type { ByteSource } from "./source.ts";
import { TableRefused, type TableLimits } from "./table.ts";

/** More parts than any staff list has. */
const MOST_ENTRIES = 2000;
/** Below this much unpacked, the ratio says nothing: an almost empty sheet packs extremely well. */
const RATIO_COUNTS_FROM = 4 * 1024 * 1024;

/** Lets the ZIP reader read from any byte source. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#source.read(start, end), { objectMode: false });
  }
}

/** A fault of the machine (disk, network), as against one of the file. */
const isMachineFault = (error: unknown): boolean => error instanceof Error && "syscall" in error;

const tooLarge = (limits: TableLimits): TableRefused =>
  new TableRefused("too-large-unpacked", { limit: limits.unpackedBytes });

/** Turns the ZIP reader's complaints about the file into a refusal; faults of the machine stay what they are. */
async function orDamaged<Value>(work: Promise<Value>, limits: TableLimits): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TableRefused || isMachineFault(error)) throw error;
    if (error instanceof Error && error.message.startsWith("too many bytes in the stream"))
      throw tooLarge(limits);
    throw new TableRefused("damaged");
  }
}

export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: TableLimits;
  readonly #packed: number;
  #unpacked = 0;

  private constructor(
    zip: ZipFile,
    entries: ReadonlyMap<string, Entry>,
    packed: number,
    limits: TableLimits,
  ) {
    this.#zip = zip;
    this.#entries = entries;
    this.#packed = packed;
    this.#limits = limits;
  }

  /** Reads the list of parts. Refuses what is encrypted, has too many parts or is no archive after all. */
  static async open(source: ByteSource, limits: TableLimits): Promise<Archive> {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
    const zip = await orDamaged(
      fromRandomAccessReaderPromise(new SourceReader(source), source.size, options),
      limits,
    );
    return new Archive(zip, await orDamaged(entriesOf(zip), limits), source.size, limits);
  }

  names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The text of one part, in pieces. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (!entry || !entry.canDecodeFileData()) throw new TableRefused("damaged");
    if (entry.uncompressedSize > this.#limits.unpackedBytes) throw tooLarge(this.#limits);
    const stream = await orDamaged(this.#zip.openReadStreamPromise(entry), this.#limits);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    try {
      for (;;) {
        const next = await orDamaged(pieces.next(), this.#limits);
        if (next.done === true) return;
        this.#count(next.value.length);
        yield decodedPiece(decoder, next.value);
      }
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.#zip.close();
  }

  #count(bytes: number): void {
    this.#unpacked += bytes;
    const swollen =
      this.#unpacked > RATIO_COUNTS_FROM && this.#unpacked / this.#packed > this.#limits.unpackedRatio;
    if (swollen || this.#unpacked > this.#limits.unpackedBytes) throw tooLarge(this.#limits);
  }
}

function decodedPiece(decoder: TextDecoder, piece: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) throw new TableRefused("damaged");
    throw error;
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new TableRefused("damaged");
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new TableRefused("encrypted");
    // Two parts of one name would let two readers see two different sheets.
    if (entries.has(entry.fileName)) throw new TableRefused("damaged");
    entries.set(entry.fileName, entry);
  }
  return entries;
}
