/** The course of a model over time, drawn and as a table. */
import { useMessages, type Messages } from "../../messages/messages.ts";
import { CourseChart, CourseTable, type CoursePoint } from "../../ui/course-chart.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Section } from "../../ui/shell.tsx";
import type { Point } from "../rules.ts";
import type { ModelCoverageView } from "../view-model-coverage.ts";
import { HiddenWord } from "./figures.tsx";

const drawn = ({ day, frozen, figure }: Point): CoursePoint =>
  figure.showing === "shown"
    ? { day, frozen, share: figure.percent / 100, placed: figure.placed, employed: figure.employed }
    : { day, frozen, share: null };

export function Course({ view, name }: { view: ModelCoverageView; name: string }) {
  const { coverage } = useMessages();
  const t = coverage.detail;
  const empty = <EmptyState title={t.noCourse}>{t.noCourseText}</EmptyState>;
  const points = view.points.map(drawn);
  const percent = (share: number) => coverage.percent(Math.round(share * 100));
  if (!points.some((point) => point.frozen))
    return (
      <Section title={t.course} id="course">
        {empty}
      </Section>
    );
  return (
    <Section title={t.course} id="course">
      <CourseChart
        id="course-chart"
        points={points}
        threshold={view.threshold / 100}
        introduced={view.standing?.introducedOn}
        words={{
          title: t.chart(name, view.unit?.name ?? view.organisation),
          description: description(view.points, t),
          threshold: t.thresholdName(view.threshold),
          fullyIntroduced: t.fullyIntroduced,
          suppressed: coverage.hidden,
          percent,
        }}
      />
      <CourseTable
        caption={t.courseCaption}
        points={points}
        headers={{
          day: coverage.day,
          placed: t.placed,
          employed: t.employed,
          share: coverage.coverage,
          kind: t.kind,
        }}
        kinds={{ frozen: t.frozen, live: t.live }}
        percent={percent}
        suppressed={<HiddenWord k={view.k} />}
        empty={empty}
      />
    </Section>
  );
}

/** What the chart says in a sentence, from the first figure that is shown to the last. */
function description(points: readonly Point[], t: Messages["coverage"]["detail"]): string {
  const shown = points.flatMap(({ day, figure }) => (figure.showing === "shown" ? [{ day, figure }] : []));
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last || first === last) return t.chartShort;
  return t.chartFrom(first.figure.percent, first.day, last.figure.percent, last.day);
}
