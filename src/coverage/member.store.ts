/** SQL of what members give their association: figures of whole models after suppression, never people (ORG-1). */
import { sql } from "kysely";
import type { Id } from "../shared/ids.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../platform/database/work.ts";

/** One model at one measurement. The figures are null where they are not shown. */
export type GivenFigure = {
  readonly modelSlug: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly adoptedFrom: LocalDate;
  readonly employed: number | null;
  readonly placed: number | null;
};

/** Gives the figures to an association of which the organisation is a member that day; the database refuses any other. */
export async function giveToAssociation(
  work: Pick<Work, "tx" | "tenant">,
  given: { readonly associationId: Id; readonly day: LocalDate; readonly k: number },
  figures: readonly GivenFigure[],
): Promise<void> {
  if (figures.length === 0) return;
  await work.tx
    .insertInto("member_figure")
    .values(
      figures.map((figure) => ({
        association_id: given.associationId,
        member_id: work.tenant.id,
        member_name: work.tenant.name,
        model_slug: figure.modelSlug,
        model_name_sv: figure.nameSv,
        model_name_en: figure.nameEn,
        adopted_from: figure.adoptedFrom,
        day: given.day,
        smallest_group: given.k,
        employed: figure.employed,
        placed: figure.placed,
      })),
    )
    .execute();
}

export type MemberFigure = GivenFigure & { readonly day: LocalDate };
export type Member = {
  readonly id: Id;
  readonly name: string;
  readonly slug: string;
  readonly from: LocalDate;
  /** The latest measurement's figures, by the name of the model; none before the first. */
  readonly figures: readonly MemberFigure[];
};

/** The association's members on the day, in Swedish order, with the figures of each one's latest measurement. */
export async function membersWithFigures(
  work: Pick<Work, "tx" | "organisationId">,
  day: LocalDate,
): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select o.id, o.name, o.slug, m.valid_from as "from", coalesce((
      select jsonb_agg(jsonb_build_object('modelSlug', f.model_slug, 'nameSv', f.model_name_sv, 'nameEn', f.model_name_en,
          'adoptedFrom', f.adopted_from, 'day', f.day, 'employed', f.employed, 'placed', f.placed)
        order by f.model_name_sv collate "sv-SE-x-icu")
      from member_figure f
      where f.association_id = m.association_id and f.member_id = m.member_id and f.day = (
        select max(l.day) from member_figure l where l.association_id = m.association_id and l.member_id = m.member_id)
    ), '[]') as figures
    from membership m join organisation o on o.id = m.member_id
    where m.association_id = ${work.organisationId} and m.valid_from <= ${day} and (m.valid_to is null or m.valid_to > ${day})
    order by o.name collate "sv-SE-x-icu"`.execute(work.tx);
  return rows;
}
