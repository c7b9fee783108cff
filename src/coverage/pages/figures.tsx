/** How coverage is shown wherever it stands: a figure with its bar, or the word that it is not shown; and how it was counted. */
import { useMessages, type Messages } from "../../messages/messages.ts";
import { CoverageBar } from "../../ui/course-chart.tsx";
import { Suppressed } from "../../ui/notices.tsx";
import { Section } from "../../ui/shell.tsx";
import type { Counting } from "../../people/counted.store.ts";
import type { Figure } from "../rules.ts";

/** What a page says about its figures: how they were counted, k, and the threshold in per cent. */
type Counted = Counting & { readonly k: number; readonly threshold: number };

/** `threshold`, in per cent, is a mark on the bar. */
export function FigureText({ figure, k, threshold }: { figure: Figure; k: number; threshold?: number }) {
  const t = useMessages().coverage;
  if (figure.showing === "none") return <span className="muted">{t.nobody}</span>;
  if (figure.showing === "hidden") return <HiddenWord k={k} />;
  return (
    <CoverageBar
      share={figure.percent / 100}
      threshold={threshold === undefined ? undefined : threshold / 100}
    >
      {t.figure(figure.placed, figure.employed, figure.percent)}
    </CoverageBar>
  );
}

export function HiddenWord({ k }: { k: number }) {
  const t = useMessages().coverage;
  return <Suppressed word={t.hidden} explanation={t.hiddenWhy(k)} />;
}

export function HowCounted({ counted }: { counted: Counted }) {
  const t = useMessages().coverage;
  return (
    <Section title={t.how} id="counted">
      <p>{t.formula}</p>
      <p>{t.counted(counted)}</p>
      <p>{t.small(counted)}</p>
      <p>{t.threshold(counted.threshold)}</p>
    </Section>
  );
}

type Chosen = {
  readonly unitId?: string | null | undefined;
  readonly day: string;
  readonly frozen: boolean;
  readonly today: string;
};

/** The end of an address that asks for this unit and moment; today and the whole need not be said. */
export function choiceQuery({ unitId, day, frozen, today }: Chosen): string {
  const query = new URLSearchParams();
  if (unitId) query.set("unit", unitId);
  if (frozen) query.set("measurement", day);
  else if (day !== today) query.set("day", day);
  return query.size === 0 ? "" : `?${query.toString()}`;
}

/** What an address asks for; whoever wrote it by hand may have written anything. */
export function askedOf(url: URL): { unitId: string; day: string; frozen: boolean } {
  const measurement = url.searchParams.get("measurement") ?? "";
  const frozen = measurement !== "";
  return {
    unitId: url.searchParams.get("unit") ?? "",
    day: frozen ? measurement : (url.searchParams.get("day") ?? ""),
    frozen,
  };
}

/** The cells of a file for one figure: employed, placed and per cent; the word three times where it is not shown. */
export function figureCells(figure: Figure, t: Messages["coverage"]): string[] {
  if (figure.showing === "hidden") return [t.hidden, t.hidden, t.hidden];
  if (figure.showing === "none") return ["0", "0", ""];
  return [String(figure.employed), String(figure.placed), String(figure.percent)];
}
