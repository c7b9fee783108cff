/** Words of moves, in English. */
import { capital } from "../capital.ts";
import type { Messages } from "../sv/index.ts";

type Data = Readonly<Record<string, string | number>>;

const BY: Readonly<Record<string, string>> = {
  licence: "is met when the licence has been checked",
  degree: "is met by the degree certificate, when the manager has seen it",
  specialist: "is met by the specialist certificate, when the manager has seen it",
  course: "is met by a certificate from the course, when the manager has seen it",
  experience: "is met by time in the profession",
  merit: "is met by a certificate of the assignment, when the manager has seen it",
  talk: "is met when you have assessed it apart and agreed",
  waiting: "a certificate has been handed in and waits to be checked",
  returned: "a certificate has been handed in but needs more",
  expired: "has expired and needs to be renewed",
};

const way = ({ by = "", on = "" }: Data): string => {
  const words = BY[by] ?? "";
  if (on === "") return words;
  return by === "expired"
    ? `expired ${on} and needs to be renewed`
    : `is met by time in the profession on ${on}`;
};

const MISSING: Readonly<Record<string, string>> = {
  place: "Choose where you want to go",
  words: "Write why you want to go there",
  declinedFor: "Choose what the refusal is about",
  answer: "Write an answer to the employee",
};

export const move: Messages["move"] = {
  way: (by, on) => capital(way({ by, on: on ?? "" })),
  more: (more, all) => `${more} more of these ${all}`,
  despite: {
    label: "Why the move is made all the same",
    hint: "Requirements are advisory here. What you write stays together with the requirements that were not met.",
    text: "Requirements are advisory here. The move can be made all the same if you write why.",
  },
  unmet: {
    title: "This is not met yet",
    text: "Here it has to be met before the move can be decided.",
  },
  person: {
    applied: (name, place) => `${name} wants to move to ${place}`,
    appliedOn: (day) => `Applied ${day}`,
    grant: "You grant the application by placing at that level, after your talk.",
    decline: "Decline the application",
    declinedFor: "What is it about?",
    answer: "Your answer",
    readers: "What you write is read by the employee and can be disclosed as a public record.",
    declineButton: "Send the refusal",
    declined: "The application is declined. The employee sees your answer.",
    tasks: "To do after the move",
    taskDone: "Done",
    markDone: "Mark as done",
    marked: "Marked as done.",
  },
  declinedFor: {
    need: "The operation has no free need",
    requirements: "The requirements are not met yet",
    other: "Something else",
  },
  mine: {
    title: "Move in the model",
    lead: "Here you ask for another place in the model. Moving is neither a duty nor a right: it is decided after a talk.",
    here: (place, model) => `You are placed at ${place} in ${model}.`,
    rules: "What holds",
    needForMoves: "The operation must have a free need, too.",
    posts: (levels) =>
      levels.length === 1
        ? `${levels[0]} is a post: going there takes a free need.`
        : `${levels.join(" and ")} are posts: going there takes a free need.`,
    missing: "See what is missing for another level",
    place: "Where do you want to go?",
    words: "Why do you want to go there?",
    wordsHint: "A few lines are enough: what you want to do and what you have done to get there.",
    readers: "What you write is read by your manager and can be disclosed as a public record.",
    apply: "Send the application",
    leave: "You have written something that has not been sent.",
    applied: "Your application is sent. Your manager sees it on their start page.",
    open: (place) => `You have applied to move to ${place}`,
    openText: "Your manager will talk with you about it.",
    withdraw: "Take the application back",
    withdrawn: "The application is taken back.",
    earlier: "Earlier applications",
    none: "You are not placed in any model yet",
    noneText:
      "When you are placed you can apply to move. The placement comes out of a talk with your manager.",
    link: "Apply to move",
  },
  outcome: {
    granted: (day, by) => `Granted ${day}${by === "" ? "" : ` by ${by}`}.`,
    declined: (day, by) => `Declined ${day}${by === "" ? "" : ` by ${by}`}.`,
    withdrawn: (day) => `Taken back ${day}.`,
    lapsed: (day) => `Lapsed ${day}, when the employment in the profession ended.`,
  },
  tasks: {
    title: "To do after moves",
    lead: "When somebody moves in a model there is sometimes more to do. Here is what is left, the oldest first.",
    caption: "What is left",
    name: "Employee",
    what: "To do",
    moved: "The move",
    since: (place, day) => `${place}, from ${day}`,
    kind: {
      title: (title) => `Write the title ${title} in the HR system`,
      agreement: () => "A new agreement and a look at the pay",
    },
    owner: { manager: "The manager does it", hr: "HR does it" },
    done: "Done",
    doneAbout: (name) => `for ${name}`,
    doneOn: (day) => `Done ${day}`,
    saved: "Marked as done.",
    empty: "Nothing left to do",
    emptyText: "When somebody moves and that leads to more, it stands here.",
  },
  posts: {
    link: "Levels that are posts",
    title: (model) => `Posts in ${model}`,
    lead: "One moves to a level that is a post only when the operation has a free need there.",
    levels: "Levels that are posts",
    hint: "The unit itself says how many it needs at each level.",
    save: "Save",
    saved: "Saved.",
  },
  reasons: {
    unmet: ({ level, text, ...data }) => `${level}: “${text}” is not met. ${capital(way(data))}.`,
    "unmet-count": ({ count = 0 }) =>
      count === 1
        ? "One requirement is not met that day. It stands below the fields"
        : `${count} requirements are not met that day. They stand below the fields`,
    "unmet-group": ({ level, more, of }) => `${level}: ${more} more needed of: ${of}.`,
    "despite-missing": () => "Write why the move is made although not all requirements are met",
    "no-need-stated": () =>
      "The unit has stated no need at that level. State the need first, if there is one.",
    "no-free-need": ({ people, have }) =>
      `The need at that level is ${people}, and ${have} are there already. There is no free need.`,
    missing: ({ field = "" }) => MISSING[field] ?? "Fill in the field",
    "too-long": ({ max = "", length = "" }) => `The text is ${length} characters; it may be ${max} at most`,
    "bad-character": () => "The text has a character that cannot be saved; rewrite it",
    "unknown-level": () => "The level or track is not in the model now",
    "same-place": () => "You are placed there already",
    "applied-already": () =>
      "You already have an application that is not answered. Take it back first if you want to change it",
    "answered-already": () => "The application has ended already; read what holds now",
    stale: () =>
      "Somebody else has changed this while you had the page open. See what holds now, and save again",
    "done-already": () => "Somebody else has already marked it as done",
  },
};
