/** Files in a folder: `<organisation>/<two first digits>/<hash>`. What is being written has another name until it is whole and on disk. */
import { randomUUID } from "node:crypto";
import { access, constants, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeRefusal } from "../write-refusal.ts";
import { FilesAway, type FileName, type FileStore } from "./file-store.ts";

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** What is asked for; null when there is none. */
const orNull = async <Value>(asked: Promise<Value>): Promise<Value | null> => {
  try {
    return await asked;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
};

/** Waits until what was written is on disk: a file's bytes, or a folder's names. */
async function sync(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A folder that is closed to the program is told of as a bucket that is. Throws FilesAway. */
async function orAway<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    const refusal = writeRefusal(error);
    throw refusal === null ? error : new FilesAway(refusal);
  }
}

/** Whether files may be made in the folder, or it in the nearest one above that is there. */
async function tryFolder(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (!isAbsent(error) || folder === dirname(folder)) throw error;
    await tryFolder(dirname(folder));
  }
}

/** `root` is made when the first file comes. Only its owner can read what is in it. */
export function folderFiles(root: string): FileStore {
  const folderOf = ({ organisationId, hash }: FileName): string =>
    join(root, organisationId, hash.slice(0, 2));
  const pathOf = (name: FileName): string => join(folderOf(name), name.hash);
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      const draft = `${path}.${randomUUID()}.part`;
      const made = await orAway(mkdir(folderOf(name), { recursive: true, mode: 0o700 }));
      try {
        const handle = await orAway(open(draft, "wx", 0o600));
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await sync(folderOf(name));
      if (made !== undefined)
        for (let folder = folderOf(name); folder !== dirname(made); folder = dirname(folder))
          await sync(dirname(folder));
    },
    get: (name) => orNull(readFile(pathOf(name))),
    async list(organisationId) {
      // What a crash left unfinished is among them, by its own name.
      const names = (await orNull(readdir(join(root, organisationId), { recursive: true }))) ?? [];
      return names.map((name) => name.slice(3)).filter((name) => name !== "");
    },
    async remove(name) {
      await rm(pathOf(name), { force: true });
    },
    check: () => orAway(tryFolder(root)),
  };
}
