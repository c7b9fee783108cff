/**
 * Which file may know which. The folders are features in one order, and each knows only those before it; within a
 * feature the kinds of files (`rules.ts`, `access.ts`, `store.ts` …) know only what makes them what they are.
 * Each rule has a probe in `tests/architecture/` that breaks it: a new rule needs one too.
 */
const FEATURES = [
  "suppression",
  "organisation",
  "people",
  "identity",
  "notices",
  "career-model",
  "catalogue",
  "layers",
  "model-sheets",
  "model-editor",
  "placement",
  "evidence",
  "assessment",
  "calibration",
  "gap",
  "move",
  "plan",
  "talk",
  "coverage",
  "governance",
  "rollout",
  "survey",
  "analysis",
  "publishing",
  "privacy",
  "desk",
];

const feature = `^src/(?:${FEATURES.join("|")})/`;
/** What joins everything: the server, the API, the command line, background work, who listens to which fact, and the table of pages. */
const JOINERS = "^src/(?:commands/[a-z-]+|main|cli|jobs|subscriptions|routes|api)\\.tsx?$";
const RULES = "^src/[^/]+/[a-z.-]*rules\\.ts$";
const ACCESS = "^src/[^/]+/access\\.ts$";
const STORE = "^src/[^/]+/(?:store|[a-z.-]*\\.store)\\.ts$";
const PAGES = "^src/(?:[^/]+/pages/|root\\.tsx$)";

/** A feature's operations of the REST API. */
const API = "^src/[^/]+/[a-z.-]*api\\.ts$";

/** A feature's mail: words by the facts. */
const LETTERS = "^src/[^/]+/(?:letters|[a-z-]+-document)\\.ts$";

/** What later features' pages may show of a feature: a model drawn, a level told. */
const PARTS = "^src/[^/]+/parts/";

/** One rule per feature and none for the last, which may know all. */
const oneDirection = FEATURES.slice(0, -1).map((name, index) => ({
  name: `${name}-knows-only-earlier`,
  comment: "Features depend in one direction.",
  from: { path: `^src/${name}/` },
  to: { path: `^src/(?:${FEATURES.slice(index + 1).join("|")})/` },
}));

const forbidden = [
  ...oneDirection,
  {
    name: "shared-knows-nothing",
    comment: "The kernel imports only itself and Node.",
    from: { path: "^src/shared/" },
    to: { pathNot: "^src/shared/", dependencyTypesNot: ["core"] },
  },
  {
    name: "suppression-is-pure",
    from: { path: "^src/suppression/", pathNot: PAGES },
    to: { path: "^src/", pathNot: "^src/(?:suppression|shared)/" },
  },
  {
    name: "platform-knows-no-feature",
    from: { path: "^src/platform/" },
    to: { path: "^src/", pathNot: "^src/(?:platform/|shared/|config\\.ts$)" },
  },
  {
    name: "ui-knows-no-feature",
    from: { path: "^src/ui/" },
    to: { path: "^src/", pathNot: "^src/(?:ui|shared|messages)/" },
  },
  {
    name: "messages-know-no-feature",
    comment: "Words know whose language to speak, from the platform; no feature and no component.",
    from: { path: "^src/messages/" },
    to: { path: "^src/", pathNot: "^src/(?:messages|shared|platform)/" },
  },
  {
    name: "rules-are-pure",
    comment: "Rules know rules of this and earlier features, suppression and the kernel.",
    from: { path: RULES },
    to: { pathNot: ["^src/(?:shared|suppression)/", RULES] },
  },
  {
    name: "access-is-pure",
    comment: "Access knows access and rules of this and earlier features, and the kernel.",
    from: { path: ACCESS },
    to: { pathNot: ["^src/(?:shared|suppression)/", RULES, ACCESS] },
  },
  {
    name: "store-is-only-sql",
    comment:
      "A store knows the database, the outbox's SQL, rules, the kernel and stores of this and earlier features.",
    from: { path: STORE },
    to: {
      pathNot: [
        "^src/(?:shared|suppression)/",
        "^src/platform/database/",
        "^src/platform/mail/[a-z-]+\\.(?:store|rules)\\.ts$",
        RULES,
        STORE,
        ACCESS,
        "(?:^|/)node_modules/kysely/",
      ],
      dependencyTypesNot: ["core"],
    },
  },
  {
    name: "store-decides-no-access",
    comment: "A store may load the facts whose shape access declares; it never asks for the verdict.",
    from: { path: STORE },
    to: { path: ACCESS, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "pages-only-from-routes",
    comment: "A page is reached through the table of routes; what two pages share stands beside them.",
    from: { path: "^(?:src|scripts)/", pathNot: [JOINERS, PAGES] },
    to: { path: "^src/[^/]+/pages/" },
  },
  {
    name: "pages-know-no-other-features-pages",
    from: { path: "^src/([^/]+)/pages/" },
    to: { path: "^src/[^/]+/pages/", pathNot: "^src/$1/pages/" },
  },
  {
    name: "parts-only-for-pages",
    comment: "Parts are shown by pages, and know as little as pages do.",
    from: { path: "^(?:src|scripts)/", pathNot: [PAGES, PARTS] },
    to: { path: PARTS },
  },
  {
    name: "pages-know-no-sql",
    comment: "Pages call use cases; they neither query nor write.",
    from: { path: "^src/[^/]+/(?:pages|parts)/" },
    to: { path: [STORE, "(?:^|/)node_modules/(?:kysely|pg)/"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "api-only-from-the-list",
    comment: "An operation is reached through the one list of them.",
    from: { path: "^(?:src|scripts)/", pathNot: JOINERS },
    to: { path: API },
  },
  {
    name: "api-knows-no-sql",
    comment: "Operations call use cases, as pages do; they neither query nor write.",
    from: { path: API },
    to: { path: [STORE, "(?:^|/)node_modules/(?:kysely|pg)/"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "messages-only-for-people",
    comment: "Words are for pages, components, mail and the command line: everything else speaks in codes.",
    from: {
      path: "^src/",
      pathNot: [
        JOINERS,
        "^src/(?:messages|ui)/",
        PAGES,
        PARTS,
        LETTERS,
        "^src/entry\\.(?:server|client)\\.tsx$",
      ],
    },
    to: { path: "^src/messages/" },
  },
  {
    name: "nobody-knows-the-joiners",
    comment: "Only main, cli and routes join everything, and nothing imports them.",
    from: { path: "^src/", pathNot: JOINERS },
    to: { path: JOINERS },
  },
  {
    name: "top-level-knows-no-feature",
    comment:
      "The frame around every page may know the last feature, which is pages only; nothing else on top joins.",
    from: { path: "^src/[^/]+$", pathNot: JOINERS },
    to: { path: feature, pathNot: "^src/desk/" },
  },
  {
    name: "only-tests-know-tests",
    from: { pathNot: "^tests/" },
    to: { path: "^tests/" },
  },
  {
    name: "src-knows-no-scripts",
    comment: "Only the joiners load the demo.",
    from: { path: "^src/", pathNot: JOINERS },
    to: { path: "^(?:scripts|bench|demo)/.*\\.[mc]?[jt]sx?$" },
  },
  {
    name: "no-circle",
    from: {},
    to: { circular: true },
  },
  {
    name: "every-import-is-found",
    from: {},
    to: { couldNotResolve: true, pathNot: ["\\+types/", "^virtual:"] },
  },
];

export default {
  forbidden: forbidden.map((rule) => ({ severity: "error", ...rule })),
  options: {
    doNotFollow: { path: "(?:^|/)node_modules/" },
    exclude: { path: "^(?:build|\\.react-router)/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
