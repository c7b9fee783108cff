/** Who reads, writes and decides about models: the part of the expectations that is about them. */
import { newId } from "../../src/shared/ids.ts";
import { anyone, catalogueKeepers, draftReaders, none, one, signedIn, writers, type Case } from "./cases.ts";
import type { AccessWorld, ActorName } from "./world.ts";

export const model = (
  of: string,
  slug: "adopted" | "draft" | "",
  getIn: readonly ActorName[],
  more: Partial<Case> = {},
) =>
  one(of, {
    params: (world) => ({ model: slug === "" ? "finns-inte" : world.models[slug] }),
    in: getIn,
    ...more,
  });
const version = (
  of: string,
  slug: "adopted" | "draft",
  number: string,
  getIn: readonly ActorName[],
  more: Partial<Case> = {},
) => one(of, { params: (world) => ({ model: world.models[slug], number }), in: getIn, ...more });

const modelFile = (
  of: string,
  slug: "adopted" | "draft",
  number: string,
  format: string,
  getIn: readonly ActorName[],
) =>
  one(of, {
    params: (world) => ({ model: world.models[slug], number, format }),
    in: getIn,
    file: true,
  });

/** A part of a version as it is written: the draft's only version, or the one in force of the other model. */
const ofDraft = (
  of: string,
  slug: "adopted" | "draft",
  part: Readonly<Record<string, string>> | ((world: AccessWorld) => Readonly<Record<string, string>>),
  getIn: readonly ActorName[],
  more: Partial<Case> = {},
) =>
  one(of, {
    params: (world) => ({
      model: world.models[slug],
      number: "1",
      ...(typeof part === "function" ? part(world) : part),
    }),
    in: getIn,
    ...more,
  });

