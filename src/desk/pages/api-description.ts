/** The API's description as its page shows it: what is checked in, shaped for reading. */
import described from "../../../docs/api/openapi.json" with { type: "json" };

type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};
type Content = Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
type Answer = { readonly $ref?: string; readonly description?: string; readonly content?: Content };
type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
};
type Method = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly "x-summary-sv": string;
  readonly "x-scopes": readonly string[];
  readonly "x-reasons"?: readonly string[];
  readonly description?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Answer>>;
};
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly tags: readonly {
    readonly name: string;
    readonly description: string;
    readonly "x-name-sv": string;
  }[];
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
  };
};

/** What a value is: in words where it is one of its own, with the name of the schema that tells more. */
export type Kind = { readonly text: string; readonly schema: string | null };
export type Field = {
  readonly name: string;
  readonly kind: Kind;
  readonly required: boolean;
  readonly description: string;
};
export type OperationView = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly sv: string;
  readonly en: string;
  readonly description: string;
  readonly scope: string | null;
  readonly parameters: readonly (Field & { readonly where: string })[];
  readonly body: readonly { readonly type: string; readonly kind: Kind; readonly example: string | null }[];
  readonly answers: readonly {
    readonly status: string;
    readonly words: string;
    readonly kind: Kind | null;
  }[];
  readonly problems: readonly { readonly status: string; readonly code: string }[];
  readonly reasons: readonly string[];
};
export type ApiView = {
  readonly groups: readonly {
    readonly tag: string;
    readonly sv: string;
    readonly en: string;
    readonly operations: readonly OperationView[];
  }[];
  readonly schemas: readonly {
    readonly name: string;
    readonly description: string;
    readonly fields: readonly Field[];
  }[];
};

// What JSON's own type says is narrower than the description is: a description of another day has other fields.
const document = described as unknown as Document;
const BEFORE = "/api/v1/organisations/{organisation}";

const last = (reference: string): string => reference.split("/").at(-1) ?? "";

function kindOf(schema: Schema): Kind {
  if (schema.$ref) return { text: last(schema.$ref), schema: last(schema.$ref) };
  const options = schema.anyOf ?? schema.oneOf;
  if (options) {
    const kinds = options.map(kindOf);
    return {
      text: [...new Set(kinds.map(({ text }) => text))].join(" | "),
      schema: kinds.find((kind) => kind.schema !== null)?.schema ?? null,
    };
  }
  if (schema.items) {
    const { text, schema: named } = kindOf(schema.items);
    return { text: `[${text}]`, schema: named };
  }
  if (schema.enum) return { text: schema.enum.map(String).join(" | "), schema: null };
  if (schema.const !== undefined) return { text: JSON.stringify(schema.const), schema: null };
  if (schema.properties) return { text: `{ ${Object.keys(schema.properties).join(", ")} }`, schema: null };
  const type = typeof schema.type === "string" ? schema.type : (schema.type ?? ["any"]).join(" | ");
  return { text: schema.format ?? type, schema: null };
}

const fieldsOf = ({ properties = {}, required = [] }: Schema): Field[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    kind: kindOf(schema),
    required: required.includes(name),
    description: schema.description ?? "",
  }));

/** A problem's code from what its answer is called: `NotFound` is `not-found`. */
const codeOf = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();

function operationOf(path: string, method: string, of: Method): OperationView {
  const responses = Object.entries(of.responses);
  const answers = responses.flatMap(([status, { $ref, description = "", content = {} }]) => {
    const json = content["application/json"];
    return $ref ? [] : [{ status, words: description, kind: json ? kindOf(json.schema) : null }];
  });
  const problems = responses.flatMap(([status, { $ref }]) =>
    $ref ? [{ status, code: codeOf(last($ref)) }] : [],
  );
  return {
    id: of.operationId,
    method: method.toUpperCase(),
    path: path.replace(BEFORE, "") || "/",
    sv: of["x-summary-sv"],
    en: of.summary,
    description: of.description ?? "",
    scope: of["x-scopes"][0] ?? null,
    parameters: of.parameters.map((each) => ({
      name: each.name,
      where: each.in,
      kind: kindOf(each.schema),
      required: each.required,
      description: each.description ?? "",
    })),
    body: Object.entries(of.requestBody?.content ?? {}).map(([type, { schema, example }]) => ({
      type,
      kind: kindOf(schema),
      example: example === undefined ? null : JSON.stringify(example, null, 2),
    })),
    answers,
    problems,
    reasons: of["x-reasons"] ?? [],
  };
}

/** The whole API, by group. */
export function describeApi(): ApiView {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, each]) => {
      const of = each as Method;
      return method === "parameters" ? [] : [{ tag: of.tags[0], view: operationOf(path, method, of) }];
    }),
  );
  return {
    groups: document.tags.map(({ name, description, "x-name-sv": sv }) => ({
      tag: name,
      sv,
      en: description,
      operations: operations.flatMap(({ tag, view }) => (tag === name ? [view] : [])),
    })),
    schemas: Object.entries(document.components.schemas).map(([name, schema]) => ({
      name,
      description: schema.description ?? "",
      fields: fieldsOf(schema),
    })),
  };
}
