/** Telling people in good time that evidence of theirs ends (ASM-5): when it is put before whoever decides for them as well, once for each piece and day. */
import { addDays } from "../shared/local-date.ts";
import { newId } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { tell } from "../notices/tell.ts";
import { noteTold } from "./ending.store.ts";
import { SOON } from "./view-unit-evidence.ts";

/** One mail to each, however many of theirs end: which they are is read on the page. */
export async function tellOfEnding(work: Work): Promise<void> {
  const to = await noteTold(work, addDays(work.today, SOON));
  await tell(work, "evidence-ending", { to, about: newId(), path: "/my/evidence" });
}
