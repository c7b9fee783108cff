/** PDFs read back with a reader of others' making: the text, the title, the language and the tags, whatever somebody typed. */
import { getDocumentProxy } from "unpdf";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makePdf, type PdfBlock, type PdfDocument } from "../../src/platform/pdf/make-pdf.ts";

const AT = new Date("2026-12-03T10:00:00Z");
const document = (blocks: readonly PdfBlock[], more: Partial<PdfDocument> = {}): PdfDocument => ({
  language: "sv",
  title: "Utvecklingssamtal",
  organisation: "Påhittade kommunen",
  lead: "",
  sections: [{ title: "Det vi kom överens om", blocks }],
  footer: "Handlingen kan begäras ut.",
  ...more,
});

type Node = { readonly role?: string; readonly children?: readonly Node[] };
const roles = (node: Node): string[] => [
  ...(node.role ? [node.role] : []),
  ...(node.children ?? []).flatMap(roles),
];

async function read(made: PdfDocument) {
  const pdf = await getDocumentProxy(new Uint8Array(makePdf(made, AT)));
  const { info, metadata } = await pdf.getMetadata();
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const items = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items));
  const text = items
    .flat()
    .flatMap((item) => ("str" in item ? [item.str] : []))
    .join("");
  const trees = await Promise.all(pages.map((page) => page.getStructTree()));
  return {
    info: info as Readonly<Record<string, unknown>>,
    raw: String(metadata?.getRaw()),
    pages: pdf.numPages,
    // As it is read: how it is broken into lines says nothing.
    text: text.replaceAll(/[\s\u200B\u00AD]/g, ""),
    marked: await pdf.getMarkInfo(),
    roles: new Set(trees.flatMap((tree) => (tree ? roles(tree as Node) : []))),
  };
}
const told = (text: string): string => text.replaceAll(/\s/g, "");

test("a document has its title, its language and a tag for each thing in it", async () => {
  const found = await read(
    document(
      [
        { kind: "paragraph", text: "Första stycket.\nNästa rad.\n\nAndra stycket." },
        { kind: "heading", text: "Under" },
        { kind: "list", items: ["Ett", "Två"] },
        { kind: "facts", rows: [{ term: "Datum", detail: "2026-12-03" }] },
        { kind: "notice", title: "Lön", text: "Ett av flera underlag." },
        { kind: "table", caption: "Skillnader", header: ["Krav", "Du"], rows: [["Bedömer", "med stöd"]] },
      ],
      { lead: "Kort." },
    ),
  );
  expect(found.info).toMatchObject({ Title: "Utvecklingssamtal", Language: "sv" });
  expect(found.info["CreationDate"]).toMatch(/^D:20261203100000/);
  expect(found.raw).toMatch(/pdfuaid:part[^1]*1/);
  expect(found.marked).toMatchObject({ Marked: true });
  expect([...found.roles]).toEqual(
    expect.arrayContaining(["H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD"]),
  );
  for (const text of [
    "Nästa rad.",
    "Andra stycket.",
    "Två",
    "2026-12-03",
    "Ett av flera underlag.",
    "med stöd",
    "Sida1av1",
  ])
    expect(found.text).toContain(told(text));
});

test.each([
  ["markup", "#let x = 1; *fet* _kursiv_ $x^2$ `kod` <lab> @ref [x] // = rubrik"],
  ["an end of everything", '")] } #panic("nej") \\ \\u{41}'],
  ["a file", '#read("/etc/passwd") #include "document.typ"'],
  ["European letters", "Łódź Dvořák Çelik Ærø Þór ß € – ”citat” …"],
])("%s is text", async (_what, text) => {
  const found = await read(
    document(
      [
        { kind: "paragraph", text },
        { kind: "table", caption: text, header: [text], rows: [[text]] },
      ],
      { title: text, lead: text },
    ),
  );
  expect(found.info["Title"]).toBe(text);
  expect(found.text.split(told(text)).length).toBeGreaterThan(4);
});

test.each([
  ["control characters", "a\u0000b\u0007c\u001Bd", "abcd"],
  ["half a character", "a\uD83D b", "a"],
  ["two ways of ending a line", "ett\r\ntvå\rtre", "etttvåtre"],
])("%s make no document impossible", async (_what, text, read_) => {
  expect((await read(document([{ kind: "paragraph", text }]))).text).toContain(read_);
});

test.each(["שלום עולם", "مرحبا بالعالم", "😀 👩‍⚕️", "漢字", "\u202Eomvänt\u202C", "\u{10FFFD}\uE000"])(
  "%s is set, or stands as a question mark where no font can show it",
  async (text) => {
    const found = await read(document([{ kind: "paragraph", text: `före ${text} efter` }]));
    expect(found.text).toContain("före");
    expect(found.text).toContain("efter");
  },
);

test("twenty thousand characters, in words or in one, stay on the page and are all there", async () => {
  const [words, run] = ["ordning ".repeat(2500), "x".repeat(20_000)];
  for (const text of [words, run]) {
    const found = await read(document([{ kind: "paragraph", text }]));
    expect(found.pages).toBeGreaterThan(2);
    const foot = [told("Handlingen kan begäras ut."), "Påhittadekommunen", "Utvecklingssamtal"];
    const body = foot.reduce(
      (all, each) => all.replaceAll(each, ""),
      found.text.replaceAll(/Sida\d+av\d+/g, ""),
    );
    expect(body).toContain(told(text));
  }
});

test("anything at all that somebody typed becomes a document", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const made = makePdf(
        document(
          [
            { kind: "paragraph", text },
            { kind: "list", items: [text] },
            { kind: "facts", rows: [{ term: text, detail: text }] },
            { kind: "notice", title: text, text },
          ],
          { title: `Om ${text}` },
        ),
        AT,
      );
      expect(made.subarray(0, 5).toString()).toBe("%PDF-");
    }),
    { numRuns: 40 },
  );
});

test("the same document at the same time is the same file", () => {
  const made = document([{ kind: "paragraph", text: "Ett." }]);
  const first = makePdf(made, AT);
  makePdf(document([{ kind: "paragraph", text: "Något annat." }]), AT);
  expect(makePdf(made, AT).equals(first)).toBe(true);
  expect(makePdf(made, new Date("2026-12-04T10:00:00Z")).equals(first)).toBe(false);
});
