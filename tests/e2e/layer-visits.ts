/** The visits to pages of layers over models. */
import { nobody, withRole } from "./demo-site.ts";
import type { Things } from "./things.ts";
import { adopter, lead, refusing, visit, type Visit } from "./visitors.ts";

/** Where a supplement waits to be carried over. */
const carrying = withRole("kungsbacka", "process_lead");
const deciding = withRole("kungsbacka", "adopter");

/** The model that the association endorses, and that its members build on. */
const SHARED = "/models/arbetsterapeut";

/** By the path in the table of routes. */
export function layerVisits(t: Things): Readonly<Record<string, readonly Visit[]>> {
  const supplement = `/models/${t.model}/supplement`;
  const line = `${supplement}/change?add=1&level=bas&heading=uppgifter`;
  return {
    "/o/:slug/shared-models": [
      visit("to take in", lead, "/shared-models"),
      visit("taken in", carrying, "/shared-models"),
    ],
    "/o/:slug/models/:model/members": [
      visit("two members", withRole("goteborgsregionen", "association_lead"), `${SHARED}/members`),
    ],
    "/o/:slug/models/:model/supplement": [
      visit("writer's", lead, supplement),
      visit("with what has to be settled", carrying, `${SHARED}/supplement`),
      visit("adopted, read by nobody in particular", nobody("goteborg"), SHARED),
    ],
    "/o/:slug/models/:model/supplement/change": [
      visit("a line", lead, line),
      visit("a clarification", lead, `${supplement}/change?clarify=legitimation`),
      refusing(lead, line, { press: "Spara" }),
    ],
    "/o/:slug/models/:model/supplement/consultation": [
      visit("a draft", carrying, `${SHARED}/supplement/consultation`),
      visit("out for consultation", withRole("kungalv", "process_lead"), `${SHARED}/supplement/consultation`),
      refusing(carrying, `${SHARED}/supplement/consultation`, { press: "Lägg ut på samråd" }),
    ],
    "/o/:slug/models/:model/supplement/adopt": [
      visit("nothing to adopt", adopter, `${supplement}/adopt`),
      refusing(deciding, `${SHARED}/supplement/adopt`, { press: "Fastställ" }),
    ],
    "/o/:slug/models/:model/supplement/carry-over": [
      visit("to settle", carrying, `${SHARED}/supplement/carry-over`),
    ],
  };
}
