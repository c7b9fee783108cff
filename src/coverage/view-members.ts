/** ORG-1: the association's members and the coverage of each model at their latest measurement. Figures only, never people. */
import type { LocalDate } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayReadMembers } from "./access.ts";
import { membersWithFigures, type MemberFigure } from "./member.store.ts";
import { ASSOCIATION_K, percentOf, type Figure } from "./rules.ts";

export type MemberModel = {
  readonly nameSv: string;
  readonly nameEn: string;
  readonly adoptedFrom: LocalDate;
  readonly day: LocalDate;
  readonly figure: Figure;
};
export type MemberView = {
  readonly name: string;
  readonly slug: string;
  readonly from: LocalDate;
  /** None before the member's first measurement. */
  readonly models: readonly MemberModel[];
};

const figureOf = ({ employed, placed }: MemberFigure): Figure => {
  if (employed === null || placed === null) return { showing: "hidden" };
  if (employed === 0) return { showing: "none" };
  return { showing: "shown", employed, placed, percent: percentOf(placed, employed) };
};

/** Throws NotFound for anybody but the lead of an association. */
export async function viewMembers(
  work: Work,
): Promise<{ readonly k: number; readonly members: readonly MemberView[] }> {
  if (!mayReadMembers(work.actor, work.tenant)) throw new NotFound("members");
  const members = await membersWithFigures(work, work.today);
  return {
    k: ASSOCIATION_K,
    members: members.map(({ name, slug, from, figures }) => ({
      name,
      slug,
      from,
      models: figures.map((figure) => ({
        nameSv: figure.nameSv,
        nameEn: figure.nameEn,
        adoptedFrom: figure.adoptedFrom,
        day: figure.day,
        figure: figureOf(figure),
      })),
    })),
  };
}
