/** Who one can sign in as in the demo, by the address of the organisation. */
import type { DemoAccount } from "./organisation.ts";
import { ASSOCIATIONS, ORGANISATIONS } from "./organisations.ts";

export const ACCOUNTS: Readonly<Record<string, readonly DemoAccount[]>> = Object.fromEntries(
  [...ASSOCIATIONS, ...ORGANISATIONS].map(({ tenant, accounts }) => [tenant.slug, accounts]),
);

/** By this name one click signs in as the one with this place in an organisation's list. */
export const demoUsername = (index: number): string => `demo-${String(index + 1).padStart(2, "0")}`;
