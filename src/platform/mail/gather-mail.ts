/** Gathers what has come for those who want what isn't urgent once a day, into a mail of its own: then that one is sent as any other, at least once and with its one Message-ID. */
import { sql } from "kysely";
import type { Id } from "../../shared/ids.ts";
import { DIGEST } from "../../shared/mail-kinds.ts";
import type { Work } from "../database/work.ts";
import type { Language } from "../http/context.ts";
import { latestDigest } from "./digest.rules.ts";
import { postMail, type Mail } from "./post-mail.ts";
import { mailToReader, refusalOf, waitsForDigest } from "./reader.store.ts";

/** The words of a digest, by the subjects of what it gathers. */
export type DigestWords = (
  language: Language,
  subjects: readonly string[],
) => { readonly subject: string; readonly text: string };

type Letter = {
  readonly id: Id;
  readonly personId: Id;
  /** The reader's. */
  readonly language: Language;
  readonly subject: string;
};

/** For up to `most` people at once: what had come when it last was time, and may be sent. Each person's is gathered by one process, and once for each time. */
export async function gatherMail(work: Work, words: DigestWords, most: number): Promise<void> {
  const latest = latestDigest(work.now);
  const letters = await lettersToGather(work, latest, most);
  if (letters.length === 0) return;
  const digests = [...Map.groupBy(letters, ({ personId }) => personId)].map(([personId, own]) => {
    const language = own[0]?.language ?? "sv";
    const subjects = own.map(({ subject }) => subject);
    const key = `${DIGEST} ${personId} ${latest.toISOString()}`;
    const mail: Mail = {
      key,
      kind: DIGEST,
      to: { personId },
      ...words(language, subjects),
      path: "",
      language,
    };
    return { key, own, mail };
  });
  await postMail(
    work,
    digests.map(({ mail }) => mail),
  );
  const gathered = digests.flatMap(({ key, own }) => own.map(({ id }) => ({ id, key })));
  await sql`
    update mail m set state = 'gathered', gathered_in = d.id, settled_at = ${work.now}
    from jsonb_to_recordset(${JSON.stringify(gathered)}::jsonb) as r (id uuid, key text)
    join mail d on d.organisation_id = ${work.organisationId} and d.key = r.key
    where m.organisation_id = ${work.organisationId} and m.id = r.id`.execute(work.tx);
}

/** Holds the settings of those whose letters these are: what comes too late for it waits for the next time. */
async function lettersToGather(work: Work, latest: Date, most: number): Promise<Letter[]> {
  const due = sql`m.organisation_id = ${work.organisationId} and m.state = 'waiting' and m.next_try_at <= ${latest}`;
  const { rows } = await sql<Letter>`
    with reader as (
      select s.person_id, s.language from mail_setting s
      where s.organisation_id = ${work.organisationId} and s.gathered
        and exists (select from mail m where ${due} and m.person_id = s.person_id and ${waitsForDigest})
        and not exists (select from mail d where d.organisation_id = ${work.organisationId} and d.key = ${DIGEST}::text || ' ' || s.person_id || ' ' || ${latest.toISOString()}::text)
      order by s.person_id limit ${most} for update skip locked
    )
    select m.id, m.person_id as "personId", r.language, m.subject
    from ${mailToReader} join reader r on r.person_id = m.person_id
    where ${due} and ${waitsForDigest} and ${refusalOf(work)} is null
    order by m.queued_at, m.id for update of m`.execute(work.tx);
  return rows;
}
