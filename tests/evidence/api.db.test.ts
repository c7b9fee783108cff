/** Files of evidence over the API (INT-3, ASM-2): sent beside what is said of the piece, and handed out as they are kept. */
import { expect, test } from "vitest";
import { changeSettings, viewSettings } from "../../src/organisation/keep-settings.ts";
import { paperAsPdf } from "../../demo/papers.ts";
import { apiOf, reasonsIn } from "../api/site.ts";
import { temporaryFiles } from "../support/files.ts";
import { testDatabase } from "../support/database.ts";
import { exif, photo, photoWith } from "../support/jpeg.ts";
import { evidenceWorld, SHOWN } from "./world.ts";

const files = temporaryFiles();
const world = await evidenceWorld({ ...(await testDatabase()), files });
const { api, ask, token } = apiOf({ ...world, workshop: { ...world.workshop, files } });
const karin = await world.person("Karin Chef");
await world.employ(karin, world.rehab, { from: "2020-01-01" }, world.clerk);
await world.manage(karin, world.rehab);
const anna = await world.person("Anna Ek");
await world.employ(anna, world.rehab, { from: "2024-01-01" });
const dan = await world.person("Dan Ek");
await world.employ(dan, world.rehab, { from: "2024-01-01" });
const [manager, self, other] = await Promise.all(
  [karin, anna, dan].map(async ({ accountId }) => (await token(accountId)).text),
);

const keeping = async (evidenceFiles: boolean) => {
  const admin = world.grant(await world.person("Elif Admin"), { role: "administrator" });
  await world.as(admin, async (work) =>
    changeSettings(work, { ...(await viewSettings(work)), evidenceFiles }),
  );
};
const PDF = paperAsPdf(["Förflyttningskunskap"]);
const COURSE = { kind: "course", what: "Förflyttningskunskap", issuedOn: "2025-12-01" };
type Part = readonly [name: string, content: Uint8Array | string];
const form = (
  data: unknown,
  sent: readonly Part[],
  more: Readonly<Record<string, string>> = {},
): FormData => {
  const body = new FormData();
  if (data !== undefined) body.append("data", typeof data === "string" ? data : JSON.stringify(data));
  for (const [name, content] of sent) body.append("files", new Blob([Buffer.from(content)]), name);
  for (const [name, value] of Object.entries(more)) body.append(name, value);
  return body;
};
const path = `/people/${anna.personId}/evidence`;
const add = (as: string | undefined, body: FormData) => ask("POST", path, { token: as, body });
const listed = async (as: string | undefined, id: unknown) =>
  (await ask("GET", `${path}/${String(id)}`, { token: as })).json["files"] as { id: string; name: string }[];
/** The file's own bytes; `ask` gives texts. */
const fetched = (as: string | undefined, id: unknown, fileId: string, headers: Record<string, string> = {}) =>
  api.request(`http://vidga.test/organisations/${world.slug}${path}/${String(id)}/files/${fileId}`, {
    headers: { Authorization: `Bearer ${as ?? ""}`, ...headers },
  });

test("INT-3, ASM-2: a piece comes with its files, and whoever sees it fetches them, always to be saved", async () => {
  await keeping(true);
  const made = await add(
    self,
    form(COURSE, [
      ["intyg.pdf", PDF],
      ["foto.jpg", photoWith(exif(1))],
    ]),
  );
  expect([made.status, ...reasonsIn(made)]).toEqual([201]);
  const { id } = made.json;
  const [first, second] = (await listed(manager, id)).toSorted((a, b) => (a.name < b.name ? 1 : -1));
  expect([first?.name, second?.name]).toEqual(["intyg.pdf", "foto.jpg"]);
  const got = await fetched(manager, id, first?.id ?? "");
  expect([got.status, got.headers.get("Content-Type"), got.headers.get("Cache-Control")]).toEqual([
    200,
    "application/pdf",
    "private, no-store",
  ]);
  expect(got.headers.get("Content-Disposition")).toMatch(/^attachment; filename="intyg.pdf"/);
  expect(Buffer.from(await got.arrayBuffer()).equals(PDF)).toBe(true);
  const bare = await fetched(self, id, second?.id ?? "");
  expect(Buffer.from(await bare.arrayBuffer()).equals(photo())).toBe(true);
  // What the client has already isn't sent again.
  const tag = got.headers.get("ETag") ?? "";
  expect((await fetched(manager, id, first?.id ?? "", { "If-None-Match": tag })).status).toBe(304);
  // Somebody else's: as absent.
  for (const [as, fileId] of [
    [other, first?.id ?? ""],
    [manager, "x"],
    [manager, crypto.randomUUID()],
  ] as const)
    expect((await fetched(as, id, fileId)).status).toBe(404);
  expect(
    (await fetched((await token(karin.accountId, ["people:read"])).text, id, first?.id ?? "")).status,
  ).toBe(403);
});

