/** The command line as whoever runs the system types it: a process of its own. */
import { execFile } from "node:child_process";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { SECRET } from "./secret.ts";

/** Runs a command with these variables, under a shell's `limit`; gives what it said and how it ended. */
export function vidga(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  limit = ":",
): Promise<{ said: string; code: number | string }> {
  const script = `${limit}; exec "$0" src/cli.ts "$@"`;
  return new Promise((resolve) => {
    execFile(
      "/bin/sh",
      ["-c", script, process.execPath, ...args],
      { cwd: projectRoot(), env: { PATH: process.env["PATH"], ...env } },
      (error, stdout, stderr) =>
        resolve({ said: stdout + stderr, code: error ? (error.code ?? "killed") : 0 }),
    );
  });
}

/** The variables of an external database. */
export const external = (to: { appUrl: string; ownerUrl: string }) => ({
  DATABASE_URL: to.appUrl,
  DATABASE_OWNER_URL: to.ownerUrl,
  VIDGA_SECRET: SECRET,
});
