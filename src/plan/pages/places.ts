/** Where a plan's pages are: the person's own under `/my`, the others' under the person. */
type Whose = { readonly isOwn: boolean; readonly personId: string };

/** Without the organisation. */
export const planPath = ({ isOwn, personId }: Whose): string =>
  isOwn ? "/my/plan" : `/people/${personId}/plan`;

export const goalPath = (whose: Whose, goalId: string): string => `${planPath(whose)}/goals/${goalId}`;
export const activityPath = (whose: Whose, activityId: string): string =>
  `${planPath(whose)}/activities/${activityId}`;
