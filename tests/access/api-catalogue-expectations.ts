/** What the API answers about the catalogue of development (MOD-13), as `api-expectations.ts` has it for the rest. */
import { newId } from "../../src/shared/ids.ts";
import { by, one, REFUSED, STALE, type ApiCase, type Row } from "./api-cases.ts";
import { catalogueKeepers, none, signedIn } from "./cases.ts";

const entry = {
  kind: "course",
  name: "",
  provider: "",
  credits: null,
  hours: null,
  cost: null,
  places: null,
  funding: [],
  link: "",
  text: "",
  visibility: "public",
  ties: [],
};
const kept: readonly Row[] = [
  ["one for everyone", (world) => world.catalogue.public, catalogueKeepers, STALE],
  ["no entry", () => newId(), none],
  ["no id", () => "x", none],
];

export const apiCatalogueExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  listCatalogue: [one("the catalogue", { in: signedIn })],
  addCatalogueEntry: [
    one("one without a name", { in: catalogueKeepers, status: REFUSED, body: () => entry }),
  ],
  getCatalogueEntry: by("entryId")(
    ["one for everyone", (world) => world.catalogue.public, signedIn],
    ["one for those who work here", (world) => world.catalogue.internal, signedIn],
    ["no entry", () => newId(), none],
    ["no id", () => "x", none],
  ),
  replaceCatalogueEntry: by("entryId", { body: () => entry })(...kept),
  retireCatalogueEntry: by("entryId", { body: () => ({ retired: true }) })(...kept),
  getShortage: [
    one("what nobody offers", { in: signedIn }),
    one("of no model", { in: none, search: () => "?model=finns-inte" }),
  ],
};
