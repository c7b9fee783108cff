/** The words in the reader's language. */
import { useShell } from "../platform/http/shell.ts";
import type { Language } from "../platform/http/context.ts";
import { en } from "./en/index.ts";
import { sv, type Messages } from "./sv/index.ts";

export type { Messages };

export const messages: Readonly<Record<Language, Messages>> = { sv, en };

/** For pages: the words in the language of the request. */
export const useMessages = (): Messages => messages[useShell().language];
