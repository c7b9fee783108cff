/** Forms as they come: those of our pages are read whole, and what is too much for any of them is turned away unread. */
import { expect, test } from "vitest";
import { readForm } from "../../src/platform/http/form-body.ts";
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
