/** Model files to test with: a small one written by hand, and any that the rules accept. */
import fc from "fast-check";
import type { ModelFile } from "../../src/career-model/model-file.ts";
import type {
  Item,
  ItemKind,
  ModelVersion,
  RequirementGroup,
  Structure,
  Track,
} from "../../src/career-model/rules.ts";
import {
  FORMAL_TYPES,
  ITEM_KINDS,
  isRequirement,
  LEVEL_KINDS,
  STUDY_LEVELS,
  SUPPORT_STAGES,
  VISIBILITIES,
} from "../../src/career-model/rules.ts";

export const small = `format: vidga-modell 1
yrke:
  nyckel: provare
  namn: Provare
  engelska: Tester
struktur:
  namn: Prov
  nivåer:
    - { nyckel: ny, namn: Ny, kort: Du lär känna arbetet., del: kärna }
    - nyckel: van
      namn: Van
      kort: Du arbetar självständigt.
      del: yttre
  rubriker:
    - { nyckel: krav, namn: Krav, rader: reell kompetens }
    - { nyckel: uppgifter, namn: Uppgifter, rader: uppgift }
  skattning: [inte än, ja]

modell:
  version: 1
  inledning: En modell.
  spår:
    - nyckel: forskning
      namn: Forskning
      nivåer: [van]
  nivåer:
    ny:
      rubriker:
        krav:
          - Du följer rutinerna.
          - nyckel: leg
            text: Legitimation
            slag: legitimation
          - text: En kurs
            slag: kurs
            hp: "7,5"
            utbildningsnivå: avancerad nivå
            krav: rekommenderat
        uppgifter:
          - Du provar.
    van:
      vidare: [Enhetschef]
      spår:
        forskning:
          krav:
            - text: Du leder försök.
              hur: leder
              synlighet: intern
`;

const letters = "abcdefghijklmnopqrstuvwxyzåäö0123456789 :#-'\"?!&*[]{}|>%@`,.\n";
/** Trimmed, composed text without control characters, such as the rules accept; YAML's own signs included. */
const text = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...letters.split("")), minLength: 1, maxLength: 160 }),
    fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }),
    fc.constantFrom(
      "null",
      "true",
      "12",
      "7,5",
      "~",
      "2026-11-22",
      "0x1f",
      "- a",
      "a: b",
      "rad ett\n\n  rad två",
    ),
  )
  .map((raw) =>
    raw
      .normalize("NFC")
      .replace(/[^\P{Cc}\n]/gu, "")
      .trim(),
  )
  .filter((clean) => clean !== "" && clean.length <= 300);
const name = text.filter((clean) => clean.length <= 100);
const key = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const keys = (min: number, max: number) => fc.uniqueArray(key, { minLength: min, maxLength: max });

const structures: fc.Arbitrary<Structure> = fc
  .record({
    name,
    levels: keys(1, 6).chain((all) =>
      fc.tuple(
        ...all.map((one) =>
          fc.record({ key: fc.constant(one), name, shortText: text, kind: fc.constantFrom(...LEVEL_KINDS) }),
        ),
      ),
    ),
    headings: keys(1, 4).chain((all) =>
      fc.tuple(...all.map((one) => fc.record({ key: fc.constant(one), name }))),
    ),
    coreCompetencies: fc.array(name, { maxLength: 4 }),
    ratingScale: fc.array(name, { maxLength: 4 }),
  })
  .map((structure) => {
    const order = structure.levels.toSorted(
      (a, b) => LEVEL_KINDS.indexOf(a.kind) - LEVEL_KINDS.indexOf(b.kind),
    );
    const levels = order.map((level, index) =>
      level.kind === "introduction" && index > 0 ? { ...level, kind: "core" as const } : level,
    );
    return { ...structure, levels };
  });

/** The optional fields that are there, and none that is undefined. */
const some = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;

const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });

const formalDetails = fc
  .record({
    type: fc.constantFrom(...FORMAL_TYPES),
    credits: optional(fc.integer({ min: 1, max: 800 }).map((halves) => halves / 2)),
    level: optional(fc.constantFrom(...STUDY_LEVELS)),
    months: fc.integer({ min: 1, max: 600 }),
    validMonths: optional(fc.integer({ min: 1, max: 600 })),
  })
  .map(some);

