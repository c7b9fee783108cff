/** Forms as they come: those of our pages are read whole, and what is too much for any of them is turned away unread. */
import { expect, test } from "vitest";
import { LetGo, readForm, TooLarge } from "../../src/platform/http/form-body.ts";
import { NotFound } from "../../src/shared/result.ts";

const posted = (body: BodyInit, type?: string): Request =>
  new Request("http://vidga.invalid/", {
    method: "POST",
    body,
    ...(type ? { headers: { "Content-Type": type } } : {}),
  });

const fields = (many: number): URLSearchParams =>
  new URLSearchParams(Array.from({ length: many }, (_, at) => [`f${at}`, ""]));

function parts(many: number): FormData {
  const form = new FormData();
  for (let at = 0; at < many; at += 1) form.append("f", "å");
  return form;
}

test("a form is read with its texts and files, whatever the files hold", async () => {
  const form = parts(2);
  form.append("file", new File(["&".repeat(50_000), "\r\n--", "ÅÄÖ"], "å.csv"));
  const read = await readForm(posted(form));
  expect(read.getAll("f")).toEqual(["å", "å"]);
  const file = read.get("file") as File;
  expect([file.name, file.size]).toEqual(["å.csv", 50_010]);
  const sent = await readForm(posted(new URLSearchParams({ a: "1 & 2", å: "ö" })));
  expect([...sent]).toEqual([
    ["a", "1 & 2"],
    ["å", "ö"],
  ]);
});

test("a form has so many fields and no more, in either way of sending it", async () => {
  expect([...(await readForm(posted(fields(10_000))))]).toHaveLength(10_000);
  await expect(readForm(posted(fields(10_001)))).rejects.toThrow(NotFound);
  expect([...(await readForm(posted(parts(9_990))))]).toHaveLength(9_990);
  await expect(readForm(posted(parts(10_001)))).rejects.toThrow(NotFound);
});

test("half a million parts are turned away, also where the boundary is quoted", async () => {
  const body = '--b\r\nContent-Disposition: form-data; name="f"\r\n\r\n\r\n'.repeat(500_000);
  for (const boundary of ["b", '"b"'])
    await expect(
      readForm(posted(`${body}--b--`, `multipart/form-data; charset=utf-8; boundary=${boundary}`)),
    ).rejects.toThrow(NotFound);
});

test.each(["", "text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary="])(
  "what is no form is none: %j",
  async (type) => {
    await expect(readForm(posted("a=1", type || "text/plain"))).rejects.toThrow(NotFound);
  },
);

const LIMITS = { most: 2, largest: 1000 };
const filled = (...files: File[]): FormData => {
  const form = parts(2);
  for (const file of files) form.append("files", file);
  form.append("last", "ö\r\n");
  return form;
};

test("a form with files is read as it comes: names and texts as they were sent, whatever the files hold", async () => {
  const names = ["å ä ö.pdf", "a/b\\c.pdf", "x".repeat(300), "avi\u202Efdp.exe"];
  for (const name of names) {
    const form = filled(new File(["--\r\n", Buffer.alloc(990, 0xff)], name), new File([], ""));
    const read = await readForm(posted(form), LIMITS);
    expect(read.getAll("f")).toEqual(["å", "å"]);
    expect(read.get("last")).toBe("ö\r\n");
    const [file, none] = read.getAll("files") as File[];
    expect([file?.name, file?.size, none?.name, none?.size]).toEqual([name, 994, "", 0]);
    expect(Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer()).subarray(4)).toEqual(
      Buffer.alloc(990, 0xff),
    );
  }
});

test.each([
  [[1000], [1000]],
  [[1001], ["gone"]],
  [
    [0, 5_000_000],
    [0, "gone"],
  ],
  [
    [5, 6, 7],
    [5, 6, "gone"],
  ],
])("files of %j bytes come as %j, and what was typed with them", async (sizes, come) => {
  const files = sizes.map((size, at) => new File([Buffer.alloc(size, "x")], `${at}.pdf`));
  const read = await readForm(posted(filled(...files)), LIMITS);
  const got = (read.getAll("files") as File[]).map((file) => (file instanceof LetGo ? "gone" : file.size));
  expect(got).toEqual(come);
  expect(read.get("last")).toBe("ö\r\n");
});

/** A body that is made as it is read. */
function endless(head: string, pieces: number, piece: Uint8Array, tail: string): Request {
  const text = new TextEncoder();
  let at = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (at === 0) controller.enqueue(text.encode(head));
      else if (at <= pieces) controller.enqueue(piece);
      else {
        controller.enqueue(text.encode(tail));
        controller.close();
      }
      at += 1;
    },
  });
  return new Request("http://vidga.invalid/", {
    method: "POST",
    body,
    duplex: "half",
    headers: { "Content-Type": "multipart/form-data; boundary=b" },
  } as RequestInit);
}
const FILE_HEAD = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n';
const FILE_TAIL = '\r\n--b\r\nContent-Disposition: form-data; name="last"\r\n\r\nkvar\r\n--b--\r\n';
const MEGABYTES = 1024 * 1024;

test("200 MB go by without being held, and what was typed is there", async () => {
  const piece = new Uint8Array(MEGABYTES);
  const before = process.memoryUsage.rss();
  const read = await readForm(endless(FILE_HEAD, 200, piece, FILE_TAIL), LIMITS);
  expect(read.get("files")).toBeInstanceOf(LetGo);
  expect(read.get("last")).toBe("kvar");
  expect((process.memoryUsage.rss() - before) / MEGABYTES).toBeLessThan(100);
});

test("there is an end to what is read, and to what is typed beside files", async () => {
  const piece = new Uint8Array(MEGABYTES);
  await expect(readForm(endless(FILE_HEAD, 257, piece, FILE_TAIL), LIMITS)).rejects.toThrow(TooLarge);
  const long = parts(1);
  for (let at = 0; at < 11; at += 1) long.append("words", "x".repeat(100_000));
  await expect(readForm(posted(long), LIMITS)).rejects.toThrow(TooLarge);
  await expect(readForm(posted(parts(10_001)), LIMITS)).rejects.toThrow(NotFound);
});

test.each([
  ["in a file", FILE_HEAD, ""],
  ["in a text", FILE_HEAD.replace(' filename="a.pdf"', ""), ""],
  ["before anything", "", ""],
  ["in a head", FILE_HEAD.slice(0, 30), ""],
])("a form that is broken off %s is none", async (_, head, tail) => {
  await expect(readForm(endless(head, 1, new Uint8Array(10), tail), LIMITS)).rejects.toThrow(NotFound);
});

test("parts without a name lead nowhere", async () => {
  const head = FILE_HEAD.replace(' name="files";', "");
  const read = await readForm(endless(head, 1, new Uint8Array(10), FILE_TAIL), LIMITS);
  expect(read.get("last")).toBe("kvar");
});
