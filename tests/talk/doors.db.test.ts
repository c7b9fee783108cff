/** What the database itself keeps of talks, whoever writes: the program's own role among them. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { bookRound, proposeRound } from "../../src/talk/book-round.ts";
import { prepareTalk } from "../../src/talk/prepare-talk.ts";
import { viewUnitTalks } from "../../src/talk/view-talks.ts";
import { NotFound } from "../../src/shared/result.ts";
import { newId } from "../../src/shared/ids.ts";
import { testDatabase } from "../support/database.ts";
import { TODAY, talkWorld } from "./world.ts";

const database = await testDatabase();
const all = await talkWorld(database);
const { world, karin, siv, employee, direct, book, hold, put, confirm, asked, otherView } = all;
type Address = Awaited<ReturnType<typeof book>>;
type Employee = Awaited<ReturnType<typeof employee>>["who"];

const event = (of: Address, kind: string, by: string, as: string, revision = 1) => sql`
  insert into talk_event (organisation_id, id, talk_id, person_id, kind, revision, by_id, acting_as, words, at)
  values (${world.organisation_id}, ${newId()}, ${of.talkId}, ${of.personId}, ${kind}, ${revision}, ${by}, ${as}, 'ord', now())`;
const lock = (of: Address, how: string) => sql`
  update talk set state = 'locked', closed_on = ${TODAY}, closed_how = ${how} where id = ${of.talkId}`;

describe("TLK-1 locking can't be skipped, by any door", () => {
  test.each<[string, (of: Address, who: Employee) => Promise<unknown>, string]>([
    ["nobody has confirmed", async () => undefined, "both"],
    ["only the employee has", (of, who) => confirm(who, of), "both"],
    ["only the manager has", (of) => confirm(karin, of), "both"],
    ["there is no other view", (of) => confirm(karin, of), "other-view"],
    [
      "the manager hasn't confirmed beside the other view",
      (of, who) => otherView(who, of, "Nej."),
      "other-view",
    ],
    [
      "the one above hasn't answered",
      async (of, who) => {
        await otherView(who, of, "Nej.", true);
        await confirm(karin, of);
      },
      "other-view",
    ],
    ["the employee has been asked once", (of) => confirm(karin, of), "unconfirmed"],
    ["it isn't a pay talk", (of) => confirm(karin, of), "pay"],
  ])("%s", async (_case, before, how) => {
    const { who } = await employee();
    const address = await asked(who);
    await before(address, who);
    await expect(direct(lock(address, how))).rejects.toThrow(
      /talk_locked_when_confirmed|talk is locked when|check constraint/,
    );
  });

  test("a planned talk isn't locked, and one that isn't put to anybody isn't either", async () => {
    const { who } = await employee();
    const address = await book(who);
    await expect(direct(lock(address, "both"))).rejects.toThrow("not rewritten");
    await hold(karin, address);
    await expect(direct(lock(address, "left"))).rejects.toThrow("locked when both");
  });

  test("a talk that both confirmed changes in nothing: state, words, record, events, preparations", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await confirm(who, address);
    await confirm(karin, address);
    const of = address.talkId;
    for (const statement of [
      sql`update talk set state = 'held', closed_on = null, closed_how = null where id = ${of}`,
      sql`update talk set agreed = 'Annat.' where id = ${of}`,
      sql`update talk set on_day = '2027-01-01' where id = ${of}`,
      sql`delete from talk where id = ${of}`,
      sql`update talk_record set snapshot = '{}' where talk_id = ${of}`,
      sql`update talk_record set agreed = 'Annat.' where talk_id = ${of}`,
      sql`delete from talk_record where talk_id = ${of}`,
      sql`truncate talk_record`,
      sql`update talk_event set words = 'Annat.' where talk_id = ${of}`,
      sql`delete from talk_event where talk_id = ${of}`,
      event(address, "answered", karin.personId, "manager-above"),
      sql`insert into talk_record select organisation_id, talk_id, revision + 1, person_id, 'Annat.', '', '{}', written_by, written_on, at
          from talk_record where talk_id = ${of}`,
      sql`insert into talk_preparation (organisation_id, talk_id, side, person_id, author_id, answers, saved_at, revision)
          values (${world.organisation_id}, ${of}, 'self', ${who.personId}, ${who.personId}, '{}', now(), 1)`,
    ]) {
      await expect(direct(statement)).rejects.toThrow(/append-only|not rewritten|gone on|permission denied/);
    }
  });

  test("nor by the owner of the tables", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await confirm(who, address);
    await confirm(karin, address);
    const owner = (statement: ReturnType<typeof sql>) =>
      database.ownerDb.transaction().execute(async (tx) => {
        await sql`select set_config('app.organisation', ${world.organisation_id}, true)`.execute(tx);
        return statement.execute(tx);
      });
    await expect(
      owner(sql`update talk_record set snapshot = '{}' where talk_id = ${address.talkId}`),
    ).rejects.toThrow("append-only");
    await expect(owner(sql`update talk set agreed = 'x' where id = ${address.talkId}`)).rejects.toThrow(
      "not rewritten",
    );
  });
});

describe("TLK-4 how work is done is talked about", () => {
  test("nothing of a talk can hold a score or an amount: what isn't words, a day or an answer yes or no only counts", async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_name like 'talk%' and data_type in ('integer', 'smallint', 'bigint', 'numeric', 'real', 'double precision', 'money')
      order by 1`.execute(database.ownerDb);
    expect(rows.map(({ name }) => name)).toEqual([
      "talk.agreed_revision",
      "talk.booking",
      "talk.minutes",
      "talk_event.revision",
      "talk_preparation.revision",
      "talk_record.revision",
    ]);
    const { who } = await employee();
    const address = await book(who, { kind: "pay" });
    const scored = { answers: { done: "Ord.", score: "4" }, share: false, revision: 0 };
    await world.as(who, (work) => prepareTalk(work, address, scored));
    const kept = await direct(sql`select answers from talk_preparation where talk_id = ${address.talkId}`);
    expect(kept.rows).toEqual([{ answers: { done: "Ord." } }]);
  });
});

describe("ORG-4 each as themself, in the database as well", () => {
  test("nobody confirms for the other, holds with themself, or writes on the other's side", async () => {
    const { who } = await employee();
    const address = await asked(who);
    await expect(direct(event(address, "confirmed", karin.personId, "self"))).rejects.toThrow(
      "talk_event_each_as_themself",
    );
    await expect(direct(event(address, "confirmed", who.personId, "manager"))).rejects.toThrow(
      "talk_event_each_as_themself",
    );
    await expect(direct(event(address, "confirmed", who.personId, "self", 0))).rejects.toThrow("latest text");
    await confirm(who, address);
    await expect(direct(event(address, "confirmed", who.personId, "self"))).rejects.toThrow(
      "talk_confirmed_once",
    );
    const planned = await book(who, { kind: "follow-up" });
    await expect(
      direct(
        sql`update talk set state = 'held', held_on = ${TODAY}, held_by = ${who.personId} where id = ${planned.talkId}`,
      ),
    ).rejects.toThrow("talk_not_with_oneself");
    const prepared = (side: string, author: string) =>
      direct(sql`insert into talk_preparation (organisation_id, talk_id, side, person_id, author_id, answers, saved_at, revision)
        values (${world.organisation_id}, ${planned.talkId}, ${side}, ${who.personId}, ${author}, '{}', now(), 1)`);
    await expect(prepared("manager", who.personId)).rejects.toThrow("talk_preparation_side_of");
    await expect(prepared("self", karin.personId)).rejects.toThrow("talk_preparation_side_of");
  });

  test("a talk begins as planned, and another organisation has none of it", async () => {
    const { who } = await employee();
    const address = await book(who);
    await expect(
      direct(sql`insert into talk (organisation_id, id, person_id, kind, unit_id, state, on_day, at_time, minutes, booked_on, closed_on, closed_how)
        select organisation_id, ${newId()}, person_id, 'pay', unit_id, 'cancelled', on_day, at_time, minutes, booked_on, booked_on, 'cancelled' from talk where id = ${address.talkId}`),
    ).rejects.toThrow("begins as planned");
    const elsewhere = await database.db.transaction(async (tx) => {
      await sql`select set_config('app.organisation', ${newId()}, true)`.execute(tx);
      return tx.selectFrom("talk").select("id").execute();
    });
    expect(elsewhere).toEqual([]);
  });
});

const ROUND = {
  kind: "development",
  from: "2026-11-23",
  to: "2027-02-26",
  earliest: "08:00",
  latest: "16:30",
  minutes: "60",
  pause: "15",
  most: "4",
  place: "Mötesrummet",
  weekdays: ["1", "2", "3", "4"],
  lunch: true,
};

describe("TLK-3 a round", () => {
  test("seventy people are proposed times, and booked in well under a second of work", async () => {
    const unit = newId();
    await world.put("unit", {
      id: unit,
      parent_id: world.care,
      name: "Stor enhet",
      is_authority: false,
      valid_from: "2000-01-01",
    });
    const boss = await world.person("Pia Stor");
    await world.manage(boss, unit);
    for (let index = 0; index < 70; index += 1)
      await world.employ(
        await world.person(`Kim Nr${index}`),
        unit,
        { from: "2022-01-01" },
        index % 3 ? world.physio : null,
      );
    const proposal = await world.as(boss, (work) => proposeRound(work, unit, ROUND));
    const times = (proposal.times ?? []).flatMap(({ person, slot }) =>
      slot ? [{ personId: person.personId, day: slot.day, at: slot.at }] : [],
    );
    expect(times).toHaveLength(70);
    expect(new Set(times.map(({ day, at }) => `${day} ${at}`)).size).toBe(70);
    const before = process.cpuUsage();
    const result = await world.as(boss, (work) => bookRound(work, unit, { ...ROUND, times }));
    expect(result.ok && result.value.booked.size).toBe(70);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
    // Once more books nobody twice, and says for whom.
    const again = await world.as(boss, (work) => bookRound(work, unit, { ...ROUND, times }));
    expect(again.ok ? [] : again.reasons.filter(({ code }) => code === "booked-already")).toHaveLength(70);
    const after = await world.as(boss, (work) => proposeRound(work, unit, ROUND));
    expect(after.times?.every(({ booked, slot }) => booked !== null && slot === null)).toBe(true);
  });

  test("one bad time, and nobody is booked; every reason by its own field", async () => {
    const [a, b] = [(await employee()).who, (await employee()).who];
    const round = (times: readonly { personId: string; day: string; at: string }[], change = {}) =>
      world.as(karin, (work) => bookRound(work, world.rehab, { ...ROUND, ...change, times }));
    const day = "2027-02-01";
    expect(
      await round([
        { personId: a.personId, day, at: "09:00" },
        { personId: b.personId, day, at: "09:59" },
      ]),
    ).toMatchObject({
      reasons: [{ code: "clash", field: `at-${b.personId}` }],
    });
    expect(await round([{ personId: a.personId, day: "2026-11-21", at: "" }])).toMatchObject({
      reasons: [
        { code: "day-passed", field: `day-${a.personId}` },
        { code: "not-a-time", field: `at-${a.personId}` },
      ],
    });
    expect(await round([])).toMatchObject({ reasons: [{ code: "nobody-chosen" }] });
    expect(
      await round([{ personId: a.personId, day, at: "09:00" }], { kind: "annat", minutes: "5" }),
    ).toMatchObject({
      reasons: [{ code: "unknown-kind" }, { code: "not-between", field: "minutes" }],
    });
    const rows = await direct(sql`select 1 from talk where person_id in (${a.personId}, ${b.personId})`);
    expect(rows.rows).toEqual([]);
  });

  test("whoever has a talk whose day passed without it gets no other, and it is said of whom", async () => {
    const { who } = await employee();
    const { personId } = who;
    const book = (day: string) =>
      world.as(karin, (work) =>
        bookRound(work, world.rehab, { ...ROUND, times: [{ personId, day, at: "07:00" }] }),
      );
    expect(await book("2026-11-24")).toMatchObject({ ok: true });
    world.on("2026-11-26");
    const proposal = await world.as(karin, (work) =>
      proposeRound(work, world.rehab, { ...ROUND, from: "2026-11-26" }),
    );
    expect(proposal.times?.find(({ person }) => person.personId === personId)).toMatchObject({
      slot: null,
      booked: { day: "2026-11-24", at: "07:00" },
    });
    expect(await book("2026-12-22")).toMatchObject({
      reasons: [{ code: "booked-already", field: `day-${personId}` }],
    });
    world.on(TODAY);
  });

  test("whoever has had a talk that isn't finished is proposed no other, is told of, and can be given a time", async () => {
    const who = await world.person("Bo Aalto");
    await world.employ(who, world.rehab, { from: "2022-01-01" });
    await employee();
    const { personId } = who;
    const address = await book(who);
    await hold(karin, address);
    const proposed = async (kind: string) => {
      const { times } = await world.as(karin, (work) => proposeRound(work, world.rehab, { ...ROUND, kind }));
      return times?.find(({ person }) => person.personId === personId);
    };
    expect(await proposed("development")).toMatchObject({ slot: null, booked: null, heldOn: TODAY });
    expect(await proposed("follow-up")).toMatchObject({ slot: { minutes: 60 }, heldOn: null });
    const list = await world.as(karin, (work) =>
      viewUnitTalks(work, { unitId: world.rehab, page: 1, size: 500 }),
    );
    expect(list.rows.find((row) => row.personId === personId)?.latest).toMatchObject({ heldOn: TODAY });
    const times = [{ personId, day: "2026-12-22", at: "07:00" }];
    expect(await world.as(karin, (work) => bookRound(work, world.rehab, { ...ROUND, times }))).toMatchObject({
      ok: true,
    });
  });

  test("ORG-4 somebody else's people, one's own name and another unit are not there", async () => {
    const { who } = await employee();
    const time = { day: "2027-02-02", at: "09:00" };
    const round = (as: typeof karin, unitId: string, personId: string) =>
      world.as(as, (work) => bookRound(work, unitId, { ...ROUND, times: [{ ...time, personId }] }));
    for (const attempt of [
      () => round(siv, world.rehab, who.personId),
      () => round(who, world.rehab, who.personId),
      () => round(karin, world.rehab, karin.personId),
      () => round(karin, world.rehab, newId()),
      () => round(karin, world.homeCare, who.personId),
      () => round(karin, newId(), who.personId),
    ])
      await expect(attempt()).rejects.toThrow(NotFound);
    expect(await put(karin, await asked(who))).toMatchObject({ ok: true });
  });
});
