import { describe, expect, test } from "vitest";
import { ConfigError, readConfig, type Config, type Environment } from "../../src/config.ts";

const url = "postgres://vidga_app:hemligt@db.example/vidga";
const ownerUrl = "postgres://vidga_owner:hemligt@db.example/vidga";
const secret = "ab".repeat(32);
const external = { DATABASE_URL: url, VIDGA_SECRET: secret };

describe("what an environment means", () => {
  const cases: readonly [string, Environment, Partial<Config>][] = [
    [
      "nothing: a demo on this machine",
      {},
      {
        host: "127.0.0.1",
        port: 3000,
        dataFolder: "/srv/vidga/data",
        database: { kind: "embedded" },
        mode: "demo",
        publicUrl: null,
        secret: null,
        metricsPort: null,
        slowQueryMs: 500,
        smtp: null,
      },
    ],
    [
      "mail through a server that asks who we are, encrypted or not at all",
      { VIDGA_SMTP_URL: "smtp://vid%40ga:hem%2Flig@post.example", VIDGA_MAIL_FROM: "vidga@kommun.example" },
      {
        smtp: {
          host: "post.example",
          port: 587,
          secure: false,
          requireTls: true,
          auth: { user: "vid@ga", password: "hem/lig" },
          from: "vidga@kommun.example",
        },
      },
    ],
    [
      "mail through one that does not, on a port of its own, or encrypted from the first byte",
      { VIDGA_SMTP_URL: "smtps://[::1]/", VIDGA_MAIL_FROM: "vidga@kommun.example" },
      {
        smtp: {
          host: "::1",
          port: 465,
          secure: true,
          requireTls: false,
          auth: null,
          from: "vidga@kommun.example",
        },
      },
    ],
    [
      "figures on a port of their own, and when a statement is slow",
      { VIDGA_METRICS_PORT: "9464", VIDGA_SLOW_QUERY_MS: "0" },
      { metricsPort: 9464, slowQueryMs: 0 },
    ],
    ["other programs' variables", { HOME: "/root", npm_config_x: "y" }, { mode: "demo" }],
    [
      "empty is absent",
      { PORT: "", VIDGA_MODE: "", DATABASE_URL: "" },
      { port: 3000, database: { kind: "embedded" } },
    ],
    ["the system's choice of port", { PORT: "0" }, { port: 0 }],
    ["the last port", { PORT: "65535" }, { port: 65535 }],
    ["open to others is live", { HOST: "0.0.0.0" }, { host: "0.0.0.0", mode: "live" }],
    ["open to others as demo, when said", { HOST: "0.0.0.0", VIDGA_MODE: "demo" }, { mode: "demo" }],
    ["this machine by other names", { HOST: "::1" }, { mode: "demo" }],
    ["live on this machine, when said", { VIDGA_MODE: "live" }, { mode: "live" }],
    ["files in the data folder", { VIDGA_DATA: "/d" }, { files: { kind: "folder", path: "/d/files" } }],
    ["files in another", { VIDGA_FILES: "../f" }, { files: { kind: "folder", path: "/srv/f" } }],
    [
      "files in a bucket",
      { VIDGA_FILES: "https://s3.example/vidga/", VIDGA_FILES_KEY: "id", VIDGA_FILES_KEY_SECRET: "hemligt" },
      {
        files: {
          kind: "bucket",
          url: "https://s3.example/vidga",
          region: "us-east-1",
          keyId: "id",
          keySecret: "hemligt",
        },
      },
    ],
    ["an absolute data folder", { VIDGA_DATA: "/var/lib/å b" }, { dataFolder: "/var/lib/å b" }],
    ["a relative data folder", { VIDGA_DATA: "../x" }, { dataFolder: "/srv/x" }],
    [
      "an external database is live",
      external,
      { database: { kind: "external", url, ownerUrl: null }, mode: "live", secret },
    ],
    ["an external database as demo, when said", { ...external, VIDGA_MODE: "demo" }, { mode: "demo" }],
    [
      "an external database with its owner",
      { ...external, DATABASE_OWNER_URL: ownerUrl },
      { database: { kind: "external", url, ownerUrl } },
    ],
    [
      "a public address",
      { VIDGA_PUBLIC_URL: "https://Vidga.example/" },
      { publicUrl: "https://vidga.example" },
    ],
    ["a key in capitals", { VIDGA_SECRET: secret.toUpperCase() }, { secret }],
  ];

  test.each(cases)("%s", (_name, env, expected) => {
    expect(readConfig(env, "/srv/vidga")).toMatchObject(expected);
  });
});

