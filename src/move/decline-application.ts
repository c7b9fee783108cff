/** Declines an application for a move, with words and the kind of reason (PLC-4). Granting it is to place the person there. */
import { isId } from "../shared/ids.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { tell } from "../notices/tell.ts";
import { noteRead, personRoom } from "../placement/person-room.ts";
import { checkDecline, DECLINED_FOR, type ApplicationCode } from "./application.rules.ts";
import { endApplication, holdApplication } from "./application.store.ts";

/** Throws NotFound for whoever may not place the person in the model, and on the other side of an authority's line (ORG-2, ORG-4). */
export async function declineApplication(
  work: Work,
  declining: {
    readonly personId: string;
    readonly applicationId: string;
    readonly declinedFor: string;
    readonly answer: string;
  },
): Promise<Result<null, ApplicationCode>> {
  const room = await personRoom(work, declining.personId);
  const answeredBy = work.actor?.personId;
  const application = isId(declining.applicationId)
    ? await holdApplication(work, declining.applicationId)
    : undefined;
  const placing = room.placings.find(
    ({ model, authorityId }) =>
      model.modelId === application?.modelId && authorityId === application.authorityId,
  );
  if (!placing || !answeredBy || application?.personId !== room.personId) throw new NotFound("application");
  noteRead(work, room, "move-application");
  if (application.outcome !== null) return refused({ code: "answered-already" });
  const declinedFor = DECLINED_FOR.find((each) => each === declining.declinedFor);
  const reasons = checkDecline(declining);
  if (reasons.length > 0 || !declinedFor) return refused(...reasons);
  await endApplication(work, application.id, {
    outcome: "declined",
    answeredBy,
    declinedFor,
    answer: declining.answer.trim(),
  });
  await tell(work, "application-answered", { to: [room.personId], about: application.id, path: "/my/move" });
  return done(null);
}
