/** Carrying out a request that has been read: what must hold before it, and that it is done once. */
import type { Id } from "../../../shared/ids.ts";
import type { Work } from "../../database/work.ts";
import { etagOf, tagsIn } from "./answer.ts";
import { keepAnswer, releaseKey, sha256, takeKey, type Key } from "./kept-answers.ts";
import type { Asked, Operation, TokenFacts } from "./operation.ts";
import { Problem } from "./problem.ts";
import { JSON_TYPE, render, type Rendered } from "./render.ts";

/** A request with what is wrong with it: that is told only to whoever has a token. */
export type Read = {
  readonly asked: Asked;
  readonly ready:
    | { readonly ok: true; readonly run: Awaited<ReturnType<Operation["prepare"]>> }
    | { readonly ok: false; readonly problem: Problem };
};

const LONGEST_KEY = 200;

/** Throws a problem where nothing of the request may remain; a use case's refusal is an answer, whose reads are logged. */
export async function carryOut(
  work: Work,
  accountId: Id,
  token: TokenFacts,
  operation: Operation,
  { asked, ready }: Read,
): Promise<Rendered> {
  if (!ready.ok) throw ready.problem;
  const tags = ifMatchTags(asked.request, operation);
  const run = async (): Promise<Rendered> => {
    const answer = await ready.run({
      work,
      token,
      prefers: (types) => preferred(asked.request, types),
      ifMatch: (representation) => {
        const present = etagOf(JSON.stringify(operation.edits?.parse(representation)));
        if (!tags.includes(present)) throw new Problem("changed");
      },
    });
    return render(answer, operation, asked);
  };
  const key = operation.creates ? idempotencyKey(asked.request) : null;
  return key === null ? run() : once(work, { accountId, hash: sha256(key) }, asked, run);
}

/** What edits must say what it has read: an exact tag, for `*` would match whatever there is. */
function ifMatchTags(request: Request, { edits }: Operation): readonly string[] {
  if (!edits) return [];
  const tags = tagsIn(request.headers.get("If-Match") ?? "");
  if (tags.length === 0) throw new Problem("precondition-required");
  return tags;
}

/** The first of these media types that the client takes; the first one where it says nothing. */
function preferred(request: Request, types: readonly string[]): string {
  const accept = (request.headers.get("Accept") ?? "*/*").toLowerCase();
  for (const part of accept.split(",")) {
    const range = part.split(";")[0]?.trim() ?? "";
    const found = types.find((type) => ["*/*", type, `${type.split("/")[0]}/*`].includes(range));
    if (found) return found;
  }
  throw new Problem("not-acceptable", {
    reasons: types.map((type) => ({ code: "media-type", data: { type } })),
  });
}

function idempotencyKey(request: Request): string | null {
  const key = request.headers.get("Idempotency-Key");
  if (key === null) return null;
  if (key !== "" && key.length <= LONGEST_KEY) return key;
  throw new Problem("refused", {
    reasons: [{ code: "bad-idempotency-key", field: "Idempotency-Key", data: { max: LONGEST_KEY } }],
  });
}

/** Runs the first time; then answers as that time did. */
async function once(
  work: Work,
  key: Key,
  { request, url, bytes }: Asked,
  run: () => Promise<Rendered>,
): Promise<Rendered> {
  const taken = await takeKey(work, key, sha256(request.method, url.pathname + url.search, bytes));
  if (!taken.first) {
    if (taken.answer !== "another") return { ...taken.answer, type: JSON_TYPE, next: null };
    throw new Problem("refused", { reasons: [{ code: "idempotency-key-used", field: "Idempotency-Key" }] });
  }
  const answer = await run();
  if (answer.status === "refused" || answer.status === "file") await releaseKey(work, key);
  else if (typeof answer.body === "string") await keepAnswer(work, key, { ...answer, body: answer.body });
  return answer;
}
