/** What a file is, by what is in it, and what a PDF may hold (ASM-2). */
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { isActive } from "../../src/platform/files/active-pdf.ts";
import { namedAs, typeOf } from "../../src/platform/files/file-type.ts";
import { paperAsPdf, paperAsPng } from "../../demo/papers.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");

test.each([
  ["pdf", paperAsPdf(["Intyg"])],
  ["png", paperAsPng()],
  ["jpeg", bytes("\xff\xd8\xff\xe0\x00\x10JFIF\0")],
  [null, bytes("MZ\x90\0\x03")],
  [null, bytes("\x7fELF\x02")],
  [null, bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
  [null, bytes("<!DOCTYPE html><title>%PDF-1.4</title>")],
  [null, bytes("\r\n%PDF-1.4")],
  [null, bytes("RIFF\x24\0\0\0WEBPVP8 ")],
  [null, bytes("\0\0\0\x18ftypheic")],
  [null, bytes("PK\x03\x04")],
  [null, bytes("\x89PN")],
  [null, bytes("")],
])("ASM-2: what a file is stands in its first bytes: %s", (type, content) => {
  expect(typeOf(content)).toBe(type);
  // Also where the bytes lie within others.
  expect(typeOf(Buffer.concat([bytes("xx"), content]).subarray(2))).toBe(type);
});

test.each([
  ["pdf", "intyg.pdf", "intyg.pdf"],
  ["pdf", "INTYG.PDF", "INTYG.PDF"],
  ["pdf", "intyg.html", "intyg.html.pdf"],
  ["jpeg", "bild.JPG", "bild.JPG"],
  ["jpeg", "bild.jpeg", "bild.jpeg"],
  ["jpeg", "bild.png", "bild.png.jpg"],
  ["png", "bild", "bild.png"],
] as const)("a %s called %s is handed out as %s", (type, name, out) => {
  expect(namedAs(type, name)).toBe(out);
});

describe("a PDF", () => {
  const paper = paperAsPdf(["Intyg"]).toString("latin1");
  const withCatalog = (more: string): Buffer =>
    bytes(paper.replace("/Type /Catalog", `/Type /Catalog ${more}`));
  const packed = (objects: string): Buffer => {
    const inside = deflateSync(bytes(objects)).toString("latin1");
    const object = `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${inside.length} >>\nstream\n${inside}\nendstream\nendobj\n`;
    return bytes(paper.replace("xref\n", `${object}xref\n`));
  };

  test.each([
    ["a script when it is opened", withCatalog("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")],
    ["a script by its letters' numbers", withCatalog("/OpenAction << /S /J#61v#61Script /JS (1) >>")],
    ["scripts by name", withCatalog("/Names << /JavaScript 7 0 R >>")],
    ["a program that it starts", withCatalog("/OpenAction << /S /Launch /F (cmd.exe) >>")],
    ["files within it", withCatalog("/Names << /EmbeddedFiles 7 0 R >>")],
    ["a film within it", withCatalog("/Annots [<< /Subtype /RichMedia >>]")],
    ["a script among packed objects", packed("9 0 << /S /JavaScript /JS (1) >>")],
    ["a script after the last stream", bytes(`${paper}\n10 0 obj << /S /JavaScript >> endobj`)],
  ])("with %s is active", (_, content) => {
    expect(isActive(content)).toBe(true);
  });

  test.each([
    ["of a page", bytes(paper)],
    ["that opens at a page", withCatalog("/OpenAction [3 0 R /Fit]")],
    ["with a link", withCatalog("/A << /S /URI /URI (https://exempel.se) >>")],
    ["with a name that begins alike", withCatalog("/JavaScriptless true /Launchpad 1")],
    ["whose picture happens to say so", bytes(paper.replace("Tj T*", "Tj T* % /JavaScript /Launch"))],
    ["with other packed objects", packed("9 0 << /Type /Font >>")],
    ["whose objects are packed in another way", bytes(`%PDF-1.5\n9 0 obj << /Type /ObjStm >>\nstream\nx/\nendstream`)],
    ["cut off", bytes(paper.slice(0, paper.indexOf("endstream")))],
    ["of nothing", bytes("%PDF-")],
  ])("%s isn't", (_, content) => {
    expect(isActive(content)).toBe(false);
  });

  test("that unpacks to very much is given up in time", () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024));
    const object = "9 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\n";
    const content = Buffer.concat([bytes(`%PDF-1.4\n${object}`), bomb, bytes("\nendstream endobj")]);
    const started = process.cpuUsage().user;
    expect(isActive(content)).toBe(false);
    expect((process.cpuUsage().user - started) / 1000).toBeLessThan(1000);
  });
});
