/** People at work in the trial, over HTTP. Each writes until the server stops answering; what was answered is acknowledged. */
import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../../src/shared/ids.ts";
import { Client, type Answer } from "../http/client.ts";
import { csv, row } from "../people/staff-file.ts";
import type { TrialWorld } from "./trial-world.ts";

/** The server or its database went away in the middle: whether the last write was done is not known. */
class CutOff extends Error {}

/** A write that was sent and not answered: it may be there or not, but never twice. */
export type InDoubt = { readonly mark: string; readonly resend: (client: Client) => Promise<Answer> };

/** What the writers know for certain, and what they do not. */
export class Ledger {
  readonly units: string[] = [];
  readonly placements: string[] = [];
  /** The texts that the setting may have: the last one acknowledged, and those sent after it. */
  principles: string[];
  settings = 0;
  inDoubt: InDoubt[] = [];

  constructor(principles: string) {
    this.principles = [principles];
  }

  /** How many writes are known to be done. */
  get acknowledged(): number {
    return this.units.length + this.placements.length + this.settings;
  }
}

const IMPORTED = 400;
const DAY = "2021-01-15";

const COLUMNS = {
  employmentNumber: "Anst.nr",
  personKey: "Personnyckel",
  givenName: "Förnamn",
  familyName: "Efternamn",
  unitCode: "Org.kod",
  title: "Befattning",
  form: "Anst.form",
  extent: "Syssgrad",
  from: "Från",
  to: "Till",
};

/** Asks, and tells being cut off from being answered. */
async function answered(asking: Promise<Answer>): Promise<Answer> {
  const answer = await asking.catch((error: unknown) => {
    throw new CutOff("the connection was lost", { cause: error });
  });
  if (answer.status >= 500) throw new CutOff(`answered with ${answer.status}`);
  return answer;
}

/** Throws what the trial cannot explain by a crash. */
function expectStatus(answer: Answer, status: number, what: string): Answer {
  if (answer.status !== status)
    throw new Error(
      `${what} was answered with ${answer.status} ${answer.location ?? ""}: ${answer.body.slice(0, 600)}`,
    );
  return answer;
}

