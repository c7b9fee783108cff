/** A photo as a browser writes it, 24 × 16 pixels, and what phones write into theirs. */

const PHOTO =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA" +
  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
  "AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA" +
  "ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1" +
  "AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP" +
  "KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/" +
  "2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi" +
  "9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAFwABAQEB" +
  "AAAAAAAAAAAAAAAABgAFB//EABsQAQABBQEAAAAAAAAAAAAAAADCBgdERYKD/8QAFgEBAQEAAAAAAAAAAAAAAAAABAIF/8QAHhEAAQQBBQAAAA" +
  "AAAAAAAAAAAAECAxIEEyEiYaH/2gAMAwEAAhEDEQA/AM8oovN4kUBlw9f6RRHFyTcbNmXYra+jNOMorR7M+5//2Q==";

export const photo = (): Buffer => Buffer.from(PHOTO, "base64");

/** A segment as it stands in a file: FF, its marker, its length and what it holds. */
export function segment(marker: number, content: string | Buffer): Buffer {
  const held = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(held.length + 2, 2);
  return Buffer.concat([head, held]);
}

/** The photo with these segments after its first, which says that it is a JFIF file. */
export function photoWith(...segments: readonly Buffer[]): Buffer {
  const whole = photo();
  const after = 4 + whole.readUInt16BE(4);
  return Buffer.concat([whole.subarray(0, after), ...segments, whole.subarray(after)]);
}

/** An Exif with how the picture is turned and where it was taken, as small or large end first. */
export function exif(turned: number, order: "II" | "MM" = "II"): Buffer {
  const tiff = Buffer.alloc(64);
  const [u16, u32] =
    order === "II"
      ? [tiff.writeUInt16LE.bind(tiff), tiff.writeUInt32LE.bind(tiff)]
      : [tiff.writeUInt16BE.bind(tiff), tiff.writeUInt32BE.bind(tiff)];
  tiff.write(order, 0, "latin1");
  u16(42, 2);
  u32(8, 4);
  u16(2, 8);
  u16(0x0112, 10);
  u16(3, 12);
  u32(1, 14);
  u16(turned, 18);
  // The pointer to the GPS table, which stands after this one.
  u16(0x8825, 22);
  u16(4, 24);
  u32(1, 26);
  u32(38, 30);
  tiff.write("N57.6700 E12.1400", 40, "latin1");
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]));
}
