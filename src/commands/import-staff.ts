/** A staff file from the command line, as a nightly run of the HR system does it (INT-1). */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { actAs } from "../identity/act-as.ts";
import { importUnattended } from "../notices/import-unattended.ts";
import { complain, complainOf, Misuse, refuse, say, t, words, type Command } from "./command.ts";

export const importStaff: Command = {
  name: "import",
  options: {
    organisation: "string",
    as: "string",
    "dry-run": "boolean",
    "confirm-leavers": "boolean",
    "leave-out-unreadable": "boolean",
  },
  run: async (workshop, typed) => {
    const file = typed.argument;
    if (file === undefined) throw new Misuse(t.noFile(""));
    const bytes = await readFile(file).catch((error: unknown) => {
      throw new Misuse(t.noFile(file), { cause: error });
    });
    const dryRun = typed.has("dry-run");
    const result = await importUnattended(workshop, {
      slug: typed.needed("organisation"),
      actor: actAs(typed.needed("as")),
      filename: basename(file),
      bytes,
      dryRun,
      confirmLeavers: typed.has("confirm-leavers"),
      leaveOut: typed.has("leave-out-unreadable"),
    });
    for (const row of result.problems ?? []) complainOf(row, words.staffImport);
    if (result.ok) {
      say(t.counts(result.value));
      say(dryRun ? t.dryRun : t.saved);
      return;
    }
    if (result.counts) say(t.counts(result.counts));
    const answers: Readonly<Record<string, string>> = t.answer;
    for (const { code } of result.reasons) if (answers[code]) complain(answers[code]);
    refuse(result.reasons, words.staffImport.reasons);
  },
};
