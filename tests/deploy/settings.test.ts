/** The examples of how it is run agree with each other and with what the program takes. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { SECRET } from "../support/secret.ts";
import { command as imageCommand, healthCheck, ownFolders, variables } from "./image.ts";

const read = (file: string): string => readFileSync(join(projectRoot(), "deploy", file), "utf8");

type Service = {
  readonly environment: Record<string, string>;
  readonly volumes: readonly string[];
  readonly healthcheck: { readonly test: string };
  readonly stop_grace_period?: string;
};
const compose = read("compose.yaml");
const { services } = parse(compose) as { services: { vidga: Service; database: Service } };

/** The variables of a file of them, with what it leaves to be filled in filled in. */
function filledIn(file: string): Record<string, string> {
  const values = Object.fromEntries(
    [...read(file).matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  const given = {
    VIDGA_SECRET: SECRET,
    VIDGA_SMTP_URL: "smtp://post.exempel.se",
    VIDGA_MAIL_FROM: "vidga@exempel.se",
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value || (name in given ? given[name as keyof typeof given] : "abc123"),
    ]),
  );
}

test("compose asks for what the example of its settings has, and the program takes what it gives", () => {
  const settings = filledIn("example.env");
  expect(new Set([...compose.matchAll(/\$\{(\w+)/g)].map(([, name]) => name))).toEqual(
    new Set(Object.keys(settings)),
  );
  const given = Object.entries(services.vidga.environment).map(([name, value]) => [
    name,
    value.replaceAll(/\$\{(\w+)[^}]*\}/g, (_, setting: string) => settings[setting] ?? ""),
  ]);
  const config = readConfig({ ...variables, ...(Object.fromEntries(given) as Record<string, string>) });
  expect(config).toMatchObject({
    mode: "live",
    host: "0.0.0.0",
    publicUrl: "https://vidga.example",
    smtp: { host: "post.exempel.se" },
    database: { url: expect.stringContaining("abc123@database/"), ownerUrl: expect.any(String) as string },
  });
});

test("what the image keeps has a volume of its own, its health is asked as the image asks, and it has time to stop", () => {
  expect(new Set(services.vidga.volumes.map((volume) => volume.split(":")[1]))).toEqual(new Set(ownFolders));
  expect(ownFolders).toContain(variables["VIDGA_DATA"]);
  expect(services.vidga.healthcheck.test).toBe(healthCheck.join(" "));
  expect(Number.parseInt(services.vidga.stop_grace_period ?? "")).toBeGreaterThan(25);
  const mounted = services.database.volumes.flatMap((volume) => /^\.\/([^:]+):/.exec(volume)?.[1] ?? []);
  expect(mounted).toHaveLength(1);
  for (const file of mounted) expect(existsSync(join(projectRoot(), "deploy", file))).toBe(true);
});

test("the program takes the example of a service's settings, and the units run what is there", () => {
  expect(readConfig({ ...filledIn("service.env") })).toMatchObject({
    mode: "live",
    dataFolder: "/var/lib/vidga",
    publicUrl: "https://vidga.example",
  });
  const started = ["vidga.service", "vidga-backup.service"].map((unit) => {
    expect(read(unit)).toContain("\nEnvironmentFile=/etc/vidga/environment\n");
    return /^ExecStart=.*node_modules\/\.bin\/node (\S+)/m.exec(read(unit))?.[1];
  });
  expect(started).toEqual([imageCommand[1], "src/cli.ts"]);
  expect(existsSync(join(projectRoot(), "src/cli.ts"))).toBe(true);
});
