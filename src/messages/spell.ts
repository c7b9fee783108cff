/** Turns reasons (codes with data) into words: a list for the top of the page, and a text for each field. */
import type { Reason } from "../shared/result.ts";

export type ReasonData = Readonly<Record<string, string | number>>;
/** Words for each code that a use case may answer with. */
export type ReasonWords = { readonly [code: string]: (data: never) => string };

export type Spelled = {
  readonly list: readonly { readonly field?: string; readonly message: string }[];
  /** The first message for a field, if it has any. */
  readonly of: (field: string) => string | undefined;
};

/** A code without words is a fault of ours and throws. */
export function spell(reasons: readonly Reason[], words: ReasonWords): Spelled {
  const list = reasons.map((reason) => {
    const say = words[reason.code] as ((data: ReasonData) => string) | undefined;
    if (!say) throw new Error(`no words for the reason ${reason.code}`);
    const message = say({ ...reason.data, ...(reason.field === undefined ? {} : { field: reason.field }) });
    return reason.field === undefined ? { message } : { field: reason.field, message };
  });
  return { list, of: (field) => list.find((each) => each.field === field)?.message };
}
