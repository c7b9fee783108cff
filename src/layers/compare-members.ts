/** Two members' supplements to a model of the association's, side by side (MOD-9, PUB-1): what is adopted and public, and nobody else's to read. */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayCompareMembers } from "./access.ts";
import { versionInForce } from "../career-model/life-cycle.rules.ts";
import { modelBySlug, versionContent } from "../career-model/store.ts";
import { sideBySide, type SideRow } from "./side-by-side.rules.ts";
import {
  EMPTY_SUPPLEMENT,
  publicSupplement,
  type SupplementContent,
} from "../career-model/supplement.rules.ts";

/** A member that has decided the model: which version is in force there, and since when. */
export type ComparedMember = {
  readonly slug: string;
  readonly name: string;
  readonly number: number;
  readonly from: LocalDate;
  readonly hasSupplement: boolean;
};

export type MembersCompared = {
  readonly slug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  /** Everyone who can be compared, by name. */
  readonly members: readonly ComparedMember[];
  /** The two that are; null where there are not two. */
  readonly pair: readonly [ComparedMember, ComparedMember] | null;
  readonly rows: readonly SideRow[];
};

type Found = {
  id: Id;
  slug: string;
  name: string;
  found: {
    number: number;
    from: LocalDate;
    supplement: { content: SupplementContent } | null;
  };
};

async function membersOf(work: Work, modelId: Id): Promise<Found[]> {
  const { rows } = await sql<Found>`
    with members as materialized (
      select o.id, o.slug, o.name from membership m join organisation o on o.id = m.member_id
      where m.association_id = ${work.organisationId} and m.valid_from <= ${work.today}
        and (m.valid_to is null or m.valid_to > ${work.today})),
    found as materialized (select *, member_supplement(id, ${modelId}, ${work.today}) as found from members)
    select * from found where found is not null order by name collate "sv-SE-x-icu"`.execute(work.tx);
  return rows;
}

/** The members named, or the first two that have decided the model. Throws NotFound for anybody but an association's lead. */
export async function compareMembers(
  work: Work,
  slug: string,
  asked: { readonly first: string | null; readonly second: string | null },
): Promise<MembersCompared> {
  if (!mayCompareMembers(work.actor, work.tenant)) throw new NotFound("members");
  const model = await modelBySlug(work, slug);
  const base = model && versionInForce(model.versions, work.today);
  const content = base && (await versionContent(work, base.id));
  if (!model || !content) throw new NotFound("model");
  const found = await membersOf(work, model.id);
  const first = found.find((each) => each.slug === asked.first) ?? found[0];
  const second =
    found.find((each) => each.slug === asked.second && each !== first) ??
    found.find((each) => each !== first);
  const said = ({ found: { supplement } }: Found) =>
    supplement ? publicSupplement(supplement.content) : EMPTY_SUPPLEMENT;
  const told = ({ slug: member, name, found: { number, from, supplement } }: Found): ComparedMember => ({
    slug: member,
    name,
    number,
    from,
    hasSupplement: supplement !== null,
  });
  return {
    slug,
    nameSv: model.nameSv,
    nameEn: model.nameEn,
    members: found.map(told),
    pair: first && second ? [told(first), told(second)] : null,
    rows: first && second ? sideBySide(content, said(first), said(second)) : [],
  };
}
