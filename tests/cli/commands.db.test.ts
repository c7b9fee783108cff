/** The command line as its user meets it: a process, its words and its exit code. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { addDays, dayOf } from "../../src/shared/local-date.ts";

const dataFolder = await mkdtemp(join(tmpdir(), "vidga-cli-å "));
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

/** Runs a command on a data folder of its own; gives what it said and how it ended. */
function vidga(...args: readonly string[]): Promise<{ said: string; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["src/cli.ts", ...args], {
      cwd: projectRoot(),
      env: { PATH: process.env["PATH"], VIDGA_DATA: dataFolder },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (bytes: Buffer) => (said += bytes.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve({ said, code }));
  });
}

const ORGANISATION = [
  "organisation",
  "add",
  "--slug",
  "provby",
  "--name",
  "Provby kommun",
  "--kind",
  "municipality",
];

test("INT-1 a fresh installation gets its organisation, its first administrator and its staff from the command line", async () => {
  expect(await vidga(...ORGANISATION)).toEqual({ said: "Provby kommun är tillagd.\n", code: 0 });
  expect(await vidga(...ORGANISATION)).toEqual({ said: "Det namnet är upptaget\n", code: 1 });

  const account = ["--organisation", "provby", "--username", "Ada@provby.example", "--name", "Ada Prov"];
  const added = await vidga("account", "add", ...account, "--role", "administrator");
  expect(added.code).toBe(0);
  expect(added.said).toMatch(/\/o\/provby\/choose-password\/[\w-]{43}\n/);

  const file = ["import", "demo/files/personal-heroma.csv", "--organisation", "provby"];
  const refused = await vidga(...file, "--as", "ada@provby.example");
  expect(refused.code).toBe(1);
  expect(refused.said).toContain("det finns ingen enhet ”1” i dag");
  expect(refused.said).toContain("--leave-out-unreadable");
  const dry = await vidga(...file, "--as", "ada@provby.example", "--dry-run");
  expect(dry).toEqual({ said: expect.stringContaining("76 rader går inte att läsa") as string, code: 0 });
  expect(dry.said).toContain("det finns ingen enhet ”1” i dag");
  expect((await vidga(...file, "--as", "nobody")).code).toBe(1);
});

test("INT-4 placements are taken over and taken out from the command line", async () => {
  const stated = join(dataFolder, "nivåer.csv");
  await writeFile(stated, "Anst.nr;Nivå\nfinns-inte;Bas\n");
  const by = ["--organisation", "provby", "--as", "ada@provby.example"];
  const refused = await vidga("take-over", stated, ...by);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.said).toContain("Rad 2, finns-inte: Anst.nr: ingen anställning har numret ”finns-inte”");
  expect(refused.said).toContain("--leave-out-unreadable");
  expect(await vidga("take-over", stated, ...by, "--dry-run")).toEqual({
    said: `Rad 2, finns-inte: Anst.nr: ingen anställning har numret ”finns-inte”
0 placeras, 0 är placerade där redan, 0 är placerade på annat sätt. En rad går inte att läsa.
Inget är sparat.
`,
    code: 0,
  });
  expect(await vidga("take-over", "--titles", ...by)).toMatchObject({ code: 0 });

  const out = join(dataFolder, "ut.json");
  expect(await vidga("placements", "export", out, ...by)).toEqual({ said: `0 rader i ${out}.\n`, code: 0 });
  expect(await readFile(out, "utf8")).toBe("[]\n");
  expect((await vidga("placements", "export", `${out}.exe`, ...by)).code).toBe(1);
});

test("INT-3 a token is made, seen and revoked from the command line; its text is printed once", async () => {
  const organisation = ["--organisation", "provby"];
  const account = ["--username", "hr-systemet", "--name", "HR-systemet"];
  expect((await vidga("account", "add", ...organisation, ...account)).code).toBe(0);
  const make = [
    "token",
    "create",
    ...organisation,
    "--account",
    "hr-systemet",
    "--name",
    "Varje natt",
    "--scopes",
  ];
  const refused = await vidga(...make, "staff-imports:write,allt", "--last-day", "2099-01-01");
  expect(refused.code).toBe(1);
  expect(refused.said).toContain("allt är inget som en nyckel kan användas till");
  expect(refused.said).toContain("En nyckel gäller högst två år");
  const lastDay = addDays(dayOf(new Date()), 30);
  const made = await vidga(...make, "staff-imports:read,staff-imports:write", "--last-day", lastDay);
  const [, token = ""] = /^(vidga_[\w-]{43})$/m.exec(made.said) ?? [];
  expect([made.code, token.length]).toEqual([0, 49]);
  const listed = await vidga("token", "list", ...organisation);
  expect(listed.said).toContain(`${token.slice(0, 14)}\tVarje natt\tHR-systemet`);
  expect(listed.said).toContain(`Gäller\t${lastDay}\t–`);
  expect(listed.said).not.toContain(token);
  expect((await vidga("token", "revoke", ...organisation, "--token", token.slice(0, 14))).code).toBe(0);
  expect((await vidga("token", "list", ...organisation)).said).toContain("Spärrad");
  expect((await vidga("token", "revoke", ...organisation, "--token", "vidga_nothing")).code).toBe(1);
});

test.each([
  [["nonsense"], "Kommandot nonsense finns inte."],
  [["organisation", "add", "--slug", "x"], "--kind behövs."],
  [
    ["import", "no-such-file.csv", "--organisation", "provby", "--as", "x"],
    "Filen no-such-file.csv går inte att läsa.",
  ],
  [["import", "--such"], "--such"],
  [["take-over", "--organisation", "provby", "--as", "x"], "går inte att läsa"],
  [["placements", "export", "--organisation", "provby", "--as", "x"], "går inte att skriva"],
])("%j is asked for wrongly, and says so in a line", async (args, words) => {
  const { said, code } = await vidga(...args);
  expect(code).toBe(2);
  expect(said).toContain(words);
  expect(said).not.toMatch(/ {4}at /);
});

test("MOD-15 a model is refused in words, by line, from the command line; one that there isn't is not taken out", async () => {
  const lead = ["--username", "petra", "--name", "Petra Prov", "--role", "process_lead"];
  expect((await vidga("account", "add", "--organisation", "provby", ...lead)).code).toBe(0);
  const by = ["--organisation", "provby", "--as", "petra"];
  const model = await vidga("model", "import", "demo/models/fysioterapeut.yaml", ...by);
  expect(model).toMatchObject({ code: 1 });
  expect(model.said).toContain("Yrket Fysioterapeut finns inte");
  const broken = join(dataFolder, "trasig.yaml");
  await writeFile(broken, "vidga: 1\nstruktur: [\n");
  expect((await vidga("model", "import", broken, ...by)).said).toMatch(/^Rad \d+: /);
  const own = join(dataFolder, "eget.csv");
  await writeFile(own, "Rubrik;Bas;Van\nUppgifter;Möter människor;Leder andra\n");
  expect((await vidga("model", "import", own, ...by)).said).toContain("inte Vidgas egen lista");
  expect((await vidga("model", "import", "finns-inte.yaml", ...by)).code).toBe(2);
  const none = await vidga("model", "export", join(dataFolder, "ut.yaml"), ...by, "--model", "finns-inte");
  expect(none.code).toBe(1);
});
