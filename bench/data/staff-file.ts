/** The staff as the files that an HR system exports: of the first day, and of a month later. */
import { HR_COLUMNS } from "../../demo/staff-file.ts";
import { csvText } from "../../src/platform/tabular/write.ts";
import { addDays, type LocalDate } from "../../src/shared/local-date.ts";
import { TEAM, type Size } from "../sizes.ts";
import { codeOf } from "./units.ts";
import { employee, managers, PROFESSIONS, scattered, type Employee } from "./staff.ts";

const FORMS = { permanent: "Tillsvidare", "fixed-term": "Visstid", hourly: "Timavlönad" } as const;

const lastDay = (to: LocalDate | null): string => (to === null ? "" : addDays(to, -1));

const cells = (each: Employee): string[] => [
  each.number,
  each.personKey,
  each.givenName,
  each.familyName,
  each.email,
  codeOf(each.unit),
  `Enhet ${codeOf(each.unit)}`,
  each.manager ?? "",
  each.title,
  FORMS[each.form],
  String(each.extent),
  each.from,
  lastDay(each.to),
  "J",
  each.leave?.from ?? "",
  each.leave ? lastDay(each.leave.to) : "",
];

/** Everybody on the first day. */
export function firstStaff(size: Size, day: LocalDate): Employee[] {
  return Array.from({ length: size.rows }, (_, index) => employee(index, size, day));
}

/**
 * A month later, of every hundred: one has left, one has joined, one has moved to the unit beside and one has another title.
 * Managers stay.
 */
export function laterStaff(size: Size, day: LocalDate): Employee[] {
  const first = firstStaff(size, day);
  const stays = managers(size);
  const later = first.flatMap((each): Employee[] => {
    const fate = stays.has(each.index) ? 99 : scattered(each.index, 20, 100);
    if (fate === 0) return [];
    if (fate === 1) return [moved(each, first, size)];
    if (fate === 2) return [retitled(each, size)];
    return [each];
  });
  const joining = Math.round(size.rows / 100);
  for (let at = 0; at < joining; at += 1)
    later.push({ ...employee(size.rows + at, size, day), from: addDays(day, 10), to: null, leave: null });
  return later;
}

/** Now beside somebody else, under that one's manager. Nobody so late in the row manages anything. */
function moved(each: Employee, all: readonly Employee[], size: Size): Employee {
  const first = size.units + TEAM;
  const beside = all[first + scattered(each.index, 21, all.length - first)] ?? each;
  return { ...each, unit: beside.unit, manager: beside.manager };
}

function retitled(each: Employee, size: Size): Employee {
  const profession = ((each.profession ?? 0) + 1) % size.models;
  return { ...each, profession, title: PROFESSIONS[profession] ?? "" };
}

export const staffFile = (staff: readonly Employee[]): Buffer =>
  Buffer.from(csvText(HR_COLUMNS, staff.map(cells)));
