/** Who gets in to calibrations (PLC-8): one is open in which the manager is asked, has placed the one case and hasn't handed in. */
import { newId } from "../../src/shared/ids.ts";
import { LATE, REFUSED, one as apiOne, type ApiCase, type ApiWorld } from "./api-cases.ts";
import { none, one, type Case } from "./cases.ts";
import type { AccessWorld, ActorName } from "./world.ts";

const leads: readonly ActorName[] = ["processLead", "hrHandler", "otherHandler"];
const asked: readonly ActorName[] = ["manager"];
const managers: readonly ActorName[] = ["manager", "head", "chief", "schoolManager"];
const all = [...leads, ...asked];

const round = ({ models }: AccessWorld) => ({ roundId: models.calibration.round });
const theCase = (world: AccessWorld) => ({ ...round(world), caseId: world.models.calibration.case });
const closed = ({ models: { closedCalibration } }: AccessWorld) => ({
  roundId: closedCalibration.round,
  caseId: closedCalibration.case,
  readingId: closedCalibration.reading,
});
const nothing = () => ({ roundId: newId(), caseId: newId(), readingId: newId() });

export const calibrationExpectations: Readonly<Record<string, readonly Case[]>> = {
  "/o/:slug/calibrations": [one("the rounds", { in: [...leads, ...managers], send: leads })],
  "/o/:slug/calibrations/:roundId": [
    one("an open one", { params: round, in: all, send: leads }),
    one("none", { params: nothing, in: none }),
  ],
  "/o/:slug/calibrations/:roundId/cases/:caseId": [
    one("a case", { params: theCase, in: all, send: asked }),
    one("none", { params: (world) => ({ ...round(world), caseId: newId() }), in: none }),
    one("of no round", { params: nothing, in: none }),
  ],
  "/o/:slug/calibrations/:roundId/result": [
    one("before anybody has handed in", { params: round, in: none }),
    one("of one that is closed", { params: closed, in: all }),
    one("none", { params: nothing, in: none }),
  ],
};

const ofOne = (
  what: string,
  params: (world: ApiWorld) => Readonly<Record<string, string>>,
  rest: Omit<ApiCase, "of" | "params">,
): ApiCase[] => [apiOne(what, { params, ...rest }), apiOne("none", { ...rest, params: nothing, in: none })];

export const calibrationApiExpectations: Readonly<Record<string, readonly ApiCase[]>> = {
  listCalibrations: [apiOne("the rounds", { in: [...leads, ...managers] })],
  beginCalibration: [
    apiOne("without a model", {
      in: leads,
      body: () => ({ title: "", model: "", until: "" }),
      status: REFUSED,
    }),
  ],
  getCalibration: ofOne("an open one", round, { in: all }),
  addCalibrationCase: ofOne("an open one", round, {
    in: leads,
    body: () => ({ title: "Fall", story: "Någon." }),
    status: LATE,
  }),
  openCalibration: ofOne("an open one", round, { in: leads, body: () => ({ unitIds: [] }), status: REFUSED }),
  closeCalibration: ofOne("a closed one", closed, { in: leads, changes: true }),
  getCalibrationCase: ofOne("an open one", theCase, { in: all }),
  placeCalibrationCase: ofOne("an open one", theCase, {
    in: asked,
    body: () => ({ levelId: "", words: "" }),
    status: REFUSED,
  }),
  handInCalibration: ofOne("one that is handed in", closed, { in: asked, changes: true }),
  getCalibrationResult: [
    ...ofOne("a closed one", closed, { in: all }),
    apiOne("an open one", { params: round, in: none }),
  ],
  agreeCalibrationReading: ofOne("a closed one", closed, {
    in: all,
    body: () => ({ words: "", read: 0 }),
    status: REFUSED,
  }),
  // The item isn't in the draft that there is.
  raiseCalibrationReading: ofOne("a closed one", closed, { in: ["processLead"], status: LATE }),
};
