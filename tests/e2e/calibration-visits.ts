/** Visits to calibrations: one under way, which Karin has begun, and one that is closed, in which she took part. */
import type { Things } from "./things.ts";
import { lead, manager, refusing, visit, type Visit } from "./visitors.ts";

export const calibrationVisits = (t: Things): Readonly<Record<string, readonly Visit[]>> => ({
  "/o/:slug/calibrations": [
    visit("lead's", lead, "/calibrations"),
    refusing(lead, "/calibrations", { press: "Börja" }),
    visit("manager's", manager, "/calibrations"),
  ],
  "/o/:slug/calibrations/:roundId": [
    visit("led", lead, `/calibrations/${t.calibration}`),
    visit("to place", manager, `/calibrations/${t.calibration}`),
    visit("closed", manager, `/calibrations/${t.pastCalibration}`),
  ],
  "/o/:slug/calibrations/:roundId/cases/:caseId": [
    visit("to place", manager, t.calibrationCase),
    refusing(manager, t.calibrationCase, { press: "Spara och ta nästa fall" }),
    visit("to read", lead, t.calibrationCase),
  ],
  "/o/:slug/calibrations/:roundId/result": [
    visit("with names", manager, `/calibrations/${t.pastCalibration}/result`),
    visit("without", lead, `/calibrations/${t.pastCalibration}/result`),
  ],
});
