import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ImportRow, Mapping, RowContext } from "../../src/people/import-fields.rules.ts";
import { readRows, type RowsRead } from "./staff-file.ts";

const header = [
  "Nr",
  "Person",
  "Förnamn",
  "Efternamn",
  "E-post",
  "Enhet",
  "Chef",
  "Grad",
  "Från",
  "Till",
  "Huvud",
  "Skydd",
];
const mapping: Mapping = {
  columns: {
    employmentNumber: "Nr",
    personKey: "Person",
    givenName: "Förnamn",
    familyName: "Efternamn",
    email: "E-post",
    unitCode: "Enhet",
    managerNumber: "Chef",
    extent: "Grad",
    from: "Från",
    to: "Till",
    main: "Huvud",
    protectedIdentity: "Skydd",
  },
  dropped: [],
  key: { by: "employment-number" },
};
type Cells = Partial<
  Record<
    | "Nr"
    | "Person"
    | "Förnamn"
    | "Efternamn"
    | "E-post"
    | "Chef"
    | "Grad"
    | "Från"
    | "Till"
    | "Huvud"
    | "Skydd",
    string
  >
>;

const rowOf = (cells: Cells, index: number): ImportRow => {
  const base: Record<string, string> = {
    Nr: String(1001 + index),
    Förnamn: "Åsa",
    Efternamn: `Ek${index}`,
    Enhet: "310",
    Grad: "100",
    Från: "2020-01-01",
    ...cells,
  };
  return { line: index + 2, cells: header.map((name) => base[name] ?? "") };
};
const context: RowContext = {
  today: "2026-11-22",
  keyedHash: (text) => `#${text.length}`,
  extentScale: "percent",
};
const file = (...rows: Cells[]): RowsRead => readRows(mapping, header, rows.map(rowOf), context);
/** What is wrong, as `line: code otherLine`. */
const wrong = ({ unreadable }: RowsRead): string[] =>
  unreadable.flatMap(({ line, reasons }) =>
    reasons.map(({ code, data }) => `${line}: ${code} ${data?.["otherLine"] ?? ""}`.trim()),
  );

describe("INT-1 rows held against each other", () => {
  test("a number twice: every such row is unreadable and names another; also beside a row that is unreadable anyway", () => {
    expect(wrong(file({ Nr: "1" }, {}, { Nr: "1" }, { Nr: "1" }))).toEqual([
      "2: duplicate-key 4",
      "4: duplicate-key 2",
      "5: duplicate-key 2",
    ]);
    expect(wrong(file({ Nr: "1" }, { Nr: "1", Från: "x" }))).toEqual([
      "2: duplicate-key 3",
      "3: bad-day",
      "3: duplicate-key 2",
    ]);
  });

  test("what the table reader found stands first, and what follows from it is not said twice", () => {
    const broken: ImportRow = {
      ...rowOf({ Efternamn: "" }, 0),
      problems: [{ code: "nul-character", data: { line: 2, column: "Efternamn" } }],
    };
    expect(readRows(mapping, header, [broken], context)).toEqual({
      rows: [],
      unreadable: [{ line: 2, number: "1001", name: "Åsa", reasons: broken.problems }],
    });
  });

  test("an unreadable row is known by number and name, so that it can be left out by name and is no leaver", () => {
    expect(file({ Från: "x" }).unreadable).toMatchObject([{ line: 2, number: "1001", name: "Åsa Ek0" }]);
    expect(file({ Från: "x", Nr: "900101-9802", Förnamn: "900101-9802" }).unreadable).toMatchObject([
      { number: null, name: "Ek0" },
    ]);
  });
});

