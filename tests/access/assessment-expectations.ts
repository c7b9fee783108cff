/** Who gets in to assessments (ASM-1, ORG-4, ORG-8), as `expectations.ts` has it for the rest: one is under way for the employee, and not opened. */
import { newId } from "../../src/shared/ids.ts";
import { employees, none, one, type Case } from "./cases.ts";
import { close, deciders, listOf, oneOf, people, UNITS } from "./close-cases.ts";
import type { AccessWorld } from "./world.ts";

const underWay = ({ models }: AccessWorld) => ({ assessmentId: models.assessment });
const headingOf =
  (heading: string) =>
  (world: AccessWorld): { readonly assessmentId: string; readonly heading: string } => ({
    ...underWay(world),
    heading,
  });

export const assessmentExpectations: Readonly<Record<string, readonly Case[]>> = {
  "/o/:slug/my/assessment": [one("one's own", { in: employees })],
  "/o/:slug/my/assessment/:assessmentId": [one("one's own", { params: underWay, in: ["employee"] })],
  "/o/:slug/my/assessment/:assessmentId/:heading": [
    one("one's own", { params: headingOf("uppgifter"), in: ["employee"] }),
    one("no heading", { params: headingOf("ingen"), in: none }),
  ],
  "/o/:slug/units/:unitId/assessments": UNITS,
  "/o/:slug/people/:personId/assessment": people(() => ({}), listOf()),
  "/o/:slug/people/:personId/assessment/:assessmentId": [
    ...people(underWay, oneOf(close)),
    ...people(() => ({ assessmentId: newId() }), [["none", (world) => world.people.employee, none]]),
  ],
  "/o/:slug/people/:personId/assessment/:assessmentId/:heading": people(
    headingOf("uppgifter"),
    oneOf(deciders),
  ),
};