const items = (structure: Structure, tracks: readonly Track[], itemKey: string): fc.Arbitrary<Item> =>
  fc
    .record({
      level: fc.constantFrom(...structure.levels),
      heading: fc.constantFrom(...structure.headings),
      track: fc.nat({ max: 3 }),
      kind: fc.constantFrom<ItemKind[]>(...ITEM_KINDS),
      mandatory: fc.boolean(),
      text,
      note: optional(text),
      visibility: fc.constantFrom(...VISIBILITIES),
      support: optional(fc.constantFrom(...SUPPORT_STAGES)),
      formal: formalDetails,
    })
    .map(({ level, heading, track, kind, mandatory, text, note, visibility, support, formal }) =>
      some({
        key: itemKey,
        levelKey: level.key,
        trackKey: tracks.filter((one) => one.levels.includes(level.key))[track]?.key ?? null,
        headingKey: heading.key,
        kind,
        mandatory: isRequirement({ kind }) ? mandatory : null,
        text,
        note,
        visibility,
        support: kind === "demonstrated" ? support : undefined,
        formal: kind === "formal" ? formal : undefined,
      } as Item),
    );

type Grouped = Pick<ModelVersion, "items" | "groups">;

/**
 * Requirements of one place and manner put together: by `choices`, not at all, in one group, or the first of them in a group within
 * the group.
 */
function inGroups(items: readonly Item[], choices: readonly number[]): Grouped {
  const alike = Map.groupBy(items.filter(isRequirement), (item) =>
    [item.levelKey, item.trackKey, item.headingKey, item.mandatory, item.visibility].join(),
  );
  const groups: RequirementGroup[] = [];
  const groupOf = new Map<string, string>();
  [...alike.values()].forEach((members, index) => {
    const [first] = members;
    const choice = choices[index] ?? 0;
    if (!first || choice === 0) return;
    const { levelKey, trackKey, headingKey } = first;
    const place = { levelKey, trackKey, headingKey };
    const key = `g-${index}`;
    const within = choice > 3 ? `${key}-i` : key;
    groups.push({ ...place, key, needed: choice % 2 === 0 ? null : 1 });
    if (within !== key) groups.push({ ...place, key: within, needed: 1, groupKey: key });
    members.forEach((item, at) => groupOf.set(item.key, at === 0 ? within : key));
  });
  const grouped = items.map((item) => {
    const groupKey = groupOf.get(item.key);
    return groupKey === undefined ? item : { ...item, groupKey };
  });
  return { items: grouped, groups };
}

/** Any model file that the rules accept. */
export const modelFiles: fc.Arbitrary<ModelFile> = structures.chain((structure) => {
  const levelKeys = structure.levels.map((level) => level.key);
  const levelText = fc.record({ levelKey: fc.constantFrom(...levelKeys), text });
  return keys(0, 3)
    .chain((all) =>
      fc.tuple(
        ...all.map((one) =>
          fc.record({ key: fc.constant(one), name, levels: fc.subarray(levelKeys, { minLength: 1 }) }),
        ),
      ),
    )
    .chain((tracks) =>
      fc.record({
        structure: fc.constant(structure),
        profession: fc.record({ slug: key, name, nameEn: name }),
        version: fc
          .record({
            number: fc.integer({ min: 1, max: 99 }),
            intro: text,
            levelIntros: fc.uniqueArray(levelText, { selector: (intro) => intro.levelKey, maxLength: 4 }),
            tracks: fc.constant(tracks),
            items: keys(0, 12).chain((all) => fc.tuple(...all.map((one) => items(structure, tracks, one)))),
            onward: fc.array(levelText, { maxLength: 4 }),
            choices: fc.array(fc.nat({ max: 5 }), { maxLength: 6 }),
          })
          .map(({ choices, ...version }) => ({ ...version, ...inGroups(version.items, choices) })),
      }),
    );
});
