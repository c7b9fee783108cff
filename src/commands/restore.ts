/** A backup back into an empty installation, or, asked for by name, in the place of what is there. */
import type { Config } from "../config.ts";
import {
  checkFile,
  checkKey,
  restoreBackup,
  type RestorableFile,
} from "../platform/backup/restore-backup.ts";
import { openFiles } from "../platform/files/open-files.ts";
import { keepKey } from "../platform/database/kept-secrets.ts";
import { namedFile, orRefuse, withDatabase } from "./backup.ts";
import { say, t, type Command } from "./command.ts";

/** In Swedish time, to the minute. */
const spoken = (at: string): string =>
  new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: "Europe/Stockholm",
  }).format(new Date(at));

async function put(config: Config, source: RestorableFile, replace: boolean): Promise<void> {
  const { value } = source.header.key;
  // A key that the data folder keeps is replaced by the file's own; one that somebody has chosen must be the right one.
  const movesIn = config.secret === null && value !== null;
  await withDatabase(config, "server", async ({ ownerUrl, appUrl, secret }) => {
    if (!movesIn) checkKey(source.header, secret);
    const appRole = decodeURIComponent(new URL(appUrl).username);
    const files = openFiles(config.files);
    const restored = await restoreBackup(source, { ownerUrl, appRole, files, replace });
    if (movesIn) await keepKey(config.dataFolder, value);
    say(t.restored({ ...restored, madeAt: spoken(source.header.madeAt) }));
    if (restored.migrated > 0) say(t.migrated(restored.migrated));
  });
}

export const restore: Command = {
  name: "restore",
  options: { replace: "boolean" },
  runClosed: async (config, typed) => {
    const file = namedFile(typed);
    await orRefuse(file, async () => put(config, await checkFile(file), typed.has("replace")));
  },
};
