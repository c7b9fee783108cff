/** Which mail somebody gets (TLK-3, ORG-7). */
import { MAIL_KINDS, mailKinds, type MailKind } from "../shared/mail-kinds.ts";

/** A kind of mail as it is for one person: whether it comes, and whether that is theirs to choose. */
export type Choice = { readonly kind: MailKind; readonly wanted: boolean; readonly isChosen: boolean };

/**
 * What comes by mail, in the order in which it is chosen. Invitations to one's own talks come without asking; but with protected identity nothing does that
 * the person has not turned on themself. The same as the statement that takes mail to be sent (`takeDue`).
 */
export const choicesOf = (reader: {
  readonly protectedIdentity: boolean;
  readonly choices: Readonly<Record<string, boolean>>;
}): readonly Choice[] =>
  mailKinds.map((kind) => {
    const isChosen = reader.protectedIdentity || MAIL_KINDS[kind] !== "always";
    return { kind, isChosen, wanted: isChosen ? (reader.choices[kind] ?? !reader.protectedIdentity) : true };
  });

/** What people are told when something is asked of them or has been answered, and of which kind each is. The words hold no names, and nothing of what is written (ORG-7). */
export const LETTERS = {
  "application-made": "move",
  "application-answered": "move",
  "move-task": "move",
  "view-above": "placement-view",
  "view-answered": "placement-view",
  "assessment-begun": "assessment",
  "assessment-opened": "assessment",
  "assessment-ended": "assessment",
  "evidence-in": "evidence",
  "evidence-returned": "evidence",
  "evidence-ending": "evidence",
  "correction-asked": "data-request",
  "correction-answered": "data-request",
  "import-refused": "staff-import",
  "talk-to-confirm": "talk-task",
  "talk-view-above": "talk-task",
  "talk-view-answered": "talk-task",
  "import-faults": "staff-import",
  "import-stopped": "staff-import",
} as const satisfies Readonly<Record<string, MailKind>>;

export type LetterName = keyof typeof LETTERS;
