/** A talk as a PDF, for those who may read it (TLK-1): the person's own address, and the others'. */
import { fileAnswer } from "../../platform/http/file-answer.ts";
import type { Loading } from "../../platform/http/page.ts";
import { makePdf } from "../../platform/pdf/make-pdf.ts";
import { NotFound } from "../../shared/result.ts";
import { talkDocument } from "../talk-document.ts";
import { viewTalk } from "../view-talk.ts";
import { addressOf } from "./acting.ts";
import type { Whose } from "./places.ts";

/** Throws NotFound for whoever has no seat at it, and while nothing has been put to the two. */
export async function talkFile(
  page: Pick<Loading, "work" | "params" | "language">,
  whose: Whose,
): Promise<Response> {
  const { work, language } = page;
  const view = await viewTalk(work, addressOf(whose, page));
  const made = talkDocument(view, { language, organisation: work.tenant.name });
  if (!made) throw new NotFound("talk's record");
  return fileAnswer({ name: `${made.name}.pdf`, type: "pdf", bytes: makePdf(made.document, work.now) });
}
