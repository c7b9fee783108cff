/** What a formal requirement asks for, in a few words: "kurs, 7,5 hp, avancerad nivå". */
import type { Messages } from "../../messages/messages.ts";
import type { FormalDetail } from "../../career-model/rules.ts";

export const formalText = (formal: FormalDetail | null, t: Messages["catalogue"]): string =>
  formal === null
    ? ""
    : [
        t.formalTypes[formal.type],
        ...(formal.credits === undefined ? [] : [t.credits(String(formal.credits).replace(".", t.decimal))]),
        ...(formal.level ? [t.studyLevels[formal.level]] : []),
      ].join(", ");
