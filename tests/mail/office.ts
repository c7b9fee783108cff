/** A post office to try mail in: an organisation whose clock is set by hand, and a real SMTP server that goes away and comes back. */
import { afterAll } from "vitest";
import { digest, dress } from "../../src/notices/letters.ts";
import { carrierFor, type Carrier } from "../../src/platform/mail/carrier.ts";
import { postMail, type Mail } from "../../src/platform/mail/post-mail.ts";
import { sendMail } from "../../src/platform/mail/send-mail.ts";
import { newId } from "../../src/shared/ids.ts";
import type { Actor } from "../../src/shared/actor.ts";
import { work, type Work } from "../../src/platform/database/work.ts";
import type { TestDatabase } from "../support/database.ts";
import { freePort } from "../support/free-port.ts";
import { mailServer } from "../support/mail-server.ts";
import { world } from "../people/world.ts";

/** Call it at the top of the file: the server ends with it. `usual` is what a mail says where nothing else is said. */
export async function postOffice(
  database: Pick<TestDatabase, "db">,
  usual: Omit<Mail, "key" | "to" | "language">,
) {
  const here = await world(database);
  let now = new Date("2026-11-22T12:00:00Z");
  const workshop = { ...here.workshop, clock: () => now };
  const as = <T>(actor: Actor | null, run: (work: Work) => Promise<T>): Promise<T> =>
    work(workshop, { slug: here.slug, actor }, run);
  const annaId = await here.person("Anna Ek", { email: "anna@kommun.example" });

  const port = await freePort();
  const address = { host: "127.0.0.1", port, secure: false, requireTls: false, auth: null };
  const carrier = carrierFor({ ...address, from: "vidga@post.example" }, "live");
  if (!carrier) throw new Error("no carrier");
  let running = await mailServer(port);
  afterAll(async () => {
    carrier.close();
    await running.close();
  });

  const mail = (more: Partial<Mail> = {}): Mail => ({
    ...usual,
    key: newId(),
    to: { personId: annaId },
    language: "sv",
    ...more,
  });
  return {
    here,
    as,
    annaId,
    carrier,
    now: () => now,
    /** From now on it is this time. */
    at: (instant: string | Date) => {
      now = new Date(instant);
    },
    passes: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    server: {
      received: () => running.received,
      answers: (next: Parameters<typeof running.answers>[0]) => running.answers(next),
      refuses: (recipient: string, code: number) => running.refuses(recipient, code),
      goesAway: () => running.close(),
      comesBack: async () => {
        running = await mailServer(port);
      },
    },
    send: (through: Carrier | null = carrier) =>
      sendMail(workshop, here.slug, { carrier: through, origin: "https://vidga.example", dress, digest }),
    mail,
    post: (...mails: Mail[]) => as(null, (unit) => postMail(unit, mails)),
  };
}
