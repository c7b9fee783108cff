/**
 * A process that uses a data folder until its standard input ends: `node hold-database.ts <folder> server|command`.
 * Prints one line of JSON: its database, or why it has none.
 */
import { readConfig } from "../../src/config.ts";
import { openDatabase } from "../../src/platform/database/data-folder.ts";

const [folder = "", as] = process.argv.slice(2);
try {
  const database = await openDatabase(readConfig({ VIDGA_DATA: folder, PORT: "3210" }), {
    as: as === "server" ? "server" : "command",
  });
  process.stdout.write(`${JSON.stringify(database)}\n`);
  process.stdin.resume().once("end", () => void database.close());
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refused: String(error) })}\n`);
}
