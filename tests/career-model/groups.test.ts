/** Requirements that are met together: when a group holds together, and how groups are laid out. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkGroups, groupsOf, itemsOf, linesOf, type Line } from "../../src/career-model/group.rules.ts";
import { readModelFile, writeModelFile } from "../../src/career-model/model-file.ts";
import { publicLayer } from "../../src/career-model/presentation.rules.ts";
import type { Item, RequirementGroup } from "../../src/career-model/rules.ts";
import { modelFiles, small } from "./model-file-examples.ts";

const place = { levelKey: "van", trackKey: null, headingKey: "krav" };
const item = (key: string, change: Partial<Item> = {}): Item => ({
  ...place,
  key,
  kind: "formal",
  mandatory: true,
  text: key,
  visibility: "public",
  ...change,
});
const group = (key: string, change: Partial<RequirementGroup> = {}): RequirementGroup => ({
  ...place,
  key,
  needed: 1,
  ...change,
});
const wrong = (groups: readonly RequirementGroup[], items: readonly Item[]): string[] =>
  checkGroups({ groups, items }).map(({ code, field }) => `${code} ${field}`);

describe("MOD-4: a group", () => {
  const merit = item("merit", { groupKey: "g" });
  const years = item("years", { groupKey: "g" });

  test("of two requirements, one of which is enough, holds together", () => {
    expect(wrong([group("g")], [merit, years])).toEqual([]);
  });

  test.each<[string, RequirementGroup[], Item[], string[]]>([
    ["that asks for as many as it has", [group("g", { needed: 2 })], [merit, years], []],
    [
      "that asks for one more than it has",
      [group("g", { needed: 3 })],
      [merit, years],
      ["group-never-met groups.0.needed"],
    ],
    ["that asks for none", [group("g", { needed: 0 })], [merit, years], ["group-never-met groups.0.needed"]],
    [
      "that asks for half a requirement",
      [group("g", { needed: 0.5 })],
      [merit, years],
      ["group-never-met groups.0.needed"],
    ],
    ["that is empty", [group("g", { needed: null })], [], ["group-never-met groups.0.needed"]],
    ["that is not there", [], [merit], ["unknown-group items.0.groupKey"]],
    [
      "at another level than its member",
      [group("g", { levelKey: "ny" })],
      [merit],
      ["group-elsewhere items.0.groupKey"],
    ],
    [
      "in a track that its member is not in",
      [group("g", { trackKey: "forskning" })],
      [merit],
      ["group-elsewhere items.0.groupKey"],
    ],
    [
      "of a duty",
      [group("g")],
      [{ ...merit, kind: "duty", mandatory: null }],
      ["group-of-other-kind items.0.groupKey"],
    ],
    [
      "with what is recommended beside what is mandatory",
      [group("g")],
      [merit, { ...years, mandatory: false }],
      ["group-mixed groups.0"],
    ],
    [
      "with what is internal beside what is public",
      [group("g")],
      [merit, { ...years, visibility: "internal" }],
      ["group-mixed groups.0"],
    ],
    [
      "that is a member of itself",
      [group("g", { groupKey: "g" })],
      [merit],
      ["group-circle groups.0.groupKey"],
    ],
    [
      "that is a member of itself by another",
      [group("g", { groupKey: "h" }), group("h", { groupKey: "g" })],
      [merit],
      ["group-circle groups.0.groupKey", "group-circle groups.1.groupKey"],
    ],
  ])("%s", (_, groups, items, expected) => {
    expect(wrong(groups, items)).toEqual(expected);
  });

  test("within a group counts as one member", () => {
    const inner = group("inner", { needed: null, groupKey: "g" });
    const items = [merit, item("a", { groupKey: "inner" }), item("b", { groupKey: "inner" })];
    expect(wrong([group("g", { needed: 2 }), inner], items)).toEqual([]);
    expect(wrong([group("g", { needed: 3 }), inner], items)).toEqual(["group-never-met groups.0.needed"]);
  });
});

describe("MOD-4: laid out", () => {
  const outline = (lines: readonly Line[]): unknown[] =>
    lines.map((line) => ("item" in line ? line.item.key : [line.group.key, ...outline(line.lines)]));

  test("a group stands where its first item does, with its members together", () => {
    const groups = [group("g"), group("inner", { groupKey: "g" })];
    const items = [
      item("a"),
      item("b", { groupKey: "inner" }),
      item("c"),
      item("d", { groupKey: "g" }),
      item("e", { groupKey: "inner" }),
    ];
    expect(outline(linesOf(items, groups))).toEqual(["a", ["g", ["inner", "b", "e"], "d"], "c"]);
  });

  test("nothing is lost in circles and in groups that are gone", () => {
    const groups = [group("g", { groupKey: "h" }), group("h", { groupKey: "g" })];
    const items = [item("a", { groupKey: "g" }), item("b", { groupKey: "gone" })];
    expect(outline(linesOf(items, groups))).toEqual(["a", "b"]);
  });

  test("every item and every group stands once", () => {
    fc.assert(
      fc.property(modelFiles, ({ version }) => {
        const lines = linesOf(version.items, version.groups);
        const keys = (parts: readonly { key: string }[]) => parts.map(({ key }) => key).toSorted();
        expect(keys(itemsOf(lines))).toEqual(keys(version.items));
        expect(keys(groupsOf(lines))).toEqual(keys(version.groups));
      }),
    );
  });

  test("MOD-14: a group of what is internal is not in the public layer, nor is a part of a group", () => {
    fc.assert(
      fc.property(modelFiles, (file) => {
        const { version } = publicLayer(file);
        expect(checkGroups(version)).toEqual([]);
        const shown = new Set(version.items.map((each) => each.groupKey));
        const whole = file.version.items.filter(
          (each) => each.groupKey !== undefined && shown.has(each.groupKey),
        );
        expect(whole.every((each) => each.visibility === "public")).toBe(true);
      }),
    );
  });
});

describe("MOD-4: in a file", () => {
  const withGroup = small.replace(
    "          - Du följer rutinerna.\n",
    `          - Du följer rutinerna.
          - krävs: 1
            av:
              - { text: Doktorsexamen, slag: examen, utbildningsnivå: forskarnivå }
              - krävs: alla
                av:
                  - { text: Tio års arbete, slag: erfarenhet, månader: 120 }
                  - { text: Intyg, slag: kurs, giltig: 24 }
`,
  );

  test("groups are read with their members, and keys of their own", () => {
    const read = readModelFile(withGroup);
    expect(read.ok && read.value.version.groups).toEqual([
      { key: "ny-grupp-doktorsexamen", levelKey: "ny", trackKey: null, headingKey: "krav", needed: 1 },
      {
        key: "ny-grupp-doktorsexamen-2",
        levelKey: "ny",
        trackKey: null,
        headingKey: "krav",
        needed: null,
        groupKey: "ny-grupp-doktorsexamen",
      },
    ]);
    const members = read.ok ? read.value.version.items.filter((each) => each.groupKey !== undefined) : [];
    expect(members.map((each) => `${each.text}: ${each.groupKey}`)).toEqual([
      "Doktorsexamen: ny-grupp-doktorsexamen",
      "Tio års arbete: ny-grupp-doktorsexamen-2",
      "Intyg: ny-grupp-doktorsexamen-2",
    ]);
  });

  test("MOD-7: how long a certificate is good for is read and written", () => {
    const read = readModelFile(withGroup);
    if (!read.ok) throw new Error("the file is not read");
    expect(read.value.version.items.find((each) => each.text === "Intyg")?.formal?.validMonths).toBe(24);
    expect(writeModelFile(read.value)).toContain("giltig: 24");
  });

  test.each([
    ["krävs: 3", "group-never-met modell.nivåer.ny.rubriker.krav.2.krävs"],
    ["krävs: många", "wrong-type modell.nivåer.ny.rubriker.krav.2.krävs"],
    ["krävs: 1\n            extra: ja", "unknown-field modell.nivåer.ny.rubriker.krav.2.extra"],
  ])("%s is refused where it stands", (written, expected) => {
    const read = readModelFile(withGroup.replace("krävs: 1", written));
    const told = read.ok ? [] : read.reasons.map(({ code, data }) => `${code} ${data?.["path"]}`);
    expect(told).toEqual([expected]);
  });
});
