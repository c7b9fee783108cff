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
  /** A talk waits to be confirmed, or another view on it for the manager above, or that has been answered (TLK-1). */
  "talk-task": "on",
  /** One is asked to place invented cases (PLC-8). */
  calibration: "on",
  /** An application for a move is made or answered, or a move has set something off (PLC-4, PLC-7). */
  move: "on",
  /** Another view on a placement waits for the manager above, or has been answered (PLC-9). */
  "placement-view": "on",
  /** An assessment is begun, opened or agreed (ASM-1). */
  assessment: "on",
  /** Evidence is handed in, is returned, or ends soon (ASM-2, ASM-5). */
  evidence: "on",
  /** A correction of what is held about somebody is asked for, or answered (ASM-4). */
  "data-request": "on",
  /** A staff file that one brought in was refused, or has rows that can't be read (INT-1). */
  "staff-import": "on",
} as const satisfies Readonly<Record<string, "always" | "on">>;

export type MailKind = keyof typeof MAIL_KINDS;

export const mailKinds = Object.keys(MAIL_KINDS) as readonly MailKind[];

/** A mail that gathers others, for those who want what isn't urgent once a day. */
export const DIGEST = "digest";

/** These come by themselves also to those who get the rest gathered: talks have their time (TLK-3), and a staff file that has stopped waits for its owner (INT-1). */
export const UNGATHERED: readonly MailKind[] = ["talk-invitation", "talk-reminder", "staff-import"];
