/** Bytes from wherever they are: a path, an upload or memory. Read in pieces, from any place, as often as needed. */
import { open } from "node:fs/promises";

/** A path on disk, an uploaded file, or bytes in memory. */
export type TableSource = string | Blob | Uint8Array;

export type ByteSource = {
  readonly size: number;
  /** The bytes of `[start, end)`. */
  readonly read: (start: number, end: number) => AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
};

const PIECE = 64 * 1024;

async function* pieces(bytes: Uint8Array, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let from = start; from < end; from += PIECE) yield bytes.subarray(from, Math.min(from + PIECE, end));
}

async function* piecesOfBlob(blob: Blob, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let from = start; from < end; from += PIECE) {
    yield new Uint8Array(await blob.slice(from, Math.min(from + PIECE, end)).arrayBuffer());
  }
}

/** Opens a source. A path that can't be opened throws, as any fault of the machine does. */
export async function openSource(source: TableSource): Promise<ByteSource> {
  if (source instanceof Uint8Array) {
    return { size: source.length, read: (start, end) => pieces(source, start, end), close: async () => {} };
  }
  if (source instanceof Blob) {
    return {
      size: source.size,
      read: (start, end) => piecesOfBlob(source, start, end),
      close: async () => {},
    };
  }
  const file = await open(source, "r");
  const { size } = await file.stat();
  let closed = false;
  return {
    size,
    async *read(start, end) {
      for (let from = start; from < end;) {
        const { bytesRead, buffer } = await file.read(
          new Uint8Array(Math.min(PIECE, end - from)),
          0,
          undefined,
          from,
        );
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
        from += bytesRead;
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      await file.close();
    },
  };
}

/** The first `length` bytes, or all there are. */
export async function firstBytes(source: ByteSource, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of source.read(0, Math.min(length, source.size))) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}
