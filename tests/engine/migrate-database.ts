/** A process that migrates: `node migrate-database.ts <owner's address> <app role> <folder of migrations>`. */
import { migrate } from "../../src/platform/database/migrate.ts";

const [ownerUrl = "", appRole = "", folder = ""] = process.argv.slice(2);
await migrate(ownerUrl, { appRole, folder });
