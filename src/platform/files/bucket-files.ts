/** Files in storage that speaks S3: `<bucket>/<organisation>/<hash>`. What is put there is there whole or not at all. */
import { AwsClient } from "aws4fetch";
import type { FilesConfig } from "../../config.ts";
import type { Id } from "../../shared/ids.ts";
import type { FileName, FileStore } from "./file-store.ts";

/** Somebody waits for an answer. */
const PATIENCE_MS = 20_000;
const TRIES_AGAIN = 2;

/** It didn't do what it was asked. `status` is what it answered. */
export class BucketRefused extends Error {
  override name = "BucketRefused";
  readonly code: string;

  constructor(method: string, status: number) {
    super(`${method} was answered with ${status}`);
    this.code = String(status);
  }
}

export function bucketFiles(config: Extract<FilesConfig, { kind: "bucket" }>): FileStore {
  const client = new AwsClient({
    accessKeyId: config.keyId,
    secretAccessKey: config.keySecret,
    region: config.region,
    service: "s3",
    retries: TRIES_AGAIN,
  });
  /** The answer; null for 404. What it says is read to its end, so that the connection can be used again. */
  const ask = async (
    method: string,
    path: string,
    sent: { body?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {},
  ): Promise<Buffer | null> => {
    const answer = await client.fetch(config.url + path, {
      method,
      ...sent,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const said = Buffer.from(await answer.arrayBuffer());
    if (answer.status === 404) return null;
    if (!answer.ok) throw new BucketRefused(method, answer.status);
    return said;
  };
  const pathOf = ({ organisationId, hash }: FileName): string => `/${organisationId}/${hash}`;
  return {
    async put(name, bytes) {
      // The hash is signed, so that what arrives is what was sent.
      const headers = { "Content-Type": "application/octet-stream", "X-Amz-Content-Sha256": name.hash };
      const kept = await ask("PUT", pathOf(name), { body: new Uint8Array(bytes), headers });
      if (kept === null) throw new BucketRefused("PUT", 404);
    },
    get: (name) => ask("GET", pathOf(name)),
    async list(organisationId: Id) {
      const found: string[] = [];
      const prefix = `${organisationId}/`;
      for (let isMore = true, after = ""; isMore;) {
        const asked = new URLSearchParams({
          "list-type": "2",
          prefix,
          ...(after && { "start-after": after }),
        });
        const said = (await ask("GET", `?${asked}`))?.toString("utf8");
        if (said === undefined) throw new BucketRefused("GET", 404);
        // Keys are our own: an id and a hash, in which nothing is written otherwise than it is.
        const keys = [...said.matchAll(/<Key>([^<]+)<\/Key>/g)].flatMap(([, key]) => key ?? []);
        found.push(...keys.map((key) => key.slice(prefix.length)));
        after = keys.at(-1) ?? "";
        isMore = after !== "" && /<IsTruncated>\s*true\s*</.test(said);
      }
      return found;
    },
    async remove(name) {
      await ask("DELETE", pathOf(name));
    },
  };
}
