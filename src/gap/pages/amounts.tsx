/** How a requirement and what it takes are shown: in tables, and in files. */
import { useMessages, type Messages } from "../../messages/messages.ts";
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

export const askWords = ({ needed, texts }: NamedAsk, t: Words): string =>
  needed === null ? (texts[0] ?? "") : `${t.amounts.group(needed, texts.length)}: ${texts.join("; ")}`;

/** Hours, credits or years as text; nothing where nobody has said. */
export const amountText = (value: number | null, language: Language): string =>
  value === null ? "" : numberText(value, language);

export const costText = (value: number | null, t: Words, language: Language): string =>
  value === null ? "" : t.amounts.kronor(numberText(value, language));

/** A number in a file: with a comma in Swedish, and nothing where nobody knows. */
const cell = (value: number | null, language: Language): string =>
  value === null ? "" : language === "sv" ? String(value).replace(".", ",") : String(value);

export const amountCells = ({ hours, credits, cost, years }: Amounts, language: Language): string[] =>
  [hours, credits, cost, years].map((value) => cell(value, language));

/** The sum of what shows and is known; null where nothing is. */
export function totalOf(all: readonly Amounts[]): Pick<Amounts, "hours" | "credits" | "cost"> {
  const known = (of: "hours" | "credits" | "cost"): number | null => {
    const values = all.flatMap((each) => each[of] ?? []);
    return values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0);
  };
  return { hours: known("hours"), credits: known("credits"), cost: known("cost") };
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
