/** A browser without a browser: keeps cookies, finds forms, sends them. */
import { once } from "node:events";
import { request as httpRequest, type Agent, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { newId } from "../../src/shared/ids.ts";

export type Answer = {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly location: string | null;
  readonly body: string;
};

export type Sent = Readonly<Record<string, string>> | URLSearchParams;

export class Client {
  readonly url: string;
  readonly cookies = new Map<string, string>();
  /** A connection for each request, unless an agent keeps them. */
  agent: Agent | false = false;

  constructor(url: string) {
    this.url = url;
  }

  /** Asks without following redirects; `path` is sent as it is written. */
  async ask(
    path: string,
    options: { method?: string; headers?: Readonly<Record<string, string>>; body?: string | Buffer } = {},
  ): Promise<Answer> {
    const { hostname, port } = new URL(this.url);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const asking = httpRequest({
      hostname,
      port,
      path,
      method: options.method ?? "GET",
      headers: { ...(cookie ? { Cookie: cookie } : {}), ...options.headers },
      agent: this.agent,
    });
    asking.end(options.body);
    const [response] = (await once(asking, "response")) as [IncomingMessage];
    for (const line of response.headers["set-cookie"] ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      location: response.headers.location ?? null,
      body: await text(response),
    };
  }

  /** Sends a form, from the site's own page unless `origin` says otherwise; with a sheet's token of its own unless it has one. */
  async send(path: string, fields: Sent, origin: string | null = this.url): Promise<Answer> {
    const body = new URLSearchParams(fields);
    if (!body.has("idempotency-token")) body.set("idempotency-token", newId());
    return this.ask(path, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        ...(origin === null ? {} : { Origin: origin }),
      },
      body: body.toString(),
    });
  }
}

/** The fields of a page's form that posts to `action`, as the browser would send them without anybody typing. */
export function formOn(body: string, action: string): URLSearchParams {
  const form = new RegExp(
    `<form[^>]*action="${action.replaceAll(/[?.]/g, "\\$&")}"[^>]*>(.*?)</form>`,
    "s",
  ).exec(body);
  if (!form?.[1]) throw new Error(`no form posts to ${action}`);
  const fields = new URLSearchParams();
  for (const [input] of form[1].matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) fields.append(name, unescaped(/value="([^"]*)"/s.exec(input)?.[1] ?? ""));
  }
  return fields;
}

const unescaped = (html: string): string =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
