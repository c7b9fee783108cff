/** A kept file as an answer: always to be saved, as the kind that its content is, and left in nobody's cache. */
import { FILE_TYPES, type FileType } from "../files/file-type.ts";

export type KeptFile = { readonly name: string; readonly type: FileType; readonly bytes: Buffer };

export function fileAnswer(file: KeptFile): Response {
  // Old clients read the first name, in which only what is sure to be understood stands; all others the second (RFC 6266).
  const plain = file.name.replace(/[^\w .()+-]/g, "_");
  const encoded = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": FILE_TYPES[file.type].media,
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      "Cache-Control": "private, no-store",
    },
  });
}
