/** Mail in the demo: people are told that what they have shown ends soon, and one of them gets what isn't urgent once a day. */
import { tellOfEnding } from "../src/evidence/tell-of-ending.ts";
import { chooseNotices } from "../src/notices/keep-notices.ts";
import { work, type Workshop } from "../src/platform/database/work.ts";
import type { Tenant } from "../src/shared/actor.ts";
import { mailKinds } from "../src/shared/mail-kinds.ts";
import { oneself } from "./place-staff.ts";

/** `gathers`: by the name of the account. */
export async function mailPeople(workshop: Workshop, tenant: Tenant, gathers: string): Promise<void> {
  const { slug } = tenant;
  await work(workshop, { slug, actor: null }, tellOfEnding);
  const personIds = await work(workshop, { slug, actor: null }, ({ tx }) =>
    tx
      .selectFrom("account")
      .select("person_id")
      .where("organisation_id", "=", tenant.id)
      .where("display_name", "=", gathers)
      .execute(),
  );
  for (const { person_id: personId } of personIds)
    if (personId !== null)
      await work(workshop, { slug, actor: oneself(tenant, personId) }, (unit) =>
        chooseNotices(unit, { wanted: mailKinds, gathered: true, language: "sv" }),
      );
}
