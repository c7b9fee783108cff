/** What Vidga mails people about: each kind is one thing to choose on the page of one's notices. */

/**
 * `always`: comes unless the person has protected identity (ORG-7), and then only when they have turned it on themself. `on`: comes until it is turned
 * off; with protected identity not until it is turned on.
 */
export const MAIL_KINDS = {
  /** A talk that somebody is called to is booked, moved or cancelled (TLK-3). */
  "talk-invitation": "always",
  /** A talk comes up. */
  "talk-reminder": "on",
  /** A talk waits for something: to be prepared, to be confirmed. */
  "talk-task": "on",
  /** One is asked to place invented cases (PLC-8). */
  calibration: "on",
} as const satisfies Readonly<Record<string, "always" | "on">>;

export type MailKind = keyof typeof MAIL_KINDS;

export const mailKinds = Object.keys(MAIL_KINDS) as readonly MailKind[];
