import { isDiskFull } from "../database/disk-full.ts";
import { FilesAway } from "../files/file-store.ts";

/** What passes, or is put right by whoever runs the program: people are asked to wait, and the log says what it is. Null for all else. */
export function passing(error: unknown): "disk full" | "files away" | null {
  if (error instanceof FilesAway) return "files away";
  return isDiskFull(error) ? "disk full" : null;
}

/** A failure for the log: what kind and where, never what the data was (a message may hold a name). */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const facts = ["code", "table", "constraint"].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? [value] : [];
  });
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [[error.name, ...facts].join(" "), ...places.slice(0, 5).map((line) => line.trim())].join(" | ");
}
