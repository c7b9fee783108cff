/** One heading of one's own sheet (ASM-1): for the two who write, each on their own page. */
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import type { AssessmentAddress } from "./assessment-room.ts";
import type { Side } from "./assessment.rules.ts";
import { viewAssessment, type AssessmentView } from "./view-assessment.ts";

/** Throws NotFound for whoever doesn't write on this side, and for a heading that holds no statement. */
export async function viewHeading(
  work: Work,
  address: AssessmentAddress & { readonly headingKey: string },
  side: Side,
): Promise<{ readonly view: AssessmentView; readonly side: Side; readonly headingKey: string }> {
  const { headingKey } = address;
  const view = await viewAssessment(work, address);
  if (view.reader !== side || !view.headings.some(({ key }) => key === headingKey))
    throw new NotFound("heading");
  return { view, side, headingKey };
}
