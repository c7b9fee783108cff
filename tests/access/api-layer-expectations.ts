/** What the API answers about layers over models (MOD-9), as `api-expectations.ts` has it for the rest. */
import { adoption, consultation, one, STALE, type ApiCase } from "./api-cases.ts";
import { draftReaders, none, signedIn } from "./cases.ts";
import type { ActorName } from "./world.ts";

const model = (
  of: string,
  which: "adopted" | "draft" | "",
  getIn: readonly ActorName[],
  more: Partial<ApiCase> = {},
): ApiCase =>
  one(of, {
    params: (world) => ({ model: which === "" ? "finns-inte" : world.models[which] }),
    in: getIn,
    ...more,
  });
const nothing = { items: [], clarifications: [], unused: [] };

export const apiLayerExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  getEffectiveModel: [
    model("one in force", "adopted", signedIn),
    model("a draft", "draft", none),
    model("no model", "", none),
  ],
  getSupplement: [
    model("the employer's", "adopted", draftReaders),
    model("a unit's", "adopted", [...draftReaders, "manager", "deputy"], {
      search: (world) => `?unit=${world.units.rehab}`,
    }),
    model("another organisation's unit", "adopted", none, {
      search: (world) => `?unit=${world.units.elsewhere}`,
    }),
    model("no model", "", none),
  ],
  saveSupplement: [
    model("the employer's", "adopted", ["processLead"], { status: STALE, body: () => nothing }),
    model("a unit's", "adopted", ["processLead", "manager", "deputy"], {
      status: STALE,
      body: () => nothing,
      search: (world) => `?unit=${world.units.rehab}`,
    }),
    model("no model", "", none, { body: () => nothing }),
  ],
  changeSupplementStatus: [
    model("the employer's", "adopted", ["processLead"], { status: STALE, body: () => consultation }),
    model("a unit's", "adopted", ["processLead", "manager", "deputy"], {
      status: STALE,
      body: () => consultation,
      search: (world) => `?unit=${world.units.rehab}`,
    }),
    model("no model", "", none, { body: () => consultation }),
  ],
  adoptSupplement: [
    model("the employer's", "adopted", ["adopter"], { status: STALE, body: () => adoption }),
    model("another organisation's unit", "adopted", none, {
      body: () => adoption,
      search: (world) => `?unit=${world.units.elsewhere}`,
    }),
    model("no model", "", none, { body: () => adoption }),
  ],
};
