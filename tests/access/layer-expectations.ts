/** Who gets in to the pages about layers over models (MOD-9, MOD-10, MOD-16), as `expectations.ts` has it for the rest. */
import { draftReaders, none, type Case } from "./cases.ts";
import { model } from "./model-expectations.ts";
import type { AccessWorld, ActorName } from "./world.ts";

const ofUnit = (
  of: string,
  unit: keyof AccessWorld["units"],
  getIn: readonly ActorName[],
  send: readonly ActorName[],
): Case => ({
  of,
  params: (world) => ({ model: world.models.adopted, query: `?unit=${world.units[unit]}` }),
  in: getIn,
  send,
});
const noModel = model("no model", "", none);

export const layerExpectations: Readonly<Record<string, readonly Case[]>> = {
  "/o/:slug/models/:model/supplement": [
    model("the employer's", "adopted", draftReaders, { send: ["processLead"] }),
    ofUnit("a unit's", "rehab", [...draftReaders, "manager", "deputy"], ["processLead", "manager", "deputy"]),
    ofUnit("another organisation's unit", "elsewhere", none, none),
    model("a draft", "draft", none),
    noModel,
  ],
  "/o/:slug/models/:model/supplement/change": [
    model("a line to add", "adopted", ["processLead"], { search: "?add=1&level=bas&heading=uppgifter" }),
    model("nothing", "adopted", none),
    noModel,
  ],
  "/o/:slug/models/:model/supplement/consultation": [model("no draft", "adopted", none), noModel],
  "/o/:slug/models/:model/supplement/adopt": [model("the employer's", "adopted", ["adopter"]), noModel],
  "/o/:slug/models/:model/supplement/carry-over": [model("nothing carried over", "adopted", none), noModel],
  // This organisation is no association.
  "/o/:slug/models/:model/members": [model("one in force", "adopted", none), model("no model", "", none)],
  "/o/:slug/shared-models": [{ of: "shared models", in: ["processLead", "adopter"] }],
};
