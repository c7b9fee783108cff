/** The single records that somebody can say something of (ASM-4), each with a name that it is known by also when it has been corrected. */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { viewMyAssessments } from "../assessment/view-assessments.ts";
import { viewPersonEvidence } from "../evidence/view-person-evidence.ts";
import { placements } from "../placement/store.ts";
import { partsOf, viewPlan } from "../plan/view-plan.ts";
import { viewMyTalks } from "../talk/view-talks.ts";
import type { About, NamedRecord } from "./request.rules.ts";

type Placed = { readonly id: Id; readonly modelSv: string; readonly level: string };

/** What it is called in the record of what was said, which is Swedish. */
export const recordNames = {
  placements: (each: Placed & { readonly from: string }): NamedRecord => ({
    id: each.id,
    name: `${each.modelSv}: ${each.level}, ${each.from}`,
  }),
  assessments: (each: Placed & { readonly begunOn: string }): NamedRecord => ({
    id: each.id,
    name: `${each.modelSv}: ${each.level}, ${each.begunOn}`,
  }),
  evidence: (each: { readonly id: Id; readonly what: string; readonly issuedOn: string }): NamedRecord => ({
    id: each.id,
    name: `${each.what}, ${each.issuedOn}`,
  }),
  talks: (each: { readonly id: Id; readonly day: string; readonly at: string }): NamedRecord => ({
    id: each.id,
    name: `${each.day} ${each.at}`,
  }),
  plan: (each: { readonly id: Id; readonly title: string; readonly until: string }): NamedRecord => ({
    id: each.id,
    name: `${each.title}, ${each.until}`,
  }),
};

/** The person's own records of a kind; none of the kinds that are one whole. */
export async function ownRecords(work: Work, personId: Id, about: About): Promise<readonly NamedRecord[]> {
  switch (about) {
    case "placements":
      return (await placements(work, [personId])).map(recordNames.placements);
    case "assessments":
      return (await viewMyAssessments(work)).assessments.map(recordNames.assessments);
    case "evidence":
      return (await viewPersonEvidence(work, personId)).pieces.map(recordNames.evidence);
    case "talks":
      return (await viewMyTalks(work)).talks.map(recordNames.talks);
    case "plan":
      return partsOf(await viewPlan(work, personId)).map(recordNames.plan);
    case "register":
    case "reads":
      return [];
  }
}
