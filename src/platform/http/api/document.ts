/** The OpenAPI 3.1 document, made from the operations themselves: zod's JSON Schema is the dialect that 3.1 speaks. */
import { z } from "zod";
import { SCOPES } from "../../../shared/scopes.ts";
import { TAGS, type Described, type Operation, type Tag } from "./operation.ts";
import { PROBLEM_TYPE, PROBLEMS, type ProblemCode } from "./problem.ts";
import { API, ORGANISATION } from "./render.ts";
import { problem } from "./schemas.ts";
import { FILE_PART, FILES_PART, SAID_PART } from "./sent.ts";

type Json = { [name: string]: unknown };

/** What is said of the API as a whole. */
export type About = {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly tags: Readonly<Record<Tag, { readonly sv: string; readonly en: string }>>;
};

/** Collects the schemas that have names of their own. */
class Components {
  readonly schemas: Json = {};

  /** `input` is what may be sent, `output` what is answered: there may be more fields one day. */
  of(schema: z.ZodType, io: "input" | "output"): Json {
    const {
      $schema: _,
      $defs,
      ...own
    } = z.toJSONSchema(schema, {
      io,
      override: ({ jsonSchema }) => {
        if (io === "output" && jsonSchema.additionalProperties === false)
          delete jsonSchema.additionalProperties;
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      },
    });
    for (const [name, component] of Object.entries($defs ?? {})) this.#add(name, moved(component));
    return moved(own);
  }

  #add(name: string, component: Json): void {
    const present = this.schemas[name];
    if (present !== undefined && JSON.stringify(present) !== JSON.stringify(component))
      throw new Error(`two schemas are called ${name}`);
    this.schemas[name] = component;
  }
}

/** The same schema with its references to where OpenAPI keeps them. */
const moved = (schema: object): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;

export function openApiDocument(operations: readonly Operation[], about: About): Json {
  const components = new Components();
  const reference = components.of(problem, "output");
  const paths: Record<string, Json> = {};
  for (const each of operations) {
    const path = `${API}${ORGANISATION}${each.path}`;
    (paths[path] ??= { parameters: pathParameters(each) })[each.method] = describe(each, components);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: about.title,
      version: about.version,
      description: about.description,
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: "/", description: "This installation." }],
    security: [{ token: [] }],
    tags: TAGS.map((name) => ({ name, description: about.tags[name].en, "x-name-sv": about.tags[name].sv })),
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(components.schemas).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([code, { title }]) => [
          responseName(code),
          { description: title, content: { [PROBLEM_TYPE]: { schema: reference } } },
        ]),
      ),
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "vidga_…",
          description: `A token of one organisation. It acts with its account's roles, within its scopes: ${SCOPES.join(", ")}.`,
        },
      },
    },
  };
}

const responseName = (code: string): string =>
  code.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

function pathParameters({ path, params = {} }: Operation): Json[] {
  const named: NonNullable<Operation["params"]> = {
    organisation: { description: "The organisation's name in addresses.", example: "provby" },
    ...params,
  };
  return [...`${ORGANISATION}${path}`.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    const known = named[name];
    if (!known) throw new Error(`${path} does not say what ${name} is`);
    const { description, example } = known;
    return { name, in: "path", required: true, description, example, schema: { type: "string" } };
  });
}

function describe(each: Operation, components: Components): Json {
  const { scope } = each;
  return {
    operationId: each.id,
    tags: [each.tag],
    summary: each.summary.en,
    "x-summary-sv": each.summary.sv,
    ...(each.description ? { description: each.description } : {}),
    "x-scopes": scope === null ? [] : [scope],
    ...(each.refusals ? { "x-reasons": each.refusals } : {}),
    parameters: [...queryParameters(each, components), ...headerParameters(each)],
    ...(each.body ? { requestBody: { required: true, content: bodyContent(each.body, components) } } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(each.answers).map(([status, answer]) => [
          status,
          response(each, status, answer, components),
        ]),
      ),
      ...(each.method === "get" ? { "304": { description: "It is still what If-None-Match names." } } : {}),
      ...Object.fromEntries(
        problemsOf(each).map((code) => [
          String(PROBLEMS[code].status),
          { $ref: `#/components/responses/${responseName(code)}` },
        ]),
      ),
    },
  };
}

