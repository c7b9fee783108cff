/** What every page knows about the request that it is drawn for, also a page that only says that something went wrong. */
import { createContext, use } from "react";
import type { Language } from "./context.ts";

export type Shell = {
  readonly language: Language;
  readonly mode: "demo" | "live";
  /** The day it is in Stockholm. */
  readonly today: string;
  readonly tenant: { readonly slug: string; readonly name: string; readonly logoHash: string | null } | null;
  /** The name of whoever is signed in. */
  readonly user: string | null;
  readonly path: string;
  readonly daily: readonly NavEntry[];
  readonly own: readonly NavEntry[];
  /** Puts the organisation's own address in front of a path. */
  readonly at: (path: string) => string;
};

/** A page in the header or under one's name: a word that the messages know, its address, and the other addresses whose pages belong to it. */
export type NavEntry = {
  readonly label: NavLabel;
  readonly href: string;
  readonly also?: readonly string[];
};
export type NavLabel =
  | "start"
  | "models"
  | "units"
  | "people"
  | "coverage"
  | "needs"
  | "members"
  | "import"
  | "evidence"
  | "data"
  | "requests"
  | "talks"
  | "calibrations"
  | "placementViews"
  | "plan"
  | "planTemplates"
  | "reads"
  | "notices"
  | "mail"
  | "professions"
  | "accounts"
  | "tokens"
  | "settings";

const NOWHERE: Shell = {
  language: "sv",
  mode: "live",
  today: "",
  tenant: null,
  user: null,
  path: "/",
  daily: [],
  own: [],
  at: (path) => path,
};

/** Given around every page as it is drawn. */
export const ShellContext = createContext<Shell>(NOWHERE);

export const useShell = (): Shell => use(ShellContext);
