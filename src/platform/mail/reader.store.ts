/** Who a mail may be sent to, and whether it waits to be gathered: SQL about `m`, a mail, by what is true when it is asked (ORG-7, PRV-3). */
import { sql } from "kysely";
import { DIGEST, MAIL_KINDS, UNGATHERED, mailKinds } from "../../shared/mail-kinds.ts";
import type { Work } from "../database/work.ts";

const ON_BY_ITSELF = mailKinds.filter((kind) => MAIL_KINDS[kind] === "on");
const ALWAYS = [...mailKinds.filter((kind) => MAIL_KINDS[kind] === "always"), DIGEST];

/** A mail with its reader `p` and their choice `c` of its kind. */
export const mailToReader = sql`mail m
  left join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
  left join mail_choice c on c.organisation_id = m.organisation_id and c.person_id = m.person_id and c.kind = m.kind`;

/**
 * Why it is not to be sent; null when it is. With protected identity nothing is sent that the person has not turned on themself, whatever its kind, nor a digest
 * that holds any such; everybody else gets what is `always`.
 */
export const refusalOf = (work: Pick<Work, "now" | "today">) => sql<string | null>`
  case when m.give_up_at <= ${work.now} then 'late'
       when m.person_id is null then null
       when p.closed_on <= ${work.today} then 'nobody'
       when p.protected_identity and case m.kind when ${DIGEST} then exists (
           select from mail g left join mail_choice gc on gc.organisation_id = g.organisation_id and gc.person_id = g.person_id and gc.kind = g.kind
           where g.organisation_id = m.organisation_id and g.gathered_in = m.id and gc.wanted is not true)
         else c.wanted is not true end then 'protected'
       when m.kind <> all (${ALWAYS}) and not coalesce(c.wanted, m.kind = any (${ON_BY_ITSELF})) then 'unwanted'
       when coalesce(p.email, m.address) is null then 'no-address' end`;

/** Does it wait to come with others? Never what has been tried by itself: that may have come already. */
export const waitsForDigest = sql<boolean>`(m.attempts = 0 and m.kind <> all (${[...UNGATHERED, DIGEST]}) and exists (
  select from mail_setting s where s.organisation_id = m.organisation_id and s.person_id = m.person_id and s.gathered))`;
