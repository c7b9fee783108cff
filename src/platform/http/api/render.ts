/** From an operation's answer to what is sent: its bytes, its tag, and where to go on. */
import type { Id } from "../../../shared/ids.ts";
import { fileAnswer } from "../file-answer.ts";
import { etagOf, tagsIn, type Answer } from "./answer.ts";
import type { Asked, Operation } from "./operation.ts";
import { problemBody, PROBLEM_TYPE, PROBLEMS } from "./problem.ts";

/** Where the API stands. */
export const API = "/api/v1";
/** Each organisation's part of it. */
export const ORGANISATION = "/organisations/{organisation}";
export const JSON_TYPE = "application/json; charset=utf-8";

/** Strong tags name bytes: whatever compressed them on the way would have to weaken the tag. */
const CACHING = "private, no-cache, no-transform";

export type Rendered =
  | {
      readonly status: number;
      readonly body: string | Uint8Array<ArrayBuffer>;
      readonly type: string;
      readonly location: string | null;
      /** The address of the list's next page. */
      readonly next: string | null;
    }
  | Extract<Answer, { readonly status: "refused" | "file" }>;

/** Only what the operation's schema names is handed out; a body that is not as it says is a failure of ours. */
export function render(answer: Answer, operation: Operation, { url, params }: Asked): Rendered {
  if (answer.status === "refused" || answer.status === "file") return answer;
  if ("text" in answer)
    return { status: answer.status, body: answer.text, type: answer.type, location: null, next: null };
  const { status, body, location, page } = answer;
  const schema = operation.answers[status]?.schema;
  if (!schema) throw new Error(`${operation.id} has no answer ${status}`);
  const next = page ? nextPage(url, page) : null;
  const whole = page && typeof body === "object" ? { ...body, next } : body;
  return {
    status,
    body: JSON.stringify(schema.parse(whole)),
    type: JSON_TYPE,
    location: location === undefined ? null : `${API}/organisations/${params["organisation"]}${location}`,
    next,
  };
}

function nextPage(
  { pathname, searchParams }: URL,
  { page, limit, total }: { page: number; limit: number; total: number },
): string | null {
  if (page * limit >= total) return null;
  const search = new URLSearchParams(searchParams);
  search.set("page", String(page + 1));
  return `${pathname}?${search.toString()}`;
}

export function toResponse(
  rendered: Rendered,
  operation: Operation,
  { request }: Asked,
  requestId: Id,
): Response {
  if (rendered.status === "refused") {
    const { code, reasons } = rendered;
    return new Response(JSON.stringify(problemBody(code, reasons, requestId)), {
      status: PROBLEMS[code].status,
      headers: { "Content-Type": PROBLEM_TYPE, "Cache-Control": "no-store" },
    });
  }
  if (rendered.status === "file")
    return withTag(fileAnswer(rendered.file), rendered.file.bytes, operation, request);
  const { status, body, type, location, next } = rendered;
  const headers = new Headers({ "Content-Type": type, "Cache-Control": CACHING });
  if (location !== null) headers.set("Location", location);
  if (next !== null) headers.set("Link", `<${next}>; rel="next"`);
  const response = new Response(body, { status, headers });
  return status === 200 ? withTag(response, body, operation, request) : response;
}

/** The answer with its tag; what the client has already isn't sent again. */
function withTag(
  response: Response,
  body: string | Uint8Array,
  { method }: Operation,
  request: Request,
): Response {
  const tag = etagOf(body);
  response.headers.set("ETag", tag);
  const isKnown = method === "get" && tagsIn(request.headers.get("If-None-Match") ?? "").includes(tag);
  return isKnown ? new Response(null, { status: 304, headers: response.headers }) : response;
}
