/** Words of what is met and what is left. */
import { capital } from "../capital.ts";
import type { Messages } from "../sv/index.ts";

const some = (count: number): string =>
  ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"][
    count
  ] ?? String(count);
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
const worked = (days: number): string => {
  const months = Math.floor(days / 30.4375);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (months < 1) return "less than a month";
  const parts = [years > 0 ? counted(years, "year") : "", rest > 0 ? counted(rest, "month") : ""];
  return parts.filter((part) => part !== "").join(" and ");
};

export const missing: Messages["missing"] = {
  myPlan: "My plan",
  plan: "The plan",
  toPlan: "Put it in my plan",
  toPlanOf: "Put it in the plan",
  placeToPlan: (place) => `Make ${place} a goal in the plan`,
  title: "What is missing",
  titleOf: (name) => `What is missing for ${name}`,
  lead: (place, model) =>
    `What the model ${model} asks for at ${place}, what is met and what can meet the rest.`,
  allMet: "Everything required here is met.",
  asksNothing: "The model asks for nothing here.",
  whatIfTitle: "What if",
  whatIf: "See what another level, another track or another profession asks for.",
  whatIfNote:
    "This is another place than one's own. Looking changes nothing, and nobody else sees what one has looked at.",
  noPlaceNote:
    "There is no place of one's own to compare with in this model. Looking changes nothing, and nobody else sees what one has looked at.",
  back: "To one's own place",
  model: "Model",
  place: "Level and track",
  show: "Show",
  where: "Where in the model",
  own: (place) => `Placed at ${place}.`,
  notPlaced: "Not placed in this model.",
  notUsed: {
    level: "The employer doesn't use the level any longer. Reason:",
    track: "The employer doesn't use the track any longer. Reason:",
  },
  gone: {
    level: "The version of the model that applies now doesn't have the level any longer.",
    track: "The version of the model that applies now doesn't have the track any longer.",
  },
  here: "You are here",
  hereOf: (name) => `${name} is here`,
  evidencePage: "Show what there is: certificates, licence and experience",
  readModel: "Read the model",
  left: "Left to reach",
  met: "Met already",
  recommended: "Recommended",
  recommendedText: "Good to have. None of it stands in the way of a placement.",
  tags: {
    met: "Met",
    left: "Missing",
    ended: "Expired",
    withdrawn: "Withdrawn",
    waiting: "Waiting to be checked",
  },
  group: (needed, of) =>
    needed === of
      ? of === 2
        ? "Both of these"
        : `All ${some(of)}`
      : `${capital(some(needed))} of these ${some(of)} ${needed === 1 ? "is" : "are"} enough`,
  more: (more) => (more === 1 ? "One more is needed." : `${capital(some(more))} more are needed.`),
  enough: "That is enough.",
  evidence: (what, from, by) => `${what}, ${from}, checked${by === "" ? "" : ` by ${by}`}.`,
  lasts: (day) => `Good through ${day}.`,
  waits: (what) => `${what} waits to be checked, and counts when it has been.`,
  returned: (what) => `${what} was handed back for more.`,
  expired: (what, day) => `${what} expired on ${day}. A new certificate meets the requirement again.`,
  withdrawn: (what, day) => `${what} was withdrawn on ${day}.`,
  worked: (days) => `Has worked ${worked(days)} in the profession.`,
  asksMonths: (months) =>
    months % 12 === 0
      ? `The requirement is ${counted(months / 12, "year")} in the profession.`
      : `The requirement is ${counted(months, "month")} in the profession.`,
  reached: (day) => `Met since ${day}.`,
  opens: (day) => `Opens by itself on ${day}.`,
  agreed: (day, by) => `You agreed on it on ${day}${by === "" ? "" : `, with ${by}`}.`,
  agreedNot: (day) => `On ${day} you agreed that it remains.`,
  by: {
    licence: "Met when the licence has been checked.",
    degree: "Met by the degree certificate, when the manager has seen it.",
    specialist: "Met by the specialist certificate, when the manager has seen it.",
    course: "Met by a certificate from the course, when the manager has seen it.",
    experience: "Met by time in the profession.",
    merit: "Met by a certificate of the assignment, when the manager has seen it.",
  },
  byTalk: (talk) => `Comes up in the next talk (${talk}): each assesses alone, and then you agree.`,
  moveRule: {
    "present-and-target":
      "With us what is required is to be met both where one is and where one wants to go.",
    cumulative: "With us what is required is to be met where one wants to go and at every level before it.",
    advisory:
      "With us requirements support the dialogue: the manager may place all the same, and then writes why.",
  },
  none: "There is no model to hold against yet",
  noneText: "When a model has been adopted, what it asks for stands here.",
  models: "See the models",
  unit: {
    link: "Who can do what",
    title: (unit) => `Who can do what in ${unit}`,
    lead: "What the staff have shown, requirement by requirement. For staffing and supervision, not for comparing people.",
    choose: "Choose model, level and requirement",
    requirement: "Requirement",
    all: "All requirements of the level",
    caption: (place) => `Requirements at ${place}`,
    captionOne: "Staff in alphabetical order",
    met: "Meets it",
    ended: "Has expired",
    waiting: "Waiting to be checked",
    notYet: "Not shown yet",
    nobody: "nobody",
    name: "Name",
    state: "State",
    detail: "How",
    file: "Download as CSV",
    fileName: "who-can-do-what",
    columns: ["Name", "Requirement", "State", "Since", "Good through"],
    empty: "Nobody in the unit has a profession with a model",
    emptyText:
      "When somebody in the unit works in a profession with a model in force, what they have shown stands here.",
  },
};
