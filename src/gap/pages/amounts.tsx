/** How a requirement and what it takes are shown: in tables, and in files. */
import type { ReactNode } from "react";
import { useMessages, type Messages } from "../../messages/messages.ts";
import type { Column } from "../../ui/data-table.tsx";
import type { Amounts } from "../debt-figures.rules.ts";
import type { NamedAsk } from "../view-debt.ts";

type Words = Messages["gap"];
type Language = "sv" | "en";

const numberText = (value: number, language: Language): string =>
  value.toLocaleString(language === "sv" ? "sv-SE" : "en-GB", { maximumFractionDigits: 1 });

/** A requirement in its own words, or a group with its members. */
export function AskText({ ask }: { ask: NamedAsk }) {
  const t = useMessages().gap.amounts;
  if (ask.needed === null) return <>{ask.texts[0]}</>;
  return (
    <>
      {t.group(ask.needed, ask.texts.length)}:
      <ul>
        {ask.texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

/** The same with where it is asked under it: what names a row. */
export function AskCell({ ask, children }: { ask: NamedAsk; children?: ReactNode }) {
  const t = useMessages().gap.amounts;
  return (
    <>
      <AskText ask={ask} />
      <span className="item-note muted">
        {t.at(ask.level, ask.track)} {children}
      </span>
    </>
  );
}

/** Columns of what it takes, each only where somebody has said it of a row. */
export function amountColumns<Row>(
  rows: readonly Row[],
  of: (row: Row) => Amounts | null,
  t: Words,
  language: Language,
): Column<Row>[] {
  const said = (["hours", "credits", "cost", "years"] as const).filter((key) =>
    rows.some((row) => (of(row)?.[key] ?? null) !== null),
  );
  return said.map((key) => ({
    key,
    header: t.amounts[key],
    numeric: true,
    cell: (row) => {
      const value = of(row)?.[key] ?? null;
      return value === null
        ? null
        : key === "cost"
          ? t.amounts.kronor(numberText(value, language))
          : numberText(value, language);
    },
  }));
}

export const askWords = ({ needed, texts }: NamedAsk, t: Words): string =>
  needed === null ? (texts[0] ?? "") : `${t.amounts.group(needed, texts.length)}: ${texts.join("; ")}`;

/** A number in a file: with a comma in Swedish, and nothing where nobody knows. */
const cell = (value: number | null, language: Language): string =>
  value === null ? "" : language === "sv" ? String(value).replace(".", ",") : String(value);

export const amountCells = ({ hours, credits, cost, years }: Amounts, language: Language): string[] =>
  [hours, credits, cost, years].map((value) => cell(value, language));

/** In words what all that shows takes together, and how long the longest of it: nothing where nobody has said. */
export function totalWords(all: readonly Amounts[], t: Words, language: Language): string {
  const values = (of: "hours" | "credits" | "cost" | "years") => all.flatMap((each) => each[of] ?? []);
  const sum = (of: "hours" | "credits" | "cost", say: (text: string) => string): string[] => {
    const known = values(of);
    return known.length === 0
      ? []
      : [
          say(
            numberText(
              known.reduce((a, b) => a + b, 0),
              language,
            ),
          ),
        ];
  };
  const years = values("years");
  return [
    ...sum("hours", t.amounts.hoursSaid),
    ...sum("credits", t.amounts.creditsSaid),
    ...sum("cost", t.amounts.kronor),
    ...(years.length === 0 ? [] : [t.amounts.yearsSaid(numberText(Math.max(...years), language))]),
  ].join(", ");
}

/** Under each table of figures: what they mean and when they show. */
export function HowCounted({ k }: { k: number }) {
  const t = useMessages().gap.amounts;
  return (
    <>
      <p>{t.rates}</p>
      <p>{t.rule(k)}</p>
    </>
  );
}
