/** Debt of everybody who is placed, and the impact of a revision, beside the shortest SQL; what is shown is held against it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { addVersionFromFile } from "../../src/career-model/add-version.ts";
import { viewDebt } from "../../src/gap/view-debt.ts";
import { viewImpact } from "../../src/gap/view-impact.ts";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import type { Work } from "../../src/platform/database/work.ts";
import type { Id } from "../../src/shared/ids.ts";
import { sure } from "../data/organisation.ts";
import type { Installation } from "../installation.ts";
import { fromPairs, type Figure } from "../measure.ts";
import { BUILT_ON } from "../sizes.ts";
import { trialOn, type Time } from "../trial.ts";
import { debtByHand, type Lacking } from "./floor.ts";

const TIMES = 3;
const MODEL = "arbetsterapeut";

type Shown = { readonly key: string; readonly people: number };

/** Throws where the program shows another number of people than were counted by hand. */
function expectSame(shown: readonly Shown[], counted: readonly Lacking[]): void {
  const unmet = new Map<string, number>();
  for (const { levelId, itemId, unmet: here } of counted)
    unmet.set(`${levelId} ${itemId}`, (unmet.get(`${levelId} ${itemId}`) ?? 0) + here);
  for (const { key, people } of shown)
    if (people !== unmet.get(key))
      throw new Error(`bench: ${people} lack ${key}, and by hand ${unmet.get(key)}`);
}

/** A revision of one model, which asks for longer experience. It is written in the transaction and goes with it. */
async function draftIn(unit: Work): Promise<{ readonly number: number; readonly versionId: Id }> {
  const text = await readFile(join(projectRoot(), "demo/models", `${MODEL}.yaml`), "utf8");
  const revised = text.replace(/^ {2}version: 1$/m, "  version: 2").replace("månader: 24", "månader: 36");
  const { number } = sure(await addVersionFromFile(unit, revised));
  const { rows } = await sql<{ id: Id }>`
    select v.id from model_version v join career_model m on m.id = v.model_id where m.slug = ${MODEL} and v.number = ${number}`.execute(
    unit.tx,
  );
  return { number, versionId: rows[0]?.id ?? "" };
}

class RolledBack extends Error {}

export async function debtFigures(installation: Installation): Promise<Figure[]> {
  const trial = await trialOn(installation);
  const [debt, impact]: { readonly ours: Time; readonly floor: Time }[][] = [[], []];
  // The first of each is the warming up.
  for (let turn = 0; turn <= TIMES; turn += 1) {
    const ours = await trial.take((unit) => viewDebt(unit, { unitId: "", model: "" }));
    const floor = await trial.take(({ tx }) => debtByHand(tx, BUILT_ON));
    const shown = ours.value.models.flatMap(({ rows }) =>
      rows.flatMap(({ key, figure }) => (figure.showing === "shown" ? [{ key, people: figure.people }] : [])),
    );
    if (shown.length === 0) throw new Error("bench: no debt was shown");
    expectSame(shown, floor.value);
    if (turn > 0) debt?.push({ ours, floor });
  }
  try {
    await trial.take(async (unit) => {
      const { number, versionId } = await draftIn(unit);
      for (let turn = 0; turn <= TIMES; turn += 1) {
        const asked = { slug: MODEL, number, unitId: "", tried: [] };
        const ours = await trial.clock(() => viewImpact(unit, asked));
        const floor = await trial.clock(async () => [
          await debtByHand(unit.tx, BUILT_ON, { slug: MODEL, versionId: null }),
          await debtByHand(unit.tx, BUILT_ON, { slug: MODEL, versionId }),
        ]);
        const [before = [], after = []] = floor.value;
        for (const [of, counted] of [
          ["before", before],
          ["after", after],
        ] as const)
          expectSame(
            ours.value.rows.flatMap(({ key, figure }) => {
              const amounts = figure.showing === "shown" ? figure[of] : null;
              return amounts ? [{ key, people: amounts.people }] : [];
            }),
            counted,
          );
        if (turn > 0) impact?.push({ ours, floor });
      }
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  return [
    ...figuresOf("debt of everybody, all models", debt ?? []),
    ...figuresOf("impact of a revision of one model", impact ?? []),
  ];
}

const figuresOf = (name: string, pairs: readonly { readonly ours: Time; readonly floor: Time }[]): Figure[] =>
  (["cpu", "wall"] as const).map((of) =>
    fromPairs(
      `${name}: ${of === "cpu" ? "CPU" : "p50"}`,
      "ms",
      pairs.map(({ ours, floor }) => ({ ours: ours[of], floor: floor[of] })),
    ),
  );
