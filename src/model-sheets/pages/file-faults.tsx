/** What is wrong in a model file, place by place, for whoever has it open in a text editor beside the page. */
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import type { Reason } from "../../shared/result.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Muted, Section } from "../../ui/shell.tsx";

/** The id of the list, for the error summary to lead to. */
export const FILE_FAULTS = "faults";

/** More than this at once helps nobody: correcting the first often corrects others. */
const MOST_SHOWN = 50;

/** `faults` carry `data.line`, and `data.path` where they are past pure syntax. */
export function FileFaults({ file, faults }: { file: string; faults: readonly Reason[] }) {
  const t = useMessages().careerModel;
  const ordered = faults.toSorted((a, b) => Number(a.data?.["line"]) - Number(b.data?.["line"]));
  const rows = ordered.slice(0, MOST_SHOWN).map((reason, index) => ({
    key: index,
    line: String(reason.data?.["line"]),
    place: String(reason.data?.["path"] ?? ""),
    problem: spell([{ code: reason.code, data: reason.data ?? {} }], t.fileFaults).list[0]?.message,
  }));
  return (
    <Section title={t.add.faults(file)} id={FILE_FAULTS} lead={t.add.faultsLead}>
      <DataTable
        caption={t.add.faults(file)}
        captionHidden
        columns={[
          { key: "line", header: t.add.line, cell: (row) => row.line, numeric: true, rowHeader: true },
          { key: "problem", header: t.add.problem, cell: (row) => row.problem },
          { key: "place", header: t.add.place, cell: (row) => row.place && <code>{row.place}</code> },
        ]}
        rows={rows}
        rowKey={(row) => row.key}
        empty={null}
      />
      {faults.length > MOST_SHOWN && <Muted>{t.add.more(faults.length - MOST_SHOWN)}</Muted>}
    </Section>
  );
}
