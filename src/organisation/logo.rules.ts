/** What may be an organisation's logo (ORG-5): a small PNG, known by what is in it and not by its name. */
import type { Reason } from "../shared/result.ts";

export type LogoCode = "missing" | "not-a-png" | "logo-too-large" | "logo-too-small";

/** Every page carries it: a logo drawn for the screen is a few kB. */
export const LARGEST_LOGO_BYTES = 100_000;
/** It is shown 32 points high, on screens with two dots a point. */
export const LOWEST_LOGO_PIXELS = 64;
const HIGHEST_LOGO_PIXELS = 2000;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** A PNG begins with its signature, then the length and name of the first chunk, `IHDR`, then width and height. */
const HEADER = { name: 12, width: 16, height: 20, end: 24 } as const;

/** Width and height in pixels; null when the bytes are no PNG. */
function sizeOfPng(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  if (bytes.length < HEADER.end || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER.end);
  const name = String.fromCharCode(...bytes.subarray(HEADER.name, HEADER.width));
  return name === "IHDR"
    ? { width: view.getUint32(HEADER.width), height: view.getUint32(HEADER.height) }
    : null;
}

/** Every reason why these bytes cannot be a logo; none means that they can. */
export function checkLogo(bytes: Uint8Array): Reason<LogoCode>[] {
  const refuse = (code: LogoCode, data?: Readonly<Record<string, number>>): Reason<LogoCode>[] => [
    { code, field: "logo", ...(data ? { data } : {}) },
  ];
  if (bytes.length === 0) return refuse("missing");
  if (bytes.length > LARGEST_LOGO_BYTES)
    return refuse("logo-too-large", {
      max: LARGEST_LOGO_BYTES / 1000,
      kilobytes: Math.ceil(bytes.length / 1000),
    });
  const size = sizeOfPng(bytes);
  if (size === null || size.width === 0 || Math.max(size.width, size.height) > HIGHEST_LOGO_PIXELS)
    return refuse("not-a-png", { max: HIGHEST_LOGO_PIXELS });
  if (size.height < LOWEST_LOGO_PIXELS)
    return refuse("logo-too-small", { min: LOWEST_LOGO_PIXELS, height: size.height });
  return [];
}
