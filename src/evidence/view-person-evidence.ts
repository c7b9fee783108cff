/** One person's evidence: what there is, what it meets until when, and their experience explained (ASM-2, ASM-5), for those close to the person (ORG-8). */
import { NotFound } from "../shared/result.ts";
import { holds, type LocalDate } from "../shared/local-date.ts";
import type { Id } from "../shared/ids.ts";
import type { Work } from "../platform/database/work.ts";
import { professions, settings } from "../organisation/store.ts";
import { noteRead } from "../placement/person-room.ts";
import { nameOf } from "../placement/store.ts";
import { decidingOn, evidenceRoom, seenEvidence, type EvidenceRoom } from "./evidence-room.ts";
import { standing, validity, type Standing } from "./evidence.rules.ts";
import type { EvidenceFile } from "./file.store.ts";
import { viewExperience, type ExperienceView } from "./view-experience.ts";
import { requirements, type Evidence, type Requirement } from "./store.ts";

/** A requirement that a piece is tied to: does the piece meet it today, and until when? */
export type Meets = Requirement & { readonly now: boolean; readonly until: LocalDate | null };

export type Piece = Omit<Evidence, "itemIds" | "files"> & {
  readonly files: readonly Omit<EvidenceFile, "hash">[];
  readonly standing: Standing;
  readonly meets: readonly Meets[];
};

export type PersonEvidence = {
  readonly personId: Id;
  readonly name: string;
  readonly own: boolean;
  /** Does the actor check the person's evidence? */
  readonly mayCheck: boolean;
  readonly pieces: readonly Piece[];
  readonly experience: readonly ExperienceView[];
};

/** One piece, with what the actor may do with it and the requirements that it can be tied to. */
export type PieceView = Pick<PersonEvidence, "personId" | "name" | "own"> & {
  readonly piece: Piece;
  readonly mayCheck: boolean;
  readonly offered: Offered;
};

/** What a form of evidence chooses from. */
export type Offered = {
  readonly requirements: readonly Requirement[];
  readonly professions: readonly { readonly id: Id; readonly sv: string; readonly en: string }[];
  /** Are files kept here? */
  readonly files: boolean;
};

export async function viewPersonEvidence(work: Work, personId: string): Promise<PersonEvidence> {
  const { room, name, seen, asked } = await look(work, personId);
  return {
    personId: room.personId,
    name,
    own: room.own,
    mayCheck: room.decides.length > 0,
    pieces: seen.map((each) => toPiece(each, asked, work.today)),
    experience: await viewExperience(work, room, asked),
  };
}

/** Throws NotFound when there is no such piece for the actor. */
export async function viewPiece(work: Work, personId: string, evidenceId: string): Promise<PieceView> {
  const { room, name, seen, asked } = await look(work, personId);
  const piece = seen.find(({ id }) => id === evidenceId);
  if (!piece) throw new NotFound("evidence");
  return {
    personId: room.personId,
    name,
    own: room.own,
    piece: toPiece(piece, asked, work.today),
    mayCheck: decidingOn(room, piece) !== null,
    offered: await offer(work, asked, piece.itemIds),
  };
}

/** What to write new evidence in: for the person themself, and whoever decides for them. `renews` is the piece that is renewed. */
export type NewEvidenceView = Pick<PersonEvidence, "personId" | "name" | "own"> & {
  readonly offered: Offered;
  readonly renews: Piece | null;
};

export async function viewNewEvidence(
  work: Work,
  personId: string,
  renewsId: string | null,
): Promise<NewEvidenceView> {
  const { room, name, seen, asked } = await look(work, personId);
  if (!room.own && room.decides.length === 0) throw new NotFound("evidence");
  const renews = renewsId === null ? null : seen.find(({ id }) => id === renewsId);
  if (renews === undefined) throw new NotFound("evidence");
  return {
    personId: room.personId,
    name,
    own: room.own,
    offered: await offer(work, asked, renews?.itemIds ?? []),
    renews: renews && toPiece(renews, asked, work.today),
  };
}

type Look = {
  readonly room: EvidenceRoom;
  readonly name: string;
  readonly seen: readonly Evidence[];
  readonly asked: readonly Requirement[];
};

/** What every page about a person's evidence reads, and notes that it was read (PRV-1). */
async function look(work: Work, personId: string): Promise<Look> {
  const room = await evidenceRoom(work, personId);
  const name = await nameOf(work, room.personId);
  if (name === undefined) throw new NotFound("person");
  noteRead(work, room, "evidence");
  const seen = await seenEvidence(work, room);
  const itemIds = seen.flatMap((each) => each.itemIds);
  return { room, name, seen, asked: await requirements(work, { ...room, itemIds }) };
}

function toPiece(
  { itemIds, files, ...piece }: Evidence,
  asked: readonly Requirement[],
  today: LocalDate,
): Piece {
  return {
    ...piece,
    files: files.map(({ id, name, type, bytes }) => ({ id, name, type, bytes })),
    standing: standing(piece, today),
    meets: asked.flatMap((each): Meets[] => {
      if (!itemIds.includes(each.itemId)) return [];
      const range = validity(piece, each.formal?.validMonths ?? null);
      return [{ ...each, now: range !== null && holds(range, today), until: range?.to ?? null }];
    }),
  };
}

/** The requirements of the person's models, and those that a piece is tied to already. */
async function offer(work: Work, asked: readonly Requirement[], tied: readonly Id[]): Promise<Offered> {
  return {
    requirements: asked.filter(({ current, itemId }) => current || tied.includes(itemId)),
    files: (await settings(work)).evidenceFiles,
    professions: (await professions(work)).map(({ id, nameSv, nameEn }) => ({ id, sv: nameSv, en: nameEn })),
  };
}
