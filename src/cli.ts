/**
 * The command line: `npm run vidga -- <command>`. Attaches to the database of a running server, or starts it for as long as it is needed. Ends
 * with 0 when it is done, 1 when it was refused with reasons, 2 when it was asked for wrongly.
 */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { actAs } from "./identity/act-as.ts";
import { addAccount, giveRole, invite, operator } from "./identity/keep-accounts.ts";
import { messages } from "./messages/messages.ts";
import { spell, type ReasonWords } from "./messages/spell.ts";
import { admitMember, foundOrganisation } from "./organisation/found-organisation.ts";
import { viewOrganisations } from "./organisation/view-organisations.ts";
import { importStaffNow } from "./people/import-now.ts";
import { kyselyOn, openPool } from "./platform/database/connect.ts";
import { openDatabase } from "./platform/database/data-folder.ts";
import { EmbeddedError } from "./platform/database/embedded.ts";
import { liveUnlessDemo } from "./platform/database/installation.ts";
import { migrate } from "./platform/database/migrate.ts";
import { work, type Workshop } from "./platform/database/work.ts";
import type { Tenant } from "./shared/actor.ts";
import { NotFound, type Reason } from "./shared/result.ts";
import { subscriptions } from "./subscriptions.ts";

const words = messages.sv;
const t = words.commandLine;
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Asked for wrongly: said in one line, and nothing was done. */
class Misuse extends Error {}

/** Refused with reasons, which have been said. */
class Refused extends Error {}

const parse = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      slug: { type: "string" },
      name: { type: "string" },
      kind: { type: "string" },
      association: { type: "string" },
      member: { type: "string" },
      from: { type: "string" },
      organisation: { type: "string" },
      username: { type: "string" },
      role: { type: "string" },
      "employment-number": { type: "string" },
      as: { type: "string" },
      "dry-run": { type: "boolean" },
      "confirm-leavers": { type: "boolean" },
      "leave-out-unreadable": { type: "boolean" },
    },
  });

/** What was asked for; an option that does not exist is said in one line. */
const { values: options, positionals } = ((): ReturnType<typeof parse> => {
  try {
    return parse();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : ""}\n`);
    return process.exit(2);
  }
})();

type TextOption = {
  [Name in keyof typeof options]: (typeof options)[Name] extends string | undefined ? Name : never;
}[keyof typeof options];

function needed(name: NonNullable<TextOption>): string {
  const value = options[name];
  if (typeof value !== "string" || value === "") throw new Misuse(t.missing(name));
  return value;
}

function refuse(reasons: readonly Reason[], reasonWords: ReasonWords): never {
  for (const { message } of spell(reasons, reasonWords).list) process.stderr.write(`${message}\n`);
  throw new Refused();
}

const KINDS: readonly string[] = [
  "municipality",
  "region",
  "association",
  "company",
] satisfies Tenant["kind"][];

async function addOrganisation({ db }: Workshop): Promise<void> {
  const kind = needed("kind");
  if (!KINDS.includes(kind)) throw new Misuse(t.missing("kind"));
  const added = await foundOrganisation(db, {
    slug: needed("slug"),
    name: needed("name"),
    kind: kind as Tenant["kind"],
  });
  if (!added.ok) refuse(added.reasons, t.reasons);
  say(t.added(added.value.name));
}

async function admit({ db }: Workshop): Promise<void> {
  const [association, member] = [needed("association"), needed("member")];
  const admitted = await admitMember(db, { association, member, from: needed("from"), to: null });
  if (!admitted.ok) refuse(admitted.reasons, t.reasons);
  say(t.admitted(member, association));
}

async function openAccount(workshop: Workshop, config: Config): Promise<void> {
  const slug = needed("organisation");
  const tenant = (await viewOrganisations(workshop)).find((each) => each.slug === slug);
  if (!tenant) throw new NotFound("organisation");
  const displayName = needed("name");
  const token = await work(workshop, { slug, actor: operator(tenant) }, async (unit) => {
    const employmentNumber = options["employment-number"] ?? "";
    const added = await addAccount(unit, { username: needed("username"), displayName, employmentNumber });
    if (!added.ok) return refuse(added.reasons, words.identity.reasons);
    if (options.role !== undefined) {
      const scope = { unitId: null, professionIds: [], employmentNumber: "", reason: "", lastDay: null };
      const given = await giveRole(unit, added.value, { ...scope, role: options.role, from: unit.today });
      if (!given.ok) return refuse(given.reasons, words.identity.reasons);
    }
    return invite(unit, added.value);
  });
  say(t.added(displayName));
  const origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
  say(t.invitation(`${origin}/o/${slug}/choose-password/${token}`));
}

async function importStaff(workshop: Workshop, _config: Config, file: string | undefined): Promise<void> {
  if (file === undefined) throw new Misuse(t.noFile(""));
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Misuse(t.noFile(file), { cause: error });
  });
  const dryRun = options["dry-run"] ?? false;
  const result = await importStaffNow(workshop, {
    slug: needed("organisation"),
    actor: actAs(needed("as")),
    filename: basename(file),
    bytes,
    dryRun,
    confirmLeavers: options["confirm-leavers"] ?? false,
    leaveOut: options["leave-out-unreadable"] ?? false,
  });
  if (result.ok) {
    say(t.counts(result.value));
    say(dryRun ? t.dryRun : t.saved);
    return;
  }
  if (result.counts) say(t.counts(result.counts));
  for (const { line, number, name, reasons } of result.problems ?? []) {
    const problems = spell(reasons, words.staffImport.rowReasons).list.map(({ message }) => message);
    process.stderr.write(`${t.row(line, [number, name].filter(Boolean).join(" "), problems.join(", "))}\n`);
  }
  const answers: Readonly<Record<string, string>> = t.answer;
  for (const { code } of result.reasons) if (answers[code]) process.stderr.write(`${answers[code]}\n`);
  refuse(result.reasons, words.staffImport.reasons);
}

type Command = (workshop: Workshop, config: Config, argument: string | undefined) => Promise<void>;

const COMMANDS: Readonly<Record<string, Command>> = {
  "organisation add": addOrganisation,
  "organisation admit": admit,
  "account add": openAccount,
  import: importStaff,
};

async function run(): Promise<void> {
  const [first = "help", second = ""] = positionals;
  if (first === "help") {
    say(t.help);
    return;
  }
  const command = COMMANDS[first] ?? COMMANDS[`${first} ${second}`];
  if (!command) throw new Misuse(t.unknown(positionals.join(" ")));
  const config = readConfig(process.env);
  const database = await openDatabase(config, { as: "command" });
  const pool = openPool(database.appUrl, { applicationName: "vidga command" });
  try {
    if (database.ownerUrl) await migrate(database.ownerUrl, { appRole: new URL(database.appUrl).username });
    await liveUnlessDemo(pool);
    await command(
      { db: kyselyOn(pool), clock: () => new Date(), subscriptions, secret: database.secret },
      config,
      second,
    );
  } finally {
    await pool.end();
    await database.close();
  }
}

try {
  await run();
} catch (error) {
  if (error instanceof Refused) process.exitCode = 1;
  else if (error instanceof NotFound) {
    process.stderr.write(`${t.notFound}\n`);
    process.exitCode = 1;
  } else if (error instanceof Misuse || error instanceof ConfigError || error instanceof EmbeddedError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else throw error;
}
