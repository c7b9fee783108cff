/** Words of placements: the unit's list, preparing, one person, and one's own. */
import { capital } from "../capital.ts";
import type { Messages } from "../sv/index.ts";

type About = { person?: string | number; about?: string | number; field?: string | number };

const of = (data: About, text: string): string =>
  data.person === undefined ? capital(text) : `${data.person}: ${text}`;
const fieldOf = (data: About): string => String(data.about ?? data.field ?? "").split("-")[0] ?? "";

const MISSING: Readonly<Record<string, string>> = {
  place: "choose a level",
  dialogueOn: "enter the day of the dialogue",
  basis: "choose what the placement rests on",
  motivation: "write a few words about why",
  words: "write how you see it",
};

export const placement: Messages["placement"] = {
  basis: {
    "first-introduction": () => "Dialogue when the model is introduced",
    "development-talk": () => "Development talk",
    "introduction-talk": () => "Introduction talk",
    return: () => "Came back to the profession and got the placement back",
    "hand-over": () => "Took the placement along from another authority",
    "taken-over": () => "Was there before you began with Vidga",
  },
  takenOver: {
    tag: "Taken over",
    from: (source, day, by) =>
      by === "" ? `Taken over ${day} from ${source}.` : `Taken over ${day} by ${by} from ${source}.`,
    unconfirmed: "Not confirmed in a dialogue yet.",
    confirm: (place, source) =>
      `${place} was taken over from ${source}. Place after a dialogue, at the same level or another, and it is confirmed.`,
  },
  decidedAs: {
    manager: "manager",
    deputy: "deputy for the manager",
    "manager-above": "the manager’s own manager",
  },
  ending: {
    moved: "A new decision took over.",
    corrected: "Put right. It no longer counts, but stays in the history.",
    left: "The employment ended.",
    profession: "Changed profession.",
    authority: "Moved to another authority.",
  },
  answer: {
    awaiting: "Not read yet",
    acknowledged: "Has read it",
    "other-view": "Has another view",
  },
  field: {
    place: "Level",
    choosePlace: "Choose a level",
    withTrack: (level, track) => `${level}, ${track}`,
    withoutTrack: (level) => `${level}, no track`,
    dialogueOn: "Day of the dialogue",
    basis: "Rests on",
    motivation: "A few words about why",
    readers: "What you write is read by the employee and can be disclosed as a public record.",
  },
  principles: {
    title: "How we place people",
    none: "The organisation has not written down any principles for placement yet.",
  },
  paging: {
    label: "Pages",
    page: (page, pages) => `Page ${page} of ${pages}`,
    previous: "Previous",
    next: "Next",
  },
  unit: {
    title: (unit) => `Placements in ${unit}`,
    units: "Units",
    lead: (placed, all) =>
      all === 0
        ? "Nobody here has a profession with a model in force."
        : placed === all
          ? all === 1
            ? "The only one here with a model is placed."
            : `All ${all} are placed.`
          : `${placed} of ${all} are placed.`,
    done: (placed, saved) =>
      [
        placed > 0 ? (placed === 1 ? "One person is placed." : `${placed} people are placed.`) : "",
        saved > 0 ? (saved === 1 ? "One draft is saved." : `${saved} drafts are saved.`) : "",
      ]
        .filter(Boolean)
        .join(" "),
    doneNext: "They can see their placement now, and answer.",
    needs: "What the unit needs",
    prepare: "Prepare placements",
    filter: "Who is shown",
    all: (count) => `All ${count}`,
    unconfirmed: (count) => `Taken over, not confirmed ${count}`,
    unconfirmedText:
      "These placements were there before you began with Vidga. They count, but none of you has confirmed them in a dialogue. You do that by placing as usual: the same level, with the day of the dialogue.",
    caption: "Employees with a model for their profession",
    name: "Name",
    model: "Model",
    placement: "Placement",
    since: "Since",
    answer: "Answer",
    placed: "Placed",
    notPlaced: "Not placed",
    prepared: "Draft saved",
    withoutModel: "Professions without a model",
    withoutModelText: "These employees have a profession that has no model in force yet.",
    noProfession: "no profession given",
    empty: "Nobody works here today",
    emptyText: "Whoever begins in the unit shows here. Employees come in with the staff import.",
  },
  prepare: {
    title: (unit) => `Prepare placements in ${unit}`,
    list: (unit) => `Placements in ${unit}`,
    lead: "Write down level, day and a few words for each person, and save as often as you like. It becomes a placement only when the dialogue has been held and you choose to place. It is in force from the day of the dialogue.",
    saved: (count) =>
      count === 0
        ? "Everything was saved already."
        : count === 1
          ? "One draft is saved."
          : `${count} drafts are saved.`,
    total: (count) => (count === 1 ? "One person to place" : `${count} people to place`),
    preparedBy: (name) => `Last written by ${name}`,
    save: "Save drafts",
    place: "Place those whose dialogue has been held",
    leave: "You have written something that is not saved.",
    meanwhile: (name) => `${name} wrote this while you had the page open`,
    meanwhileText: "What stands in the fields is yours. If you save again, yours holds.",
    nothing: "nothing written",
    empty: "Everyone is placed",
    emptyText: "There is nobody left to prepare. A placement is changed on the person’s own page.",
    back: "To the placements",
  },
  history: {
    label: "Placements, the latest first",
    now: "In force now",
    corrected: "Put right",
    until: (from, last) => `${from} to ${last}`,
    since: (from) => `Since ${from}`,
    rests: (basis, day) => `${basis}, ${day}`,
    decided: (name, as, unit) => `Decided by ${name}, ${as}, ${unit}`,
    acknowledged: (day) => `The employee read the placement on ${day}.`,
    otherView: (day) => `The employee’s view, ${day}`,
    despite: "The move was made although not everything was met",
    unmet: "What was not met that day:",
    awaiting: "The employee has not answered.",
  },
  person: {
    missing: "See what is met and what is missing",
    title: (name) => `Placements of ${name}`,
    person: "Employee",
    lead: "The whole history, with the answers. Whoever is placed sees the same.",
    saved: "The placement is saved.",
    savedText: "The employee can see it now on their own page, and answer.",
    history: "History",
    empty: "Not placed yet",
    emptyText: "A placement is made after a dialogue, by the manager.",
    emptyDecide: "You have had your dialogue? Fill in the form, and the placement is in force from that day.",
    place: (model) => `Place in the model ${model}`,
    move: (model) => `New placement in the model ${model}`,
    moveText:
      "A step outward, inward or sideways is made in the same way. The present placement ends the day that the new one begins, and stays in the history.",
    kind: "What is it about?",
    kindNew: "A new decision after a dialogue",
    kindCorrect: "The latest placement was wrong and is to be put right",
    kindCorrectHint: "The wrong one stays in the history but does not count.",
    submit: "Place",
    leave: "You have written something that is not saved.",
  },
  mine: {
    missing: "See what is missing, here and at other levels",
    title: "My placement",
    lead: (level) => `You are placed at the level ${level}.`,
    leadNone: "Here you see your placement in your profession’s model when you have one.",
    since: (model, day) => `${model}, since ${day}`,
    takenOverTitle: "The placement was taken over",
    takenOver: (source, day, by) =>
      `It was there before you began with Vidga. ${by === "" ? "It was brought in" : `${by} brought it in`} ${day} from ${source}. It counts as your placement, but it is not confirmed: you and your manager have not talked about it here yet. If it is wrong you can say so now.`,
    source: "Comes from",
    level: "The level",
    rests: "Rests on",
    decidedBy: "Decided by",
    decided: (name, as) => `${name}, ${as}`,
    motivation: "Motivation",
    readModel: "Read about the level in the model",
    answers: "Your answer",
    answersText:
      "Say that you have read it, or write if you see it differently. Both stay beside your manager’s words.",
    acknowledge: "I have read it",
    acknowledged: (day) => `You read the placement on ${day}.`,
    otherView: (day) => `Your view, ${day}`,
    toAbove: (name) => `I want ${name}, the manager above, to answer in writing`,
    withRepresentative: "I want a union representative with me",
    openView: "I see it differently",
    openMore: "Write more about how you see it",
    words: "How do you see it?",
    readers:
      "What you write is read by your manager and can be disclosed as a public record. It cannot be changed afterwards, but you can write more.",
    send: "Hand in my view",
    thanks: "Your answer is saved.",
    takenAlong: "Your placement has come along with you.",
    leave: "You have written something that is not saved.",
    offer: "Take your placement along",
    offerText: (unit) =>
      `You work in ${unit} now, which belongs to another authority. Nobody there sees your earlier placement until you take it along yourself.`,
    offerWhat: (level, model, day) =>
      `What comes along is the level ${level} in ${model}, the day of the dialogue ${day}, the motivation and who decided. The rest of the history stays. That you took it along is recorded.`,
    offerButton: "Take my placement along",
    earlier: "Earlier",
    empty: "You are not placed yet",
    emptyText:
      "A placement comes out of a dialogue between you and your manager. Until then you can read the models.",
    models: "Read the models",
  },
  above: {
    title: "Other views",
    lead: "Employees who see their placement differently, and want you as the manager above to answer. You answer once, in writing. Both texts stand.",
    none: "Nobody waits for your answer",
    noneText: "When somebody wants you to answer it is here.",
    answered: "The answer is sent",
    placed: "Placement",
    write: "Your answer",
    writeHint:
      "Read the model and the principles, and do talk with both first. A new placement is always decided by the manager, after a dialogue.",
    readers: "Read by the employee and the manager, and can be disclosed as a public record.",
    submit: "Send the answer",
    sent: "Sent to the manager above.",
    representative: "A union representative is to take part.",
    waits: "Waits for an answer.",
    motivation: (by) => `Reasons, ${by}`,
    answer: (by, day) => `Answer from ${by}, ${day}`,
  },
  reasons: {
    "nobody-above": () => "There is no manager above who can answer. You can leave your view all the same",
    missing: (data) => of(data, MISSING[fieldOf(data)] ?? "fill in the field"),
    "not-a-day": (data) => of(data, "write the day as year, month and day, for example 2026-11-03"),
    "day-in-future": (data) => of(data, "the day of the dialogue has not come yet"),
    "before-employment": (data) =>
      of(data, `the day is before the employment in the profession, which began ${data.from}`),
    "not-in-profession": (data) => of(data, "the person had no employment in the profession that day"),
    "no-version": (data) =>
      of(
        data,
        data.from
          ? `the model was not in force that day; it is from ${data.from}`
          : "the model was not in force that day",
      ),
    "unknown-level": (data) => of(data, "the level is not in the model that was in force that day"),
    "unknown-track": (data) => of(data, "the track does not run at that level"),
    "unknown-basis": (data) => of(data, "choose what the placement rests on"),
    "too-long": (data) => of(data, `the text is ${data.length} characters; it may be at most ${data.max}`),
    "bad-character": (data) => of(data, "the text has a character that cannot be saved; write it anew"),
    self: (data) => of(data, "nobody places themself; the manager’s own manager does"),
    overlaps: (data) =>
      of(
        data,
        `there is already a placement that begins ${data.from}; choose a later day, or put that one right`,
      ),
    "placed-elsewhere": (data) =>
      of(
        data,
        "the person has a placement in the model at another authority, which you cannot change from here",
      ),
    "same-place": (data) => of(data, "the person is placed there already, so there is nothing to decide"),
    "nothing-to-correct": (data) => of(data, "there is no placement to put right"),
    "changed-meanwhile": (data) =>
      of(
        data,
        "somebody else changed this while you wrote; read what holds now, and save again if it should be as you wrote",
      ),
    "placed-meanwhile": (data) =>
      of(
        data,
        `somebody else placed the person while you wrote. ${data.words ? `You had written: “${data.words}”` : ""}`.trim(),
      ),
    "not-yours": () => "Someone in the list is no longer yours to decide for, and has been removed from it",
    "none-held": () => "No dialogue has been held yet: enter the day for those who are to be placed",
  },
};
