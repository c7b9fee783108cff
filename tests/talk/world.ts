/** The assessed unit with talks in it: Karin's Rehab with her deputy Dan and Vera above, and what is done with one talk. */
import { bookRound } from "../../src/talk/book-round.ts";
import { confirmTalk, differ } from "../../src/talk/confirm-talk.ts";
import { holdTalk, putToBoth, writeAgreed } from "../../src/talk/hold-talk.ts";
import { prepareTalk } from "../../src/talk/prepare-talk.ts";
import type { TalkAddress } from "../../src/talk/talk-room.ts";
import type { Question } from "../../src/talk/talk.rules.ts";
import { viewTalk } from "../../src/talk/view-talk.ts";
import type { Actor } from "../../src/shared/actor.ts";
import type { TestDatabase } from "../support/database.ts";
import { assessedUnit } from "../assessment/unit.ts";

export { TODAY } from "../assessment/world.ts";
type Person = Actor & { personId: string };

export async function talkWorld(database: Pick<TestDatabase, "db">) {
  const unit = await assessedUnit(database);
  const { world, karin } = unit;
  let hour = 0;

  /** Books one with the person, at a time of its own on the day. */
  async function book(
    who: Person,
    { kind = "development", day = "2026-12-03", as = karin, unitId = world.rehab } = {},
  ): Promise<TalkAddress> {
    hour += 1;
    const at = `${String(6 + (Math.floor(hour / 6) % 17)).padStart(2, "0")}:${(hour % 6) * 10}`.padEnd(
      5,
      "0",
    );
    const times = [{ personId: who.personId, day, at }];
    const result = await world.as(as, (work) =>
      bookRound(work, unitId, { kind, minutes: "10", place: "", times }),
    );
    if (!result.ok) throw new Error(JSON.stringify(result.reasons));
    return { personId: who.personId, talkId: result.value.booked.get(who.personId) ?? "" };
  }
  const see = (as: Actor, address: TalkAddress) => world.as(as, (work) => viewTalk(work, address));
  const prepare = (
    as: Actor,
    address: TalkAddress,
    words: string,
    share = false,
    question: Question = "ahead",
  ) =>
    world.as(as, async (work) => {
      const { preparations, reader } = await viewTalk(work, address);
      const revision = preparations[reader === "self" ? "self" : "manager"]?.revision ?? 0;
      return prepareTalk(work, address, { answers: { [question]: words }, share, revision });
    });
  const hold = (as: Actor, address: TalkAddress, heldOn?: string) =>
    world.as(as, (work) => holdTalk(work, address, { heldOn: heldOn ?? work.today }));
  const write = (as: Actor, address: TalkAddress, agreed: string) =>
    world.as(as, async (work) => {
      const { talk } = await viewTalk(work, address);
      return writeAgreed(work, address, { agreed, revision: talk.agreedRevision });
    });
  const put = (as: Actor, address: TalkAddress, agreed = "Hospitera i Uddevalla.") =>
    world.as(as, async (work) => {
      const { talk } = await viewTalk(work, address);
      return putToBoth(work, address, { agreed, revision: talk.agreedRevision });
    });
  const confirm = (as: Actor, address: TalkAddress, revision = 1) =>
    world.as(as, (work) => confirmTalk(work, address, { revision }));
  const otherView = (
    as: Actor,
    address: TalkAddress,
    words: string,
    toAbove = false,
    withRepresentative = false,
  ) => world.as(as, (work) => differ(work, address, { revision: 1, words, toAbove, withRepresentative }));

  /** Booked, held and put to both. */
  async function asked(who: Person, kind = "development") {
    const address = await book(who, { kind });
    await hold(karin, address);
    const result = await put(karin, address);
    if (!result.ok) throw new Error(JSON.stringify(result.reasons));
    return address;
  }
  return { ...unit, book, see, prepare, hold, write, put, confirm, otherView, asked };
}
