/** Pictures without where and when they were taken (ASM-2). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barePicture } from "../../src/platform/files/bare-picture.ts";
import { paperAsPng } from "../../demo/papers.ts";
import { exif, photo, photoWith, segment } from "../support/jpeg.ts";
import { pngChunk } from "../support/png.ts";

const POSITION = "N57.6700 E12.1400";
const jpeg = (bytes: Uint8Array): Buffer | null => barePicture("jpeg", bytes);
const png = (bytes: Uint8Array): Buffer | null => barePicture("png", bytes);
/** How a bare photo is turned: the Exif that is left, which says nothing else. */
const turned = (bytes: Buffer | null): number | "upright" => {
  const at = bytes?.indexOf("Exif\0\0", 0, "latin1") ?? -1;
  return at === -1 ? "upright" : (bytes?.readUInt16BE(at + 6 + 18) ?? "upright");
};

describe("a photo", () => {
  test("ASM-2: is kept as it came where nothing is written beside it", () => {
    expect(jpeg(photo())).toEqual(photo());
    // Also where its bytes lie within others.
    expect(jpeg(Buffer.concat([Buffer.from("xx"), photo()]).subarray(2))).toEqual(photo());
  });

  test.each([
    ["Exif, with the position", exif(1)],
    ["Exif that can't be read", segment(0xe1, `Exif\0\0MM\0*\xff\xff\xff\xff${POSITION}`)],
    ["Exif cut short", segment(0xe1, "Exif\0\0MM")],
    ["XMP", segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="${POSITION}"/>`)],
    ["IPTC", segment(0xed, `Photoshop 3.0\0${POSITION}`)],
    ["a comment", segment(0xfe, POSITION)],
    ["several pictures in one", segment(0xe2, `MPF\0${POSITION}`)],
    ["a small copy of it", segment(0xe0, `JFXX\0${POSITION}`)],
    ["anything of a program's own", segment(0xeb, POSITION)],
  ])("ASM-2: loses %s", (_, written) => {
    expect(jpeg(photoWith(written))).toEqual(photo());
  });

  test("ASM-2: loses what follows after its end: another picture, with a position of its own", () => {
    expect(jpeg(Buffer.concat([photo(), photoWith(exif(1)), Buffer.from(POSITION)]))).toEqual(photo());
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("keeps how it is turned: %i", (way) => {
    for (const order of ["II", "MM"] as const) {
      const bare = jpeg(photoWith(exif(way, order)));
      expect(turned(bare)).toBe(way === 1 ? "upright" : way);
      expect(bare?.includes(POSITION)).toBe(false);
      // What is written is read again as it was.
      expect(jpeg(bare ?? Buffer.alloc(0))).toEqual(bare);
    }
  });

  test.each([0, 9, 65_535])("is upright where it says %i, which means nothing", (way) => {
    expect(jpeg(photoWith(exif(way)))).toEqual(photo());
  });

  test("keeps every table and scan of one that comes clearer little by little", () => {
    const scan = (data: string) =>
      Buffer.concat([segment(0xda, "\x01\x01\0\0\x3f\0"), Buffer.from(data, "latin1")]);
    const parts = [
      segment(0xdb, "tables"),
      segment(0xc2, "a frame"),
      scan("\x12\xff\0\x34\xff\xd0\x56\xff\xd7"),
      segment(0xc4, "more tables"),
      segment(0xdd, "\0\x04"),
      scan("\xff\0\xff\0"),
      Buffer.from([0xff, 0xd9]),
    ];
    const whole = Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts]);
    expect(jpeg(whole)).toEqual(whole);
    const between = parts.flatMap((part) => [segment(0xe1, `http://${POSITION}`), part]);
    expect(jpeg(Buffer.concat([Buffer.from([0xff, 0xd8]), ...between]))).toEqual(whole);
  });

  test("isn't taken when it was cut off, wherever", () => {
    const whole = photoWith(exif(6));
    for (let length = 2; length < whole.length; length += 1)
      expect(jpeg(whole.subarray(0, length))).toBeNull();
  });

  test.each([
    ["is nothing but its first bytes", "\xff\xd8\xff"],
    ["has a length of less than itself", "\xff\xd8\xff\xe1\0\x01\xff\xd9"],
    ["has no scan", "\xff\xd8\xff\xdb\0\x04ab\xff\xd9"],
    ["has something between its parts", "\xff\xd8\xff\xdb\0\x04abc\xff\xd9"],
    ["begins anew within", "\xff\xd8\xff\xd8\xff\xd9"],
  ])("isn't taken when it %s", (_, bytes) => {
    expect(jpeg(Buffer.from(bytes, "latin1"))).toBeNull();
  });

  test("ASM-2: whatever programs write of their own, and wherever, is gone", () => {
    const own = fc.constantFrom(0xe1, 0xe3, 0xe4, 0xe5, 0xec, 0xed, 0xef, 0xfe, 0xf0);
    fc.assert(
      fc.property(fc.array(fc.tuple(own, fc.string({ unit: "binary", maxLength: 60 })), { maxLength: 6 }), (written) => {
        const segments = written.map(([marker, text]) => segment(marker, `x${text}${POSITION}`));
        expect(jpeg(photoWith(...segments))).toEqual(photo());
      }),
    );
  });
});

describe("a picture of a screen", () => {
  test("ASM-2: loses texts, times, Exif and what follows after its end, and nothing of the picture", () => {
    const whole = paperAsPng();
    expect(png(whole)).toEqual(whole);
    const header = 8 + 12 + 13;
    const written = ["eXIf", "tEXt", "zTXt", "iTXt", "tIME", "caBX", "meTa"].map((name) =>
      pngChunk(name, Buffer.from(POSITION)),
    );
    const more = Buffer.concat([whole.subarray(0, header), ...written, whole.subarray(header), Buffer.from(POSITION)]);
    expect(png(more)).toEqual(whole);
  });

  test("isn't taken when it was cut off, wherever, or has no picture", () => {
    const whole = paperAsPng();
    for (let length = 8; length < whole.length; length += 1)
      expect(png(whole.subarray(0, length))).toBeNull();
    const end = pngChunk("IEND", Buffer.alloc(0));
    expect(png(Buffer.concat([whole.subarray(0, 33), end]))).toBeNull();
    expect(png(Buffer.concat([whole.subarray(0, 8), whole.subarray(33)]))).toBeNull();
  });
});

test("whatever the bytes are, the answer is a picture that can be asked again, or none", () => {
  const begun = { jpeg: photo().subarray(0, 20), png: paperAsPng().subarray(0, 33) };
  fc.assert(
    fc.property(fc.constantFrom("jpeg", "png"), fc.uint8Array({ maxLength: 200 }), (type, rest) => {
      const bare = barePicture(type, Buffer.concat([begun[type], rest]));
      expect(bare && barePicture(type, bare)).toEqual(bare);
    }),
  );
});
