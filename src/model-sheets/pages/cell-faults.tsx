/** Cells of a spreadsheet that can't be understood, each with why, for whoever has it open beside the page. */
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import type { Reason } from "../../shared/result.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Muted, Section } from "../../ui/shell.tsx";

const MOST_SHOWN = 50;

/** `faults` carry `data.cell`, such as C7; those without one are about the sheet as a whole. */
export function CellFaults(props: { id: string; sheet?: string; faults: readonly Reason[] }) {
  const { careerModel, modelImport: t } = useMessages();
  const words = { ...careerModel.fileFaults, ...careerModel.reasons, ...t.reasons };
  return (
    <Section
      title={t.faults.title(props.faults.length)}
      id={props.id}
      lead={t.faults.lead(props.sheet ?? "")}
    >
      <DataTable
        caption={t.faults.title(props.faults.length)}
        captionHidden
        rows={props.faults.slice(0, MOST_SHOWN).map((reason, key) => ({ key, reason }))}
        rowKey={({ key }) => key}
        empty={null}
        columns={[
          {
            key: "cell",
            header: t.faults.cell,
            rowHeader: true,
            cell: ({ reason }) => String(reason.data?.["cell"] ?? "–"),
          },
          {
            key: "problem",
            header: t.faults.problem,
            cell: ({ reason }) =>
              spell([{ code: reason.code, data: reason.data ?? {} }], words).list[0]?.message,
          },
        ]}
      />
      {props.faults.length > MOST_SHOWN && <Muted>{t.faults.more(props.faults.length - MOST_SHOWN)}</Muted>}
    </Section>
  );
}
