/** Reads the XML inside a workbook as a stream of events, in bounded memory. No DOCTYPE, so no entities but XML's own five. */
import { SaxesParser } from "saxes";
import { TableRefused } from "./table.ts";

export type XmlHandler = {
  /** Names come without their prefix. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

/** Text between two tags that is longer than this is no cell. */
const LONGEST_WITHOUT_TAG = 4 * 1024 * 1024;
/** A sheet is six elements deep. */
const DEEPEST = 50;

const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Feeds the handler; yields after each piece, so that the caller can take what has been gathered. */
export async function* parseXml(pieces: AsyncIterable<string>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let sinceTag = 0;
  parser.on("doctype", () => {
    throw new TableRefused("external-entities");
  });
  parser.on("error", () => {
    throw new TableRefused("damaged");
  });
  parser.on("opentag", (tag) => {
    sinceTag = 0;
    depth += 1;
    if (depth > DEEPEST) throw new TableRefused("damaged");
    handler.open(withoutPrefix(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    sinceTag = 0;
    depth -= 1;
    handler.close(withoutPrefix(tag.name));
  });
  parser.on("text", handler.text);
  parser.on("cdata", handler.text);
  for await (const piece of pieces) {
    sinceTag += piece.length;
    parser.write(piece);
    if (sinceTag > LONGEST_WITHOUT_TAG)
      throw new TableRefused("too-large-unpacked", { limit: LONGEST_WITHOUT_TAG });
    yield;
  }
  parser.close();
}

/** Reads a small part to its end. */
export async function readXml(pieces: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(pieces, handler));
}
