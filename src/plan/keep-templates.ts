/** The organisation's templates for plans (PLN-2): kept by process leads and HR handlers, read by those who plan with somebody. */
import { isId, newId, type Id } from "../shared/ids.ts";
import { done, NotFound, refused, type Reason, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { professions } from "../organisation/store.ts";
import type { Profession } from "../organisation/rules.ts";
import { mayKeepTemplates } from "./access.ts";
import { holdEntries, offers, type Offer } from "./offers.store.ts";
import { isKind, isNamedAnew, isOwner } from "./plan.rules.ts";
import {
  checkTemplate,
  isTyped,
  type TemplateCode,
  type TemplateLine,
  type TypedTemplate,
} from "./template.rules.ts";
import { addTemplate, retireTemplate, saveTemplate, templates, type Template } from "./template.store.ts";

/** All of them, for those who keep them. */
export async function viewTemplates(work: Work): Promise<readonly Template[]> {
  if (!mayKeepTemplates(work.actor)) throw new NotFound("templates");
  return templates(work, { retired: true });
}

export type TemplateToKeep = {
  /** Null for a new one. */
  readonly template: Template | null;
  readonly offers: readonly Offer[];
  readonly professions: readonly Profession[];
};

export async function templateToKeep(work: Work, templateId: string | null): Promise<TemplateToKeep> {
  const all = await viewTemplates(work);
  const template = templateId === null ? null : all.find(({ id }) => id === templateId);
  if (template === undefined) throw new NotFound("template");
  return { template, offers: await offers(work, null), professions: await professions(work) };
}

/** Adds a template (`templateId` null) or writes one anew; `stale` when it is no longer at `revision`. Plans that have started from it stay as they are. */
export async function keepTemplate(
  work: Work,
  templateId: string | null,
  revision: number,
  typed: TypedTemplate,
): Promise<Result<Id, TemplateCode>> {
  const { template, professions: known } = await templateToKeep(work, templateId);
  const reasons: Reason<TemplateCode>[] = [
    ...(template && template.revision !== revision ? [{ code: "stale" as const }] : []),
    ...checkTemplate(typed),
    ...(typed.professionId === "" || known.some(({ id }) => id === typed.professionId)
      ? []
      : [{ code: "unknown-profession" as const, field: "professionId" }]),
  ];
  const { lines, wrong } = await linesOf(work, typed, template);
  reasons.push(...wrong);
  const { kind, days } = typed;
  if (reasons.length > 0 || !isKind(kind) || days === null) return refused(...reasons);
  const text = {
    kind,
    title: typed.title.trim(),
    use: typed.use.replaceAll("\r\n", "\n").trim(),
    days,
    withEmployment: typed.withEmployment,
    professionId: typed.professionId || null,
    lines,
  };
  const id = template?.id ?? newId();
  if (!template) await addTemplate(work, id, text);
  else if (!(await saveTemplate(work, template, text))) return refused({ code: "stale" });
  return done(id);
}

/** The lines as they are kept: from the catalogue with its name; what is withdrawn there isn't chosen anew. */
async function linesOf(
  work: Work,
  { lines: typed }: TypedTemplate,
  before: Template | null,
): Promise<{ lines: TemplateLine[]; wrong: Reason<TemplateCode>[] }> {
  const entries = await holdEntries(work, [
    ...new Set(typed.flatMap(({ entryId }) => (isId(entryId) ? [entryId] : []))),
  ]);
  const kept = new Set(before?.lines.map(({ entryId }) => entryId));
  const wrong: Reason<TemplateCode>[] = [];
  const lines = typed.flatMap((line, index): TemplateLine[] => {
    if (!isTyped(line)) return [];
    const entry = entries.get(line.entryId) ?? null;
    const field = `entry-${index}`;
    if (line.entryId !== "" && !entry) wrong.push({ code: "unknown-entry", field });
    if (entry?.retiredOn && entry.retiredOn <= work.today && !kept.has(entry.id))
      wrong.push({ code: "withdrawn-entry", field, data: { since: entry.retiredOn } });
    const had =
      before?.lines.filter(({ entryId }) => entryId === line.entryId).map(({ title }) => title) ?? [];
    if (entry && isNamedAnew(line.title, [entry.name, ...had]))
      wrong.push({ code: "named-by-catalogue", field: `title-${index}`, data: { name: entry.name } });
    const owner = isOwner(line.owner) ? line.owner : "self";
    return [
      { entryId: entry?.id ?? null, title: entry?.name ?? line.title.trim(), days: line.days ?? 0, owner },
    ];
  });
  return { lines, wrong };
}

/** Nothing starts from it any longer, from today; or again. What has started stays. */
export async function endTemplate(
  work: Work,
  templateId: string,
  asked: { readonly revision: number; readonly retired: boolean },
): Promise<Result<null, "stale">> {
  const { template } = await templateToKeep(work, templateId);
  if (!template) throw new NotFound("template");
  const saved = await retireTemplate(
    work,
    { id: template.id, revision: asked.revision },
    asked.retired ? work.today : null,
  );
  return saved ? done(null) : refused({ code: "stale" });
}
