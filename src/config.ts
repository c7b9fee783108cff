/**
 * The environment, parsed once. Nothing else in the program reads environment variables. A variable that is
 * empty counts as absent; an unknown `VIDGA_*` variable is an error, for it is most often a misspelt one.
 */
import { join, resolve } from "node:path";
import { z } from "zod";

export type Mode = "demo" | "live";

export type DatabaseConfig =
  | { readonly kind: "embedded" }
  | { readonly kind: "external"; readonly url: string; readonly ownerUrl: string | null };

/** Where mail is handed in to be sent. */
export type SmtpConfig = {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte; otherwise by STARTTLS where the server has it. */
  readonly secure: boolean;
  /** Nothing is sent over a connection that is not encrypted: a password, for one. */
  readonly requireTls: boolean;
  readonly auth: { readonly user: string; readonly password: string } | null;
  /** The address that mail comes from. */
  readonly from: string;
};

/** Where files are kept: in a folder, or in storage that speaks S3. */
export type FilesConfig =
  | { readonly kind: "folder"; readonly path: string }
  | {
      readonly kind: "bucket";
      /** The bucket's own address, without a slash at its end. */
      readonly url: string;
      readonly region: string;
      readonly keyId: string;
      readonly keySecret: string;
    };

export type Config = {
  /** The address that the server listens on. */
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The data folder, absolute. */
  readonly dataFolder: string;
  readonly database: DatabaseConfig;
  readonly files: FilesConfig;
  /** What a new installation becomes; one that is there keeps its own. */
  readonly mode: Mode;
  /** The origin that people see, `https://…`, or `null` when it is plain HTTP on this machine. Over HTTPS cookies are `__Host-` and Secure. */
  readonly publicUrl: string | null;
  /** 64 hexadecimal digits; `null` when the data folder keeps one. */
  readonly secret: string | null;
  /** The port of `/metrics`, on the same address; null for none. */
  readonly metricsPort: number | null;
  /** A statement that takes longer than this is named in the log. */
  readonly slowQueryMs: number;
  /** Null for none: a demo keeps mail to be read on a page, and otherwise none is sent. */
  readonly smtp: SmtpConfig | null;
};

/** The environment can't be used; the message is one line that names every variable at fault and what it may be. */
export class ConfigError extends Error {
  override name = "ConfigError";
  /** What the process ends with. */
  readonly exitCode = 2;
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

const postgresUrl = z.string().refine(
  (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return (
      url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.username !== "" && url.pathname.length > 1
    );
  },
  { error: "postgres://user:password@host/database" },
);

function isHttpsOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && url.protocol === "https:" && url.href === `${url.origin}/`;
}

/** What stands percent-encoded in an address; null when it is nothing. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function isSmtpUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return (
    url !== null &&
    decoded(url.username) !== null &&
    decoded(url.password) !== null &&
    /^smtps?:$/.test(url.protocol) &&
    url.hostname !== "" &&
    /^\/?$/.test(url.pathname) &&
    url.search === "" &&
    (url.username === "") === (url.password === "")
  );
}

const isAddress = (text: string): boolean => /^\w+:\/\//.test(text);

/** Files about people travel encrypted, or not at all beyond this machine. Names are such as every kind of storage signs alike. */
function isBucket(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username } = new URL(text);
  const isSafe = protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
  return isSafe && /^(\/[\w.~-]+)+\/*$/.test(pathname) && search + hash + username === "";
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: "a port, 0 to 65535" })
  .transform(Number)
  .refine((number) => number <= 65_535, { error: "a port, 0 to 65535" });

const VARIABLES = {
  PORT: port,
  HOST: z.string().regex(/^[\w.:-]+$/, { error: "the address to listen on, such as 127.0.0.1 or 0.0.0.0" }),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl,
  VIDGA_DATA: z.string().refine((path) => !path.includes("\0"), { error: "the path of a folder" }),
  VIDGA_FILES: z.string().refine((text) => !text.includes("\0") && (!isAddress(text) || isBucket(text)), {
    error: "the path of a folder, or https://host/bucket",
  }),
  VIDGA_FILES_KEY: z.string(),
  VIDGA_FILES_KEY_SECRET: z.string(),
  VIDGA_FILES_REGION: z.string().regex(/^[\w-]+$/, { error: "a region such as eu-north-1" }),
  VIDGA_MAIL_FROM: z.string().regex(/^[\w.+-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i, {
    error: "an e-mail address, such as vidga@kommun.example",
  }),
  VIDGA_METRICS_PORT: port,
  VIDGA_SLOW_QUERY_MS: z
    .string()
    .regex(/^\d{1,6}$/, { error: "a number of milliseconds" })
    .transform(Number),
  VIDGA_MODE: z.enum(["demo", "live"], { error: "demo or live" }),
  VIDGA_PUBLIC_URL: z
    .string()
    .refine(isHttpsOrigin, { error: "https:// and a host, without a path" })
    .transform((text) => new URL(text).origin),
  VIDGA_SMTP_URL: z
    .string()
    .refine(isSmtpUrl, { error: "smtp://host or smtps://host, with user:password@ and :port where needed" }),
  VIDGA_SECRET: z.string().regex(/^[0-9a-f]{64}$/i, { error: "64 hexadecimal digits" }),
} as const;

type Name = keyof typeof VARIABLES;
type Values = { readonly [N in Name]?: z.infer<(typeof VARIABLES)[N]> };
export type Environment = Readonly<Record<string, string | undefined>>;

/** Most storage beside Amazon's own takes any region, and expects this one. */
const ANY_REGION = "us-east-1";

