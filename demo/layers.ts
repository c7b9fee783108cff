/** How a member of the demo builds on its association's models: takes one in, lays a supplement over it, and begins to carry it over (MOD-2, MOD-9, MOD-10). */
import { adoptSupplement } from "../src/layers/adopt-supplement.ts";
import { adoptVersion, type AdoptionInput } from "../src/career-model/adopt-version.ts";
import { beginCarryOver } from "../src/layers/carry-over.ts";
import { changeSupplement } from "../src/layers/change-supplement.ts";
import { changeSupplementStatus } from "../src/layers/consult-supplement.ts";
import type { Clarification, LocalItem, UnusedMark } from "../src/career-model/supplement.rules.ts";
import { takeInModel, viewSharedModels } from "../src/layers/take-in-model.ts";
import { viewSupplement } from "../src/layers/view-supplement.ts";
import { units } from "../src/organisation/store.ts";
import { work, type Workshop } from "../src/platform/database/work.ts";
import type { Tenant } from "../src/shared/actor.ts";
import { addDays, type LocalDate } from "../src/shared/local-date.ts";
import { on, sure } from "./making.ts";
import { withRole } from "./roles.ts";

/** What is laid over a model; by the unit with this code, or by the employer. */
export type DemoSupplement = {
  readonly unit?: string;
  /** It came into force so many months ago; null while it is out for consultation. */
  readonly adopted: number | null;
  readonly items?: readonly Omit<LocalItem, "key" | "visibility">[];
  readonly clarifications?: readonly Omit<Clarification, "visibility">[];
  readonly unused?: readonly UnusedMark[];
};

const ASKED = "Säg vad ni tycker inom tre veckor, på arbetsplatsträffen eller till processledaren.";

type Decided = Omit<AdoptionInput, "revision" | "inForceFrom">;

/** Takes in a version that the association endorses, and decides it a fortnight later. */
export async function takeIn(
  workshop: Workshop,
  tenant: Tenant,
  slug: string,
  { number, day, decision }: { readonly number: number; readonly day: LocalDate; readonly decision: Decided },
): Promise<void> {
  const lead = await withRole(workshop, tenant, "process_lead");
  await work(on(workshop, addDays(day, -14)), { slug: tenant.slug, actor: lead }, async (unit) => {
    const { shared } = await viewSharedModels(unit);
    const wanted = shared.find((each) => each.slug === slug && each.number === number);
    return sure(await takeInModel(unit, wanted?.versionId ?? "", null));
  });
  const adopter = await withRole(workshop, tenant, "adopter");
  await work(on(workshop, day), { slug: tenant.slug, actor: adopter }, async (unit) =>
    sure(await adoptVersion(unit, slug, number, { ...decision, inForceFrom: unit.today, revision: 1 })),
  );
}

/** Writes a supplement, and decides it the same day; without a decision it is sent out for consultation. */
export async function supplementModel(
  workshop: Workshop,
  tenant: Tenant,
  slug: string,
  {
    supplement,
    day,
    decision,
  }: {
    readonly supplement: DemoSupplement;
    readonly day: LocalDate;
    readonly decision: Decided | null;
  },
): Promise<void> {
  const { items = [], clarifications = [], unused = [] } = supplement;
  const then = on(workshop, day);
  const visibility = "public";
  const lead = await withRole(workshop, tenant, "process_lead");
  const place = await work(then, { slug: tenant.slug, actor: lead }, async (unit) => {
    const unitId = (await units(unit)).find(({ code }) => code === supplement.unit)?.id ?? null;
    sure(
      await changeSupplement(unit, { slug, unitId }, () => ({
        items: items.map((item, index) => ({ ...item, visibility, key: `ny-${index}` })),
        clarifications: clarifications.map((each) => ({ ...each, visibility })),
        unused,
      })),
    );
    return { slug, unitId };
  });
  const actor = decision ? await withRole(workshop, tenant, "adopter") : lead;
  await work(then, { slug: tenant.slug, actor }, async (unit) => {
    const { draft } = await viewSupplement(unit, slug, place.unitId);
    const revision = draft?.revision ?? 0;
    if (decision)
      sure(await adoptSupplement(unit, place, { ...decision, inForceFrom: unit.today, revision }));
    else sure(await changeSupplementStatus(unit, place, { to: "consultation", revision, reason: ASKED }));
  });
}

/** Begins to carry the employer's supplement over to the version that was taken in last: what doesn't fit waits. */
export async function carryOverLater(workshop: Workshop, tenant: Tenant, slug: string): Promise<void> {
  const lead = await withRole(workshop, tenant, "process_lead");
  await work(workshop, { slug: tenant.slug, actor: lead }, async (unit) =>
    sure(await beginCarryOver(unit, { slug, unitId: null })),
  );
}
