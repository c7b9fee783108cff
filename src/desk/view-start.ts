/** Everyone's first page: a manager's is about their units, everybody else's about themselves; and what each role has to do. */
import { hasRole, type Actor } from "../shared/actor.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { settings } from "../organisation/store.ts";
import { mayAdopt, mayWriteModels } from "../career-model/access.ts";
import { viewModels } from "../career-model/view-models.ts";
import { mayImportStaff } from "../people/access.ts";
import { viewErrands, type Errand } from "./view-errands.ts";
import { viewOwn, type Own } from "./view-own.ts";
import { viewTeams, type Teams } from "./view-teams.ts";

/** A draft that waits for somebody: to be decided by an adopter, or written on. */
export type WaitingDraft = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly number: number;
  readonly adopt: boolean;
};

export type Start = {
  readonly name: string;
  readonly presentation: "rings" | "stairs";
  readonly talkWord: string;
  /** What a manager, a deputy, or whoever acts where there is none sees first; null for all others, and for their own page. */
  readonly manager: Teams | null;
  /** May the reader go between their units and their own page? */
  readonly both: boolean;
  /** What is about oneself; null where a manager sees their units, and for accounts that belong to no employee. */
  readonly own: Own | null;
  readonly drafts: readonly WaitingDraft[];
  readonly errands: readonly Errand[];
  readonly mayImport: boolean;
  readonly mayKeep: boolean;
};

/** `own` asks for one's own page, as everyone who manages nothing has it. */
export async function viewStart(
  work: Work,
  { own = false }: { readonly own?: boolean } = {},
): Promise<Start> {
  const { actor } = work;
  if (!actor) throw new NotFound("start page");
  const { personId } = actor;
  const manager = own ? null : await viewTeams(work, actor);
  const { presentation, talkWord } = await settings(work);
  return {
    name: actor.displayName.split(" ")[0] ?? actor.displayName,
    presentation,
    talkWord,
    manager,
    both: personId !== null && (manager !== null || actor.manages.length > 0),
    own: manager || personId === null ? null : await viewOwn(work, personId),
    drafts: await waitingDrafts(work, actor),
    errands: await viewErrands(work, actor),
    mayImport: mayImportStaff(actor) !== null,
    mayKeep: hasRole(actor, "administrator"),
  };
}

/** Drafts for those whose turn it is: the adopter decides, the writer goes on. */
async function waitingDrafts(work: Work, actor: Actor): Promise<WaitingDraft[]> {
  if (!mayAdopt(actor) && !mayWriteModels(actor)) return [];
  const { models } = await viewModels(work);
  return models.flatMap(({ slug, nameSv, nameEn, drafts }) =>
    drafts.map(({ number }) => ({ slug, nameSv, nameEn, number, adopt: mayAdopt(actor) })),
  );
}
