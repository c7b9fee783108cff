/** Telling people by mail that something waits for them, or has been answered: in the transaction of what they are told of, and once (docs/domain/mail.md). */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { postMail } from "../platform/mail/post-mail.ts";
import { personFacts } from "../people/store.ts";
import { letter } from "./letters.ts";
import { languagesOf } from "./notice.store.ts";
import { LETTERS, type LetterName } from "./rules.ts";

/**
 * Tells these people, save whoever does it themself; null is nobody. `about` is what it is of, with what makes it another time where it can happen again: told twice of the same it is one mail.
 * `path` is the page, within the organisation.
 */
export async function tell(
  work: Work,
  name: LetterName,
  of: { readonly to: readonly (Id | null)[]; readonly about: string; readonly path: string },
): Promise<void> {
  const doer = work.actor?.personId;
  const to = [...new Set(of.to.flatMap((id) => (id === null || id === doer ? [] : [id])))];
  if (to.length === 0) return;
  const languageOf = await languagesOf(work, to);
  await postMail(
    work,
    to.map((personId) => ({
      key: `${name} ${of.about} ${personId}`,
      kind: LETTERS[name],
      to: { personId },
      ...letter(name, languageOf(personId)),
      path: of.path,
      language: languageOf(personId),
    })),
  );
}

/** Whoever acts as the person's manager today, in each unit where they work (ORG-4). */
export const managersOfPerson = async (work: Work, personId: Id): Promise<(Id | null)[]> =>
  ((await personFacts(work, [personId])).get(personId)?.units ?? []).map(
    ({ actingManagerId }) => actingManagerId,
  );
