/** Where a test's files are kept: a folder of its own, made when the first one comes, and gone when the test file is done. */
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { FileStore } from "../../src/platform/files/file-store.ts";
import { folderFiles } from "../../src/platform/files/folder-files.ts";
import { newId } from "../../src/shared/ids.ts";

/** Call it at the top of the file, not in a hook. */
export function temporaryFiles(): FileStore & { readonly root: string } {
  const root = join(tmpdir(), `vidga-filer å ${newId()}`);
  afterAll(() => rm(root, { recursive: true, force: true }));
  return { ...folderFiles(root), root };
}
