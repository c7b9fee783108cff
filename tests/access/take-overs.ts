/** Two take-overs under way: one whose columns are to be chosen, and one that would place a colleague and a protected person, and can't read a row. */
import { beginTakeOver, confirmColumns } from "../../src/placement/take-over.ts";
import { takeOverById } from "../../src/placement/take-over.store.ts";
import type { Id } from "../../src/shared/ids.ts";
import { csv } from "../people/staff-file.ts";
import { grant, type World } from "../people/world.ts";

export async function addTakeOvers(
  here: World,
  accountId: Id,
  people: { readonly colleague: Id; readonly protected: Id },
  protectedSurname: string,
) {
  const handler = {
    accountId,
    organisationId: here.organisationId,
    personId: null,
    displayName: "Handläggaren",
    grants: [grant("hr_handler")],
    manages: [],
  };
  const begin = () =>
    here.as(handler, async (work) => {
      const numbers = await work.tx
        .selectFrom("employment")
        .select(["number", "person_id"])
        .where("person_id", "in", [people.colleague, people.protected])
        .execute();
      const rows = numbers.map(({ number }) => ({ "Anst.nr": number, Nivå: "1", Namn: "" }));
      const bytes = csv([...rows, { "Anst.nr": "", Nivå: "1", Namn: `Kim ${protectedSurname}` }]);
      const begun = await beginTakeOver(work, { filename: "placeringar.csv", bytes });
      if (!begun.ok) throw new Error("the file was refused");
      return begun.value;
    });
  const [mapping, preview] = [await begin(), await begin()];
  await here.as(handler, async (work) => {
    const found = await takeOverById(work, preview);
    await confirmColumns(work, preview, found?.mapping.columns ?? {});
  });
  return { mapping, preview };
}
