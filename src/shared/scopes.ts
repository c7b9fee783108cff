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
  "take-overs:read",
  "take-overs:write",
  "coverage:read",
  "measurements:write",
] as const;
export type Scope = (typeof SCOPES)[number];

export const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);
