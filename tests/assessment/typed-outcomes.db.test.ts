/** ASM-1: one form holds the outcomes of every statement, and nothing that is typed in it is lost or taken for what it isn't. */
import { expect, test } from "vitest";
import { agreeTyped, saidAs } from "../../src/assessment/parts/typed-outcomes.ts";
import { viewAssessment } from "../../src/assessment/view-assessment.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { newId, type Id } from "../../src/shared/ids.ts";
import { NotFound } from "../../src/shared/result.ts";
import { testDatabase } from "../support/database.ts";
import { assessmentWorld } from "./world.ts";

const world = await assessmentWorld(await testDatabase());
const [judges, plans, leads] = [newId(), newId(), newId()];
await world.revise(2, "2024-01-01", [
  { id: judges, text: "Bedömer sammansatta behov." },
  { id: plans, text: "Planerar sitt arbete." },
  { id: leads, text: "Leder ett arbete i gruppen.", heading: "together" },
]);
const karin = await world.person("Karin Öhman");
await world.manage(karin, world.rehab);

async function met() {
  const who = await world.person("Anna Berg");
  await world.employ(who, world.rehab, { from: "2022-01-01" });
  const address = await world.begin(who, who);
  for (const side of [who, karin]) {
    await world.write(side, address, { [judges]: ["2"] });
    await world.handIn(side, address);
  }
  const of = { personId: who.personId, side: "manager" as const };

  /** The form as the page gives it now, with what is typed over it. */
  async function form(typed: Readonly<Record<string, string>> = {}): Promise<Record<string, string[]>> {
    const { headings } = await world.as(karin, (work) => viewAssessment(work, address));
    const fields = headings.flatMap(({ statements }) =>
      statements.flatMap(({ statement: { itemId }, outcome }): [string, string][] => {
        const is = outcome === null ? "" : outcome.met ? "yes" : "no";
        const words = outcome?.words ?? "";
        return [
          [`assessment-${itemId}`, address.assessmentId],
          [`follows-${itemId}`, outcome?.id ?? ""],
          [`stood-${itemId}`, saidAs(is, words).replaceAll("\n", "\r\n")],
          [`met-${itemId}`, is],
          [`words-${itemId}`, words.replaceAll("\n", "\r\n")],
        ];
      }),
    );
    return Object.fromEntries(
      Object.entries({ ...Object.fromEntries(fields), ...typed }).map(([name, value]) => [name, [value]]),
    );
  }
  const send = (as: Actor, sent: Record<string, string[]>) =>
    world.as(as, (work) => agreeTyped(work, of, sent));
  const outcomes = async () => {
    const { headings } = await world.as(karin, (work) => viewAssessment(work, address));
    const rows = headings.flatMap(({ statements }) => statements);
    return (itemId: Id) => rows.find(({ statement }) => statement.itemId === itemId)?.outcome ?? null;
  };
  return { who, form, send, outcomes };
}

test("all that was typed is recorded, whichever button was pressed, and what lacks something is told by its own field", async () => {
  const { form, send, outcomes } = await met();
  const sent = await form({
    agree: judges,
    [`met-${judges}`]: "yes",
    [`met-${plans}`]: "no",
    [`words-${plans}`]: "Två rader.\r\nVi följer upp i mars.",
    [`words-${leads}`]: "Vi hann inte.",
  });
  expect(await send(karin, sent)).toMatchObject([{ code: "choose", field: `met-${leads}` }]);
  const of = await outcomes();
  expect(of(judges)).toMatchObject({ met: true });
  expect(of(plans)).toMatchObject({ met: false, words: "Två rader.\nVi följer upp i mars." });
  expect(of(leads)).toBeNull();
  expect(await send(karin, await form({ agree: leads }))).toMatchObject([{ code: "choose" }]);
});

test("what nobody has touched is nobody's: somebody else's newer outcome stands, and isn't in the way", async () => {
  const { form, send, outcomes } = await met();
  await send(karin, await form({ [`met-${judges}`]: "yes", [`words-${judges}`]: "En rad.\r\nOch en till." }));
  const open = await form({ [`met-${plans}`]: "yes" });
  const both = await form({ [`words-${judges}`]: "Mina ord." });
  await send(karin, await form({ [`met-${judges}`]: "no" }));
  expect(await send(karin, open)).toEqual([]);
  expect((await outcomes())(judges)).toMatchObject({ met: false });
  expect(await send(karin, both)).toMatchObject([{ code: "changed-by-other", field: `words-${judges}` }]);
});

test("ORG-4 nobody else records anything, typed or pressed", async () => {
  const { who, form, send } = await met();
  await expect(send(who, await form({ [`met-${judges}`]: "yes" }))).rejects.toThrow(NotFound);
  await expect(send(who, await form({ agree: judges }))).rejects.toThrow(NotFound);
  expect(await send(who, {})).toEqual([]);
});
