/** For what has to do with no files: a place where nothing is ever found. */
import type { FileStore } from "../../src/platform/files/file-store.ts";

export const NO_FILES: FileStore = {
  put: () => Promise.resolve(),
  get: () => Promise.resolve(null),
  list: () => Promise.resolve([]),
  remove: () => Promise.resolve(),
  check: () => Promise.resolve(),
};
