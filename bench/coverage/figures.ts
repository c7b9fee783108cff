/** Coverage (FUP-1) for units chosen by chance, and for the whole tree, beside the shortest SQL; the numbers are held against each other. */
import { sightOf } from "../../src/coverage/access.ts";
import { momentOf, required } from "../../src/coverage/moment.ts";
import { figuresOf, type Figure as Coverage } from "../../src/coverage/rules.ts";
import { viewCoverage } from "../../src/coverage/view-coverage.ts";
import { viewModelCoverage } from "../../src/coverage/view-model-coverage.ts";
import type { Work } from "../../src/platform/database/work.ts";
import type { Id } from "../../src/shared/ids.ts";
import { scattered } from "../data/staff.ts";
import type { Installation } from "../installation.ts";
import { alone, fromPairs, percentile, type Figure } from "../measure.ts";
import { BUILT_ON } from "../sizes.ts";
import { trialOn, type Time } from "../trial.ts";
import { modelsByHand, nodeByHand, treeByHand, type Counted } from "./floor.ts";

type Told = { readonly modelId: Id; readonly unitId: Id; readonly figure: Coverage };
type Pair = { readonly ours: Time; readonly floor: Time };

/** Throws where what the program shows is not what was counted by hand, or where it shows nothing. */
function expectSame(told: readonly Told[], counted: readonly Counted[]): void {
  const byKey = new Map(counted.map((each) => [`${each.modelId} ${each.unitId}`, each]));
  let shown = 0;
  for (const { modelId, unitId, figure } of told) {
    const hand = byKey.get(`${modelId} ${unitId}`);
    if (figure.showing === "none" ? hand !== undefined : hand === undefined)
      throw new Error(
        `bench: ${unitId} has ${hand?.employed ?? 0} people, and the program says ${figure.showing}`,
      );
    if (figure.showing !== "shown") continue;
    shown += 1;
    if (figure.employed !== hand?.employed || figure.placed !== hand.placed)
      throw new Error(`bench: ${unitId}: ${JSON.stringify(figure)} is not ${JSON.stringify(hand)}`);
  }
  if (shown === 0) throw new Error("bench: no figure was shown");
}

/** Medians and the slowest of twenty, and the CPU time of all together, which grains of 10 ms can tell. */
function figuresFrom(name: string, pairs: readonly Pair[]): Figure[] {
  const walls = (of: "ours" | "floor") => pairs.map((pair) => pair[of].wall);
  const sum = (of: "ours" | "floor") => pairs.reduce((total, pair) => total + pair[of].cpu, 0) / pairs.length;
  const slowest = { ours: percentile(walls("ours"), 0.95), floor: percentile(walls("floor"), 0.95) };
  return [
    fromPairs(
      `${name}: p50`,
      "ms",
      pairs.map(({ ours, floor }) => ({ ours: ours.wall, floor: floor.wall })),
    ),
    fromPairs(`${name}: p95`, "ms", [slowest]),
    fromPairs(`${name}: CPU`, "ms", [{ ours: sum("ours"), floor: sum("floor") }]),
  ];
}

/** So many are asked for before any is measured: a server has compiled long ago what a process that has just begun has yet to. */
const WARMING = 6;
const NODES = 40;
const WHOLE_TREES = 5;

export async function coverageFigures(installation: Installation): Promise<Figure[]> {
  const trial = await trialOn(installation);
  const { value: known } = await trial.take(async ({ tx }) => ({
    units: await tx.selectFrom("unit").select("id").orderBy("code").execute(),
    models: await tx.selectFrom("career_model").select(["id", "slug"]).orderBy("slug").execute(),
  }));
  const models = new Map(known.models.map(({ id, slug }) => [slug, id]));
  const [one, all, whole]: [Pair[], Pair[], Pair[]] = [[], [], []];
  const told: Told[] = [];
  const counted: Counted[] = [];
  for (let turn = 0; turn < WARMING + NODES; turn += 1) {
    const unitId = known.units[scattered(turn, 40, known.units.length)]?.id ?? "";
    const model = known.models[scattered(turn, 41, known.models.length)];
    if (!model) throw new Error("bench: there are no models");
    const pair = {
      ours: await trial.take((unit) => viewModelCoverage(unit, { slug: model.slug, unitId, day: "" })),
      floor: await trial.take(({ tx }) => nodeByHand(tx, BUILT_ON, model.id, unitId)),
    };
    // The program shows all below where they are few; the floor counts one level.
    told.push(
      ...pair.ours.value.rows.flatMap(({ unit, depth, figure }) =>
        unit && depth <= 1 ? [{ modelId: model.id, unitId: unit.id, figure }] : [],
      ),
    );
    counted.push(...pair.floor.value);
    const every = {
      ours: await trial.take((unit) => viewCoverage(unit, { unitId, day: "" })),
      floor: await trial.take(({ tx }) => modelsByHand(tx, BUILT_ON, unitId)),
    };
    told.push(
      ...every.ours.value.rows.map(({ slug, figure }) => ({
        modelId: models.get(slug) ?? "",
        unitId,
        figure,
      })),
    );
    counted.push(...every.floor.value);
    if (turn >= WARMING) [one, all].forEach((pairs, at) => pairs.push(at === 0 ? pair : every));
  }
  expectSame(told, counted);
  // The first is the warming up.
  for (let turn = 0; turn <= WHOLE_TREES; turn += 1) {
    const pair = {
      ours: await trial.take(wholeTree),
      floor: await trial.take(({ tx }) => treeByHand(tx, BUILT_ON)),
    };
    expectSame(pair.ours.value, pair.floor.value);
    if (turn > 0) whole.push(pair);
  }
  return [
    ...figuresFrom("coverage, a node and its children", one),
    ...figuresFrom("coverage, a node in all models", all),
    ...figuresFrom("coverage, the whole tree in all models", whole),
    alone("coverage, the whole tree: slowest", "ms", Math.max(...whole.map(({ ours }) => ours.wall))),
  ];
}

/** What a measurement freezes and every page takes its figures from: each unit in each model. */
async function wholeTree(unit: Work): Promise<Told[]> {
  const moment = await momentOf(unit, required(sightOf(unit.actor)), { day: "" }, () => true);
  return moment.models.flatMap(({ id: modelId }) => {
    const counts = moment.counts.filter((count) => count.modelId === modelId);
    const figures = figuresOf(moment.units, counts, moment.k, moment.known, moment.familiar);
    return moment.units.map(({ id: unitId }) => ({ modelId, unitId, figure: figures(unitId) }));
  });
}
