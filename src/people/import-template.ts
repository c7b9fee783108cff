/** A staff file to begin from (INT-1): the headings that are recognised, and two rows to replace. */
import { unitTree } from "../organisation/store.ts";
import type { Work } from "../platform/database/work.ts";
import { isTableFileFormat, tableFile, type TableFile } from "../platform/tabular/write.ts";
import { addMonths } from "../shared/local-date.ts";
import { NotFound } from "../shared/result.ts";
import { mayImportStaff } from "./access.ts";

const HEADER = [
  "Anställningsnummer",
  "Personnyckel",
  "Förnamn",
  "Efternamn",
  "E-post",
  "Enhetskod",
  "Chefens anställningsnummer",
  "Titel",
  "Anställningsform",
  "Sysselsättningsgrad",
  "Anställd från",
  "Anställd till",
  "Huvudanställning",
  "Frånvaro från",
  "Frånvaro till",
  "Skyddad identitet",
];

/** A column that no field has: it says what the rows are, and is not read when the file comes back. */
const MARK_HEADER = "Anmärkning";

/** The template in a format, with codes of the organisation's own units in its two rows. `mark` stands in a column of its own. */
export async function staffTemplate(
  work: Work,
  format: string,
  words: { readonly sheet: string; readonly mark: string | null },
): Promise<TableFile> {
  if (!mayImportStaff(work.actor) || !isTableFileFormat(format)) throw new NotFound("template");
  const codes = (await unitTree(work, work.today)).flatMap(({ code }) => (code === null ? [] : [code]));
  const [first = "100", second = first] = codes.toReversed();
  const begun = `${addMonths(work.today, -24).slice(0, 8)}01`;
  const rows = [
    [
      "10001",
      "P1",
      "Karin",
      "Exempel",
      "karin.exempel@example.se",
      first,
      "",
      "Enhetschef",
      "Tillsvidare",
      "100",
      begun,
      "",
      "J",
      "",
      "",
      "N",
    ],
    [
      "10002",
      "P2",
      "Anders",
      "Exempel",
      "anders.exempel@example.se",
      second,
      "10001",
      "Arbetsterapeut",
      "Tillsvidare",
      "75",
      begun,
      "",
      "J",
      "",
      "",
      "N",
    ],
  ];
  const { mark } = words;
  const header = mark === null ? HEADER : [...HEADER, MARK_HEADER];
  const marked = mark === null ? rows : rows.map((row) => [...row, mark]);
  return tableFile(format, words.sheet, header, marked);
}
