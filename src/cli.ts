/**
 * The command line: `npm run vidga -- <command>`. Attaches to the database of a running server, or starts it for as long as it is needed. Ends
 * with 0 when it is done, 1 when it was refused with reasons, 2 when it was asked for wrongly.
 */
import { openAccount } from "./commands/accounts.ts";
import { backup } from "./commands/backup.ts";
import { complain, Misuse, readTyped, Refused, say, t, type Command } from "./commands/command.ts";
import { importStaff } from "./commands/import-staff.ts";
import { replaceKey } from "./commands/key.ts";
import { exportModel, importModel } from "./commands/models.ts";
import { addOrganisation, admit } from "./commands/organisations.ts";
import { restore } from "./commands/restore.ts";
import { createToken, endToken, listTokens } from "./commands/tokens.ts";
import { exportPlacements, takeOverPlacements } from "./commands/take-over.ts";
import { ConfigError, readConfig } from "./config.ts";
import { databaseOn } from "./platform/database/transactions.ts";
import { cannotOpen, openForCommand } from "./platform/database/open.ts";
import { FilesAway } from "./platform/files/file-store.ts";
import { openFiles } from "./platform/files/open-files.ts";
import { NotFound } from "./shared/result.ts";
import { subscriptions } from "./subscriptions.ts";

const COMMANDS: readonly Command[] = [
  addOrganisation,
  admit,
  openAccount,
  importStaff,
  backup,
  restore,
  replaceKey,
  createToken,
  listTokens,
  endToken,
  takeOverPlacements,
  exportPlacements,
  importModel,
  exportModel,
];

async function run(args: readonly string[]): Promise<void> {
  const line = args.join(" ");
  if (line === "" || line === "help") {
    say(t.help);
    return;
  }
  const command = COMMANDS.find(({ name }) => line === name || line.startsWith(`${name} `));
  if (!command) throw new Misuse(t.unknown(line));
  const typed = readTyped(command, args.slice(command.name.split(" ").length));
  const config = readConfig(process.env);
  if ("runClosed" in command) return command.runClosed(config, typed);
  const { pool, secret, close } = await openForCommand(config);
  try {
    const files = openFiles(config.files);
    const workshop = { db: databaseOn(pool), clock: () => new Date(), subscriptions, secret, files };
    await command.run(workshop, typed, config);
  } finally {
    await close();
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof Refused) process.exitCode = 1;
  else if (error instanceof NotFound) {
    complain(t.notFound);
    process.exitCode = 1;
  } else if (error instanceof FilesAway) {
    complain(t.filesAway(error.code));
    process.exitCode = 1;
  } else if (error instanceof Misuse || error instanceof ConfigError || cannotOpen(error)) {
    complain(error.message);
    process.exitCode = 2;
  } else throw error;
}
