/**
 * A small storage that speaks S3: it keeps objects, lists them two at a time, and lets nobody in whose signature isn't the one that Amazon's own
 * signer gives for the request as it came, made with the bucket's secret.
 */
import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SignatureV4 } from "@smithy/signature-v4";
import { afterAll } from "vitest";
import type { FilesConfig } from "../../src/config.ts";

type BucketKeys = Omit<Extract<FilesConfig, { kind: "bucket" }>, "kind" | "url">;

/** SHA-256 and its HMAC, as the signer asks for them. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", bytesOf(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }

  reset(): void {
    throw new Error("each is used once");
  }
}

const bytesOf = (data: string | ArrayBuffer | ArrayBufferView): Uint8Array =>
  typeof data === "string"
    ? Buffer.from(data)
    : ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);

type Refusal = { readonly status: number; readonly code: string };
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z\d;-]+), Signature=([\da-f]{64})$/;
const FIFTEEN_MINUTES_MS = 900_000;

/** Why the request isn't let in; null when it is. `body` is all that came. */
async function refusalOf(request: IncomingMessage, body: Buffer, keys: BucketKeys): Promise<Refusal | null> {
  const [, keyId, , region, names = "", signature] =
    AUTHORIZATION.exec(request.headers.authorization ?? "") ?? [];
  const headers = new Map(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    ),
  );
  const signed = names.split(";");
  const needed = ["host", ...[...headers.keys()].filter((name) => name.startsWith("x-amz-"))];
  if (signature === undefined || !needed.every((name) => signed.includes(name)))
    return { status: 403, code: "AccessDenied" };
  if (keyId !== keys.keyId) return { status: 403, code: "InvalidAccessKeyId" };
  if (region !== keys.region) return { status: 400, code: "AuthorizationHeaderMalformed" };
  const at = dateOf(headers.get("x-amz-date") ?? "");
  if (!(Math.abs(at.getTime() - Date.now()) < FIFTEEN_MINUTES_MS))
    return { status: 403, code: "RequestTimeTooSkewed" };
  const hash = headers.get("x-amz-content-sha256");
  if (hash !== "UNSIGNED-PAYLOAD" && hash !== createHash("sha256").update(body).digest("hex"))
    return { status: 400, code: "XAmzContentSHA256Mismatch" };
  const { pathname, searchParams, hostname } = new URL(request.url ?? "", `http://${headers.get("host")}`);
  const signer = new SignatureV4({
    service: "s3",
    region: keys.region,
    credentials: { accessKeyId: keys.keyId, secretAccessKey: keys.keySecret },
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
  const again = await signer.sign(
    {
      method: request.method ?? "",
      protocol: "http:",
      hostname,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries([...headers].filter(([name]) => signed.includes(name))),
      body,
    },
    { signingDate: at },
  );
  return again.headers["authorization"]?.endsWith(`Signature=${signature}`)
    ? null
    : { status: 403, code: "SignatureDoesNotMatch" };
}

/** `20261123T021500Z` as a moment. */
const dateOf = (text: string): Date =>
  new Date(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

/** Call it at the top of the file, not in a hook. */
export async function testBucket(keys: BucketKeys) {
  const objects = new Map<string, Buffer>();
  let silent: number | null = null;
  const act = (method: string, url: URL, body: Buffer): [status: number, said: string | Buffer] => {
    const { pathname, searchParams } = url;
    if (!pathname.startsWith("/lagring/filer.2~a_b-c")) return [404, wordOf("NoSuchBucket")];
    if (method === "PUT") {
      objects.set(pathname, body);
      return [200, ""];
    }
    if (method === "DELETE") {
      objects.delete(pathname);
      return [204, ""];
    }
    if (searchParams.get("list-type") !== "2") {
      const found = objects.get(pathname);
      return found ? [200, found] : [404, wordOf("NoSuchKey")];
    }
    const [prefix, after] = [searchParams.get("prefix") ?? "", searchParams.get("start-after") ?? ""];
    const keysThere = [...objects.keys()].map((key) => key.slice(`${pathname}/`.length)).toSorted();
    const left = keysThere.filter((key) => key.startsWith(prefix) && key > after);
    const listed = left.slice(0, 2).map((key) => `<Contents><Key>${key}</Key></Contents>`);
    return [
      200,
      `<ListBucketResult><IsTruncated>${left.length > 2}</IsTruncated>${listed.join("")}</ListBucketResult>`,
    ];
  };
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const refusal = await refusalOf(request, body, keys);
      const [status, said] =
        silent !== null
          ? [silent, ""]
          : refusal
            ? [refusal.status, wordOf(refusal.code)]
            : act(request.method ?? "", new URL(request.url ?? "", "http://bucket"), body);
      response.writeHead(status).end(said);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => server.close());
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/lagring/filer.2~a_b-c`,
    /** By their paths. */
    objects,
    /** Answers everything with this from now on, and no word; null is as it should be again. */
    answer: (status: number | null): void => {
      silent = status;
    },
  };
}

const wordOf = (code: string): string => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;