/** Every page's statements take a fraction of this. */
const SLOW_QUERY_MS = 500;

/** Each variable by itself. */
function parseEach(env: Environment, faults: string[]): Values {
  const values: Partial<Record<Name, unknown>> = {};
  for (const [name, schema] of Object.entries(VARIABLES) as [Name, z.ZodType][]) {
    const text = env[name];
    if (text === undefined || text === "") continue;
    const parsed = schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(`${name} must be ${parsed.error.issues[0]?.message}`);
  }
  return values as Values;
}

/** What holds between them. */
function compare(values: Values, faults: string[]): void {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = values;
  if (ownerUrl !== undefined && url === undefined)
    faults.push("DATABASE_OWNER_URL needs DATABASE_URL beside it");
  if (url !== undefined && ownerUrl !== undefined && new URL(url).username === new URL(ownerUrl).username)
    faults.push("DATABASE_OWNER_URL must have another user than DATABASE_URL");
  if (url !== undefined && values.VIDGA_SECRET === undefined)
    faults.push("VIDGA_SECRET must be 64 hexadecimal digits when DATABASE_URL is set");
  if ((values.VIDGA_SMTP_URL === undefined) !== (values.VIDGA_MAIL_FROM === undefined))
    faults.push("VIDGA_SMTP_URL and VIDGA_MAIL_FROM need each other");
  const keys = [values.VIDGA_FILES_KEY, values.VIDGA_FILES_KEY_SECRET].filter((key) => key !== undefined);
  const isAtAddress = values.VIDGA_FILES !== undefined && isAddress(values.VIDGA_FILES);
  if (keys.length !== (isAtAddress ? 2 : 0))
    faults.push(
      "VIDGA_FILES_KEY and VIDGA_FILES_KEY_SECRET go with VIDGA_FILES that is an address, all three or none",
    );
}

/** 587 is where mail is handed in, 465 the same encrypted from the first byte. */
const SMTP_PORTS = { "smtp:": 587, "smtps:": 465 } as const;

function smtpOf({ VIDGA_SMTP_URL, VIDGA_MAIL_FROM }: Values): SmtpConfig | null {
  if (VIDGA_SMTP_URL === undefined || VIDGA_MAIL_FROM === undefined) return null;
  const url = new URL(VIDGA_SMTP_URL);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const hasAuth = url.username !== "";
  return {
    host,
    port: url.port === "" ? SMTP_PORTS[url.protocol as keyof typeof SMTP_PORTS] : Number(url.port),
    secure: url.protocol === "smtps:",
    requireTls: hasAuth && !LOOPBACK.has(host),
    auth: hasAuth ? { user: decoded(url.username) ?? "", password: decoded(url.password) ?? "" } : null,
    from: VIDGA_MAIL_FROM,
  };
}

function filesAt(values: Values, cwd: string, dataFolder: string): FilesConfig {
  const place = values.VIDGA_FILES;
  if (place === undefined || !isAddress(place))
    return { kind: "folder", path: place === undefined ? join(dataFolder, "files") : resolve(cwd, place) };
  return {
    kind: "bucket",
    url: place.replace(/\/+$/, ""),
    region: values.VIDGA_FILES_REGION ?? ANY_REGION,
    keyId: values.VIDGA_FILES_KEY ?? "",
    keySecret: values.VIDGA_FILES_KEY_SECRET ?? "",
  };
}

/**
 * The configuration that the environment describes; relative paths count from `cwd`. Demo is the default only for an
 * embedded database that listens on this machine alone. Throws ConfigError with every fault at once.
 */
export function readConfig(env: Environment, cwd: string = process.cwd()): Config {
  const faults = Object.keys(env)
    .filter((name) => name.startsWith("VIDGA_") && !Object.hasOwn(VARIABLES, name))
    .map((name) => {
      const known = Object.keys(VARIABLES).filter((each) => each.startsWith("VIDGA_"));
      return `${name} is not known (there are ${known.join(", ")})`;
    });
  const values = parseEach(env, faults);
  compare(values, faults);
  if (faults.length > 0) throw new ConfigError(faults.join("; "));

  const host = values.HOST ?? "127.0.0.1";
  const url = values.DATABASE_URL;
  const dataFolder = resolve(cwd, values.VIDGA_DATA ?? "data");
  return {
    host,
    port: values.PORT ?? 3000,
    dataFolder,
    files: filesAt(values, cwd, dataFolder),
    database:
      url === undefined
        ? { kind: "embedded" }
        : { kind: "external", url, ownerUrl: values.DATABASE_OWNER_URL ?? null },
    mode: values.VIDGA_MODE ?? (url === undefined && LOOPBACK.has(host) ? "demo" : "live"),
    publicUrl: values.VIDGA_PUBLIC_URL ?? null,
    secret: values.VIDGA_SECRET?.toLowerCase() ?? null,
    metricsPort: values.VIDGA_METRICS_PORT ?? null,
    slowQueryMs: values.VIDGA_SLOW_QUERY_MS ?? SLOW_QUERY_MS,
    smtp: smtpOf(values),
  };
}
