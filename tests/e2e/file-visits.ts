/** A visit to every address of the table that isn't a page, as somebody who may. */
import { withRole, type Who } from "./demo-site.ts";
import type { Things } from "./things.ts";
import { anyone, DEMO_LINE, employee, handler, lead, manager } from "./visitors.ts";

/** Not pages: what else the address answers with. */
export type FileVisit = {
  readonly who: Who;
  readonly path: string;
  readonly type: RegExp;
  readonly says: RegExp;
};

/** What the other addresses answer with. */
export function filesAt(t: Things): Readonly<Record<string, FileVisit>> {
  const [csv, yaml] = [/^text\/csv/, /yaml/];
  const demoFirst = new RegExp(`^\uFEFF?${DEMO_LINE}\r\n`);
  return {
    "/language/:to": { who: anyone, path: "//language/en?back=%2F", type: /^text\/html/, says: /Demo data/ },
    // Signing out is a form: there is nothing to see.
    "/o/:slug/sign-out": { who: anyone, path: "/sign-out", type: /html/, says: /finns inte/ },
    "/o/:slug/import/template/:format": {
      who: handler,
      path: "/import/template/csv",
      type: csv,
      says: new RegExp(`;${DEMO_LINE}\r\n`),
    },
    "/o/:slug/logo/:hash": { who: anyone, path: `/logo/${t.logo}`, type: /^image\/png$/, says: /^.PNG/ },
    "/o/:slug/take-over/file/:what/:format": {
      who: handler,
      path: "/take-over/file/placements/csv",
      type: csv,
      says: new RegExp(`;${DEMO_LINE}\r\n`),
    },
    "/o/:slug/import/:importId/unreadable": {
      who: handler,
      path: `/import/${t.preview}/unreadable`,
      type: csv,
      says: demoFirst,
    },
    "/o/:slug/take-over/:takeOverId/rows/:list": {
      who: handler,
      path: `/take-over/${t.takeOverPreview}/rows/unreadable`,
      type: csv,
      says: /Rad;.*\r\n2;/,
    },
    "/o/:slug/people/:personId/evidence/:evidenceId/files/:fileId": {
      who: employee,
      path: t.paper,
      type: /^image\/png/,
      says: /PNG/,
    },
    "/o/:slug/my/talks/:talkId/file.pdf": {
      who: employee,
      path: `/my/talks/${t.lockedTalk}/file.pdf`,
      type: /^application\/pdf/,
      says: /^%PDF/,
    },
    "/o/:slug/people/:personId/talks/:talkId/file.pdf": {
      who: manager,
      path: `/people/${t.person}/talks/${t.lockedTalk}/file.pdf`,
      type: /^application\/pdf/,
      says: /^%PDF/,
    },
    "/o/:slug/my/data/file.json": {
      who: employee,
      path: "/my/data/file.json",
      type: /^application\/json/,
      says: new RegExp(DEMO_LINE),
    },
    "/o/:slug/theme.css": { who: anyone, path: "/theme.css", type: /^text\/css/, says: /--/ },
    "/o/:slug/models/:model/versions/:number/file/:format": {
      who: anyone,
      path: `/models/${t.model}/versions/1/file/yaml`,
      type: yaml,
      says: new RegExp(`^# ${DEMO_LINE}\n`),
    },
    "/o/:slug/catalogue/shortage/:format": {
      who: lead,
      path: "/catalogue/shortage/csv",
      type: csv,
      says: new RegExp(DEMO_LINE),
    },
    "/o/:slug/units/:unitId/abilities/file.csv": {
      who: manager,
      path: `/units/${t.unit}/abilities/file.csv`,
      type: csv,
      says: demoFirst,
    },
    "/o/:slug/debt/file.csv": { who: lead, path: "/debt/file.csv", type: csv, says: demoFirst },
    "/o/:slug/models/:model/versions/:number/impact/file.csv": {
      who: lead,
      path: `/models/${t.model}/versions/2/impact/file.csv`,
      type: csv,
      says: demoFirst,
    },
    "/o/:slug/models/:model/supplement/impact/file.csv": {
      who: withRole("kungsbacka", "process_lead"),
      path: "/models/arbetsterapeut/supplement/impact/file.csv",
      type: csv,
      says: demoFirst,
    },
    "/o/:slug/needs/file.csv": { who: lead, path: "/needs/file.csv", type: csv, says: demoFirst },
    "/o/:slug/coverage/file.csv": { who: lead, path: "/coverage/file.csv", type: csv, says: demoFirst },
    "/o/:slug/coverage/:model/file.csv": {
      who: lead,
      path: `/coverage/${t.model}/file.csv`,
      type: csv,
      says: demoFirst,
    },
  };
}
