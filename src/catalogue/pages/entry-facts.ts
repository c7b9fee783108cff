/** What an entry of the catalogue says of itself, in words. */
import type { Messages } from "../../messages/messages.ts";
import type { EntryText } from "../rules.ts";

export function entryFacts(
  { credits, hours, cost, funding }: Pick<EntryText, "credits" | "hours" | "cost" | "funding">,
  t: Messages["catalogue"],
) {
  const extent = [
    ...(credits === null ? [] : [t.credits(String(credits).replace(".", t.decimal))]),
    ...(hours === null ? [] : [t.hours(hours)]),
  ];
  return {
    extent: extent.join(", "),
    cost: cost === null ? "" : t.kronor(cost),
    funding: funding.map((each) => t.fundings[each]).join(", "),
  };
}
