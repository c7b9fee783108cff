/** A file that was sent, whatever it is: its text, or a clear word of why it has none. */
import { expect, test } from "vitest";
import { textOfFile } from "../../src/career-model/model-file-text.ts";
import { MAX_FILE_BYTES, readModelFile } from "../../src/career-model/model-file.ts";
import { small } from "./model-file-examples.ts";

const utf8 = new TextEncoder();
const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === "string" ? utf8.encode(part) : part)]));
const text = small.replace("En modell.", "En modell för åäö.");
const utf16 = (order: "le" | "be", mark: readonly number[]): Uint8Array => {
  const buffer = Buffer.from(text, "utf16le");
  return bytes(mark, [...(order === "le" ? buffer : buffer.swap16())]);
};

test.each([
  ["as it is", bytes(text)],
  ["with a byte order mark", bytes([0xef, 0xbb, 0xbf], text)],
  ["with Windows' line ends", bytes(text.replaceAll("\n", "\r\n"))],
])("UTF-8 %s is read as the model that it is", (_, sent) => {
  const result = textOfFile(sent);
  expect(result.ok && readModelFile(result.value)).toEqual(readModelFile(text));
  expect(readModelFile(text).ok).toBe(true);
});

test.each([
  ["a picture", bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "not-text"],
  ["a photograph", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "not-text"],
  ["a spreadsheet", bytes("PK", [3, 4, 20, 0]), "not-text"],
  ["a PDF", bytes("%PDF-1.7\n"), "not-text"],
  ["text with a NUL in it", bytes("format: vidga", [0], "modell"), "not-text"],
  ["Windows-1252", Uint8Array.from(Buffer.from(text, "latin1")), "not-utf-8"],
  ["UTF-16 with its mark, little endian", utf16("le", [0xff, 0xfe]), "not-utf-8"],
  ["UTF-16 with its mark, big endian", utf16("be", [0xfe, 0xff]), "not-utf-8"],
  ["UTF-16 without a mark", utf16("le", []), "not-utf-8"],
  ["three megabytes", bytes("#".repeat(3 * 1024 * 1024)), "too-large"],
  ["one byte too many", new Uint8Array(MAX_FILE_BYTES + 1).fill(35), "too-large"],
  ["an empty file", bytes(), "empty-file"],
])("%s is refused: %s", (_, sent, code) => {
  expect(textOfFile(sent)).toEqual({ ok: false, reasons: [{ code }] });
});
