import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../src/platform/database/project-root.ts";

const places: string[] = [];
afterAll(() => Promise.all(places.map((place) => rm(place, { recursive: true }))));

/** A checkout with an npm that only notes what it is asked, and puts this Node into `node_modules`. */
class Checkout {
  readonly root: string;
  readonly bin: string;

  constructor(place: string) {
    this.root = join(place, "check out å");
    this.bin = join(place, "bin");
  }

  static async make(): Promise<Checkout> {
    const place = await mkdtemp(join(tmpdir(), "vidga-prepare-"));
    places.push(place);
    const made = new Checkout(place);
    await mkdir(made.bin);
    for (const folder of ["scripts", "src"]) await mkdir(join(made.root, folder), { recursive: true });
    await cp(join(projectRoot(), "scripts/prepare.mjs"), join(made.root, "scripts/prepare.mjs"));
    for (const file of ["package-lock.json", "tsconfig.json", "vite.config.ts", "react-router.config.ts"])
      await made.write(file, "{}");
    await made.write("src/main.ts", "first");
    await symlink(process.execPath, join(made.bin, "machine-node"));
    await made.program("node", 'exec "$(dirname "$0")/machine-node" "$@"');
    await made.npm();
    return made;
  }

  write(path: string, text: string): Promise<void> {
    return writeFile(join(this.root, path), text);
  }

  async program(name: string, script: string): Promise<void> {
    await writeFile(join(this.bin, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(this.bin, name), 0o755);
  }

  /** What npm does: slowly enough for two to meet, `refusing` some of its commands, leaving `node` as the project's Node. */
  async npm(options: { refusing?: string; node?: string } = {}): Promise<void> {
    const builder =
      "#!/bin/sh\\necho built >> calls\\ncat src/main.ts\\nmkdir -p build\\ngrep -qv broken src/main.ts";
    await this.program(
      "npm",
      `echo "$1" >> calls
       case "$1" in ${options.refusing ?? "nothing"}) echo "no such package"; exit 1;; esac
       sleep 0.5
       mkdir -p node_modules/.bin
       ln -sf "${options.node ?? join(this.bin, "machine-node")}" node_modules/.bin/node
       printf '${builder}' > node_modules/.bin/react-router
       mv node_modules/.bin/react-router node_modules/.bin/build-steps
       printf 'require("child_process").execFileSync("sh", ["node_modules/.bin/build-steps"], { stdio: "inherit" })' > node_modules/.bin/react-router`,
    );
  }

  async prepare(what: string): Promise<{ code: number; said: string }> {
    const child = spawn(process.execPath, ["scripts/prepare.mjs", what], {
      cwd: this.root,
      env: { PATH: `${this.bin}:/usr/bin:/bin` },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const said: Buffer[] = [];
    child.stderr.on("data", (data: Buffer) => said.push(data));
    const [code] = (await once(child, "close")) as [number];
    return { code, said: Buffer.concat(said).toString("utf8") };
  }

  async calls(): Promise<string[]> {
    return (await readFile(join(this.root, "calls"), "utf8")).trim().split("\n");
  }
}

describe("preparing a checkout", () => {
  test("installs once, and again when the lockfile is another", async () => {
    const checkout = await Checkout.make();
    expect((await checkout.prepare("vidga")).said).toBe("vidga: installing packages, about a minute …\n");
    expect(await checkout.prepare("vidga")).toEqual({ code: 0, said: "" });
    expect(await checkout.calls()).toEqual(["ci"]);
    await checkout.write("package-lock.json", "{ }");
    await checkout.prepare("vidga");
    expect(await checkout.calls()).toEqual(["ci", "install"]);
  });

  test("installs another way where the registry lacks something", async () => {
    const checkout = await Checkout.make();
    await checkout.npm({ refusing: "ci" });
    expect((await checkout.prepare("vidga")).code).toBe(0);
    expect(await checkout.calls()).toEqual(["ci", "install"]);
  });

  test("says what npm said when nothing helps, and tries again the next time", async () => {
    const checkout = await Checkout.make();
    await checkout.npm({ refusing: "*" });
    const failed = await checkout.prepare("vidga");
    expect(failed.code).toBe(1);
    expect(failed.said).toMatch(/the packages could not be installed\nno such package\n$/);
    await checkout.npm();
    expect((await checkout.prepare("vidga")).code).toBe(0);
  });

  test("of two at once, one installs", async () => {
    const checkout = await Checkout.make();
    const both = await Promise.all([checkout.prepare("start"), checkout.prepare("start")]);
    expect(both.map((each) => each.code)).toEqual([0, 0]);
    expect(await checkout.calls()).toEqual(["ci", "built"]);
  });

  test("takes the machine's Node where the packages bring none that runs", async () => {
    const checkout = await Checkout.make();
    await checkout.npm({ node: "/nowhere" });
    expect((await checkout.prepare("vidga")).code).toBe(0);
    await checkout.program("node", "echo v22.0.0");
    const refused = await checkout.prepare("vidga");
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.said).toMatch(/^vidga: there is no Node 24 in the packages for \S+: install it\n$/);
  });

  test("builds for start and test, when the sources are others than before", async () => {
    const checkout = await Checkout.make();
    for (const what of ["vidga", "check", "start", "start", "test"]) await checkout.prepare(what);
    expect(await checkout.calls()).toEqual(["ci", "built"]);
    await checkout.write("src/main.ts", "second");
    await checkout.prepare("start");
    expect(await checkout.calls()).toEqual(["ci", "built", "built"]);
  });

  test("says what the build said when it fails, and builds again the next time", async () => {
    const checkout = await Checkout.make();
    await checkout.write("src/main.ts", "broken");
    const failed = await checkout.prepare("start");
    expect(failed.code).toBe(1);
    expect(failed.said).toMatch(/the build failed\nbroken/);
    await checkout.write("src/main.ts", "mended");
    expect((await checkout.prepare("start")).code).toBe(0);
    expect(await checkout.calls()).toEqual(["ci", "built", "built"]);
  });
});
