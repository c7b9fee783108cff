/** The process lead freezes the figures, three times a year or as often as the organisation does. */
import { freezeMeasurement } from "../src/coverage/freeze-measurement.ts";
import { work, type Workshop } from "../src/platform/database/work.ts";
import type { Tenant } from "../src/shared/actor.ts";
import { addMonths, type LocalDate } from "../src/shared/local-date.ts";
import { on, sure } from "./making.ts";
import { withRole } from "./roles.ts";

export async function followUp(
  workshop: Workshop,
  tenant: Tenant,
  monthsAgo: readonly number[],
  today: LocalDate,
): Promise<void> {
  if (monthsAgo.length === 0) return;
  const lead = await withRole(workshop, tenant, "process_lead");
  for (const months of monthsAgo)
    await work(on(workshop, addMonths(today, -months)), { slug: tenant.slug, actor: lead }, async (unit) =>
      sure(await freezeMeasurement(unit)),
    );
}
