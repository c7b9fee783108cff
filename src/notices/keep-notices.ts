/** What comes to oneself by mail, and how: seen and chosen by nobody else. */
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import {
  keptMail,
  readerOf,
  saveChoices,
  saveHowSent,
  type HowSent,
  type KeptMail,
  type Reader,
} from "./notice.store.ts";
import { choicesOf, type Choice } from "./rules.ts";

export type MyNotices = Pick<Reader, "email" | "protectedIdentity"> &
  HowSent & { readonly choices: readonly Choice[] };

/** Throws NotFound for an account that is nobody's. */
export async function viewMyNotices(work: Work): Promise<MyNotices> {
  const { personId: _, choices, ...reader } = await mine(work);
  return { ...reader, choices: choicesOf({ ...reader, choices }) };
}

/** Keeps what is wanted of what can be chosen, and how it is to come; all else of it is not. Words that name no kind are left out. */
export async function chooseNotices(
  work: Work,
  { wanted, gathered, language }: HowSent & { readonly wanted: readonly string[] },
): Promise<void> {
  const reader = await mine(work);
  const chosen = choicesOf(reader).filter(({ isChosen }) => isChosen);
  await saveChoices(
    work,
    reader.personId,
    chosen.map(({ kind }) => ({ kind, wanted: wanted.includes(kind) })),
  );
  await saveHowSent(work, reader.personId, { gathered, language });
}

/** All that is held about mail to the one who asks (ASM-4): what is kept of it, and what they have chosen. */
export type HeldMail = Pick<Reader, "choices"> & HowSent & { readonly kept: readonly KeptMail[] };

export async function viewHeldMail(work: Work): Promise<HeldMail> {
  const { personId, choices, gathered, language } = await mine(work);
  return { kept: await keptMail(work, personId), choices, gathered, language };
}

async function mine(work: Work): Promise<Reader & { readonly personId: string }> {
  const personId = work.actor?.personId;
  const reader = personId ? await readerOf(work, personId) : undefined;
  if (!personId || !reader) throw new NotFound("notices");
  return { personId, ...reader };
}
