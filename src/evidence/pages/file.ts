/** A file of a piece of evidence, for those who see the piece (ASM-2, PRV-1). */
import { load } from "../../platform/http/page.ts";
import { fileAnswer } from "../../platform/http/file-answer.ts";
import { viewFile } from "../keep-files.ts";

export const loader = load(async ({ work, params }) =>
  fileAnswer(
    await viewFile(work, {
      personId: params["personId"] ?? "",
      evidenceId: params["evidenceId"] ?? "",
      fileId: params["fileId"] ?? "",
    }),
  ),
);
