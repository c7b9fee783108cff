/** The words of the product in Swedish, the source: one file for each feature. English is checked against it by its type. */
import { api } from "./api.ts";
import { assessment } from "./assessment.ts";
import { calibration } from "./calibration.ts";
import { careerModel } from "./career-model.ts";
import { catalogue } from "./catalogue.ts";
import { commandLine } from "./command-line.ts";
import { coverage } from "./coverage.ts";
import { desk } from "./desk.ts";
import { gap } from "./gap.ts";
import { evidence } from "./evidence.ts";
import { identity } from "./identity.ts";
import { item } from "./item.ts";
import { missing } from "./missing.ts";
import { modelEditor } from "./model-editor.ts";
import { modelImport } from "./model-import.ts";
import { notices } from "./notices.ts";
import { move } from "./move.ts";
import { placement } from "./placement.ts";
import { plan } from "./plan.ts";
import { organisation } from "./organisation.ts";
import { people } from "./people.ts";
import { privacy } from "./privacy.ts";
import { shell } from "./shell.ts";
import { tokens } from "./tokens.ts";
import { staffImport } from "./staff-import.ts";
import { supplement } from "./supplement.ts";
import { takeOver } from "./take-over.ts";
import { talk } from "./talk.ts";
import { unshown } from "./unshown.ts";

export const sv = {
  api,
  assessment,
  calibration,
  careerModel,
  catalogue,
  commandLine,
  coverage,
  desk,
  gap,
  evidence,
  identity,
  item,
  missing,
  modelEditor,
  modelImport,
  notices,
  organisation,
  people,
  move,
  placement,
  plan,
  privacy,
  shell,
  staffImport,
  supplement,
  tokens,
  takeOver,
  talk,
  unshown,
};

/** The same keys, and words that take the same facts; what the words say is each language's own. */
type Words<T> = T extends (...facts: infer Facts) => infer Said
  ? (...facts: Facts) => Words<Said>
  : T extends string
    ? string
    : { readonly [Key in keyof T]: Words<T[Key]> };

export type Messages = Words<typeof sv>;
