/** The visits to pages of models. */
import { nobody } from "./demo-site.ts";
import type { Things } from "./things.ts";
import {
  adopter,
  anyone,
  ASSOCIATION,
  associationLead,
  employee,
  lead,
  refusing,
  visit,
  type Visit,
} from "./visitors.ts";

/** By the path in the table of routes. */
export function modelVisits(t: Things): Readonly<Record<string, readonly Visit[]>> {
  const draft = `/models/${t.model}?version=2`;
  const edit = `/models/${t.model}/versions/2/edit`;
  return {
    "/o/:slug/models": [
      visit("models", anyone, "/models"),
      visit("with drafts", lead, "/models"),
      visit("as stairs", nobody("huddinge"), "/models"),
      visit("of two structures", nobody("region-stockholm"), "/models"),
      visit("none yet, reader", nobody(ASSOCIATION), "/models"),
      visit("none yet, writer", associationLead, "/models"),
    ],
    "/o/:slug/models/new": [
      visit("a file", lead, "/models/new"),
      refusing(lead, "/models/new", { press: "Läs in som utkast" }),
      refusing(lead, "/models/new", { press: "Läs in som utkast", choose: "yrke: [1\nmodell: nej\n" }),
    ],
    "/o/:slug/models/import/:importId": [
      visit("a sheet to look at", lead, `/models/import/${t.modelImport}`),
      refusing(lead, `/models/import/${t.modelImport}`, { press: "Skapa utkastet" }),
    ],
    "/o/:slug/catalogue": [
      visit("public", anyone, "/catalogue"),
      visit("a keeper's", lead, "/catalogue?kind=course"),
      visit("nothing fits", employee, "/catalogue?q=finns-inte"),
      visit("nothing in it", nobody("huddinge"), "/catalogue"),
    ],
    "/o/:slug/catalogue/shortage": [
      visit("of all models", lead, "/catalogue/shortage"),
      visit("of one", employee, `/catalogue/shortage?model=${t.model}`),
    ],
    "/o/:slug/catalogue/:entryId": [
      visit("public", anyone, `/catalogue/${t.entry}`),
      visit("a keeper's", lead, `/catalogue/${t.entry}`),
    ],
    "/o/:slug/catalogue/:entryId/keep": [
      visit("a new one", lead, "/catalogue/new/keep"),
      visit("one to change", lead, `/catalogue/${t.entry}/keep`),
      refusing(lead, "/catalogue/new/keep", { press: "Spara" }),
    ],
    "/o/:slug/models/begin": [
      visit("from nothing", lead, "/models/begin"),
      refusing(lead, "/models/begin", { press: "Börja skriva" }),
    ],
    "/o/:slug/models/:model": [
      visit("public", anyone, `/models/${t.model}`),
      visit("one level", anyone, `/models/${t.model}?level=bas`),
      ...["rings", "stairs", "table", "text"].map((view) =>
        visit(view, employee, `/models/${t.model}?view=${view}`),
      ),
      visit("a draft", lead, draft),
      visit("a draft to decide", adopter, draft),
      visit("stairs", nobody("region-ostergotland"), "/models/audionom"),
      visit("four stairs", nobody("huddinge"), "/models/forrattningslantmatare"),
      visit("seven stairs", nobody("region-stockholm"), "/models/audionom"),
      visit("three tracks in rings", nobody("trollhattan"), "/models/fysioterapeut"),
    ],
    "/o/:slug/models/:model/history": [
      visit("writer's", lead, `/models/${t.model}/history`),
      visit("adopter's", adopter, `/models/${t.model}/history`),
      refusing(adopter, `/models/${t.model}/history`, { press: "Gör modellen vilande" }),
    ],
    "/o/:slug/models/:model/difference": [
      visit("a draft and the one in force", lead, `/models/${t.model}/difference`),
      visit("the same twice", anyone, `/models/${t.model}/difference?from=1&to=1`),
    ],
    "/o/:slug/models/:model/versions/:number/edit": [
      visit("to write", lead, edit),
      visit("to read", adopter, edit),
      visit("in force", lead, `/models/${t.model}/versions/1/edit`),
    ],
    "/o/:slug/models/:model/versions/:number/edit/levels/:level": [
      visit("to write", lead, `${edit}/levels/bas`),
      visit("to read", adopter, `${edit}/levels/bas`),
      refusing(lead, `${edit}/levels/bas?added=kompetens`, {
        press: "Lägg till under Kompetens och formella krav",
      }),
    ],
    "/o/:slug/models/:model/versions/:number/edit/items/:item": [
      visit("to write", lead, `${edit}/items/${t.item}`),
      visit("to comment", adopter, `${edit}/items/${t.item}`),
      refusing(adopter, `${edit}/items/${t.item}`, { press: "Kommentera" }),
    ],
    "/o/:slug/models/:model/versions/:number/edit/changes": [
      visit("what has been done", lead, `${edit}/changes`),
      visit("nothing yet", lead, `/models/${t.model}/versions/1/edit/changes`),
    ],
    "/o/:slug/models/:model/versions/:number/edit/tracks/:track": [
      visit("a new one", lead, `${edit}/tracks/new`),
      refusing(lead, `${edit}/tracks/new`, { press: "Spara spåret" }),
    ],
    "/o/:slug/models/:model/versions/:number/edit/groups/:group": [
      visit("a new one", lead, `${edit}/groups/new?with=${t.item}`),
      refusing(lead, `${edit}/groups/new?with=${t.item}`, { press: "Spara gruppen" }),
    ],
    "/o/:slug/models/:model/versions/:number/edit/reuse": [
      visit("from another", lead, `${edit}/reuse`),
      refusing(lead, `${edit}/reuse`, { press: "Hämta hit" }),
    ],
    "/o/:slug/structures": [
      visit("structures", lead, "/structures"),
      visit("none yet", associationLead, "/structures"),
    ],
    "/o/:slug/structures/:structure": [
      visit("a new one", lead, "/structures/new"),
      visit("one that models have", lead, `/structures/${t.structure}`),
      refusing(lead, "/structures/new", { press: "Spara strukturen" }),
    ],
    "/o/:slug/models/:model/versions/:number/adopt": [
      visit("a draft", adopter, `/models/${t.model}/versions/2/adopt`),
      visit("adopted already", adopter, `/models/${t.model}/versions/1/adopt`),
      refusing(adopter, `/models/${t.model}/versions/2/adopt`, { press: "Fastställ" }),
    ],
  };
}
