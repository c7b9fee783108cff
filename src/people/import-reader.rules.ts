/** Reads the cells of one row of a file that people bring in, gathering what is wrong as it goes (INT-1, INT-4). */
import type { Reason, Result } from "../shared/result.ts";
import type { Places } from "./import-columns.rules.ts";
import type { ImportRow } from "./import-fields.rules.ts";
import { holdsIdentityNumber } from "./import-identity-number.rules.ts";
import { readText, type TextProblem } from "./import-values.rules.ts";

/** What can be wrong with a cell whatever it holds. The value of a personnummer is never repeated. */
export type CellProblem = TextProblem | "missing" | "personal-identity-number";

export class RowReader<Field extends string, Problem extends string> {
  readonly reasons: Reason<Problem | CellProblem>[] = [];
  readonly #places: Places<Field>;
  readonly #limits: Readonly<Record<Field, number>>;
  readonly #row: ImportRow;

  /** `limits`: the most characters that each field may have. */
  constructor(places: Places<Field>, limits: Readonly<Record<Field, number>>, row: ImportRow) {
    this.#places = places;
    this.#limits = limits;
    this.#row = row;
  }

  /** The text of a field; empty when it has no column, or no text that can be used (then with the reason). */
  text(field: Field): string {
    const cell = this.cell(field);
    return cell === "" ? "" : (this.taken(field, readText(cell, this.#limits[field])) ?? "");
  }

  /** The cell of a field as it stands; empty when it has no column, or holds a personnummer (then with the reason). */
  cell(field: Field): string {
    const place = this.#places.get(field);
    const cell = place === undefined ? "" : (this.#row.cells[place.at] ?? "");
    if (!holdsIdentityNumber(cell)) return cell;
    this.refuse(field, "personal-identity-number");
    return "";
  }

  /** The text of a field that must have one. */
  required(field: Field): string {
    const before = this.reasons.length;
    const text = this.text(field);
    if (text === "" && this.reasons.length === before) this.refuse(field, "missing");
    return text;
  }

  /** What `read` makes of a field's text; null when there is no text or no sense in it. */
  value<Value>(field: Field, read: (text: string) => Result<Value, Problem | CellProblem>): Value | null {
    const text = this.text(field);
    return text === "" ? null : this.taken(field, read(text));
  }

  has(field: Field): boolean {
    return this.#places.has(field);
  }

  refuse(
    field: Field,
    code: Problem | CellProblem,
    data: Readonly<Record<string, string | number>> = {},
  ): void {
    this.reasons.push({ code, field, data: { ...this.where(field), ...data } });
  }

  protected taken<Value>(field: Field, result: Result<Value, Problem | CellProblem>): Value | null {
    if (result.ok) return result.value;
    for (const { code, data } of result.reasons) this.refuse(field, code, data);
    return null;
  }

  protected where(field: Field): { line: number; column: string } {
    return { line: this.#row.line, column: this.#places.get(field)?.header ?? field };
  }
}
