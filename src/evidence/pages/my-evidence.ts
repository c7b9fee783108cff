/** One's own evidence has the same page as anybody's: this is the way there. */
import { redirect } from "react-router";
import { load } from "../../platform/http/page.ts";
import { NotFound } from "../../shared/result.ts";

export const loader = load(async ({ work }) => {
  const personId = work.actor?.personId;
  if (!personId) throw new NotFound("my evidence");
  throw redirect(`/o/${work.tenant.slug}/people/${personId}/evidence`, 303);
});
