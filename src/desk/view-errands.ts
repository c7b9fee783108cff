/** What someone's roles let them open from their start page, beyond what waits for them: one line for each place, however many roles lead there. */
import type { Actor, RoleGrant } from "../shared/actor.ts";
import type { Work } from "../platform/database/work.ts";
import { unitOn } from "../organisation/store.ts";
import { closeTo } from "../people/access.ts";
import { personFacts } from "../people/store.ts";

/** A place to go to. `about` is what the words of that kind name: a unit, or the reason that was given for a case. */
export type Errand = {
  readonly kind:
    | "coverage"
    | "coverage-of-professions"
    | "measurements"
    | "debt"
    | "shortage"
    | "add-model"
    | "models"
    | "models-in-force"
    | "members"
    | "unit"
    | "case"
    | "move-tasks"
    | "calibrations"
    | "plan-templates"
    | "people"
    | "take-over"
    | "titles"
    | "accounts";
  /** Within the organisation. */
  readonly path: string;
  readonly about: string;
};

const to = (kind: Errand["kind"], path: string, about = ""): Errand => ({ kind, path, about });

export async function viewErrands(work: Work, actor: Actor): Promise<readonly Errand[]> {
  const errands: Errand[] = [];
  for (const grant of actor.grants) errands.push(...(await errandsOf(work, actor, grant)));
  return [...new Map(errands.toReversed().map((errand) => [errand.path, errand])).values()].toReversed();
}

async function errandsOf(work: Work, actor: Actor, grant: RoleGrant): Promise<Errand[]> {
  switch (grant.role) {
    case "process_lead":
      return [
        to("coverage", "/coverage"),
        to("measurements", "/measurements"),
        to("debt", "/debt"),
        to("shortage", "/catalogue/shortage"),
        to("calibrations", "/calibrations"),
        to("plan-templates", "/plan-templates"),
        to("titles", "/titles"),
        to("add-model", "/models/new"),
      ];
    case "rollout_lead":
      return [...(await unitOf(work, grant)), to("coverage", "/coverage")];
    case "adopter":
      return [to("models", "/models"), to("coverage", "/coverage"), to("debt", "/debt")];
    case "union_representative":
      return [to("coverage-of-professions", "/coverage"), to("debt", "/debt"), to("models", "/models")];
    case "data_protection_officer":
      return [to("coverage", "/coverage"), to("models-in-force", "/models")];
    case "association_lead":
      return [
        to("members", "/members"),
        to("shortage", "/catalogue/shortage"),
        to("add-model", "/models/new"),
      ];
    case "hr_partner":
      return caseOf(work, actor, grant);
    case "hr_handler":
      return [
        to("people", "/people"),
        to("move-tasks", "/move-tasks"),
        to("calibrations", "/calibrations"),
        to("plan-templates", "/plan-templates"),
        to("take-over", "/take-over"),
      ];
    case "administrator":
      return [to("accounts", "/accounts"), to("take-over", "/take-over")];
  }
}

async function unitOf(work: Work, { unitId }: RoleGrant): Promise<Errand[]> {
  const unit = unitId === null ? undefined : await unitOn(work, unitId, work.today);
  return unit ? [to("unit", `/units/${unit.id}/placements`, unit.name)] : [];
}

/** ORG-8: the one person of the case, by its reason: the name is read, and logged, when the page is opened. */
async function caseOf(work: Work, actor: Actor, { personId, reason }: RoleGrant): Promise<Errand[]> {
  const person = personId === null ? undefined : (await personFacts(work, [personId])).get(personId);
  if (!person || closeTo(actor, person) !== "hr-partner") return [];
  return [to("case", `/people/${person.personId}`, reason ?? "")];
}
