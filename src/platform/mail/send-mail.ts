/** Sends what is due of one organisation, each mail at least once and always with the same Message-ID, in its own time: no transaction waits for a mail server. */
import { enqueue } from "../jobs/jobs.ts";
import { work, type Workshop } from "../database/work.ts";
import { makeCalendar } from "./calendar.ts";
import type { Carrier, Letter } from "./carrier.ts";
import { saidOnce, type Gathered } from "./digest.rules.ts";
import { gatherMail, type DigestWords } from "./gather-mail.ts";
import { giveUpLate, handBack, settle, takeDue, tryLater, type Taken } from "./outbox.store.ts";
import { SEND_MAIL_TASK } from "./post-mail.ts";

/** Puts what it gathers, the link to the page, and where to choose, under a mail's own words. */
export type Dress = (mail: {
  readonly language: Taken["language"];
  readonly body: string;
  readonly organisation: string;
  /** What it gathers; nothing for a mail of its own. */
  readonly letters: readonly (Omit<Gathered, "path"> & { readonly links: readonly string[] })[];
  /** The page that it is about. */
  readonly link: string;
  /** Where the reader chooses what comes by mail. */
  readonly choices: string;
  /** Does an answer reach anybody? */
  readonly isAnswered: boolean;
}) => string;

export type PostOffice = {
  /** Null where no mail can be sent. */
  readonly carrier: Carrier | null;
  /** What people's addresses begin with: `https://vidga.example`. */
  readonly origin: string;
  readonly dress: Dress;
  readonly digest: DigestWords;
};

const BATCH = 50;
/** Other background work gets its turn after so many. */
const BATCHES = 4;

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MINUTES = 60;

/** 1 minute after the first try, twice as long after each that follows, and never more than an hour. */
const pauseAfter = (attempts: number): number =>
  Math.min(2 ** (attempts - 1), LONGEST_PAUSE_MINUTES) * MINUTE_MS;

/** `stopped`: the mail server cannot be used just now, for this organisation or any other. */
export async function sendMail(
  workshop: Workshop,
  slug: string,
  { carrier, origin, dress, digest }: PostOffice,
): Promise<"done" | "stopped"> {
  const unit = <T>(run: Parameters<typeof work<T>>[2]): Promise<T> =>
    work(workshop, { slug, actor: null }, run);
  if (!carrier) {
    await unit(giveUpLate);
    return "done";
  }
  const domain = carrier.from.split("@")[1] ?? "";
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const { tenant, taken, ended } = await unit(async (here) => {
      await gatherMail(here, digest, BATCH);
      return { tenant: here.tenant, ...(await takeDue(here, domain, BATCH)) };
    });
    for (const [index, mail] of taken.entries()) {
      const outcome = await carrier.send(
        letterOf(mail, { name: tenant.name, home: `${origin}/o/${slug}`, from: carrier.from, dress }),
      );
      await unit(async (here) => {
        if (outcome.as !== "failed") return settle(here, mail.id, outcome.as);
        if (outcome.next === "give-up") return settle(here, mail.id, "given-up", outcome.why);
        const later = new Date(here.now.getTime() + pauseAfter(mail.attempts));
        await tryLater(here, mail.id, later, outcome.why);
        if (outcome.next === "stop") await handBack(here, taken.slice(index + 1));
      });
      if (outcome.as === "failed" && outcome.next === "stop") return "stopped";
    }
    if (ended) return "done";
  }
  await unit(({ tx }) => enqueue(tx, SEND_MAIL_TASK, { slug }, `${SEND_MAIL_TASK} ${slug}`));
  return "done";
}

function letterOf(
  mail: Taken,
  house: { readonly name: string; readonly home: string; readonly from: string; readonly dress: Dress },
): Letter {
  const [link, choices] = [`${house.home}${mail.path}`, `${house.home}/my/notices`];
  return {
    messageId: mail.messageId,
    fromName: house.name,
    to: mail.address,
    replyTo: mail.replyTo,
    language: mail.language,
    subject: mail.subject,
    text: house.dress({
      language: mail.language,
      body: mail.body,
      organisation: house.name,
      letters: saidOnce(mail.letters).map(({ paths, ...words }) => ({
        ...words,
        links: paths.map((path) => `${house.home}${path}`),
      })),
      link,
      choices,
      isAnswered: mail.replyTo !== null,
    }),
    choices,
    calendar:
      mail.appointment &&
      makeCalendar(mail.appointment, {
        organiser: { name: house.name, address: house.from },
        attendee: mail.address,
        url: link,
        stamp: mail.queuedAt,
      }),
  };
}
