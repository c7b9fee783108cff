/** What becomes of mail in this installation. */
import type { Mode, SmtpConfig } from "../../config.ts";

/** Sent, kept to be read in the demo, or nothing at all. */
export type MailFate = "sent" | "caught" | "nowhere";

export const mailFate = (smtp: SmtpConfig | null, mode: Mode): MailFate =>
  smtp ? "sent" : mode === "demo" ? "caught" : "nowhere";
