/** What is worth another look in a draft before it is adopted, for those who write it. */
import { useMessages } from "../../messages/messages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/shell.tsx";
import { MODEL_LANGUAGE, type Content } from "../../career-model/parts/model-text.tsx";
import type { QualityPoint } from "../../career-model/quality.rules.ts";

/** More than this at once helps nobody: what has been mended makes room for the rest. */
const MOST = 50;

export function Quality({ points, content }: { points: readonly QualityPoint[]; content: Content }) {
  const t = useMessages().careerModel.quality;
  const { levels, headings } = content.structure;
  const place = (point: QualityPoint): string => {
    const { levelKey, headingKey } = "item" in point ? point.item : point.place;
    const level = levels.find((each) => each.key === levelKey)?.name ?? "";
    return `${level}: ${headings.find((each) => each.key === headingKey)?.name ?? ""}`;
  };
  const what = (point: QualityPoint): string =>
    point.code === "vague" ? t.vague(point.word) : t.points[point.code];
  if (points.length === 0)
    return (
      <Section title={t.title} id="quality">
        <p>{t.nothing}</p>
      </Section>
    );
  return (
    <Section title={t.title} id="quality">
      <p>{t.lead}</p>
      {points.length > MOST && <p>{t.more(MOST, points.length)}</p>}
      <DataTable
        caption={t.title}
        captionHidden
        even
        rows={points.slice(0, MOST)}
        rowKey={(point) => `${point.code} ${"item" in point ? point.item.key : place(point)}`}
        empty={null}
        columns={[
          {
            key: "place",
            header: t.place,
            rowHeader: true,
            cell: (point) => <span lang={MODEL_LANGUAGE}>{place(point)}</span>,
          },
          {
            key: "text",
            header: t.text,
            cell: (point) => "item" in point && <span lang={MODEL_LANGUAGE}>{point.item.text}</span>,
          },
          { key: "what", header: t.what, cell: what },
        ]}
      />
    </Section>
  );
}
