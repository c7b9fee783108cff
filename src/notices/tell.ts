/** Telling people by mail that something waits for them, or has been answered: in the transaction of what they are told of, and once (docs/domain/mail.md). */
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { postMail } from "../platform/mail/post-mail.ts";
import { personFacts } from "../people/store.ts";
import { LANGUAGE, letter } from "./letters.ts";
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
  const to = new Set(of.to.filter((personId) => personId !== null && personId !== work.actor?.personId));
  await postMail(
    work,
    [...to].flatMap((personId) =>
      personId === null
        ? []
        : [
            {
              key: `${name} ${of.about} ${personId}`,
              kind: LETTERS[name],
              to: { personId },
              ...letter(name),
              path: of.path,
              language: LANGUAGE,
            },
          ],
    ),
  );
}

/** Whoever acts as the person's manager today, in each unit where they work (ORG-4). */
export const managersOfPerson = async (work: Work, personId: Id): Promise<(Id | null)[]> =>
  ((await personFacts(work, [personId])).get(personId)?.units ?? []).map(
    ({ actingManagerId }) => actingManagerId,
  );
