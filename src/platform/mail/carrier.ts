/** How mail leaves the house: through an SMTP server, caught in the demo, or not at all where no server is named. */
import { createTransport } from "nodemailer";
import type { Mode, SmtpConfig } from "../../config.ts";
import type { Language } from "../http/context.ts";

/** A mail as it is sent: everything looked up. */
export type Letter = {
  /** Without `<>`; the same at every try. */
  readonly messageId: string;
  /** The name that it comes from. */
  readonly fromName: string;
  readonly to: string;
  readonly replyTo: string | null;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** Where the reader chooses what comes by mail. */
  readonly choices: string;
  /** An iCalendar object and its method. */
  readonly calendar: { readonly method: "REQUEST" | "CANCEL"; readonly content: string } | null;
};

/** `refused`: the server does not take this mail. `busy`: not just now. The others are about the server, whatever is sent. */
export type Trouble = "refused" | "busy" | "unreachable" | "sign-in" | "sender";

/** `stop`: no other mail would fare better just now. */
export type Outcome =
  | { readonly as: "sent" | "caught" }
  | { readonly as: "failed"; readonly why: Trouble; readonly next: "give-up" | "later" | "stop" };

export type Carrier = {
  /** The address that mail comes from; what is after its @ is in each Message-ID. */
  readonly from: string;
  readonly send: (letter: Letter) => Promise<Outcome>;
  readonly close: () => void;
};

/** Null where no mail can be sent: then it waits, and is given up when it is late. */
export const carrierFor = (smtp: SmtpConfig | null, mode: Mode): Carrier | null =>
  smtp ? smtpCarrier(smtp) : mode === "demo" ? catcher : null;

const catcher: Carrier = {
  from: "demo@vidga.example",
  send: () => Promise.resolve({ as: "caught" }),
  close: () => undefined,
};

/** A server that has said nothing for so long says nothing more. */
const PATIENCE = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 30_000,
} as const;

/** Keeps one connection while there is mail to send. */
function smtpCarrier({ host, port, secure, requireTls, auth, from }: SmtpConfig): Carrier {
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(auth ? { auth: { user: auth.user, pass: auth.password } } : {}),
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    from,
    async send(letter) {
      try {
        await transport.sendMail({
          from: { name: letter.fromName, address: from },
          to: { name: "", address: letter.to },
          ...(letter.replyTo === null ? {} : { replyTo: letter.replyTo }),
          messageId: `<${letter.messageId}>`,
          subject: letter.subject,
          text: letter.text,
          headers: {
            "Auto-Submitted": "auto-generated",
            "Content-Language": letter.language,
            "List-Unsubscribe": { prepared: true, value: `<${letter.choices}>` },
          },
          ...(letter.calendar ? { icalEvent: { ...letter.calendar, filename: "vidga.ics" } } : {}),
        });
        return { as: "sent" };
      } catch (error) {
        return { as: "failed", ...troubleOf(error) };
      }
    },
    close: () => transport.close(),
  };
}

type Said = { readonly code?: string; readonly command?: string; readonly responseCode?: number };

/** What went wrong, from what the server answered and to what. Nothing else of it is kept: answers quote addresses. */
function troubleOf(error: unknown): Pick<Outcome & { as: "failed" }, "why" | "next"> {
  const { code, command, responseCode = 0 } = error as Said;
  if (code === "EAUTH") return { why: "sign-in", next: "stop" };
  if (command === "MAIL FROM") return { why: "sender", next: "stop" };
  const aboutMail = code === "EENVELOPE" || code === "EMESSAGE";
  // 421: the server is closing down.
  if (!aboutMail || responseCode === 421) return { why: "unreachable", next: "stop" };
  return responseCode >= 400 && responseCode < 500
    ? { why: "busy", next: "later" }
    : { why: "refused", next: "give-up" };
}
