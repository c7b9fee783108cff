/**
 * Secrets that nobody has to choose: made on the first start, kept in the data folder, readable by its owner
 * only. They are worth as much as the data beside them.
 */
import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Hexadecimal, 32 bytes each. */
export type KeptSecrets = {
  /** The password of the embedded database's superuser. */
  readonly admin: string;
  /** The password of the role that owns the schema. */
  readonly owner: string;
  /** The password of the role that the program logs in as. */
  readonly app: string;
  /** The key that the program encrypts and signs with. */
  readonly key: string;
};

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

async function read(path: string): Promise<KeptSecrets | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as KeptSecrets;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** The secrets of a data folder that exists; made if there are none. Two that ask at once get the same ones. */
export async function keptSecrets(dataFolder: string): Promise<KeptSecrets> {
  const path = join(dataFolder, "secrets.json");
  const kept = await read(path);
  if (kept) return kept;
  const random = (): string => randomBytes(32).toString("hex");
  const made: KeptSecrets = { admin: random(), owner: random(), app: random(), key: random() };
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
    await link(draft, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await read(path)) ?? made;
}

/** Puts another key in the place of the one that the data folder keeps: the one that restored data was made with. */
export async function keepKey(dataFolder: string, key: string): Promise<void> {
  const path = join(dataFolder, "secrets.json");
  const draft = `${path}.${process.pid}`;
  const kept = { ...(await keptSecrets(dataFolder)), key };
  await writeFile(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, path);
}
