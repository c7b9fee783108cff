/** Invented staff, the same for the same numbers: as rows of an HR system's file, and as the history that such files leave behind. */
import { addDays, type LocalDate } from "../../src/shared/local-date.ts";
import { TEAM, type Size } from "../sizes.ts";

const GIVEN =
  "Åsa Karin Jörgen Siv Ömer Lena Maja Erik Amira Johan Sofia Fatima Anders Elif Björn Ylva Ingrid Oskar Hanna Piotr".split(
    " ",
  );
const FAMILY =
  "Lindqvist Öhman Ek Åkerblom Yildiz Bergström Hassan Nyström Svensson Ahmadi Holm Österberg Johansson Nowak Sjögren Åberg Virtanen Karlsson Haddad Lundgren Ström Petrovic Wallin Ibrahim Eklund Björk Rahimi Ljung Andersson Öberg".split(
    " ",
  );

/** The professions that have models, in the order of the models; the rest of the staff has titles that name none. */
export const PROFESSIONS =
  "Arbetsterapeut Fysioterapeut Sjuksköterska Audionom Psykolog Logoped Dietist Kurator Barnmorska Undersköterska Läkare Tandläkare Tandhygienist Tandsköterska Apotekare Receptarie Röntgensjuksköterska Specialistsjuksköterska Distriktssköterska Sjukhusfysiker Optiker Ortopedingenjör Cytodiagnostiker Perfusionist Skolsköterska".split(
    " ",
  );
const OTHER_TITLES = ["Administratör", "Vaktmästare", "Kock", "Systemförvaltare"];

export type Employee = {
  /** From 0; the same person in each file. */
  readonly index: number;
  readonly number: string;
  readonly personKey: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  /** The unit's place in the tree, from 0. */
  readonly unit: number;
  readonly title: string;
  /** The title's place among the professions; null where it names none. */
  readonly profession: number | null;
  readonly form: "permanent" | "fixed-term" | "hourly";
  readonly extent: number;
  readonly from: LocalDate;
  /** The first day outside. */
  readonly to: LocalDate | null;
  readonly manager: string | null;
  readonly leave: { readonly from: LocalDate; readonly to: LocalDate | null } | null;
};

/** The unit above: each has ten below it, the first is the root. */
export const parentOf = (unit: number): number | null => (unit === 0 ? null : Math.floor((unit - 1) / 10));

/** Units that have others below them hold only their manager. */
const innerUnits = ({ units }: Size): number => Math.ceil((units - 1) / 10);

/** The unit with exactly `TEAM` people: the last. */
export const teamUnit = ({ units }: Size): number => units - 1;

/** Every number is 1 plus the index, so that the first in a unit can be named before they are made. */
const numberOf = (index: number): string => String(100_000 + index);

function unitOf(index: number, size: Size): number {
  const inner = innerUnits(size);
  if (index < inner) return index;
  if (index < inner + TEAM) return teamUnit(size);
  return inner + ((index - inner - TEAM) % (size.units - 1 - inner));
}

/** The index of the one who manages the unit: the first who stands in it. */
export function managerOf(unit: number, size: Size): number {
  const inner = innerUnits(size);
  if (unit < inner) return unit;
  return unit === teamUnit(size) ? inner : TEAM + unit;
}

/** A number that looks like chance and is the same each time. */
export function scattered(index: number, salt: number, below: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
}

/** A unit's people share a few professions; one in five has a title without a model. */
function professionOf(index: number, unit: number, size: Size): number | null {
  if (size.placedOfTen === 10) return 0;
  if (scattered(index, 1, 5) === 0) return null;
  return (unit * 7 + scattered(index, 2, 4) * 3) % size.models;
}

/** An employee of an organisation of this size, as of `day`. */
export function employee(index: number, size: Size, day: LocalDate): Employee {
  const unit = unitOf(index, size);
  const profession = professionOf(index, unit, size);
  const givenName = GIVEN[scattered(index, 3, GIVEN.length)] ?? "";
  const familyName = FAMILY[scattered(index, 4, FAMILY.length)] ?? "";
  const own = managerOf(unit, size);
  const above = parentOf(unit);
  const manager = own === index ? (above === null ? null : managerOf(above, size)) : own;
  const from = addDays(day, -1_900 - scattered(index, 5, 4_000));
  const mayBeHourly = size.placedOfTen < 10;
  const form =
    mayBeHourly && scattered(index, 6, 20) === 0
      ? "hourly"
      : scattered(index, 7, 10) === 0
        ? "fixed-term"
        : "permanent";
  return {
    index,
    number: numberOf(index),
    personKey: `P${numberOf(index)}`,
    givenName,
    familyName,
    email: `p${index}@example.se`,
    unit,
    title:
      (profession === null
        ? OTHER_TITLES[scattered(index, 8, OTHER_TITLES.length)]
        : PROFESSIONS[profession]) ?? "",
    profession,
    form,
    extent: form === "hourly" ? 0 : ([100, 100, 100, 80, 75][scattered(index, 9, 5)] ?? 100),
    from,
    to: form === "fixed-term" ? addDays(day, 400 + scattered(index, 10, 300)) : null,
    manager: manager === null ? null : numberOf(manager),
    leave: scattered(index, 11, 25) === 0 ? { from: addDays(day, -60), to: addDays(day, 90) } : null,
  };
}

export const managers = (size: Size): ReadonlySet<number> =>
  new Set(Array.from({ length: size.units }, (_, unit) => managerOf(unit, size)));
