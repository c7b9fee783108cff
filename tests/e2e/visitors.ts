/** What a visit is, and who makes them. */
import { named, nobody, withRole, type Who } from "./demo-site.ts";
import { HOME } from "./things.ts";

/** A form sent so that it is refused: its fields are emptied, then filled as said here by their labels, and the button pressed. */
export type Refused = {
  readonly press: string;
  readonly type?: Readonly<Record<string, string>>;
  /** A radio button or box. */
  readonly check?: string;
  /** The text of a file. */
  readonly choose?: string;
};

export type Visit = {
  readonly of: string;
  readonly who: Who;
  /** From the organisation's own address; from the site's when it begins with `//`. */
  readonly path: string;
  /** Another answer than 200. */
  readonly status?: number;
  readonly refused?: Refused;
};

export const ASSOCIATION = "fyrbodal";
export const DEMO_LINE = "Demodata: påhittade uppgifter";

export const employee = named(HOME, "Åsa Lindqvist");
export const manager = named(HOME, "Karin Öhman");
export const admin = withRole(HOME, "administrator");
export const lead = withRole(HOME, "process_lead");
export const handler = withRole(HOME, "hr_handler");
export const adopter = withRole(HOME, "adopter");
export const associationLead = withRole(ASSOCIATION, "association_lead");
export const associationAdmin = withRole(ASSOCIATION, "administrator");
export const anyone = nobody(HOME);

export const visit = (of: string, who: Who, path: string, more: Partial<Visit> = {}): Visit => ({
  of,
  who,
  path,
  ...more,
});
export const refusing = (who: Who, path: string, refused: Refused): Visit =>
  visit(`refused, ${refused.press}`, who, path, { refused });
