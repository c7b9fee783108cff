/** The servers that are measured, each a process of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { projectRoot } from "../../src/platform/database/project-root.ts";

export type Running = { readonly pid: number; readonly origin: string; readonly stop: () => Promise<void> };

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

function running(child: ChildProcess, port: number): Running {
  if (child.pid === undefined) throw new Error("bench: a server did not start");
  return {
    pid: child.pid,
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

const POLL_MS = 10;

/** The built program on an installation; there when it says that it is ready. */
export async function startProgram(folder: string): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(projectRoot(), "build/server/main.js")], {
    cwd: projectRoot(),
    env: {
      ...process.env,
      NODE_ENV: "production",
      VIDGA_DATA: folder,
      VIDGA_MODE: "live",
      PORT: String(port),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const server = running(child, port);
  while (child.exitCode === null) {
    const answer = await fetch(`${server.origin}/readyz`).catch(() => null);
    if (answer?.ok) return server;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`bench: the server ended with ${child.exitCode}`);
}

/** The floor's server on a database. */
export async function startBare(appUrl: string): Promise<Running> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "bare-server.ts"), appUrl], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return running(child, Number(line.toString()));
}
