/**
 * Makes a checkout ready: `node scripts/prepare.mjs <for what>`. Runs before every npm script, on the machine's own
 * Node (20 or newer) and without any package: installs what is missing, makes sure of Node 24 and, for `start` and
 * `test`, builds the server. What is already so is left alone, in a fraction of a second.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const NODE = 24;
const BUILT_FOR = new Set(["start", "test"]);
const LOCK_PATIENCE_MS = 15 * 60_000;

/** Something that the one who runs it can mend; printed as one line. */
class CannotPrepare extends Error {}

const say = (text) => process.stderr.write(`vidga: ${text}\n`);
const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : null);

/** PATH without this project's own programs: an installation must not run on a Node that it is replacing. */
const machinePath = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((folder) => folder !== "" && !`${folder}${sep}`.startsWith(`${modules}${sep}`))
  .join(delimiter);

function onMachinePath(program) {
  for (const folder of machinePath.split(delimiter)) {
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return null;
}

/** Runs to the end; what it printed is shown only when it fails. Resolves to whether it went well. */
function run(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const printed = [];
    child.stdout.on("data", (data) => printed.push(data));
    child.stderr.on("data", (data) => printed.push(data));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ ok: code === 0, printed: Buffer.concat(printed).toString("utf8") }),
    );
  });
}

/**
 * One at a time in a checkout: a name in Linux's abstract socket space, which the kernel frees when its process ends
 * in whatever way. Where there are no such names it goes without.
 */
async function lock() {
  const mark = createHash("sha256").update(root).digest("hex").slice(0, 32);
  const take = () =>
    new Promise((resolve) => {
      const server = createServer();
      server.once("error", (error) => resolve(error.code === "EADDRINUSE" ? null : () => undefined));
      server.listen(`\0vidga-prepare-${mark}`, () => resolve(() => server.close()));
    });
  const begun = Date.now();
  for (;;) {
    const release = await take();
    if (release) return release;
    if (Date.now() - begun > LOCK_PATIENCE_MS)
      throw new CannotPrepare("another one is still preparing this folder");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** npm, on the machine's own Node. */
async function npm(...args) {
  const flags = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const inherited = process.env.npm_execpath;
  const script = inherited?.endsWith("npm-cli.js") && !inherited.startsWith(modules) ? inherited : null;
  const program = script ? (onMachinePath("node") ?? process.execPath) : onMachinePath("npm");
  if (!program) throw new CannotPrepare("npm is not on this machine");
  return run(program, [...(script ? [script] : []), ...args, ...flags], { PATH: machinePath });
}

async function install() {
  const lockfile = readFileSync(join(root, "package-lock.json"));
  const wanted = `${createHash("sha256").update(lockfile).digest("hex")} ${process.platform}-${process.arch}\n`;
  const stamp = join(modules, ".vidga-installed");
  if (read(stamp) === wanted) return;
  say("installing packages, about a minute …");
  const lighter = ["install", "--no-save"];
  // What was once whole is brought up to date in place; anything else is laid anew. Some registries lack other
  // platforms' optional packages, which makes `ci` refuse what `install` leaves out.
  let outcome = await npm(...(read(stamp) === null ? ["ci"] : lighter));
  if (!outcome.ok) outcome = await npm(...lighter);
  if (!outcome.ok) throw new CannotPrepare(`the packages could not be installed\n${outcome.printed.trim()}`);
  writeFileSync(stamp, wanted);
}

const majorOf = (node) =>
  Number(/^v(\d+)\./.exec(spawnSync(node, ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1]);

/** The Node that npm scripts run on from here: the packages' own, else the machine's when it is new enough. */
function ensureNode() {
  const packaged = join(modules, ".bin", "node");
  if (majorOf(packaged) >= NODE) return packaged;
  const own = onMachinePath("node");
  if (!own || !(majorOf(own) >= NODE))
    throw new CannotPrepare(
      `there is no Node ${NODE} in the packages for ${process.platform}-${process.arch}: install it`,
    );
  rmSync(packaged, { force: true });
  return own;
}

/** Every file that the build depends on. */
function sourcesHash() {
  const hash = createHash("sha256");
  const add = (path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else add(path);
    }
  };
  for (const folder of ["src", "demo", "public"]) if (existsSync(join(root, folder))) walk(folder);
  for (const file of ["package-lock.json", "tsconfig.json", "vite.config.ts", "react-router.config.ts"])
    add(file);
  return `${hash.digest("hex")}\n`;
}

async function build(node) {
  const stamp = join(root, "build", ".vidga-built");
  const wanted = sourcesHash();
  if (read(stamp) === wanted) return;
  say("building …");
  rmSync(join(root, "build"), { recursive: true, force: true });
  const outcome = await run(node, [join(modules, ".bin", "react-router"), "build"], {
    NODE_ENV: "production",
  });
  if (!outcome.ok) throw new CannotPrepare(`the build failed\n${outcome.printed.trim()}`);
  writeFileSync(stamp, wanted);
}

const release = await lock();
try {
  await install();
  const node = ensureNode();
  if (BUILT_FOR.has(process.argv[2])) await build(node);
} catch (error) {
  if (!(error instanceof CannotPrepare)) throw error;
  say(error.message);
  process.exitCode = 1;
} finally {
  release();
}
