/** The API in the test's own process, on the test file's database, with tokens for whoever is needed. */
import { operations } from "../../src/api.ts";
import { tokenVisit, makeToken } from "../../src/identity/token-visit.ts";
import { createApi } from "../../src/platform/http/api/create-api.ts";
import type { Operation } from "../../src/platform/http/api/operation.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { SCOPES, type Scope } from "../../src/shared/scopes.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import type { DB } from "../../src/platform/database/schema.ts";
import type { Workshop } from "../../src/platform/database/work.ts";
import type { TestDatabase } from "../support/database.ts";
import { world } from "../people/world.ts";

export type Sent = {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the answer holds, when it is JSON. */
  readonly json: Record<string, unknown> & { readonly items: readonly Record<string, unknown>[] };
};

export async function apiSite(database: TestDatabase, more: readonly Operation[] = []) {
  const here = await world(database, "api");
  const workshop = { ...here.workshop, subscriptions };
  return { ...here, ...apiOf({ ...here, workshop }, more) };
}

/** An organisation that a test has filled. */
type Filled = {
  readonly workshop: Workshop;
  readonly slug: string;
  readonly put: (table: keyof DB, row: Record<string, unknown>) => Promise<unknown>;
};

/** The API as the organisation has it, and accounts and tokens in it. */
export function apiOf({ workshop, slug, put }: Filled, more: readonly Operation[] = []) {
  const logged: string[] = [];
  const api = createApi({
    workshop,
    operations: [...operations, ...more],
    visit: (at, text) => tokenVisit(workshop, at, text),
    document: "{}",
    log: (event, facts) => logged.push(JSON.stringify([event, facts])),
  });

  /** An account with these roles, for the person or for nobody in particular. */
  const account = async (roles: readonly string[] = [], personId: Id | null = null): Promise<Id> => {
    const id = newId();
    await put("account", { id, person_id: personId, username: id, display_name: "HR-systemet" });
    for (const role of roles)
      await put("role_grant", { id: newId(), account_id: id, role, valid_from: "2020-01-01" });
    return id;
  };
  const token = async (
    accountId: Id,
    scopes: readonly Scope[] = SCOPES,
    row: Readonly<Record<string, unknown>> = {},
  ): Promise<{ readonly text: string; readonly id: Id }> => {
    const { text, hash, prefix } = makeToken();
    const id = newId();
    await put("api_token", {
      id,
      account_id: accountId,
      name: "Integration",
      token_hash: hash,
      prefix,
      scopes: [...scopes],
      created_by: accountId,
      created_at: new Date("2026-01-01T00:00:00Z"),
      expires_at: new Date("2027-01-01T00:00:00Z"),
      ...row,
    });
    return { text, id };
  };

  /** Asks below the organisation's own address, unless the path begins with `//`. */
  const ask = async (method: string, path: string, sent: Sent = {}): Promise<Answer> => {
    const address = path.startsWith("//") ? path.slice(1) : `/organisations/${slug}${path}`;
    const form = sent.body instanceof FormData;
    const raw = typeof sent.body === "string" || sent.body instanceof Uint8Array;
    const response = await api.request(`http://vidga.test${address}`, {
      method,
      headers: {
        ...(sent.token === undefined ? {} : { Authorization: `Bearer ${sent.token}` }),
        // A form says its own type, with what stands between its parts.
        ...(sent.body === undefined || form ? {} : { "Content-Type": "application/json" }),
        ...sent.headers,
      },
      ...(sent.body === undefined
        ? {}
        : { body: raw || form ? (sent.body as string) : JSON.stringify(sent.body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("Content-Type")?.includes("json") ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson && text !== "" ? JSON.parse(text) : {}) as Answer["json"],
    };
  };
  return { workshop, api, logged, account, token, ask };
}

/** The codes of a problem's reasons, with where they are. */
export const reasonsIn = ({ json }: Answer): string[] =>
  ((json["reasons"] ?? []) as { code: string; field?: string }[]).map(({ code, field }) =>
    field === undefined ? code : `${code} ${field}`,
  );
