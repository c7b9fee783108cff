/** Files in storage that speaks S3: `<bucket>/<organisation>/<hash>`. What is put there is there whole or not at all. */
import { AwsClient } from "aws4fetch";
import type { FilesConfig } from "../../config.ts";
import { newId, type Id } from "../../shared/ids.ts";
import { FilesAway, type FileName, type FileStore } from "./file-store.ts";

/** Somebody waits for an answer. */
const PATIENCE_MS = 20_000;
const TRIES_AGAIN = 2;

/** It didn't do what it was asked. Its own word for why tells a wrong secret from a bucket that is somebody else's. */
function refusal(status: number, said: Buffer): FilesAway {
  const why = /<Code>(\w{1,60})<\/Code>/.exec(said.toString("latin1"))?.[1];
  return new FilesAway(why === undefined ? String(status) : `${status} ${why}`);
}

/** What `fetch` throws when nothing answers, told by its kind alone. What isn't that is ours, and stays as it is. */
function silence(error: unknown): unknown {
  if (error instanceof DOMException) return new FilesAway(error.name);
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return error;
  return new FilesAway("code" in cause && typeof cause.code === "string" ? cause.code : cause.name);
}

/** Nothing by that name; of a bucket that isn't there it is said otherwise. */
function orNull(error: unknown): null {
  if (error instanceof FilesAway && /^404( NoSuchKey)?$/.test(error.code)) return null;
  throw error;
}

export function bucketFiles(config: Extract<FilesConfig, { kind: "bucket" }>): FileStore {
  const client = new AwsClient({
    accessKeyId: config.keyId,
    secretAccessKey: config.keySecret,
    region: config.region,
    service: "s3",
    retries: TRIES_AGAIN,
  });
  /** The answer, read to its end, so that the connection can be used again. Throws FilesAway. */
  const ask = async (
    method: string,
    path: string,
    sent: { body?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {},
  ): Promise<Buffer> => {
    let answer: Response;
    let said: Buffer;
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      answer = await client.fetch(config.url + path, { method, ...sent, signal });
      said = Buffer.from(await answer.arrayBuffer());
    } catch (error) {
      throw silence(error);
    }
    if (!answer.ok) throw refusal(answer.status, said);
    return said;
  };
  const pathOf = ({ organisationId, hash }: FileName): string => `/${organisationId}/${hash}`;
  const list = async (organisationId: Id): Promise<string[]> => {
    const found: string[] = [];
    const prefix = `${organisationId}/`;
    for (let isMore = true, after = ""; isMore;) {
      const asked = new URLSearchParams({
        "list-type": "2",
        prefix,
        ...(after && { "start-after": after }),
      });
      const said = (await ask("GET", `?${asked}`)).toString("utf8");
      // Keys are our own: an id and a hash, in which nothing is written otherwise than it is.
      const keys = [...said.matchAll(/<Key>([^<]+)<\/Key>/g)].flatMap(([, key]) => key ?? []);
      found.push(...keys.map((key) => key.slice(prefix.length)));
      after = keys.at(-1) ?? "";
      isMore = after !== "" && /<IsTruncated>\s*true\s*</.test(said);
    }
    return found;
  };
  return {
    async put(name, bytes) {
      // The hash is signed, so that what arrives is what was sent.
      const headers = { "Content-Type": "application/octet-stream", "X-Amz-Content-Sha256": name.hash };
      await ask("PUT", pathOf(name), { body: new Uint8Array(bytes), headers });
    },
    get: (name) => ask("GET", pathOf(name)).catch(orNull),
    list,
    async remove(name) {
      await ask("DELETE", pathOf(name)).catch(orNull);
    },
    async check() {
      await list(newId());
    },
  };
}
