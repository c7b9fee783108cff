/** Placements that were there before Vidga, in and out from the command line (INT-4). */
import { readFile, writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { actAs } from "../identity/act-as.ts";
import { modeOfData } from "../platform/database/installation.ts";
import { work } from "../platform/database/work.ts";
import { takeOut } from "../placement/take-out.ts";
import { takeOverNow } from "../placement/take-over-now.ts";
import { complain, complainOf, Misuse, refuse, say, t, words, type Command } from "./command.ts";

export const takeOverPlacements: Command = {
  name: "take-over",
  options: {
    organisation: "string",
    as: "string",
    titles: "boolean",
    "dry-run": "boolean",
    "leave-out-unreadable": "boolean",
  },
  run: async (workshop, typed) => {
    const path = typed.argument;
    if (path === undefined && !typed.has("titles")) throw new Misuse(t.noFile(""));
    const bytes =
      path === undefined
        ? null
        : await readFile(path).catch((error: unknown) => {
            throw new Misuse(t.noFile(path), { cause: error });
          });
    const request = { slug: typed.needed("organisation"), actor: actAs(typed.needed("as")) };
    const dryRun = typed.has("dry-run");
    const result = await work(workshop, request, (unit) =>
      takeOverNow(unit, {
        ...(bytes === null ? {} : { file: { filename: basename(path ?? ""), bytes } }),
        leaveOut: typed.has("leave-out-unreadable"),
        dryRun,
      }),
    );
    const { rowReasons, conflicts, preview, reasons } = words.takeOver;
    for (const row of result.problems ?? []) complainOf(row, { rowReasons, preview });
    if (result.ok) {
      for (const row of result.conflicts) complainOf(row, { rowReasons: conflicts, preview });
      say(t.takeOverCounts(result.value));
      say(dryRun ? t.dryRun : t.saved);
      return;
    }
    if (result.counts) say(t.takeOverCounts(result.counts));
    const answers: Readonly<Record<string, string>> = t.answer;
    for (const { code } of result.reasons) if (answers[code]) complain(answers[code]);
    refuse(result.reasons, reasons);
  },
};

export const exportPlacements: Command = {
  name: "placements export",
  options: { organisation: "string", as: "string", what: "string" },
  run: async (workshop, typed) => {
    const path = typed.argument;
    if (path === undefined) throw new Misuse(t.noTarget(""));
    const format = extname(path).slice(1).toLowerCase();
    const request = { slug: typed.needed("organisation"), actor: actAs(typed.needed("as")) };
    const file = await work(workshop, request, async (unit) => {
      const mode = await modeOfData(unit.tx);
      return takeOut(unit, typed.optional("what") ?? "placements", format, {
        sheet: (what) => words.takeOver.out[what].sheet,
        mark: mode === "demo" ? words.shell.demo : null,
      });
    });
    await writeFile(path, file.bytes).catch((error: unknown) => {
      throw new Misuse(t.noTarget(path), { cause: error });
    });
    say(t.written(file.rows, path));
  },
};
