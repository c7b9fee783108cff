/** A live installation with one organisation, an administrator and an employee who can sign in with a password. */
import { hashPassword } from "../../src/identity/sign-in.ts";
import { hashToken, newToken } from "../../src/identity/session.ts";
import { newId } from "../../src/shared/ids.ts";
import { SECRET, testDatabase } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { world } from "../people/world.ts";
import { Client } from "./client.ts";

export const PASSWORD = "en lång mening som lösenord";

export async function site() {
  const database = await testDatabase();
  const here = await world(database, "http");
  const unit = await here.unit("Rehab", null);
  const password_hash = await hashPassword(PASSWORD);
  const join = async (username: string, display_name: string, role?: string) => {
    const [accountId, personId] = [newId(), await here.person(display_name)];
    await here.employ(personId, unit);
    await here.put("account", { id: accountId, person_id: personId, username, display_name, password_hash });
    if (role)
      await here.put("role_grant", { id: newId(), account_id: accountId, role, valid_from: "2020-01-01" });
    return { accountId, personId, username };
  };
  const admin = await join("admin@exempel.se", "Ada Administratör", "administrator");
  const employee = await join("kim@exempel.se", "Kim Medarbetare");
  await join("demo-kim", "Demo Kim");

  const serve = (env: Readonly<Record<string, string>> = {}): Promise<TestServer> =>
    startServer({
      databaseUrl: database.appUrl,
      databaseOwnerUrl: database.ownerUrl,
      env: { VIDGA_SECRET: SECRET, ...env },
    });
  /** A client with a session that began and was last used `minutesAgo`. */
  const signedIn = async (url: string, accountId: string, minutesAgo = 0): Promise<Client> => {
    const token = newToken();
    const at = new Date(Date.now() - minutesAgo * 60_000);
    const session = { token_hash: hashToken(token), account_id: accountId, created_at: at, seen_at: at };
    await here.put("session", session);
    const client = new Client(url);
    client.cookies.set(`vidga-${here.slug}`, token);
    return client;
  };
  return { ...here, database, home: `/o/${here.slug}`, unitId: unit, admin, employee, serve, signedIn };
}
