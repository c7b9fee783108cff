/** What is sent from an assessment's pages, the person's own and the manager's alike. */
import {
  again,
  field,
  seeOther,
  type Acting,
  type Again,
  type FormValues,
  type SeeOther,
} from "../../platform/http/page.ts";
import type { Result } from "../../shared/result.ts";
import { isId } from "../../shared/ids.ts";
import { NotFound } from "../../shared/result.ts";
import { endMeeting } from "../agree.ts";
import type { AssessmentAddress } from "../assessment-room.ts";
import { beginAssessment } from "../begin-assessment.ts";
import { cancelAssessment, declineSelfAssessment, handIn, openAtTalk, type Done } from "../hand-in.ts";
import { AGREE, agreeTyped } from "../parts/typed-outcomes.ts";
import { writeSheet } from "../write-sheet.ts";
import { assessmentPath, listPath, type Whose } from "./places.ts";

type Sent = Pick<Acting, "work" | "form">;

/** The raw text of a field: what somebody wrote is not trimmed before it is shown to them again. */
const text = (form: FormValues, name: string): string => form[name]?.[0] ?? "";

export async function begin({ work, form }: Sent, whose: Whose, personId: string): Promise<SeeOther | Again> {
  const modelId = field(form, "model");
  const result = await beginAssessment(work, {
    personId,
    modelId,
    place: field(form, "place"),
    side: whose === "own" ? "self" : "manager",
  });
  const at = (id: string) => `/o/${work.tenant.slug}${assessmentPath(whose, { personId, assessmentId: id })}`;
  if (result.ok) return seeOther(`${at(result.value)}?done=begun`);
  const open = result.reasons.find(({ code }) => code === "already-open")?.data?.["id"];
  // Begun meanwhile, in another window or by the other: that is the one to go on with.
  if (typeof open === "string") return seeOther(at(open));
  return again(
    result.reasons.map((reason) =>
      reason.field === undefined ? reason : { ...reason, field: `${reason.field}-${modelId}` },
    ),
    form,
  );
}

const doneWith = ({ again: wasDone, opened }: Done, what: string): string =>
  wasDone ? "again" : opened ? (what === "open" ? "at-talk" : "opened") : what;

/** From the page of one assessment: handing in, declining, opening, cancelling, agreeing, ending. */
export async function actOnAssessment(
  { work, form }: Sent,
  whose: Whose,
  address: AssessmentAddress,
): Promise<SeeOther | Again> {
  const here = `/o/${work.tenant.slug}${assessmentPath(whose, address)}`;
  const then = (result: Result<unknown>, location: string): SeeOther | Again =>
    result.ok ? seeOther(location) : again(result.reasons, form);
  const closed = (result: Result<Done>, what: string) =>
    then(result, result.ok ? `${here}?done=${doneWith(result.value, what)}` : here);
  const intent = field(form, "intent");
  switch (intent) {
    case "hand-in":
      return closed(await handIn(work, address), "in");
    case "decline":
      return closed(await declineSelfAssessment(work, address), "declined");
    case "open":
      return closed(await openAtTalk(work, address), "open");
    case "cancel":
      return then(
        await cancelAssessment(work, address),
        `/o/${work.tenant.slug}${listPath(whose, address.personId)}?done=cancelled`,
      );
    case "end":
    case "leave-rest": {
      const against = await agreeTyped(work, address, form);
      if (against.length > 0) return again(against, form);
      const leaveRest = intent === "leave-rest";
      return then(await endMeeting(work, address, { leaveRest }), `${here}?done=ended`);
    }
    default: {
      const itemId = field(form, AGREE);
      if (itemId === "") throw new NotFound("act");
      const against = await agreeTyped(work, address, form);
      return against.length > 0
        ? again(against, form)
        : seeOther(`${here}?saved=${itemId}#statement-${itemId}`);
    }
  }
}

/** From the page of one heading: what is said under it, and then the next one when the button asks for it. */
export async function writeUnderHeading(
  { work, form }: Sent,
  whose: Whose,
  address: AssessmentAddress & { readonly headingKey: string },
): Promise<SeeOther | Again> {
  const typed = Object.keys(form).flatMap((name) => {
    const itemId = name.replace(/^words-/, "");
    return name !== itemId && isId(itemId)
      ? [{ itemId, step: field(form, `step-${itemId}`), words: text(form, name) }]
      : [];
  });
  const result = await writeSheet(work, address, typed, Number(field(form, "version")) || 0);
  if (!result.ok) return again(result.reasons, form);
  const overview = `/o/${work.tenant.slug}${assessmentPath(whose, address)}`;
  if (field(form, "intent") !== "next") return seeOther(`${overview}/${address.headingKey}?done=saved`);
  const next = field(form, "next");
  return seeOther(next === "" ? overview : `${overview}/${encodeURIComponent(next)}`);
}
