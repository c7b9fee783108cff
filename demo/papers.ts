/** Invented certificates as files: a page of a few lines as a PDF, and a small picture of a paper. Nobody is named in them. */
import { crc32, deflateSync } from "node:zlib";

/** A PDF of one page, with a line of text for each. Swedish letters are written as WinAnsi has them. */
export function paperAsPdf(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, (sign) => `\\${sign}`)}) Tj T*`).join("\n");
  const text = `BT /F1 18 Tf 26 TL 72 740 Td\n${shown}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + end, "latin1");
}

const [WIDTH, HEIGHT] = [280, 396];
const [PAPER, INK, SEAL] = [0xf6, 0x3c, 0x8a];

/** How dark each dot of the picture is: a frame, a heading, lines of writing and a seal. */
function dot(x: number, y: number): number {
  const isFrame = Math.min(x, WIDTH - 1 - x, y, HEIGHT - 1 - y) === 12;
  const isHeading = y > 60 && y < 76 && x > 70 && x < 210;
  const isLine = y > 120 && y < 280 && y % 20 < 3 && x > 44 && x < 236 - ((y * 37) % 60);
  if (Math.hypot(x - 205, y - 330) < 26) return SEAL;
  return isFrame || isHeading || isLine ? INK : PAPER;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** A PNG that looks like a diploma from afar. */
export function paperAsPng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.writeUInt8(8, 8);
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (__, x) => dot(x, y))]),
  );
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
