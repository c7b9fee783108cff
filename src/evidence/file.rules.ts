/** Files of evidence (ASM-2): what may be kept, known by what is in it. Names are only shown, and never lead anywhere. */
import type { Reason } from "../shared/result.ts";
import { holdsIdentityNumber } from "../people/import-identity-number.rules.ts";

const MEGABYTE = 1024 * 1024;
/** A photo of a paper is a few MB; a course's diploma has a page or two. */
export const FILES = { most: 3, largest: 10 * MEGABYTE } as const;
export const LONGEST_NAME = 200;

export type FileCode =
  | "files-off"
  | "too-many-files"
  | "file-empty"
  | "file-too-large"
  | "file-not-taken"
  | "file-active"
  | "file-damaged"
  | "file-name-too-long"
  | "file-name-path"
  | "file-name-hidden"
  | "file-name-number";

export type FileKind = "pdf" | "jpeg" | "png";

/** What is known of a file that was sent. */
export type SentFile = {
  readonly name: string;
  /** Null when it was larger than is taken, and let go. */
  readonly size: number | null;
  /** What it is by its content; null for nothing that is taken. */
  readonly type: FileKind | null;
  /** Does it hold scripts, programs or files of its own? */
  readonly active: boolean;
  /** Is it a picture that isn't whole? */
  readonly damaged: boolean;
};

/** What isn't seen, or turns the reading of what is: in a name it hides what the file is. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** The name as it can be told to the one who chose it. */
const told = (name: string): string => {
  const seen = name.replace(new RegExp(HIDDEN, "gu"), "").trim();
  return seen.length > 60 ? `${seen.slice(0, 59)}…` : seen;
};

function nameCode(name: string): FileCode | null {
  if (name.length > LONGEST_NAME) return "file-name-too-long";
  if (/[/\\]/.test(name)) return "file-name-path";
  if (HIDDEN.test(name) || name.trim() === "") return "file-name-hidden";
  return holdsIdentityNumber(name) ? "file-name-number" : null;
}

function contentCode({ size, type, active, damaged }: SentFile): FileCode | null {
  if (size === null) return "file-too-large";
  if (size === 0) return "file-empty";
  if (type === null) return "file-not-taken";
  if (damaged) return "file-damaged";
  return active ? "file-active" : null;
}

/**
 * ASM-2: may these files be kept with a piece that has so many already? Each tells all that is wrong with it, by its name; none means that they may. Nothing may where the organisation
 * hasn't turned files on.
 */
export function checkFiles(
  sent: readonly SentFile[],
  { on, already }: { readonly on: boolean; readonly already: number },
): Reason<FileCode>[] {
  const field = "files";
  if (sent.length === 0) return [];
  if (!on) return [{ code: "files-off", field }];
  if (already + sent.length > FILES.most)
    return [{ code: "too-many-files", field, data: { most: FILES.most, already } }];
  return sent.flatMap((file) =>
    [nameCode(file.name), contentCode(file)].flatMap((code) =>
      code === null
        ? []
        : [{ code, field, data: { name: told(file.name), megabytes: FILES.largest / MEGABYTE } }],
    ),
  );
}