describe("ORG-3 several employments of one person", () => {
  const groups = (...rows: Cells[]): string[] => file(...rows).rows.map(({ personGroup }) => personGroup);
  const asa = { Förnamn: "Åsa", Efternamn: "Öhrn", "E-post": "asa@exempelby.se" };

  test("belong together by person key", () => {
    const [a, b] = groups({ ...asa, Person: "P1" }, { ...asa, Person: "P1", "E-post": "" });
    expect(a).toBe(b);
  });

  test("without a person key by e-mail and name together, in any case of letters", () => {
    const [a, b] = groups(asa, { ...asa, Efternamn: "ÖHRN", "E-post": "ASA@exempelby.se" });
    expect(a).toBe(b);
  });

  test.each<[string, Cells, Cells]>([
    ["name alone", { ...asa, "E-post": "" }, { ...asa, "E-post": "" }],
    ["e-mail alone", asa, { ...asa, Förnamn: "Bo" }],
    ["different person keys", { ...asa, Person: "P1" }, { ...asa, Person: "P2" }],
  ])("not by %s", (_, one, other) => {
    const [a, b] = groups(one, other);
    expect(a).not.toBe(b);
  });

  test("an address that two people share is noted on both", () => {
    const { rows, unreadable } = file(asa, { ...asa, Förnamn: "Bo" }, {});
    expect(unreadable).toEqual([]);
    expect(rows.map(({ notes }) => notes.map(({ code, data }) => `${code} ${data?.["otherLine"]}`))).toEqual([
      ["shared-email 3"],
      ["shared-email 2"],
      [],
    ]);
  });

  test("one person key with two names is refused on every row of it", () => {
    const rows = [
      { ...asa, Person: "P1" },
      { ...asa, Person: "P1" },
      { Person: "P1", Efternamn: "Ek" },
    ];
    expect(wrong(file(...rows))).toEqual([
      "2: person-differs 4",
      "3: person-differs 4",
      "4: person-differs 2",
    ]);
  });

  const p1 = { ...asa, Person: "P1" };
  test("two main employments at once are refused; one after the other are not", () => {
    const [first, then] = [
      { ...p1, Huvud: "J", Till: "2024-12-31" },
      { ...p1, Huvud: "J", Från: "2025-01-01" },
    ];
    expect(wrong(file(first, then))).toEqual([]);
    expect(wrong(file({ ...first, Till: "2025-01-01" }, then))).toEqual([
      "2: several-main 3",
      "3: several-main 2",
    ]);
    expect(
      wrong(file({ ...p1, Huvud: "J" }, first, { ...then, Från: "2026-01-01" })).map((text) =>
        text.slice(0, 15),
      ),
    ).toEqual(["2: several-main", "3: several-main", "4: several-main"]);
  });

  test("the main one is as marked; unmarked, the greatest extent, then the first to begin, then the lowest number", () => {
    const mains = (...rows: Cells[]): boolean[] => file(...rows).rows.map(({ main }) => main);
    expect(mains({ ...p1, Grad: "40", Huvud: "J" }, { ...p1, Grad: "60", Huvud: "N" })).toEqual([
      true,
      false,
    ]);
    expect(mains({ ...p1, Grad: "40" }, { ...p1, Grad: "60" })).toEqual([false, true]);
    expect(mains({ ...p1, Grad: "50" }, { ...p1, Grad: "50", Från: "2019-01-01" })).toEqual([false, true]);
    expect(mains({ ...p1, Grad: "50", Nr: "9" }, { ...p1, Grad: "50", Nr: "8" })).toEqual([false, true]);
    expect(mains({}, {})).toEqual([true, true]);
  });

  test("ORG-7 a mark of protection on one row protects the person on all", () => {
    expect(
      file({ ...p1, Skydd: "J" }, p1, {}).rows.map(({ protectedIdentity }) => protectedIdentity),
    ).toEqual([true, true, false]);
  });
});

describe("ORG-4 a cycle in reporting lines is refused", () => {
  test.each<[string, Cells[], string[]]>([
    [
      "two of each other",
      [
        { Nr: "1", Chef: "2" },
        { Nr: "2", Chef: "1" },
      ],
      ["2: manager-cycle 3", "3: manager-cycle 2"],
    ],
    [
      "through a third, and not who merely reports into it",
      [
        { Nr: "1", Chef: "2" },
        { Nr: "2", Chef: "3" },
        { Nr: "3", Chef: "1" },
        { Nr: "4", Chef: "1" },
      ],
      ["2: manager-cycle 3", "3: manager-cycle 4", "4: manager-cycle 2"],
    ],
    [
      "the unit's manager in their own list",
      [
        { Nr: "1", Chef: "1" },
        { Nr: "2", Chef: "1" },
      ],
      [],
    ],
    ["a chain", [{ Nr: "1", Chef: "2" }, { Nr: "2", Chef: "3" }, { Nr: "3" }], []],
    [
      "a manager who ended yesterday",
      [
        { Nr: "1", Chef: "2", Till: "2026-11-21" },
        { Nr: "2", Chef: "1" },
      ],
      [],
    ],
    [
      "a manager whose last day it is",
      [
        { Nr: "1", Chef: "2", Till: "2026-11-22" },
        { Nr: "2", Chef: "1" },
      ],
      ["2: manager-cycle 3", "3: manager-cycle 2"],
    ],
  ])("%s", (_, rows, reasons) => {
    expect(wrong(file(...rows))).toEqual(reasons);
  });
});

test("INT-1 60,000 rows are held against each other in a few seconds, however they hang together", () => {
  const started = performance.now();
  const rows = Array.from({ length: 60_000 }, (_, index) =>
    rowOf({ Person: "P1", Efternamn: "Ek", Huvud: "J", Chef: String(1000 + index) }, index),
  );
  const { unreadable } = readRows(mapping, header, rows, context);
  expect(unreadable).toHaveLength(60_000);
  expect(performance.now() - started).toBeLessThan(5000);
});

test("INT-1 whatever stands in the cells, each row is read or refused, once, and the order of the rows does not matter", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom("", "1", "2", "J", "100", "0,5", "2024-01-01", "9999-12-31", "a@b.se", "900101-9802"),
  );
  const cells = fc.record(
    Object.fromEntries(header.map((name) => [name, cell])) as Record<keyof Cells, typeof cell>,
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 8 }), (rows) => {
      const sources = rows.map(rowOf);
      const read = (all: readonly ImportRow[]) => {
        const { rows, unreadable } = readRows(mapping, header, all, context);
        return {
          rows: rows.toSorted((a, b) => a.line - b.line).map((row) => ({ ...row, notes: [] })),
          lines: unreadable.map(({ line }) => line).toSorted((a, b) => a - b),
        };
      };
      const forward = read(sources);
      expect([...forward.rows.map(({ line }) => line), ...forward.lines].toSorted((a, b) => a - b)).toEqual(
        sources.map(({ line }) => line),
      );
      expect(read(sources.toReversed())).toEqual(forward);
    }),
  );
});
