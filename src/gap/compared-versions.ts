/**
 * Two versions of a model, held against each other for the people placed today (MOD-12): a draft as it would ask the day after its adoption, or one that has been
 * adopted, beside another that has.
 */
import type { Id } from "../shared/ids.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import type { Work } from "../platform/database/work.ts";
import { mayReadImpact, mayWriteModels } from "../career-model/access.ts";
import { isEditable, versionInForce } from "../career-model/life-cycle.rules.ts";
import { modelBySlug, type ModelWithVersions, type VersionRow } from "../career-model/store.ts";
import type { VersionLine } from "../career-model/view-models.ts";
import { layeredVersion, type Layered } from "./asked-model.ts";
import { measuresInForce, type Measure, type Spare } from "./measure.ts";
import type { Transition } from "./transition.rules.ts";
import { transitionsOf } from "./transition.store.ts";

export type NumberedVersion = VersionLine & { readonly isInForce: boolean };

/** Which two are compared, and what the version could be held against instead. */
export type ComparedVersions = {
  readonly version: NumberedVersion;
  /** Null where there was nothing before it. */
  readonly against: NumberedVersion | null;
  /** All adopted versions but itself: the one that is chosen by default first, where there is one. */
  readonly choices: readonly NumberedVersion[];
  /** Is there nothing that it is held against by default? */
  readonly isFirst: boolean;
};

/** What is compared: two measures with the rules that the later one is made with. */
export type Compared = {
  readonly model: ModelWithVersions;
  readonly number: number;
  /** Null of a supplement. */
  readonly versions: ComparedVersions | null;
  readonly before: Measure | null;
  readonly after: Measure;
  /** What else can be read about the same people: a figure that could be held against one of these shows only where that tells nothing (SUP-1). */
  readonly beside: readonly Measure[] | null;
  readonly rules: readonly Transition[];
  readonly isKept: boolean;
  readonly maySet: boolean;
  /** May rules be tried? Those of what is adopted stand. */
  readonly mayTry: boolean;
};

/** A model's version, for those who take part in its drafts. Throws NotFound for everyone else. */
async function versionFor(work: Work, slug: string, number: number) {
  const model = await modelBySlug(work, slug);
  const version = model?.versions.find((each) => each.number === number);
  if (!model || !version || !mayReadImpact(work.actor, work.tenant, model.professionId))
    throw new NotFound("version");
  return { model, version };
}

/** The same of a draft. Throws NotFound for a version that is no draft. */
export async function draftAsked(
  work: Work,
  slug: string,
  number: number,
): Promise<{ readonly model: ModelWithVersions; readonly draft: VersionRow }> {
  const { model, version: draft } = await versionFor(work, slug, number);
  if (!isEditable(draft.status)) throw new NotFound("version");
  return { model, draft };
}

/** The rules to count by, and whether they are the draft's own. */
export const chosenRules = (kept: readonly Transition[], tried: readonly Transition[] | null) => {
  const rules = tried ?? kept;
  const isKept =
    rules.length === kept.length &&
    rules.every(({ levelId, until }) => kept.some((own) => own.levelId === levelId && own.until === until));
  return { rules, isKept };
};

const bare = (layered: Layered): Layered => ({ ...layered, layers: [] });

/** The one that was in force before the version: before a draft, the one in force. */
const formerOf = (versions: readonly VersionRow[], { inForceFrom }: VersionRow, today: LocalDate) =>
  versionInForce(versions, inForceFrom === null ? today : addDays(inForceFrom, -1));

/**
 * MOD-12: a version and what it is held against, as both ask of the people placed today. An `against` that isn't an adopted version of the model is the one that was in force before. Throws
 * NotFound for whoever doesn't take part in the model's drafts.
 */
export async function comparedVersions(
  work: Work,
  asked: {
    readonly slug: string;
    readonly number: number;
    readonly against: number | null;
    readonly tried: readonly Transition[] | null;
  },
): Promise<Compared> {
  const { model, version } = await versionFor(work, asked.slug, asked.number);
  const [mayTry, current] = [isEditable(version.status), versionInForce(model.versions, work.today)];
  const kept = await transitionsOf(work, { version_id: version.id });
  const chosen = chosenRules(kept, mayTry ? asked.tried : null);
  const former = formerOf(model.versions, version, work.today);
  const adopted = model.versions.filter(({ id, status }) => !isEditable(status) && id !== version.id);
  const choices = adopted.toSorted((a, b) => Number(b === former) - Number(a === former));
  const against = choices.find(({ number }) => number === asked.against) ?? former;
  const measureOf = await measurer(work, model);
  const [after, before] = [await measureOf(version, chosen.rules), against && (await measureOf(against))];
  const numbered = ({ number, status, inForceFrom, inForceTo, id }: VersionRow): NumberedVersion => ({
    number,
    status,
    isInForce: id === current?.id,
    inForceFrom,
    lastDay: inForceTo && addDays(inForceTo, -1),
  });
  return {
    model,
    number: version.number,
    versions: {
      version: numbered(version),
      against: against && numbered(against),
      choices: choices.map(numbered),
      isFirst: former === null,
    },
    before,
    after,
    beside: mayTry && against?.id === current?.id ? null : await allOf(model.versions, measureOf),
    ...chosen,
    maySet: mayTry && mayWriteModels(work.actor),
    mayTry,
  };
}

type MeasureOf = (version: VersionRow, rules?: readonly Transition[]) => Promise<Measure>;

/**
 * How versions of the model ask of those placed today: by the rules that run, and for one that isn't in force yet by its own, as when it has come into force. Its own are those that are
 * kept, unless others are given.
 */
async function measurer(work: Work, model: ModelWithVersions): Promise<MeasureOf> {
  const [inForce] = await measuresInForce(work, [model]);
  const current = versionInForce(model.versions, work.today);
  const layered = new Map<Id, Layered>();
  const layeredOf = async (version: VersionRow): Promise<Layered> => {
    const known = layered.get(version.id) ?? (await layeredVersion(work, model, version, work.today));
    layered.set(version.id, known);
    return known;
  };
  if (current && inForce) layered.set(current.id, inForce.layered);
  return async (version, given) => {
    const own = await layeredOf(version);
    const running = inForce?.spares ?? [];
    if (version.inForceFrom !== null && version.inForceFrom <= work.today)
      return { layered: own, spares: running };
    const former = formerOf(model.versions, version, work.today);
    if (!former) return { layered: own, spares: running };
    const spare: Spare = {
      of: bare(own),
      former: bare(await layeredOf(former)),
      rules: given ?? (await transitionsOf(work, { version_id: version.id })),
      since: version.inForceFrom ?? addDays(work.today, 1),
    };
    return { layered: own, spares: [...running, spare] };
  };
}

/** Every version as it can be read: a draft with its rules kept, with none, and with one for all. */
async function allOf(versions: readonly VersionRow[], measureOf: MeasureOf): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const version of versions) {
    measures.push(await measureOf(version));
    if (isEditable(version.status))
      measures.push(
        await measureOf(version, []),
        await measureOf(version, [{ levelId: null, until: "9999-12-31" }]),
      );
  }
  return measures;
}
