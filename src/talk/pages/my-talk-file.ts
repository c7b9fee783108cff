/** One's own talk as a PDF. */
import { load } from "../../platform/http/page.ts";
import { talkFile } from "./talk-file.ts";

export const loader = load((page) => talkFile(page, "own"));
