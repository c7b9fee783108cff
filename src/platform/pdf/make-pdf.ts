/**
 * PDF from data: `makePdf` sets a document with the one template of the house, `document.typ`, tagged for those who hear it (PDF/UA-1, which the export holds
 * it to). Texts are handed over as data and are never markup, whatever stands in them.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { NodeCompiler, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";
import { projectRoot } from "../database/project-root.ts";
import type { Language } from "../http/context.ts";

export type PdfBlock =
  /** An empty line between paragraphs; a line's end is kept. */
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "facts"; readonly rows: readonly { readonly term: string; readonly detail: string }[] }
  /** Each row has as many cells as the header. */
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "notice"; readonly title: string; readonly text: string };

export type PdfDocument = {
  readonly language: Language;
  /** The largest heading, and the name of the window that shows the document. */
  readonly title: string;
  readonly organisation: string;
  /** Under the title; the empty text for none. */
  readonly lead: string;
  readonly sections: readonly { readonly title: string; readonly blocks: readonly PdfBlock[] }[];
  /** At the foot of every page, beside its number: what the document is, and who may ask for it. */
  readonly footer: string;
};

const require = createRequire(import.meta.url);
const font = (path: string): Buffer => readFileSync(require.resolve(`@expo-google-fonts/${path}`));

/** Made when the first document is. */
let house: { readonly compiler: NodeCompiler; readonly template: string } | undefined;
const open = () =>
  (house ??= {
    template: readFileSync(join(projectRoot(), "src/platform/pdf/document.typ"), "utf8"),
    compiler: NodeCompiler.create({
      workspace: join(projectRoot(), "src/platform/pdf"),
      fontArgs: [
        {
          fontBlobs: [
            "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
            "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
            "source-sans-3/700Bold/SourceSans3_700Bold.ttf",
            "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
          ].map(font),
        },
      ],
    }),
  });

/** What an earlier document has in common with a later one is remembered for so many. */
const REMEMBERED = 10;

const WORDS: Readonly<Record<Language, { readonly page: string; readonly of: string }>> = {
  sv: { page: "Sida", of: "av" },
  en: { page: "Page", of: "of" },
};

/** A run without a place to break would leave the page. */
const LONGEST_RUN = 40;
const UNBROKEN = new RegExp(`\\S{${LONGEST_RUN}}(?=\\S)`, "gu");
const ZERO_WIDTH_SPACE = "\u200B";

/** Text that a page can show: no control characters, halves of characters or endless words. */
const printable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/[^\P{C}\n\p{Cf}]/gu, "")
    .replaceAll(UNBROKEN, `$&${ZERO_WIDTH_SPACE}`);

/** Every letter of Europe's Latin alphabets, figures and common signs: the house's own fonts have them all. */
const NOT_OWN = /[^\n\u0020-\u007E\u00A0-\u017F\u2010-\u2026\u200B\u20AC\u2212]/gu;
const UNKNOWN = "?";

/** PDF/UA-1 refuses a text that no font at hand can show; the message names it, and so it is not passed on. */
const isUnshown = (error: unknown): boolean =>
  error instanceof Error && error.message.includes("could not be displayed");

const everyText = (document: PdfDocument, change: (text: string) => string): unknown =>
  JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    typeof value === "string" && key !== "kind" && key !== "language" ? change(value) : value,
  );

/**
 * The document as a file, made at `at` (to the second): the same document and time give the same bytes. What no font on this machine can show stands as `?`.
 * Takes some tens of milliseconds, in which the process does nothing else.
 */
export function makePdf(document: PdfDocument, at: Date): Buffer {
  try {
    return set(everyText(document, printable), document.language, at);
  } catch (error) {
    if (!isUnshown(error)) throw error;
    const own = (text: string): string => printable(text).replaceAll(NOT_OWN, UNKNOWN);
    return set(everyText(document, own), document.language, at);
  }
}

function set(document: unknown, language: Language, at: Date): Buffer {
  const { compiler, template } = open();
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: {
      document: JSON.stringify({ ...(document as PdfDocument), words: WORDS[language] }),
    },
  });
  if (!compiled.result) throw new Error("the template does not hold");
  const pdf = compiler.pdf(compiled.result, {
    pdfStandard: PdfStandard.UA_1,
    creationTimestamp: Math.floor(at.getTime() / 1000),
  });
  compiler.evictCache(REMEMBERED);
  return pdf;
}