/** A list's parameters by name, each with the schema of its field. */
function queryParameters({ query }: Operation, components: Components): Json[] {
  const { properties = {}, required = [] } = components.of(query, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

function headerParameters({ edits, creates, method }: Operation): Json[] {
  const header = (name: string, required: boolean, description: string): Json => ({
    name,
    in: "header",
    required,
    description,
    schema: { type: "string" },
  });
  return [
    ...(edits ? [header("If-Match", true, "The ETag of what you have read and now change.")] : []),
    ...(creates
      ? [
          header(
            "Idempotency-Key",
            false,
            "A text of your own for this request, at most 200 characters. Sent again within seven days it is answered as the first time, and nothing is done twice.",
          ),
        ]
      : []),
    ...(method === "get" ? [header("If-None-Match", false, "The ETag of what you have already.")] : []),
  ];
}

function bodyContent({ content, example }: NonNullable<Operation["body"]>, components: Components): Json {
  const binary = { type: "string", format: "binary" };
  const schemaOf = (schema: (typeof content)[string]): Json => {
    if (schema === "text") return { type: "string" };
    if (schema === "binary") return binary;
    if (schema === "form")
      return { type: "object", properties: { [FILE_PART]: binary }, required: [FILE_PART] };
    if ("said" in schema)
      return {
        type: "object",
        properties: {
          [SAID_PART]: components.of(schema.said, "input"),
          [FILES_PART]: { type: "array", items: binary, maxItems: schema.mostFiles },
        },
        required: [SAID_PART],
      };
    return components.of(schema, "input");
  };
  return Object.fromEntries(
    Object.entries(content).map(([type, schema]) => [
      type,
      {
        schema: schemaOf(schema),
        ...(example !== undefined && schema instanceof z.ZodType ? { example } : {}),
      },
    ]),
  );
}

function response(
  { method }: Operation,
  status: string,
  { description, schema, files = [], kept = [], example }: Described,
  components: Components,
): Json {
  const text = { schema: { type: "string" } };
  const json = schema && {
    "application/json": {
      schema: components.of(schema, "output"),
      ...(example === undefined ? {} : { example }),
    },
  };
  const header = (words: string): Json => ({ description: words, schema: { type: "string" } });
  return {
    description,
    headers: {
      ...(status === "200" ? { ETag: header("The strong tag of this representation.") } : {}),
      ...(status === "201" ? { Location: header("Where it is.") } : {}),
      ...(status === "200" && method === "get" && isPaged(schema)
        ? { Link: header('The next page: rel="next".') }
        : {}),
    },
    content: {
      ...json,
      ...Object.fromEntries(files.map((type) => [type, text])),
      ...Object.fromEntries(kept.map((type) => [type, { schema: { type: "string", format: "binary" } }])),
    },
  };
}

const isPaged = (schema: z.ZodType | undefined): boolean =>
  schema instanceof z.ZodObject && Object.hasOwn(schema.shape, "next");

function problemsOf(each: Operation): ProblemCode[] {
  const when = (is: boolean, ...codes: ProblemCode[]): ProblemCode[] => (is ? codes : []);
  const isChecked = each.body !== undefined || each.refusals !== undefined;
  return [
    ...when(each.body !== undefined, "unreadable"),
    "unauthorized",
    ...when(each.scope !== null, "insufficient-scope"),
    "not-found",
    ...when(
      Object.values(each.answers).some(({ files }) => files),
      "not-acceptable",
    ),
    ...when(each.conflicts === true, "conflict"),
    ...when(each.edits !== undefined, "changed"),
    ...when(each.body !== undefined, "too-large", "unsupported-media-type"),
    ...when(isChecked || Object.keys(each.query.shape).length > 0, "refused"),
    ...when(each.edits !== undefined, "precondition-required"),
    "failed",
    "unavailable",
  ];
}
