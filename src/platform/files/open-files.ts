/** The place for files that the configuration names. */
import type { FilesConfig } from "../../config.ts";
import { bucketFiles } from "./bucket-files.ts";
import type { FileStore } from "./file-store.ts";
import { folderFiles } from "./folder-files.ts";

export const openFiles = (config: FilesConfig): FileStore =>
  config.kind === "folder" ? folderFiles(config.path) : bucketFiles(config);