test("ASM-2, ORG-4: whoever decides records what they have gone through, with its file", async () => {
  const check = { ...SHOWN, how: "file" };
  expect(reasonsIn(await add(manager, form({ ...COURSE, check }, [])))).toEqual(["no-file how"]);
  const made = await add(manager, form({ ...COURSE, check }, [["intyg.pdf", PDF]]));
  expect(made.status).toBe(201);
  expect((await listed(self, made.json["id"])).map(({ name }) => name)).toEqual(["intyg.pdf"]);
});

test.each<[string, readonly Part[], readonly string[]]>([
  ["a program by another name", [["intyg.pdf", "MZ"]], ["file-not-taken files"]],
  ["an SVG", [["intyg.svg", "<svg/>"]], ["file-not-taken files"]],
  ["a PDF with script", [["intyg.pdf", "%PDF-1.4 1 0 obj << /S /JavaScript >>"]], ["file-active files"]],
  ["a photo cut short", [["foto.jpg", photo().subarray(0, 300)]], ["file-damaged files"]],
  ["11 MB", [["intyg.pdf", Buffer.alloc(11 * 1024 * 1024, "%PDF-")]], ["file-too-large files"]],
  ["four", Array.from({ length: 4 }, () => ["intyg.pdf", PDF] as const), ["too-many-files files"]],
  ["a path", [["../intyg.pdf", PDF]], ["file-name-path files"]],
])("ASM-2: %s is refused with its own reason, beside what else is wrong", async (_, sent, expected) => {
  const answer = await add(self, form({ ...COURSE, issuedOn: "2026-11-23" }, sent));
  expect([answer.status, ...reasonsIn(answer)]).toEqual([422, "in-future issuedOn", ...expected]);
});

test("INT-3: what is no such form is told as that", async () => {
  const of = async (body: FormData) => {
    const answer = await add(self, body);
    return [answer.status, ...reasonsIn(answer)];
  };
  expect(await of(form(undefined, []))).toEqual([422, "missing data"]);
  expect(await of(form(COURSE, [], { more: "1" }))).toEqual([422, "unknown-field more"]);
  expect(await of(form(COURSE, [], { files: "intyg.pdf" }))).toEqual([422, "wrong-type files"]);
  expect(await of(form(COURSE, [], { data: "{}" }))).toEqual([422, "repeated data"]);
  expect(await of(form("{", []))).toEqual([400, "not-json"]);
  expect(await of(form({ ...COURSE, grade: 5 }, []))).toEqual([422, "unknown-field grade"]);
  const large = form(COURSE, [["intyg.pdf", Buffer.alloc(42 * 1024 * 1024)]]);
  expect((await add(self, large)).status).toBe(413);
  const plain = await ask("POST", path, { token: self, body: `{"what": "${"x".repeat(300_000)}"}` });
  expect(plain.status).toBe(413);
});

test("ASM-2: where files aren't kept they are refused, and what is kept is still read", async () => {
  const made = await add(self, form(COURSE, [["intyg.pdf", PDF]]));
  await keeping(false);
  expect(reasonsIn(await add(self, form(COURSE, [["intyg.pdf", PDF]])))).toEqual(["files-off files"]);
  const [there] = await listed(self, made.json["id"]);
  expect((await fetched(manager, made.json["id"], there?.id ?? "")).status).toBe(200);
});
