/** Another key than the one that the data was made with, for an installation whose own is lost or known to somebody else. */
import { asOwner, refuseWhileServed } from "../platform/backup/owner.ts";
import { takeKey } from "../platform/database/key-mark.ts";
import { orRefuse, withDatabase } from "./backup.ts";
import { say, t, type Command } from "./command.ts";

export const replaceKey: Command = {
  name: "key replace",
  options: {},
  runClosed: (config) =>
    orRefuse("", () =>
      withDatabase(config, "server", async ({ ownerUrl, appUrl, secret }) => {
        const taken = await asOwner(ownerUrl, async (client) => {
          await refuseWhileServed(client, decodeURIComponent(new URL(appUrl).username));
          return takeKey(client, secret);
        });
        say(taken ? t.keyTaken : t.keyThere);
      }),
    ),
};
