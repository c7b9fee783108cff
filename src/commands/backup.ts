/** Everything into a file, while the installation is in use. */
import { resolve } from "node:path";
import type { Config } from "../config.ts";
import { BackupRefused } from "../platform/backup/format.ts";
import { takeBackup } from "../platform/backup/take-backup.ts";
import { openDatabase, type OpenDatabase } from "../platform/database/data-folder.ts";
import { openFiles } from "../platform/files/open-files.ts";
import { complain, Misuse, refuse, Refused, say, t, type Command, type Typed } from "./command.ts";

/** The file that was named, absolute. */
export function namedFile(typed: Typed): string {
  if (typed.argument === undefined) throw new Misuse(t.neededFile);
  return resolve(typed.argument);
}

/** Runs `run`; a refusal is said in one line. */
export async function orRefuse(file: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    refuse([{ code: error.reason.code, data: { file, ...error.reason.data } }], t.backupReasons);
  }
}

/** Opens the database as it is, without migrating it, for as long as `run` takes. */
export async function withDatabase(
  config: Config,
  as: "server" | "command",
  run: (database: OpenDatabase & { readonly ownerUrl: string }) => Promise<void>,
): Promise<void> {
  if (config.database.kind === "external" && config.database.ownerUrl === null)
    throw new BackupRefused("no-owner");
  const database = await openDatabase(config, { as });
  try {
    if (database.ownerUrl === null) throw new BackupRefused("no-owner");
    await run({ ...database, ownerUrl: database.ownerUrl });
  } finally {
    await database.close();
  }
}

const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;

export const backup: Command = {
  name: "backup",
  options: {},
  runClosed: async (config, typed) => {
    const file = namedFile(typed);
    const goesAlong = config.secret === null;
    await orRefuse(file, () =>
      withDatabase(config, "command", async ({ ownerUrl, secret }) => {
        const key = { value: secret, goesAlong };
        const files = openFiles(config.files);
        const { lost, ...taken } = await takeBackup({ ownerUrl, file, files, now: new Date(), key });
        say(t.backedUp({ ...taken, file, size: size(taken.bytes) }));
        if (!goesAlong) say(t.keyNotAlong);
        if (lost.length === 0) return;
        for (const name of lost) complain(t.fileLost(name));
        throw new Refused();
      }),
    );
  },
};
