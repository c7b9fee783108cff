/** Between the forms of evidence and what the use cases take. People write the last day on which something is good; ranges end the day after. */
import { addDays, isDay } from "../../shared/local-date.ts";
import { field, type FormValues } from "../../platform/http/page.ts";
import { LetGo } from "../../platform/http/form-body.ts";
import { isId } from "../../shared/ids.ts";
import type { CheckDraft, EvidenceDraft } from "../evidence.rules.ts";
import type { FileToKeep } from "../keep-files.ts";

/** The day after the last one; what is no day is left as it was typed, to be refused by its field. */
const dayAfter = (text: string): string | null =>
  text === "" ? null : isDay(text) ? addDays(text, 1) : text;

/** The last day of a range that ends before `to`. */
export const lastDay = (to: string): string => addDays(to, -1);

const text = (form: FormValues, name: string): string => field(form, name).replaceAll("\r\n", "\n");

/** An id that is none would be a fault of the database's; as null it is refused in words. */
const NO_ID = "00000000-0000-4000-8000-000000000000";
export const typedItems = (form: FormValues): string[] =>
  (form["requirements"] ?? []).map((each) => (isId(each) ? each : NO_ID));

export const typedEvidence = (form: FormValues): EvidenceDraft => {
  const professionId = field(form, "professionId");
  return {
    kind: field(form, "kind"),
    what: text(form, "what"),
    issuedOn: field(form, "issuedOn"),
    expiresOn: dayAfter(field(form, "expiresOn")),
    untilOn: dayAfter(field(form, "untilOn")),
    professionId: professionId === "" ? null : professionId,
    seenWhere: text(form, "seenWhere"),
    itemIds: typedItems(form),
  };
};

export const typedCheck = (form: FormValues): CheckDraft => ({
  how: field(form, "how"),
  checkedOn: field(form, "checkedOn"),
  source: text(form, "source"),
});

/** Files as the use cases take them: those that were let go for their size come without bytes. */
export const sentFiles = (files: readonly File[]): Promise<FileToKeep[]> =>
  Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: file instanceof LetGo ? null : new Uint8Array(await file.arrayBuffer()),
    })),
  );
