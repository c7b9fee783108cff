/** What somebody says of what is held about them, and what they are answered (ASM-4). */
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { isId, type Id } from "../shared/ids.ts";
import { hasRole } from "../shared/actor.ts";
import type { Work } from "../platform/database/work.ts";
import { managersOfPerson, tell } from "../notices/tell.ts";
import { hrHandlers } from "../identity/hr-handlers.store.ts";
import { unitsActedFor } from "../people/acting.ts";
import { personFacts } from "../people/store.ts";
import { mayAnswer } from "./access.ts";
import { ABOUTS, checkAnswer, checkRequest, type RequestCode } from "./request.rules.ts";
import { ownRecords } from "./records.ts";
import { addAnswer, addRequest, openRequests, requestById, type DataRequest } from "./store.ts";

const lines = (text: string): string => text.replaceAll("\r\n", "\n").trim();

/** Only of what is held about oneself. */
export async function sayAbout(
  work: Work,
  asked: {
    readonly about: string;
    readonly kind: string;
    readonly words: string;
    /** The one record that it is about, by its id; null is all of the kind. */
    readonly recordId?: string | null;
  },
): Promise<Result<Id, RequestCode>> {
  const personId = work.actor?.personId;
  const about = ABOUTS.find((each) => each === asked.about);
  if (!personId || !about) throw new NotFound("data");
  const { recordId = null } = asked;
  const own = recordId === null ? [] : await ownRecords(work, personId, about);
  const record = own.find(({ id }) => id === recordId) ?? null;
  if (recordId !== null && record === null) throw new NotFound("record");
  const words = lines(asked.words);
  const reasons = checkRequest({ kind: asked.kind, words });
  if (reasons.length > 0) return refused(...reasons);
  const id = await addRequest(work, { personId, about, kind: asked.kind, words, record });
  if (asked.kind === "correction") {
    const isHr = about === "register" || about === "reads";
    const to = await (isHr ? hrHandlers(work) : managersOfPerson(work, personId));
    await tell(work, "correction-asked", { to, about: id, path: "/data-requests" });
  }
  return done(id);
}

export type OpenRequests = {
  /** Requests for correction, the longest waiting first. */
  readonly requests: readonly DataRequest[];
  /** The comments of late: they are read, and need no answer. */
  readonly comments: readonly DataRequest[];
};

/** What people have said of what the actor answers for. Throws NotFound for whoever answers for nothing. */
export async function viewOpenRequests(work: Work): Promise<OpenRequests> {
  const { actor } = work;
  const unitIds = [...(actor?.manages.map(({ unitId }) => unitId) ?? []), ...(await unitsActedFor(work))];
  const hr = hasRole(actor, "hr_handler");
  if (!hr && unitIds.length === 0) throw new NotFound("requests");
  const of = { reader: actor?.personId ?? null, hr, unitIds };
  const found = [
    ...(await openRequests(work, "correction", of)),
    ...(await openRequests(work, "comment", of)),
  ];
  const facts = await personFacts(
    work,
    found.map(({ personId }) => personId),
  );
  const seen = found.filter(({ personId, about }) => {
    const person = facts.get(personId);
    const basis = person ? mayAnswer(actor, person, about) : null;
    if (basis !== null) work.reads.note({ personIds: [personId], what: "data-request", basis });
    return basis !== null;
  });
  return {
    requests: seen.filter(({ kind }) => kind === "correction"),
    comments: seen.filter(({ kind }) => kind === "comment"),
  };
}

/** Throws NotFound for whoever doesn't answer it. */
export async function answerRequest(
  work: Work,
  input: { readonly requestId: string; readonly outcome: string; readonly words: string },
): Promise<Result<null, RequestCode>> {
  const request = isId(input.requestId) ? await requestById(work, input.requestId) : undefined;
  const person = request && (await personFacts(work, [request.personId])).get(request.personId);
  const basis = person && mayAnswer(work.actor, person, request.about);
  const by = work.actor?.personId;
  if (!request || !basis || !by || request.kind !== "correction") throw new NotFound("request");
  work.reads.note({ personIds: [request.personId], what: "data-request", basis });
  const words = lines(input.words);
  const reasons = checkAnswer({ outcome: input.outcome, words });
  if (reasons.length > 0) return refused(...reasons);
  if (!(await addAnswer(work, request.id, { outcome: input.outcome, words, by })))
    return refused({ code: "answered-already" });
  await tell(work, "correction-answered", { to: [request.personId], about: request.id, path: "/my/data" });
  return done(null);
}
