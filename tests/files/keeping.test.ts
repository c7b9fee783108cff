/** Where files are kept: a folder, and storage that speaks S3. The same is asked of both. */
import { createHash } from "node:crypto";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bucketFiles } from "../../src/platform/files/bucket-files.ts";
import { FileLost, hashOf, readKept, type FileStore } from "../../src/platform/files/file-store.ts";
import { newId } from "../../src/shared/ids.ts";
import { temporaryFiles } from "../support/files.ts";

const folder = temporaryFiles();

/** Storage of a few objects, two to a list, that looks at what is signed as far as it can be looked at without the key. */
const objects = new Map<string, Buffer>();
let answer: number | null = null;
const bucket = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const body = Buffer.concat(parts);
    const { pathname, searchParams } = new URL(request.url ?? "", "http://bucket");
    const end = (status: number, said: string | Buffer = ""): void => {
      response.writeHead(status).end(said);
    };
    const { authorization = "", "x-amz-content-sha256": hash } = request.headers;
    if (answer !== null) return end(answer);
    if (!/^AWS4-HMAC-SHA256 Credential=nyckel\/\d{8}\/eu-north-1\/s3\/aws4_request/.test(authorization))
      return end(403);
    if (request.method === "PUT") {
      if (createHash("sha256").update(body).digest("hex") !== hash) return end(400);
      objects.set(pathname, body);
      return end(200);
    }
    if (request.method === "DELETE") return end(objects.delete(pathname) ? 204 : 404);
    if (searchParams.get("list-type") !== "2") {
      const found = objects.get(pathname);
      return found ? end(200, found) : end(404);
    }
    const [prefix, after] = [searchParams.get("prefix") ?? "", searchParams.get("start-after") ?? ""];
    const keys = [...objects.keys()].map((key) => key.replace("/filer/", "")).toSorted();
    const left = keys.filter((key) => key.startsWith(prefix) && key > after);
    const listed = left.slice(0, 2).map((key) => `<Contents><Key>${key}</Key></Contents>`);
    end(200, `<ListBucketResult><IsTruncated>${left.length > 2}</IsTruncated>${listed.join("")}</ListBucketResult>`);
  });
});
await new Promise<void>((resolve) => bucket.listen(0, "127.0.0.1", resolve));
afterAll(() => bucket.close());
const url = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}/filer`;
const inBucket = bucketFiles({ kind: "bucket", url, region: "eu-north-1", keyId: "nyckel", keySecret: "x" });

describe.each<[string, FileStore]>([
  ["a folder", folder],
  ["a bucket", inBucket],
])("in %s", (_, files) => {
  const put = async (organisationId: string, text: string) => {
    const bytes = Buffer.from(text);
    const name = { organisationId, hash: hashOf(bytes) };
    await files.put(name, bytes);
    return name;
  };

  test("what is put is there, once however often, and gone when it is taken away", async () => {
    const [mine, another] = [newId(), newId()];
    const two = await put(mine, "två");
    const names = [two];
    for (const text of ["ett", "tre", "två", "fyra", "fem"]) names.push(await put(mine, text));
    const hashes = [...new Set(names.map(({ hash }) => hash))].toSorted();
    expect((await files.list(mine)).toSorted()).toEqual(hashes);
    expect(hashes).toHaveLength(5);
    expect((await readKept(files, two)).toString()).toBe("två");
    await files.remove(two);
    await files.remove(two);
    expect(await files.get(two)).toBeNull();
    expect(await files.list(another)).toEqual([]);
  });

  test("ORG-1: another organisation's file isn't found by its hash", async () => {
    const { hash } = await put(newId(), "hemligt");
    const elsewhere = { organisationId: newId(), hash };
    expect(await files.get(elsewhere)).toBeNull();
    await expect(readKept(files, elsewhere)).rejects.toThrow(FileLost);
  });

  test("what isn't what its name says is lost, and said to be", async () => {
    const name = { organisationId: newId(), hash: hashOf(Buffer.from("rätt")) };
    await files.put(name, Buffer.from("rätt"));
    if (files === folder) await writeFile(join(folder.root, name.organisationId, name.hash.slice(0, 2), name.hash), "fel");
    else objects.set(`/filer/${name.organisationId}/${name.hash}`, Buffer.from("fel"));
    await expect(readKept(files, name)).rejects.toThrow(FileLost);
  });
});

test("only its owner reads what is in the folder, and what a crash left half is listed by a name of its own", async () => {
  const [organisationId, bytes] = [newId(), Buffer.from("intyg")];
  const name = { organisationId, hash: hashOf(bytes) };
  await folder.put(name, bytes);
  const place = join(folder.root, organisationId, name.hash.slice(0, 2));
  expect((await stat(join(place, name.hash))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder.root, organisationId))).mode & 0o777).toBe(0o700);
  expect(await readdir(place)).toEqual([name.hash]);
  const half = `${name.hash}.1.part`;
  await writeFile(join(place, half), "int");
  expect((await folder.list(organisationId)).toSorted()).toEqual([name.hash, half]);
  await folder.remove({ organisationId, hash: half });
  expect(await folder.list(organisationId)).toEqual([name.hash]);
});

test("nothing is left where it couldn't be put", async () => {
  const [organisationId, bytes] = [newId(), Buffer.from("intyg")];
  const hash = hashOf(bytes);
  const place = join(folder.root, organisationId, hash.slice(0, 2));
  await mkdir(join(place, hash, "i vägen"), { recursive: true });
  await expect(folder.put({ organisationId, hash }, bytes)).rejects.toThrow("EISDIR");
  expect(await readdir(place)).toEqual([hash]);
});

test("a bucket that refuses is not one that has nothing", async () => {
  const name = { organisationId: newId(), hash: hashOf(Buffer.from("x")) };
  answer = 403;
  await expect(inBucket.get(name)).rejects.toThrow("403");
  await expect(inBucket.put(name, Buffer.from("x"))).rejects.toThrow("403");
  answer = 404;
  await expect(inBucket.list(name.organisationId)).rejects.toThrow("404");
  await expect(inBucket.put(name, Buffer.from("x"))).rejects.toThrow("404");
  answer = null;
});
