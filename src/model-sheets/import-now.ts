/** A model from a file that needs no choices (MOD-15): a model file, or Vidga's own list. All of it as a draft, or nothing. */
import { addVersionFromFile, type AddedVersion } from "../career-model/add-version.ts";
import { textOfFile } from "../career-model/model-file-text.ts";
import type { Work } from "../platform/database/work.ts";
import { refused, type Result } from "../shared/result.ts";
import { beginModelImport, cancelModelImport, openImport, saveModelImport } from "./import-model.ts";

const MODEL_FILE = /\.(?:ya?ml|json)$/i;

/** `needs-choices`: somebody's own spreadsheet, whose levels and headings people say what they are. */
export async function importModelNow(
  work: Work,
  { filename, bytes }: { readonly filename: string; readonly bytes: Uint8Array },
  options: { readonly replaceDraft: boolean },
): Promise<Result<AddedVersion>> {
  if (MODEL_FILE.test(filename)) {
    const text = textOfFile(bytes);
    return text.ok ? addVersionFromFile(work, text.value, options) : text;
  }
  const begun = await beginModelImport(work, { filename, bytes });
  if (!begun.ok) return begun;
  const { own, revision } = await openImport(work, begun.value);
  const saved = own
    ? await saveModelImport(work, begun.value, { ...NO_ANSWERS, ...options, revision })
    : refused({ code: "needs-choices" });
  if (!saved.ok) await cancelModelImport(work, begun.value);
  return saved;
}

/** Vidga's own list asks nothing. */
const NO_ANSWERS = {
  leaveOut: false,
  professionId: "",
  structureName: "",
  intro: "",
  levels: [],
  headings: [],
};
