/**
 * What two of the demo's employers offer, and what it is a way to (MOD-13). The kinds, extents and ways of paying are those of the field; the providers are
 * kept general. Some of what the models ask for is left without a way, as it is in life: the shortages are real ones.
 */
import { entryToKeep, keepEntry } from "../src/catalogue/keep-catalogue.ts";
import type { EntryText, Tie } from "../src/catalogue/rules.ts";
import { work, type Workshop } from "../src/platform/database/work.ts";
import type { Tenant } from "../src/shared/actor.ts";
import { sure } from "./making.ts";
import { withRole } from "./roles.ts";

type DemoEntry = Partial<EntryText> &
  Pick<EntryText, "kind" | "name"> & {
    /** How the requirements begin that it is a way to, and levels by name; in every model that has them. */
    readonly leadsTo: readonly string[];
  };

const BARE: Omit<EntryText, "kind" | "name"> = {
  provider: "",
  credits: null,
  hours: null,
  cost: null,
  places: null,
  funding: [],
  link: "",
  text: "",
  visibility: "public",
};

const SUPERVISOR_COURSE: DemoEntry = {
  kind: "course",
  name: "Handledarutbildning för den som handleder studenter",
  provider: "Ett lärosäte",
  credits: 7.5,
  funding: ["own"],
  text: "På distans, med några träffar. Du handleder en student under tiden.",
  leadsTo: ["Handledarutbildning om 7,5"],
};

const ENTRIES: Readonly<Record<string, readonly DemoEntry[]>> = {
  "region-ostergotland": [
    SUPERVISOR_COURSE,
    {
      kind: "programme",
      name: "Audionomutbildning",
      provider: "Lärosäten med audionomprogram",
      credits: 180,
      funding: ["studiestod"],
      leadsTo: ["Audionomexamen om 180"],
    },
    {
      kind: "mentoring",
      name: "Mentor under det första året",
      provider: "Hörselvården",
      hours: 20,
      places: 6,
      text: "En erfaren kollega att fråga, med en avsatt timme varannan vecka.",
      leadsTo: ["Grund"],
    },
    {
      kind: "hospitering",
      name: "Hospitering på yrsel- och balansmottagningen",
      provider: "Regionen",
      hours: 24,
      places: 4,
      text: "Tre dagar vid sidan av en kollega på en annan mottagning.",
      leadsTo: ["Kompetent"],
    },
    {
      kind: "assignment",
      name: "Metodansvar för ett område",
      provider: "Hörselvården",
      visibility: "internal",
      text: "Ett uppdrag på två år, med tid varje vecka att hålla metoden aktuell.",
      leadsTo: ["Erfaren"],
    },
    {
      kind: "forenad-anstallning",
      name: "Förenad anställning som klinisk adjunkt",
      provider: "Regionen och ett lärosäte",
      places: 1,
      leadsTo: ["Expert"],
    },
  ],
  harryda: [
    SUPERVISOR_COURSE,
    {
      kind: "course",
      name: "Förskrivning av hjälpmedel",
      provider: "Kommunerna i regionen tillsammans",
      hours: 16,
      cost: 0,
      places: 20,
      funding: ["own"],
      text: "Två dagar, med prov och intyg.",
      leadsTo: ["Utbildning i förskrivning av hjälpmedel"],
    },
    {
      kind: "course",
      name: "Grundkurs i palliativ vård",
      provider: "Kommunen",
      hours: 12,
      places: 30,
      funding: ["aldreomsorgslyftet", "own"],
      leadsTo: ["Grundkurs i palliativ vård"],
    },
    {
      kind: "course",
      name: "Läkemedelshantering och delegering",
      provider: "Kommunen",
      hours: 8,
      places: 40,
      visibility: "internal",
      leadsTo: ["Kommunens utbildning i läkemedelshantering"],
    },
    {
      kind: "course",
      name: "Fallprevention i hemmet",
      provider: "Kommunen",
      hours: 6,
      places: 25,
      leadsTo: ["Utbildning i fallprevention"],
    },
    {
      kind: "course",
      name: "Sårvård, fördjupning",
      provider: "Ett lärosäte",
      credits: 7.5,
      funding: ["omstallningsfonden", "own"],
      leadsTo: ["Fördjupning om 7,5 högskolepoäng i sårvård"],
    },
    {
      kind: "utbildningsanstallning",
      name: "Utbildningsanställning för specialistsjuksköterska",
      provider: "Kommunen och ett lärosäte",
      credits: 75,
      places: 2,
      funding: ["aldreomsorgslyftet", "own"],
      text: "Du studerar på betald arbetstid och arbetar kvar i verksamheten.",
      leadsTo: ["Specialistsjuksköterskeexamen i vård av äldre"],
    },
    {
      kind: "mentoring",
      name: "Mentor de första sex månaderna",
      provider: "Kommunen",
      hours: 12,
      leadsTo: ["Bas"],
    },
    {
      kind: "role",
      name: "Ombud för kognitivt stöd eller välfärdsteknik",
      provider: "Kommunen",
      leadsTo: ["Fördjupad"],
    },
    {
      kind: "supervision",
      name: "Handledning i grupp för den som leder förbättringsarbete",
      provider: "Kommunen",
      hours: 15,
      places: 8,
      visibility: "internal",
      leadsTo: ["Avancerad"],
    },
  ],
};

/** The catalogue of an organisation that has one in the demo. */
export async function fillCatalogue(workshop: Workshop, tenant: Tenant): Promise<void> {
  const entries = ENTRIES[tenant.slug];
  if (!entries) return;
  const actor = await withRole(workshop, tenant, "process_lead");
  await work(workshop, { slug: tenant.slug, actor }, async (unit) => {
    const { models } = await entryToKeep(unit, null);
    for (const { leadsTo, ...entry } of entries) {
      const ties = models.flatMap(({ id, levels, wanted }): Tie[] => [
        ...levels
          .filter(({ name }) => leadsTo.includes(name))
          .map((level) => ({ modelId: id, target: "level" as const, targetId: level.id })),
        ...wanted
          .filter(({ text }) => leadsTo.some((beginning) => text.startsWith(beginning)))
          .map(({ itemId }) => ({ modelId: id, target: "item" as const, targetId: itemId })),
      ]);
      sure(await keepEntry(unit, null, { revision: 1, text: { ...BARE, ...entry }, ties }));
    }
  });
}
