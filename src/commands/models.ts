/** Models in and out from the command line (MOD-15). */
import { readFile, writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { actAs } from "../identity/act-as.ts";
import { spell } from "../messages/spell.ts";
import { importModelNow } from "../model-sheets/import-now.ts";
import { takeOutModel } from "../model-sheets/take-out-model.ts";
import { modeOfData } from "../platform/database/installation.ts";
import { work } from "../platform/database/work.ts";
import { complain, Misuse, Refused, say, t, words, type Command } from "./command.ts";

export const importModel: Command = {
  name: "model import",
  options: { organisation: "string", as: "string", "replace-draft": "boolean" },
  run: async (workshop, typed) => {
    const path = typed.argument ?? "";
    const bytes = await readFile(path).catch((error: unknown) => {
      throw new Misuse(t.noFile(path), { cause: error });
    });
    const request = { slug: typed.needed("organisation"), actor: actAs(typed.needed("as")) };
    const result = await work(workshop, request, (unit) =>
      importModelNow(unit, { filename: basename(path), bytes }, { replaceDraft: typed.has("replace-draft") }),
    );
    if (result.ok) {
      say(t.modelSaved(result.value.slug, result.value.number));
      return;
    }
    const { careerModel, modelImport } = words;
    const reasonWords = {
      ...modelImport.reasons,
      ...careerModel.fileFaults,
      ...careerModel.reasons,
      ...t.modelReasons,
    };
    for (const reason of result.reasons) {
      const line = Number(reason.data?.["line"] ?? 0);
      for (const { message } of spell([reason], reasonWords).list)
        complain(line > 0 ? t.row(line, "", message) : message);
    }
    throw new Refused();
  },
};

export const exportModel: Command = {
  name: "model export",
  options: { organisation: "string", as: "string", model: "string", number: "string" },
  run: async (workshop, typed) => {
    const path = typed.argument;
    if (path === undefined) throw new Misuse(t.noTarget(""));
    const number = typed.optional("number");
    const of = { slug: typed.needed("model"), number: number === undefined ? null : Number(number) };
    const request = { slug: typed.needed("organisation"), actor: actAs(typed.needed("as")) };
    const { body, items } = await work(workshop, request, async (unit) => {
      const mode = await modeOfData(unit.tx);
      const format = extname(path).slice(1).toLowerCase();
      return takeOutModel(unit, of, format, mode === "demo" ? words.shell.demo : null);
    });
    await writeFile(path, body).catch((error: unknown) => {
      throw new Misuse(t.noTarget(path), { cause: error });
    });
    say(t.written(items, path));
  },
};
