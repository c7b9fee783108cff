/** Pages under load, beside a bare route with one query on the same kind of pool; what they send; and what the server's memory came to. */
import { hashToken, newToken, cookieName } from "../../src/identity/session.ts";
import { saveSession } from "../../src/identity/store.ts";
import { work, type Work } from "../../src/platform/database/work.ts";
import { LONG } from "../data/organisation.ts";
import { codeOf } from "../data/units.ts";
import { teamUnit } from "../data/staff.ts";
import { heldMeeting, heldTalk } from "../gap/meeting.ts";
import { IMPORTING, MEASURED, type Installation } from "../installation.ts";
import { fromPairs, peakMemory, type Figure } from "../measure.ts";
import { TEAM, type Size } from "../sizes.ts";
import { bytesOf } from "./bytes.ts";
import { costOf, load, type Cost, type Taken } from "./load.ts";
import { startBare, startProgram, type Running } from "./servers.ts";

const CONNECTIONS = [8, 32] as const;
const MODEL = "arbetsterapeut";
const BARE_ROUTE = `/${MEASURED}`;

/** Signs an account in; its cookie. */
async function signIn(unit: Work, username: string): Promise<string> {
  const { id } = await unit.tx
    .selectFrom("account")
    .select("id")
    .where("organisation_id", "=", unit.organisationId)
    .where("username", "=", username)
    .executeTakeFirstOrThrow();
  const token = newToken();
  await saveSession(unit, hashToken(token), id);
  return `${cookieName(unit.tenant.slug, false)}=${token}`;
}

type Address = { readonly name: string; readonly path: string; readonly cookie: string };

async function addresses({ workshop }: Installation, size: Size): Promise<Address[]> {
  const { personId, id } = await heldMeeting(workshop);
  const talkId = await heldTalk(workshop, personId);
  return work(workshop, { slug: MEASURED, actor: null }, async (unit) => {
    const team = await unit.tx
      .selectFrom("unit")
      .select("id")
      .where("organisation_id", "=", unit.organisationId)
      .where("code", "=", codeOf(teamUnit(size)))
      .executeTakeFirstOrThrow();
    const [manager, employee] = [await signIn(unit, "manager"), await signIn(unit, "employee")];
    const at = `/o/${MEASURED}`;
    return [
      { name: "public model", path: `${at}/models/${MODEL}`, cookie: "" },
      { name: "employee's own placement", path: `${at}/my/placement`, cookie: employee },
      { name: "employee's start page", path: at, cookie: employee },
      { name: `manager's list of ${TEAM}`, path: `${at}/units/${team.id}/placements`, cookie: manager },
      { name: "manager's start page", path: at, cookie: manager },
      { name: "what is missing for oneself", path: `${at}/my/missing`, cookie: employee },
      {
        name: "assessments side by side",
        path: `${at}/people/${personId}/assessment/${id}`,
        cookie: manager,
      },
      { name: "a talk", path: `${at}/people/${personId}/talks/${talkId}`, cookie: manager },
    ];
  });
}

/** What takes so little is asked for more often, for a process' own time is told in hundredths of a second. */
const BARE = 20;

/** Before it is measured a page has been asked for this many times as often as it will be in a load, and the bare route `BARE` times that: all that is compiled on the way has been. */
const WARMING = 40;

/** Each load is taken in so many parts, the program's and the floor's in turn, so that both meet the same weather. */
const PARTS = 5;

/** The program's cost of an address, and the floor's. */
async function pair(
  [program, bare]: readonly [Running, Running],
  { path, cookie }: Address,
  connections: number,
  rounds: number,
): Promise<{ readonly ours: Cost; readonly floor: Cost }> {
  const [ours, floor]: [Taken[], Taken[]] = [[], []];
  const part = Math.ceil(rounds / PARTS);
  for (let turn = 0; turn < PARTS; turn += 1) {
    ours.push(await load(program, path, cookie, connections, part));
    floor.push(await load(bare, BARE_ROUTE, "", connections, part * BARE));
  }
  return { ours: costOf(ours), floor: costOf(floor) };
}

/**
 * The page of a long model beside a short one's, to somebody who is signed in, for it is drawn each time: CPU time for each kB that is written, before it
 * is packed.
 */
async function longPage(
  { workshop }: Installation,
  program: Running,
  size: Size,
  pairs: number,
): Promise<Figure> {
  const cookie = await work(workshop, { slug: IMPORTING, actor: null }, (unit) =>
    signIn(unit, "process_lead"),
  );
  const [long, short] = [LONG.slug, MODEL].map((slug) => `/o/${IMPORTING}/models/${slug}`) as [
    string,
    string,
  ];
  const each = async (path: string): Promise<number> => {
    const answer = await fetch(program.origin + path, { headers: { cookie } });
    const sent = (await answer.arrayBuffer()).byteLength / 1000;
    return costOf([await load(program, path, cookie, CONNECTIONS[0], size.rounds)]).cpu / sent;
  };
  for (const path of [long, short]) await load(program, path, cookie, CONNECTIONS[0], size.rounds * WARMING);
  const taken: { readonly ours: number; readonly floor: number }[] = [];
  for (let turn = 0; turn < pairs; turn += 1)
    taken.push({ ours: await each(long), floor: await each(short) });
  return fromPairs(`model of ${LONG.rows} items beside a short one: CPU a kB`, "ms", taken);
}

export async function pageFigures(installation: Installation, size: Size, pairs: number): Promise<Figure[]> {
  const known = await addresses(installation, size);
  const [program, bare] = [await startProgram(installation.folder), await startBare(installation.appUrl)];
  try {
    const figures: Figure[] = [];
    await load(bare, BARE_ROUTE, "", CONNECTIONS[0], size.rounds * WARMING * BARE);
    for (const address of known) {
      await load(program, address.path, address.cookie, CONNECTIONS[0], size.rounds * WARMING);
      for (const connections of CONNECTIONS) {
        const taken: { readonly ours: Cost; readonly floor: Cost }[] = [];
        for (let each = 0; each < pairs; each += 1)
          taken.push(await pair([program, bare], address, connections, size.rounds));
        const over = (of: keyof Cost) =>
          taken.map(({ ours, floor }) => ({ ours: ours[of], floor: floor[of] }));
        for (const [of, words] of [
          ["cpu", "CPU a request"],
          ["p50", "p50"],
          ["p95", "p95"],
          ["p99", "p99"],
        ] as const)
          figures.push(fromPairs(`${address.name}, ${connections} at once: ${words}`, "ms", over(of)));
      }
    }
    figures.push(await longPage(installation, program, size, pairs));
    figures.push(...(await bytesOf(program.origin, `/o/${MEASURED}/models/${MODEL}`)));
    figures.push(
      fromPairs("server: peak memory after load", "MB", [
        { ours: peakMemory(program.pid), floor: peakMemory(bare.pid) },
      ]),
    );
    return figures;
  } finally {
    await bare.stop();
    await program.stop();
  }
}