describe("what is refused, by name", () => {
  const cases: readonly [string, Environment, RegExp][] = [
    ["a misspelt variable", { VIDGA_MOD: "live" }, /^VIDGA_MOD is not known \(there are VIDGA_DATA, /],
    ["a word for a port", { PORT: "http" }, /^PORT must be a port/],
    ["one port too many", { PORT: "65536" }, /^PORT must be a port/],
    ["a negative port", { PORT: "-1" }, /^PORT must be a port/],
    ["an address with a scheme", { HOST: "http://x" }, /^HOST must be the address/],
    ["another mode", { VIDGA_MODE: "Demo" }, /^VIDGA_MODE must be demo or live$/],
    [
      "a public address without encryption",
      { VIDGA_PUBLIC_URL: "http://vidga.example" },
      /^VIDGA_PUBLIC_URL must be https/,
    ],
    [
      "a public address with a path",
      { VIDGA_PUBLIC_URL: "https://vidga.example/x" },
      /^VIDGA_PUBLIC_URL must be https/,
    ],
    [
      "a public address with a password",
      { VIDGA_PUBLIC_URL: "https://a:b@vidga.example" },
      /^VIDGA_PUBLIC_URL must be https/,
    ],
    ["another database", { ...external, DATABASE_URL: "mysql://a@b/c" }, /^DATABASE_URL must be postgres:/],
    [
      "a database without a user",
      { ...external, DATABASE_URL: "postgres://b/c" },
      /^DATABASE_URL must be postgres:/,
    ],
    [
      "a database without a name",
      { ...external, DATABASE_URL: "postgres://a@b" },
      /^DATABASE_URL must be postgres:/,
    ],
    ["an owner alone", { DATABASE_OWNER_URL: ownerUrl }, /^DATABASE_OWNER_URL needs DATABASE_URL/],
    [
      "the owner as the program's user",
      { ...external, DATABASE_OWNER_URL: url },
      /^DATABASE_OWNER_URL must have another user/,
    ],
    ["an external database without a key", { DATABASE_URL: url }, /^VIDGA_SECRET must be 64/],
    [
      "a mail server without a sender",
      { VIDGA_SMTP_URL: "smtp://post.example" },
      /^VIDGA_SMTP_URL and VIDGA_MAIL_FROM need each other$/,
    ],
    [
      "a sender with a name, or on two lines",
      { VIDGA_SMTP_URL: "smtp://post.example", VIDGA_MAIL_FROM: "Vidga <vidga@kommun.example>" },
      /^VIDGA_MAIL_FROM must be an e-mail address/,
    ],
    ...[
      "http://post.example",
      "smtp://",
      "smtp://a@post.example",
      "smtp://a:%zz@post.example",
      "smtp://post.example/x",
    ].map((address): [string, Environment, RegExp] => [
      `the mail server ${address}`,
      { VIDGA_SMTP_URL: address, VIDGA_MAIL_FROM: "vidga@kommun.example" },
      /^VIDGA_SMTP_URL must be smtp:/,
    ]),
    [
      "a bucket without its key",
      { VIDGA_FILES: "https://s3.example/vidga" },
      /VIDGA_FILES_KEY .* all three or none/,
    ],
    [
      "a key for a folder",
      { VIDGA_FILES: "/f", VIDGA_FILES_KEY: "id" },
      /VIDGA_FILES_KEY .* all three or none/,
    ],
    ...[
      "http://s3.example/vidga",
      "https://s3.example",
      "ftp://s3.example/vidga",
      "https://s3.example/a+b c",
    ].map(
      (address) =>
        [
          `files at ${address}`,
          { VIDGA_FILES: address, VIDGA_FILES_KEY: "id", VIDGA_FILES_KEY_SECRET: "hemligt" },
          /^VIDGA_FILES must be the path of a folder/,
        ] satisfies [string, Environment, RegExp],
    ),
    ["a short key", { VIDGA_SECRET: "abc" }, /^VIDGA_SECRET must be 64/],
    ["two faults, both named", { PORT: "x", VIDGA_MODE: "y" }, /PORT .*; VIDGA_MODE /],
  ];

  test.each(cases)("%s", (_name, env, message) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(message);
  });

  test("in one line, without the value, with status 2", () => {
    const error = (() => {
      try {
        return readConfig({ PORT: "hemligt", VIDGA_X: "1", VIDGA_SECRET: "hemligt" });
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({ exitCode: 2 });
    expect(String(error)).not.toMatch(/\n|hemligt/);
  });
});
