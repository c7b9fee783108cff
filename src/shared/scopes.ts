/** What a token may be used for. It acts with its account's roles all the same: a scope only takes away (INT-3). */
export const SCOPES = [
  "organisation:read",
  "organisation:write",
  "people:read",
  "staff-imports:read",
  "staff-imports:write",
  "models:read",
  "models:write",
  "placements:read",
  "placements:write",
  "evidence:read",
  "evidence:write",
  "assessments:read",
  "assessments:write",
  "plans:read",
  "plans:write",
  "talks:read",
  "talks:write",
  "gaps:read",
  "needs:write",
  "take-overs:read",
  "take-overs:write",
  "coverage:read",
  "measurements:write",
  "data-requests:read",
  "data-requests:write",
  "my:read",
  "my:write",
] as const;
export type Scope = (typeof SCOPES)[number];

/** What somebody reads and says of themself: only a token that the account has made itself may be used for it. */
export const isOwnScope = (scope: string): boolean => scope.startsWith("my:");

export const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);
