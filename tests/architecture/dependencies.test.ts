import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { brokenBy, examine, ruleNames, type Tree } from "./cruise.ts";

/** In the order of ARCHITECTURE.md: each knows only those before it. */
// prettier-ignore
const FEATURES = [
  "suppression", "organisation", "people", "identity", "notices", "career-model", "catalogue", "layers", "model-sheets", "model-editor",
  "placement", "evidence", "assessment", "calibration", "gap", "move", "plan", "talk", "coverage", "governance", "rollout", "survey", "analysis", "publishing", "privacy", "desk",
];

const importing = (from: string, to: string): Tree => ({ [from]: [to], [to]: [] });

/** For each rule the smallest tree that breaks it. A rule that stays silent about its probe guards nothing. */
const PROBES: Readonly<Record<string, Tree>> = {
  "shared-knows-nothing": importing("src/shared/ids.ts", "src/platform/mail/send.ts"),
  "suppression-is-pure": importing("src/suppression/cells.ts", "src/platform/database/connect.ts"),
  "platform-knows-no-feature": importing("src/platform/jobs/run.ts", "src/people/store.ts"),
  "ui-knows-no-feature": importing("src/ui/table.tsx", "src/people/rules.ts"),
  "messages-know-no-feature": importing("src/messages/sv/people.ts", "src/people/rules.ts"),
  "rules-are-pure": importing("src/people/leave.rules.ts", "src/platform/database/connect.ts"),
  "access-is-pure": importing("src/people/access.ts", "src/people/store.ts"),
  "store-is-only-sql": importing("src/people/store.ts", "src/platform/mail/send.ts"),
  "store-decides-no-access": importing("src/people/import.store.ts", "src/people/access.ts"),
  "pages-only-from-routes": importing("src/people/show-unit.ts", "src/people/pages/unit.tsx"),
  "pages-know-no-other-features-pages": importing(
    "src/placement/pages/list.tsx",
    "src/people/pages/unit.tsx",
  ),
  "parts-only-for-pages": importing("src/move/place-person.ts", "src/career-model/parts/drawing.tsx"),
  "pages-know-no-sql": importing("src/people/pages/unit.tsx", "src/people/store.ts"),
  "api-only-from-the-list": importing("src/people/show-unit.ts", "src/people/units.api.ts"),
  "api-knows-no-sql": importing("src/people/api.ts", "src/people/store.ts"),
  "messages-only-for-people": importing("src/people/show-unit.ts", "src/messages/messages.ts"),
  "nobody-knows-the-joiners": importing("src/people/show-unit.ts", "src/main.ts"),
  "top-level-knows-no-feature": importing("src/config.ts", "src/people/rules.ts"),
  "only-tests-know-tests": importing("src/people/show-unit.ts", "tests/support/people.ts"),
  "src-knows-no-scripts": importing("src/people/show-unit.ts", "scripts/check.ts"),
  "no-circle": { "src/people/a.ts": ["src/people/b.ts"], "src/people/b.ts": ["src/people/a.ts"] },
  "every-import-is-found": { "src/people/show-unit.ts": ["src/people/gone.ts"] },
};

const directionRule = (feature: string): string => `${feature}-knows-only-earlier`;
const withLater = FEATURES.slice(0, -1);

test("each dependency rule has a probe", () => {
  expect(ruleNames.toSorted()).toEqual([...Object.keys(PROBES), ...withLater.map(directionRule)].toSorted());
});

test.each(Object.entries(PROBES))("%s reports its probe", async (rule, tree) => {
  expect(await brokenBy(tree)).toContain(rule);
});

test.each(withLater)("%s may know no later feature", async (feature) => {
  const later = FEATURES.slice(FEATURES.indexOf(feature) + 1).map((name) => `src/${name}/show.ts`);
  const tree = Object.fromEntries([
    [`src/${feature}/show.ts`, later],
    ...later.map((path) => [path, []]),
  ]) as Tree;
  const broken = await brokenBy(tree);
  expect(broken.filter((rule) => rule === directionRule(feature))).toHaveLength(later.length);
});

test("what the architecture allows breaks no rule", async () => {
  const tree: Tree = {
    "src/shared/ids.ts": ["node:crypto"],
    "src/messages/messages.ts": [],
    "src/ui/table.tsx": ["src/shared/ids.ts", "src/messages/messages.ts"],
    "src/platform/database/connect.ts": ["src/shared/ids.ts"],
    "src/organisation/rules.ts": ["src/shared/ids.ts"],
    "src/organisation/store.ts": ["src/platform/database/connect.ts", "src/organisation/rules.ts"],
    "src/people/rules.ts": ["src/organisation/rules.ts"],
    "src/people/access.ts": ["src/people/rules.ts", "src/shared/ids.ts"],
    "src/people/store.ts": ["src/organisation/store.ts", "src/people/rules.ts"],
    "src/people/show-unit.ts": [
      "src/people/store.ts",
      "src/people/access.ts",
      "src/platform/database/connect.ts",
    ],
    "src/people/pages/unit.tsx": ["src/people/show-unit.ts", "src/ui/table.tsx", "src/messages/messages.ts"],
    "src/main.ts": ["src/people/show-unit.ts", "src/platform/database/connect.ts"],
    "tests/people/rules.test.ts": ["src/people/rules.ts"],
  };
  expect(await brokenBy(tree)).toEqual([]);
});

test("the rules see every file of the project and its imports", async () => {
  const { modules } = await examine(projectRoot(), ["src", "scripts", "tests"]);
  const files = globSync("{src,scripts,tests}/**/*.{ts,tsx}", { cwd: projectRoot() });
  const seen = new Set(modules.map((module) => module.source));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !seen.has(file))).toEqual([]);
  expect(modules.flatMap((module) => module.dependencies).length).toBeGreaterThan(files.length);
});
