/** How the API's expectations are written: the cases of an operation, by what its address names. */
import type { Id } from "../../src/shared/ids.ts";
import type { AccessWorld, ActorName } from "./world.ts";

/** The world of the matrix with what only the API needs. */
export type ApiWorld = AccessWorld & {
  readonly modelId: Id;
  readonly cancelledImport: Id;
  readonly cancelledTakeOver: Id;
};

export type ApiCase = {
  readonly of: string;
  readonly params?: (world: ApiWorld) => Readonly<Record<string, string>>;
  readonly search?: (world: ApiWorld) => string;
  readonly body?: (world: ApiWorld) => unknown;
  /** Of a body that is no JSON. */
  readonly type?: string;
  readonly in: readonly ActorName[];
  /** What those who get in are answered with, when it is not 200. */
  readonly status?: number;
  /** It is carried out, there being nothing to refuse. */
  readonly changes?: true;
};

export const one = (of: string, rest: Omit<ApiCase, "of">): ApiCase => ({ of, ...rest });
export const STALE = 412;
export const REFUSED = 422;
export const LATE = 409;
export const CREATED = 201;

export type Row = readonly [
  of: string,
  which: (world: ApiWorld) => string,
  getIn: readonly ActorName[],
  status?: number,
];
export const by =
  (param: string, more: Omit<ApiCase, "of" | "in"> = {}) =>
  (...rows: readonly Row[]): ApiCase[] =>
    rows.map(([of, which, getIn, status]) =>
      one(of, {
        ...more,
        params: (world) => ({ [param]: which(world) }),
        in: getIn,
        ...(status === undefined ? {} : { status }),
      }),
    );

/** A decision without words, and a draft on its way to be asked about: sent where nothing is to change. */
export const adoption = {
  decidedAs: "",
  delegation: "",
  diaryNumber: "",
  restsOn: "",
  inForceFrom: "2027-01-01",
};
export const consultation = { status: "consultation", reason: "" };