/** By the path in the table of routes. */
export const modelExpectations: Readonly<Record<string, readonly Case[]>> = {
  "/o/:slug/models": [one("models", { in: anyone })],
  "/o/:slug/models/new": [one("a new model", { in: writers })],
  "/o/:slug/models/import/:importId": [
    one("a sheet to look at", { params: (world) => ({ importId: world.modelImport }), in: writers }),
    one("none", { params: () => ({ importId: newId() }), in: none }),
    one("no id", { params: () => ({ importId: "1" }), in: none }),
  ],
  "/o/:slug/catalogue": [one("the catalogue", { in: anyone })],
  "/o/:slug/catalogue/shortage": [one("what nobody offers", { in: signedIn })],
  "/o/:slug/catalogue/shortage/:format": [
    one("as CSV", { params: () => ({ format: "csv" }), in: signedIn, file: true }),
    one("no such format", { params: () => ({ format: "exe" }), in: none, file: true }),
  ],
  "/o/:slug/catalogue/:entryId": [
    one("a public entry", {
      params: (world) => ({ entryId: world.catalogue.public }),
      in: anyone,
      send: catalogueKeepers,
    }),
    one("an internal entry", {
      params: (world) => ({ entryId: world.catalogue.internal }),
      in: signedIn,
      send: catalogueKeepers,
    }),
    one("no entry", { params: () => ({ entryId: newId() }), in: none }),
  ],
  "/o/:slug/catalogue/:entryId/keep": [
    one("an entry", { params: (world) => ({ entryId: world.catalogue.public }), in: catalogueKeepers }),
    one("a new one", { params: () => ({ entryId: "new" }), in: catalogueKeepers }),
    one("no entry", { params: () => ({ entryId: newId() }), in: none }),
  ],
  "/o/:slug/models/begin": [one("a model from nothing", { in: writers })],
  "/o/:slug/models/:model": [
    model("one in force", "adopted", anyone),
    model("its draft", "adopted", draftReaders, { search: "?version=2" }),
    model("a draft", "draft", draftReaders),
    model("no model", "", none),
  ],
  "/o/:slug/models/:model/history": [
    model("one in force", "adopted", draftReaders),
    model("a draft", "draft", draftReaders),
    model("no model", "", none),
  ],
  "/o/:slug/models/:model/difference": [
    model("one in force and its draft", "adopted", draftReaders),
    model("one in force and its draft, by their numbers", "adopted", draftReaders, {
      search: "?from=1&to=2",
    }),
    model("one in force and itself", "adopted", anyone, { search: "?from=1&to=1" }),
    model("a draft without another", "draft", none),
    model("no model", "", none),
  ],
  "/o/:slug/models/:model/titles": [
    model("one in force", "adopted", ["processLead", "administrator"]),
    model("a draft", "draft", ["processLead", "administrator"]),
    model("no model", "", none),
  ],
  "/o/:slug/models/:model/versions/:number/adopt": [
    version("the draft of one in force", "adopted", "2", ["adopter"]),
    version("a draft", "draft", "1", ["adopter"]),
    version("one in force", "adopted", "1", ["adopter"]),
    version("no version", "draft", "99999999999", none),
  ],
  "/o/:slug/models/:model/versions/:number/edit": [
    version("a draft", "draft", "1", draftReaders, { send: writers }),
    version("the draft of one in force", "adopted", "2", draftReaders, { send: writers }),
    version("one in force", "adopted", "1", draftReaders, { send: writers }),
    version("no version", "draft", "99999999999", none),
  ],
  "/o/:slug/models/:model/versions/:number/edit/levels/:level": [
    ofDraft("a level", "draft", { level: "bas" }, draftReaders, { send: writers }),
    ofDraft("one of a version in force", "adopted", { level: "bas" }, draftReaders, { send: writers }),
    ofDraft("no level", "draft", { level: "finns-inte" }, none, { send: writers }),
  ],
  "/o/:slug/models/:model/versions/:number/edit/items/:item": [
    ofDraft("an item", "draft", (world) => ({ item: world.models.items.draft }), draftReaders, {
      send: writers,
    }),
    ofDraft("one in force", "adopted", (world) => ({ item: world.models.items.adopted }), draftReaders, {
      send: writers,
    }),
    ofDraft("another model's", "draft", (world) => ({ item: world.models.items.adopted }), none),
    ofDraft("no item", "draft", () => ({ item: newId() }), none),
    ofDraft("no id", "draft", { item: "1" }, none),
  ],
  "/o/:slug/models/:model/versions/:number/edit/changes": [
    version("a draft", "draft", "1", draftReaders, { send: null }),
    version("one in force", "adopted", "1", draftReaders, { send: null }),
    version("no version", "draft", "x", none, { send: null }),
  ],
  "/o/:slug/models/:model/versions/:number/edit/tracks/:track": [
    ofDraft("a new track", "draft", { track: "new" }, writers),
    ofDraft("no track", "draft", { track: "finns-inte" }, none),
    ofDraft("one of a version in force", "adopted", { track: "new" }, writers),
  ],
  "/o/:slug/models/:model/versions/:number/edit/groups/:group": [
    ofDraft(
      "a new group",
      "draft",
      (world) => ({ group: "new", query: `?with=${world.models.items.draft}` }),
      writers,
    ),
    ofDraft("no group", "draft", { group: "finns-inte" }, none),
    ofDraft("with nothing", "draft", { group: "new" }, none),
  ],
  "/o/:slug/models/:model/versions/:number/edit/reuse": [
    version("a draft", "draft", "1", writers),
    version("one in force", "adopted", "1", writers),
    version("no version", "draft", "x", none),
  ],
  "/o/:slug/structures": [one("structures", { in: writers })],
  "/o/:slug/structures/:structure": [
    one("a new one", { params: () => ({ structure: "new" }), in: writers }),
    one("the models'", { params: (world) => ({ structure: world.models.structure }), in: writers }),
    one("no structure", { params: () => ({ structure: newId() }), in: none }),
    one("no id", { params: () => ({ structure: "1" }), in: none }),
  ],
  "/o/:slug/models/:model/versions/:number/file/:format": [
    modelFile("one in force", "adopted", "1", "yaml", anyone),
    modelFile("one in force, as CSV", "adopted", "1", "csv", anyone),
    modelFile("a draft", "draft", "1", "yaml", draftReaders),
    modelFile("a draft, as a workbook", "draft", "1", "xlsx", draftReaders),
    modelFile("no version", "draft", "x", "yaml", none),
    modelFile("no format", "adopted", "1", "exe", none),
  ],
};