const valueOf = (body: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*?value="([^"]*)"|value="([^"]*)"[^>]*?name="${name}"`)
    .exec(body)
    ?.slice(1)
    .find(Boolean) ?? "";

export class Writers {
  readonly #trial: TrialWorld;
  readonly #ledger: Ledger;
  #turn = 0;
  #generation = 0;

  constructor(trial: TrialWorld, ledger: Ledger) {
    this.#trial = trial;
    this.#ledger = ledger;
  }

  #client(url: string, slug: string, session: string): Client {
    const client = new Client(url);
    client.cookies.set(`vidga-${slug}`, session);
    return client;
  }

  /** All at work until the server is gone or `stop` says so; throws when something happened that no crash explains. */
  async work(url: string, stop: AbortSignal): Promise<void> {
    const { placing, importing } = this.#trial;
    const administrator = this.#client(url, placing.slug, placing.administrator);
    const manager = this.#client(url, placing.slug, placing.manager);
    const handler = this.#client(url, importing.slug, importing.handler);
    const loops = [
      () => this.#addUnit(administrator),
      () => this.#addUnit(administrator),
      () => this.#place(manager),
      () => this.#keepSettings(administrator),
      () => this.#import(handler),
    ];
    await Promise.all(
      loops.map(async (write) => {
        try {
          while (!stop.aborted) await write();
        } catch (error) {
          if (!(error instanceof CutOff)) throw error;
        }
      }),
    );
  }

  /** Sends again what was sent and not answered, with the same sheet's token: done once, whichever way it went. */
  async resend(url: string): Promise<void> {
    const { placing } = this.#trial;
    const administrator = this.#client(url, placing.slug, placing.administrator);
    for (const { mark, resend } of this.#ledger.inDoubt) {
      let answer = await resend(administrator);
      // A page that asks to wait and try again is tried again.
      for (let tries = 0; answer.status === 503 && tries < 20; tries += 1) {
        await pause(250);
        answer = await resend(administrator);
      }
      expectStatus(answer, 303, mark);
      this.#ledger.units.push(mark);
    }
    this.#ledger.inDoubt = [];
  }

  async #addUnit(client: Client): Promise<void> {
    const mark = `Enhet ${(this.#turn += 1)}`;
    const token = newId();
    const fields = { version: "1", name: mark, validFrom: "2020-01-01", "idempotency-token": token };
    const send = (by: Client) => by.send(`/o/${this.#trial.placing.slug}/units/new`, fields);
    const doubt: InDoubt = { mark, resend: send };
    this.#ledger.inDoubt.push(doubt);
    expectStatus(await answered(send(client)), 303, mark);
    this.#ledger.inDoubt = this.#ledger.inDoubt.filter((each) => each !== doubt);
    this.#ledger.units.push(mark);
  }

  async #place(client: Client): Promise<void> {
    const { placing, modelId, places, staff } = this.#trial;
    const turn = (this.#turn += 1);
    const person = staff[turn % staff.length] ?? "";
    const path = `/o/${placing.slug}/people/${person}/placements`;
    const page = expectStatus(await answered(client.ask(path)), 200, path);
    const mark = `Ord ${turn}`;
    const follows = valueOf(page.body, "follows");
    const sent = client.send(path, {
      model: modelId,
      follows,
      ...(follows === "" ? {} : { [`kind-${modelId}`]: "correct" }),
      [`place-${modelId}`]: places[turn % places.length] ?? "",
      [`dialogueOn-${modelId}`]: DAY,
      [`basis-${modelId}`]: "development-talk",
      [`motivation-${modelId}`]: mark,
    });
    expectStatus(await answered(sent), 303, mark);
    this.#ledger.placements.push(mark);
  }

  async #keepSettings(client: Client): Promise<void> {
    const path = `/o/${this.#trial.placing.slug}/settings`;
    const page = expectStatus(await answered(client.ask(path)), 200, path);
    const text = `Lika för lika ${(this.#turn += 1)}`;
    this.#ledger.principles.push(text);
    const sent = client.send(path, {
      version: valueOf(page.body, "version"),
      modelWord: "kompetensmodell",
      talkWord: "utvecklingssamtal",
      presentation: "rings",
      ratingScale: "med stöd\nsjälvständigt\nleder andra",
      coverageThreshold: "80",
      smallestGroup: "5",
      reviewIntervalMonths: "24",
      moveRule: "advisory",
      placementPrinciples: text,
      payLinkStatement: "",
      counts: "on-leave",
    });
    expectStatus(await answered(sent), 303, text);
    this.#ledger.principles = [text];
    this.#ledger.settings += 1;
  }

  /** Goes on with the import where it is, or begins the next one. */
  async #import(client: Client): Promise<void> {
    const home = `/o/${this.#trial.importing.slug}/import`;
    const list = expectStatus(await answered(client.ask(home)), 200, home);
    const latest = /\/import\/([0-9a-f-]{36})"/.exec(list.body)?.[1];
    const page = latest ? expectStatus(await answered(client.ask(`${home}/${latest}`)), 200, home) : null;
    const isPreview = page?.body.includes('value="confirm"') ?? false;
    const isUnderWay = page?.body.includes('id="import-progress"') ?? false;
    const isMapping = page?.body.includes('value="mapping"') ?? false;
    if (isUnderWay) return;
    if (isMapping) {
      const sent = client.send(`${home}/${latest}`, { intent: "mapping", ...COLUMNS });
      expectStatus(await answered(sent), 303, "the columns");
    } else if (isPreview) {
      const version = valueOf(page?.body ?? "", "version");
      const sent = client.send(`${home}/${latest}`, { intent: "confirm", version });
      expectStatus(await answered(sent), 303, "the confirmation");
    } else await this.#upload(client, home);
  }

  async #upload(client: Client, home: string): Promise<void> {
    const generation = `Led${(this.#generation += 1)}`;
    const rows = Array.from({ length: IMPORTED }, (_, at) => row(`a${at}`, `Kim ${generation}`));
    const form = new FormData();
    form.set("idempotency-token", newId());
    form.set("file", new File([new Uint8Array(csv(rows))], `${generation}.csv`, { type: "text/csv" }));
    const packed = new Response(form);
    const body = Buffer.from(await packed.arrayBuffer());
    const headers = { "Content-Type": packed.headers.get("content-type") ?? "", Origin: client.url };
    expectStatus(await answered(client.ask(home, { method: "POST", headers, body })), 303, "the file");
  }
}
