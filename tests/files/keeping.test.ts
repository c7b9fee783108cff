/** Where files are kept: a folder, and storage that speaks S3. The same is asked of both. */
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bucketFiles } from "../../src/platform/files/bucket-files.ts";
import { folderFiles } from "../../src/platform/files/folder-files.ts";
import { FileLost, hashOf, readKept, type FileStore } from "../../src/platform/files/file-store.ts";
import { newId } from "../../src/shared/ids.ts";
import { testBucket } from "../support/bucket.ts";
import { temporaryFiles } from "../support/files.ts";
import { freePort } from "../support/free-port.ts";

const folder = temporaryFiles();

const KEYS = { region: "eu-north-1", keyId: "nyckel", keySecret: "hemligt/+å=" };
const bucket = await testBucket(KEYS);
const nobody = await freePort();
const inBucket = bucketFiles({ kind: "bucket", url: bucket.url, ...KEYS });

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
    await files.check();
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
    else bucket.objects.set(new URL(`${bucket.url}/${name.organisationId}/${name.hash}`).pathname, Buffer.from("fel"));
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

test("a folder that is closed to the program is away, and one that is still to come isn't", async () => {
  const name = { organisationId: newId(), hash: hashOf(Buffer.from("intyg")) };
  await folder.put(name, Buffer.from("intyg"));
  const closed = folderFiles(join(folder.root, name.organisationId, name.hash.slice(0, 2), name.hash, "filer"));
  const away = { name: "FilesAway", code: "ENOTDIR" };
  await expect(closed.check()).rejects.toMatchObject(away);
  await expect(closed.put(name, Buffer.from("intyg"))).rejects.toMatchObject(away);
  await folderFiles(join(folder.root, "i", "morgon")).check();
  expect(await readdir(folder.root)).not.toContain("i");
});

describe("a bucket", () => {
  const EMPTY = { organisationId: newId(), hash: hashOf(Buffer.alloc(0)) };

  test("keeps nothing at all as a file of its own, and is asked about any text", async () => {
    await inBucket.put(EMPTY, Buffer.alloc(0));
    expect(await inBucket.get(EMPTY)).toEqual(Buffer.alloc(0));
    expect(await inBucket.list("å b&c=1+2%/(3)!*'~")).toEqual([]);
  });

  test.each([
    ["a wrong secret", { keySecret: "hemligt" }, "403 SignatureDoesNotMatch"],
    ["a key that isn't there", { keyId: "annan" }, "403 InvalidAccessKeyId"],
    ["another region", { region: "us-east-1" }, "400 AuthorizationHeaderMalformed"],
    ["a bucket that isn't there", { url: bucket.url.replace("filer", "andra") }, "404 NoSuchBucket"],
    ["a port where nobody listens", { url: `http://127.0.0.1:${nobody}/filer` }, "ECONNREFUSED"],
  ])("with %s is away for everything, and says why", async (_, wrong, code) => {
    const files = bucketFiles({ kind: "bucket", url: bucket.url, ...KEYS, ...wrong });
    const away = { name: "FilesAway", code };
    await expect(files.put(EMPTY, Buffer.alloc(0))).rejects.toMatchObject(away);
    await expect(files.get(EMPTY)).rejects.toMatchObject(away);
    await expect(files.list(EMPTY.organisationId)).rejects.toMatchObject(away);
    await expect(files.remove(EMPTY)).rejects.toMatchObject(away);
    await expect(files.check()).rejects.toMatchObject(away);
  });

  test("takes no bytes but those that were signed", async () => {
    const name = { organisationId: newId(), hash: hashOf(Buffer.from("rätt")) };
    await expect(inBucket.put(name, Buffer.from("fel"))).rejects.toMatchObject({
      code: "400 XAmzContentSHA256Mismatch",
    });
    expect(await inBucket.get(name)).toBeNull();
  });

  test("that refuses without a word is not one that has nothing", async () => {
    bucket.answer(403);
    await expect(inBucket.get(EMPTY)).rejects.toMatchObject({ code: "403" });
    bucket.answer(404);
    await expect(inBucket.list(EMPTY.organisationId)).rejects.toMatchObject({ code: "404" });
    await expect(inBucket.put(EMPTY, Buffer.alloc(0))).rejects.toMatchObject({ code: "404" });
    expect(await inBucket.get(EMPTY)).toBeNull();
    bucket.answer(null);
  });
});
