/** What comes to oneself by mail: seen and chosen by nobody else. */
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { readerOf, saveChoices, type Reader } from "./notice.store.ts";
import { choicesOf, type Choice } from "./rules.ts";

export type MyNotices = Pick<Reader, "email" | "protectedIdentity"> & { readonly choices: readonly Choice[] };

/** Throws NotFound for an account that is nobody's. */
export async function viewMyNotices(work: Work): Promise<MyNotices> {
  const { email, protectedIdentity, choices } = await mine(work);
  return { email, protectedIdentity, choices: choicesOf({ protectedIdentity, choices }) };
}

/** Keeps what is wanted of what can be chosen; all else of it is not. Words that name no kind are left out. */
export async function chooseNotices(work: Work, wanted: readonly string[]): Promise<void> {
  const reader = await mine(work);
  const chosen = choicesOf(reader).filter(({ isChosen }) => isChosen);
  await saveChoices(
    work,
    reader.personId,
    chosen.map(({ kind }) => ({ kind, wanted: wanted.includes(kind) })),
  );
}

async function mine(work: Work): Promise<Reader & { readonly personId: string }> {
  const personId = work.actor?.personId;
  const reader = personId ? await readerOf(work, personId) : undefined;
  if (!personId || !reader) throw new NotFound("notices");
  return { personId, ...reader };
}
