/** Where a talk's pages are: the person's own under `/my`, the others' under the person. */
export type Whose = "own" | "other";

/** The list of somebody's talks, without the organisation. */
export const listPath = (whose: Whose, personId: string): string =>
  whose === "own" ? "/my/talks" : `/people/${personId}/talks`;

export const talkPath = (
  whose: Whose,
  { id, personId }: { readonly id: string; readonly personId: string },
): string => `${listPath(whose, personId)}/${id}`;
