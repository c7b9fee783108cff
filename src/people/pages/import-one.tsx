/** One staff import, whichever step it is at (INT-1). */
import { act, again, field, load, seeOther, pageNumber } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { STAFF_FIELDS, isStaffField, type StaffField } from "../import-fields.rules.ts";
import { cancelImport, confirmImport, confirmMapping, reviseMapping } from "../import-staff.ts";
import { viewImport } from "../view-import.ts";
import { ImportMapping } from "./import-mapping.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportEnd, ImportProgress } from "./import-progress.tsx";
import type { Route } from "./+types/import-one";

export const loader = load(({ work, params, url }) =>
  viewImport(work, params["importId"] ?? "", {
    list: url.searchParams.get("list"),
    page: pageNumber(url),
  }),
);

export const action = act(async ({ work, params, form }) => {
  const importId = params["importId"] ?? "";
  const intent = field(form, "intent");
  const result =
    intent === "cancel"
      ? await cancelImport(work, importId)
      : intent === "revise"
        ? await reviseMapping(work, importId)
        : intent === "confirm"
          ? await confirmImport(work, importId, {
              leavers: field(form, "leavers") === "yes",
              leaveOut: field(form, "leaveOut") === "yes",
              fingerprint: field(form, "version"),
            })
          : await confirmMapping(
              work,
              importId,
              columnsIn((name) => field(form, name)),
            );
  return result.ok ? seeOther(`/o/${work.tenant.slug}/import/${importId}`) : again(result.reasons, form);
});

function columnsIn(of: (name: string) => string): Partial<Record<StaffField, string>> {
  const chosen = Object.keys(STAFF_FIELDS)
    .filter(isStaffField)
    .map((name) => [name, of(name)] as const);
  return Object.fromEntries(chosen.filter(([, column]) => column !== ""));
}

export default function ImportOne({ loaderData: view, actionData }: Route.ComponentProps) {
  const t = useMessages().staffImport;
  const { path } = useShell();
  const errors = spell(actionData?.reasons ?? [], t.reasons);
  const typed = actionData?.values;
  if (view.state === "mapping") return <ImportMapping view={view} errors={errors} typed={typed} />;
  if (view.state === "preview") return <ImportPreview view={view} errors={errors} typed={typed} />;
  if (view.state === "done" || view.state === "refused" || view.state === "cancelled")
    return <ImportEnd view={view} errors={errors} />;
  return <ImportProgress view={view} errors={errors} href={path} />;
}
