/**
 * What the role that the program logs in as may do: read and write rows, nothing of the schema. A table whose
 * comment starts with `append-only` takes new rows only. The job queue's tables have row-level security of their
 * own, which the app role is let through.
 */
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";

/** The app role has more rights than it may have; the message says which. */
export class UnsafeAppRole extends Error {
  override name = "UnsafeAppRole";
}

const silent = new Logger(() => () => undefined);

/** Refuses a role that row-level security does not bind: superuser, BYPASSRLS, or the owner itself. */
export async function checkAppRole(client: pg.ClientBase | pg.Pool, appRole: string): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean; owns: boolean }>(
    `select rolsuper, rolbypassrls,
       exists (select from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace) as owns
     from pg_roles where rolname = $1`,
    [appRole],
  );
  const role = rows[0];
  if (!role) throw new UnsafeAppRole(`the database has no role ${appRole}`);
  if (role.rolsuper) throw new UnsafeAppRole(`${appRole} is a superuser, past row-level security`);
  if (role.rolbypassrls) throw new UnsafeAppRole(`${appRole} has BYPASSRLS, past row-level security`);
  if (role.owns) throw new UnsafeAppRole(`${appRole} owns tables: it must be another role than the owner`);
}

const grants = (role: string): string => `
  grant usage on schema public, migration, graphile_worker to ${role};
  grant select on all tables in schema migration to ${role};
  grant select, insert, update, delete on all tables in schema public, graphile_worker to ${role};
  grant usage, select on all sequences in schema public, graphile_worker to ${role};
  grant execute on all functions in schema graphile_worker to ${role};
  revoke insert, update, delete on graphile_worker.migrations from ${role};`;

/** Appends only: no change, no removal. */
async function holdAppendOnly(client: pg.ClientBase, role: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
       and obj_description(oid, 'pg_class') like 'append-only%'`,
  );
  for (const { name } of rows) await client.query(`revoke update, delete, truncate on ${name} from ${role}`);
}

/** The queue's tables have row-level security without policies; what a role may do there is said by the grants. */
async function letThroughToQueue(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relkind = 'r' and relrowsecurity and relnamespace = 'graphile_worker'::regnamespace
       and not exists (select from pg_policy where polrelid = pg_class.oid and polname = 'app')`,
  );
  for (const { name } of rows)
    await client.query(`create policy app on ${name} using (true) with check (true)`);
}

/** Brings the job queue's own tables up to date as owner. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: silent });
}

/** Gives `appRole` its rights, in the transaction that is open. */
export async function grantRights(client: pg.ClientBase, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole);
  await client.query(grants(role));
  await holdAppendOnly(client, role);
  await letThroughToQueue(client);
}
