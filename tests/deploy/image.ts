/**
 * The folder that `deploy/Containerfile` makes, without an engine: what it copies out of a checkout whose packages are those for production, less what it
 * takes away. For the packages it goes by the lockfile, as npm does when it prunes.
 */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectRoot } from "../../src/platform/database/project-root.ts";

/** Each instruction on one line, without comments. */
const instructions = readFileSync(join(projectRoot(), "deploy/Containerfile"), "utf8")
  .replaceAll(/^#.*\n/gm, "")
  .replaceAll(/\\\n\s*/g, "");

/** What stands in the file where the pattern's group is. */
function stated(pattern: RegExp): string {
  const found = pattern.exec(instructions)?.[1];
  if (found === undefined) throw new Error(`deploy/Containerfile has nothing like ${pattern.source}`);
  return found;
}

/** The variables that it sets. */
export const variables = Object.fromEntries(
  stated(/^ENV (.+)$/m)
    .split(" ")
    .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
) as Readonly<Record<string, string>>;

/** What it runs, and what it asks about its health. */
export const command = JSON.parse(stated(/^CMD (.+)$/m)) as string[];
export const healthCheck = JSON.parse(stated(/^HEALTHCHECK .*CMD (.+)$/m)) as string[];

/** The folders that are its user's own. */
export const ownFolders = stated(/ chown node:node (.+)$/m).split(" ");

/** Files and folders, as links to the same bytes where that can be. */
async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    execFileSync("cp", ["-al", from, to], { stdio: "ignore" });
  } catch {
    execFileSync("cp", ["-a", from, to]);
  }
}

/** The packages of the first stage when it has been pruned; those that lie in another's folder come with it. */
function packages(): string[] {
  const lock = JSON.parse(readFileSync(join(projectRoot(), "package-lock.json"), "utf8")) as {
    packages: Record<string, { dev?: boolean }>;
  };
  const removed = stated(/ rm -rf (.+)$/m)
    .split(" ")
    .flatMap((pattern) => globSync(pattern, { cwd: projectRoot() }));
  return Object.entries(lock.packages).flatMap(([path, { dev }]) => {
    const isOwn = path.lastIndexOf("node_modules/") === 0 && existsSync(join(projectRoot(), path));
    const isRemoved = removed.some((folder) => `${path}/`.startsWith(`${folder}/`));
    return isOwn && !dev && !isRemoved ? [path] : [];
  });
}

/** Lays the image's folder out; the caller takes it away. */
export async function layOutImage(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "vidga-image-"));
  for (const [, from = "", to = ""] of instructions.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm)) {
    const parts = from === "node_modules" ? packages() : [from];
    for (const part of parts)
      await copy(
        join(projectRoot(), part),
        join(root, to.endsWith("/") ? join(to, part.split("/").at(-1) ?? "") : part),
      );
  }
  return root;
}
