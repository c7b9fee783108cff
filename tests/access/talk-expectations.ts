/** Who gets in to talks (TLK-1, ORG-4, ORG-8, PLC-9): one is booked with the employee, and nothing of it is shown yet; another has been put to both, and two are closed with words in them that their writers never showed. */
import { newId } from "../../src/shared/ids.ts";
import { employees, none, one, type Case } from "./cases.ts";
import { close, deciders, listOf, oneOf, people, UNITS } from "./close-cases.ts";
import type { AccessWorld } from "./world.ts";

const planned = ({ models }: AccessWorld) => ({ talkId: models.talk });
const held = ({ models }: AccessWorld) => ({ talkId: models.heldTalk });
const locked = ({ models }: AccessWorld) => ({ talkId: models.lockedTalk });
const calledOff = ({ models }: AccessWorld) => ({ talkId: models.calledOff });
const no = () => ({ talkId: newId() });

export const talkExpectations: Readonly<Record<string, readonly Case[]>> = {
  "/o/:slug/my/talks": [one("one's own", { in: employees })],
  "/o/:slug/my/talks/:talkId": [
    one("one's own", { params: planned, in: ["employee"] }),
    one("one's own, locked", { params: locked, in: ["employee"] }),
    one("one's own, called off", { params: calledOff, in: ["employee"] }),
    one("none", { params: no, in: none }),
  ],
  "/o/:slug/my/talks/:talkId/file.pdf": [
    one("one's own", { params: held, in: ["employee"], file: true }),
    one("one's own, locked", { params: locked, in: ["employee"], file: true }),
    one("nothing put to them yet", { params: planned, in: none, file: true }),
  ],
  "/o/:slug/units/:unitId/talks": UNITS,
  "/o/:slug/units/:unitId/talks/book": UNITS,
  "/o/:slug/people/:personId/talks": people(() => ({}), listOf()),
  "/o/:slug/people/:personId/talks/:talkId": [
    ...people(planned, oneOf(close)),
    ...people(locked, oneOf(close)),
    ...people(calledOff, oneOf(close)),
    ...people(
      ({ models }) => ({ talkId: models.viewedTalk }),
      [
        ["a colleague, put to the manager above", (world) => world.people.colleague, [...deciders, "head"]],
        ["somebody else's of that id", (world) => world.people.employee, none],
      ],
    ),
    ...people(no, [["none", (world) => world.people.employee, none]]),
  ],
  "/o/:slug/people/:personId/talks/:talkId/file.pdf": [
    ...people(held, oneOf(close), { file: true }),
    ...people(planned, [["nothing put to them yet", (world) => world.people.employee, none]], { file: true }),
  ],
  "/o/:slug/people/:personId/talks/:talkId/placement": [
    ...people(held, oneOf(deciders)),
    ...people(planned, [["not held yet", (world) => world.people.employee, none]]),
  ],
};
