/** Mail as it can be looked at: one's own in the demo, where none is sent, and how sending fares. */
import { NotFound, NotHere } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { nextDigest } from "../platform/mail/digest.rules.ts";
import type { MailFate } from "../platform/mail/mail-fate.ts";
import { mayWatchMail } from "./access.ts";
import { givenUp, mailCounts, ownMail, type GivenUp, type MailCounts, type OwnMail } from "./notice.store.ts";

/** More than these are not shown at once. */
const MOST = 50;

/** `at` is an instant, ISO. */
type Told<T> = Omit<T, "at"> & { readonly at: string };
const told = <T extends { readonly at: Date }>({ at, ...rest }: T): Told<T> => ({
  ...rest,
  at: at.toISOString(),
});

export type MyMail = {
  readonly caught: readonly Told<OwnMail>[];
  readonly waiting: readonly Told<OwnMail>[];
};

/** What would have been sent to the one who asks. Only where mail is caught: elsewhere there is no such page. */
export async function viewMyMail(work: Work, fate: MailFate): Promise<MyMail> {
  if (fate !== "caught") throw new NotHere("mail");
  const personId = work.actor?.personId;
  if (!personId) throw new NotFound("mail");
  const of = (state: "caught" | "waiting") => ownMail(work, personId, state, MOST);
  const waiting = (await of("waiting")).map((mail) =>
    mail.waitsForDigest ? { ...mail, at: nextDigest(mail.at > work.now ? mail.at : work.now) } : mail,
  );
  return { caught: (await of("caught")).map(told), waiting: waiting.map(told) };
}

export type MailState = MailCounts & { readonly failures: readonly Told<GivenUp>[] };

/** For administrators. */
export async function viewMailState(work: Work): Promise<MailState> {
  if (!mayWatchMail(work.actor)) throw new NotFound("mail");
  const failures = await givenUp(work, MOST);
  const personIds = failures.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  work.reads.note({ personIds, what: "mail", basis: "administrator" });
  return { ...(await mailCounts(work)), failures: failures.map(told) };
}
