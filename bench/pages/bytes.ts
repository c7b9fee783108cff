/** What a page sends, packed as it is sent. */
import { request } from "node:http";
import { gzipSync } from "node:zlib";
import { alone, fromPairs, type Figure } from "../measure.ts";

/** The bytes of an answer as they come over the wire, and its text. */
function received(url: string): Promise<{ bytes: number; text: string }> {
  const sent = (encoding: string): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      request(url, { headers: { "accept-encoding": encoding } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts)));
      })
        .on("error", reject)
        .end();
    });
  return Promise.all([sent("gzip"), sent("identity")]).then(([packed, plain]) => ({
    bytes: packed.length,
    text: plain.toString(),
  }));
}

const KILOBYTE = 1000;

const sum = async (origin: string, paths: readonly string[]): Promise<number> => {
  let bytes = 0;
  for (const path of new Set(paths)) bytes += (await received(origin + path)).bytes;
  return bytes;
};

/** A public page: the document with its stylesheets against its words alone, and its scripts. */
export async function bytesOf(origin: string, path: string): Promise<Figure[]> {
  const page = await received(origin + path);
  const found = (pattern: RegExp): string[] =>
    [...page.text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
  const styles = found(/<link rel="stylesheet" href="(\/[^"]+)"/g);
  const scripts = [
    ...found(/<script[^>]* src="(\/[^"]+)"/g),
    ...found(/<link rel="modulepreload" href="(\/[^"]+)"/g),
  ];
  const words = page.text.replaceAll(/<(script|style)\b.*?<\/\1>|<[^>]+>/gs, " ").replaceAll(/\s+/g, " ");
  const document = page.bytes + (await sum(origin, styles));
  return [
    fromPairs("public model: document and stylesheets, packed", "kB", [
      { ours: document / KILOBYTE, floor: gzipSync(words).length / KILOBYTE },
    ]),
    alone("public model: script, packed", "kB", (await sum(origin, scripts)) / KILOBYTE),
  ];
}
