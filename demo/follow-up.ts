/** The process lead freezes the figures three times a year. */
import { freezeMeasurement } from "../src/coverage/freeze-measurement.ts";
import { work, type Workshop } from "../src/platform/database/work.ts";
import type { Tenant } from "../src/shared/actor.ts";
import { addMonths, type LocalDate } from "../src/shared/local-date.ts";
import { on, sure } from "./making.ts";
import { withRole } from "./roles.ts";

const MONTHS_AGO = [12, 8, 4, 1];

export async function followUp(workshop: Workshop, tenant: Tenant, today: LocalDate): Promise<void> {
  const lead = await withRole(workshop, tenant, "process_lead");
  for (const months of MONTHS_AGO)
    await work(on(workshop, addMonths(today, -months)), { slug: tenant.slug, actor: lead }, async (unit) =>
      sure(await freezeMeasurement(unit)),
    );
}
