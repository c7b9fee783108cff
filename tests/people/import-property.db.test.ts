import fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import { importWorld } from "./import-world.ts";
import { row, type Row } from "./staff-file.ts";

const database = await testDatabase();

const day = fc.constantFrom("2019-01-01", "2020-06-15", "2026-11-22", "2026-11-25", "2027-03-01");
/** One of six employments of four people, as any file might have it. */
const employment = fc
  .record({
    number: fc.integer({ min: 1, max: 6 }),
    unit: fc.constantFrom("310", "311", "312"),
    title: fc.constantFrom("Arbetsterapeut", "Chef"),
    extent: fc.constantFrom("50", "100"),
    from: day,
    to: fc.option(fc.constantFrom("2026-10-31", "2026-11-24", "2027-12-31"), { nil: undefined }),
    leave: fc.option(fc.tuple(day, fc.constantFrom("", "2027-06-30")), { nil: undefined }),
    family: fc.constantFrom("Ek", "Lind"),
  })
  .filter(({ from, to }) => to === undefined || from <= to);

/** A file has each employment once, each person under one name. */
const file = fc
  .uniqueArray(employment, { selector: ({ number }) => number, maxLength: 6 })
  .map((all) => {
    const families = new Map<number, string>();
    return all.map(({ number, unit, title, extent, from, to, leave, family }): Row => {
      const person = number % 4;
      families.set(person, families.get(person) ?? family);
      return row(String(number), `Kim ${families.get(person)}`, {
        Personnyckel: `P${person}`,
        "Org.kod": unit,
        Befattning: title,
        Syssgrad: extent,
        Från: from,
        Till: to ?? "",
        "Frånvaro från": leave?.[0] ?? "",
        "Frånvaro till": leave?.[1] ?? "",
      });
    });
  })
  .filter((rows) => rows.length > 0);

const DAYS = ["2026-11-22", "2026-11-22", "2026-11-25", "2026-12-01"];
const isOpen = (till: string, today: string): boolean => till === "" || till >= today;

test(
  "INT-1 ORG-3 whatever files follow on each other, the staff is what the last one says, and that one once more writes nothing",
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 2, maxLength: 4 }), async (files) => {
        const w = await importWorld(database);
        for (const [at, rows] of files.entries()) {
          const today = DAYS[at] ?? "";
          w.on(today);
          await w.brings(rows);
          const open = (await w.periods()).filter((line) => line.endsWith("–") || line.slice(-10) > today);
          const latest = new Map(open.map((line) => [line.split(":")[0], line]));
          const wanted = rows.filter((each) => isOpen(each["Till"] ?? "", today));
          expect(new Set(latest.keys())).toEqual(new Set(wanted.map((each) => each["Anst.nr"])));
          for (const each of wanted)
            expect(latest.get(each["Anst.nr"])).toContain(
              `${each["Anst.nr"]}: ${each["Org.kod"]} ${each["Befattning"]} ${each["Syssgrad"]} `,
            );
          const before = await w.mark();
          expect(await w.brings(rows)).toMatchObject({ same: rows.length, leavers: 0, managers: 0 });
          expect(await w.mark()).toBe(before);
        }
      }),
      { numRuns: 12 },
    );
  },
);
