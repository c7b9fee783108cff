/** What the demo says of an organisation: who it is, who works there, who one can be in it, and how far it has come with its models. */
import type { Words } from "../src/platform/http/context.ts";
import type { Settings } from "../src/organisation/rules.ts";
import type { DemoSupplement } from "./layers.ts";
import type { GivenRole, Tenant } from "../src/shared/actor.ts";

export type DemoUnit = {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly authority?: boolean;
};

export type DemoProfession = {
  readonly nameSv: string;
  readonly nameEn: string;
  readonly ssyk: string | null;
  readonly licensed: boolean;
  readonly unions: readonly string[];
  readonly titles: readonly string[];
};

/** One employment as the HR system exports it. */
export type DemoEmployment = {
  readonly number: string;
  /** The HR system's own key for the person: the same in each of their employments. */
  readonly person: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly unit: string;
  readonly title: string;
  readonly form: "Tillsvidare" | "Visstid" | "Timavlönad";
  readonly extent: number;
  readonly from: string;
  readonly to: string | null;
  readonly main: boolean;
  /** The employment number of the manager; null where the post is vacant. */
  readonly manager: string | null;
  readonly leave?: { readonly from: string; readonly to: string };
  readonly protectedIdentity?: boolean;
};

/** Somebody whom one can be. */
export type DemoAccount = {
  /** The name of an employee, or of a guest of an association. */
  readonly name: string;
  readonly role: GivenRole | null;
  /** rollout_lead: the code of the unit. */
  readonly unit?: string;
  /** union_representative: the professions. */
  readonly professions?: readonly string[];
  /** hr_partner: whose case, and why. */
  readonly about?: string;
  readonly reason?: string;
  /** Acts for the manager of the unit with this code. */
  readonly deputyOf?: string;
  /** What to look at as this person. */
  readonly look?: Words;
};

/** How far an organisation has come with one model. */
export type DemoModel = {
  /** Its file in `demo/models`, without the ending. */
  readonly file: string;
  /** The profession, as it is called in the organisation. */
  readonly profession: string;
  /** It came into force so many months ago; null while it is a draft. */
  readonly adopted: number | null;
  /** Its second version (`demo/revisions.ts`) came into force so many months ago; null while that is a draft. */
  readonly revised?: number | null;
  /** It is the association's, taken in: `adopted` and `revised` say when the member decided its versions. */
  readonly shared?: true;
  /** What is laid over it. What doesn't fit its second version waits to be settled. */
  readonly supplements?: readonly DemoSupplement[];
  /** Of every ten in the profession so many are placed: all alike, or by title in lower case. Nobody, when it is not said. */
  readonly placed?: number | Readonly<Record<string, number>>;
  /** The talks were spread over so many days. */
  readonly days?: number;
  /** Which level each next person is placed at, from the innermost (0). */
  readonly levels?: readonly number[];
};

export type DemoOrganisation = {
  readonly tenant: Omit<Tenant, "id">;
  /** The address of the association that it is a member of. */
  readonly memberOf?: string;
  /** What there is to see here, in a sentence: on the front page. */
  readonly see: Words;
  /** A good place to begin: its order among those. */
  readonly begin?: number;
  readonly settings: Partial<Settings>;
  readonly units: readonly DemoUnit[];
  readonly professions: readonly DemoProfession[];
  /** It began to use Vidga so many months ago. */
  readonly began: number;
  readonly models: readonly DemoModel[];
  /** Some have moved since they were placed, and the next talks are prepared. */
  readonly goesOn?: boolean;
  /** Measurements were frozen so many months ago, the oldest first. */
  readonly measured: readonly number[];
  readonly accounts: readonly DemoAccount[];
  readonly staff: readonly DemoEmployment[];
};
