/** Words of what is held about somebody, and what they say of it. */
import type { Messages } from "../sv/index.ts";

export const privacy: Messages["privacy"] = {
  mine: {
    title: "What is held about me",
    lead: "Everything that Vidga has about you, in one place. If something looks wrong you can comment on it or ask for a correction.",
    download: "Take it all along as a file (JSON)",
    saved: "Thank you! What you wrote now stays here.",
    savedCorrection: "Thank you! Your request has been sent, and the answer will show here.",
    abouts: {
      register: "From the staff register",
      placements: "Placements",
      assessments: "Assessments",
      evidence: "Evidence",
      talks: "Talks",
      plan: "Plan",
      reads: "Who has read about me",
    },
    name: "Name",
    email: "E-mail",
    protected: "Protected identity",
    protectedBy: (handler) => (handler === null ? "Yes" : `Yes. ${handler} at HR sees your data.`),
    number: (number) => `employment number ${number}`,
    none: "None",
    employments: "Employments",
    leaves: "Leave",
    period: (from, to) => `${from} – ${to ?? "until further notice"}`,
    noPlacements: "You aren’t placed in any model.",
    noAssessments: "There are no assessments.",
    noEvidence: "There is no evidence.",
    noReads: "Nobody else has read anything about you.",
    placement: (model, level) => `${model}: ${level}`,
    yours: "You have answered",
    assessment: (model, level) => `${model}: ${level}`,
    begun: (day) => `begun ${day}`,
    opened: (day) => `opened ${day}`,
    statements: (count) =>
      count === 0
        ? "You have not written of any statement"
        : count === 1
          ? "You have written of one statement"
          : `You have written of ${count} statements`,
    calibrations: {
      title: "Calibration",
      lead: "What you have answered, as a manager, about invented cases.",
      handedIn: (day) => `You handed in ${day}.`,
      notHandedIn: "You have not handed in. Nobody else sees what you have written.",
    },
    mail: {
      title: "Mail to me",
      lead: "What Vidga has sent you, or will send. It is deleted after 30 days. The whole texts are in the file.",
      none: "No mail in the last 30 days.",
      count: (count) => (count === 1 ? "One mail" : `${count} mails`),
      choose: "Choose what you get",
      states: {
        waiting: "waits to be sent",
        sent: "sent",
        gathered: "came together with other things",
        caught: "caught in the demo",
        withheld: "not sent, since you have turned it off",
        "given-up": "could not be sent",
      },
    },
    reads: (total) => (total === 1 ? "One reading" : `${total} readings`),
    lastRead: (who, when) => `Latest ${when}, by ${who}`,
    hidden: "someone whose name isn’t shown",
    noTalks: "You have no talks here yet.",
    noPlan: "Your plan is empty so far.",
    wrote: (text) => `You have written: ${text}`,
    more: {
      placements: "Your placement",
      assessments: "Your assessments",
      evidence: "My evidence",
      talks: "My talks",
      reads: "All readings",
    },
    say: "Comment, or ask for a correction",
    ask: "Comment on this, or ask for correction",
    record: "What is it about?",
    allOfIt: "All under this heading",
    kind: "What would you like?",
    kinds: { comment: "Leave a comment", correction: "Ask for a correction" },
    kindHints: {
      comment: "It stays here, beside what it is about.",
      correction: "Whoever answers for it replies in words, and both texts stay.",
    },
    words: "What would you like to say?",
    readers: "What you write is read by whoever answers for it, and can be disclosed as a public record.",
    send: "Send",
    leave: "You have written something that hasn’t been sent.",
    said: { comment: "You commented", correction: "You asked for a correction" },
    waiting: "Waiting for an answer.",
    answered: { corrected: "Corrected", kept: "Stays as it is" },
    answeredBy: (outcome, by, day) => `${outcome}, answered ${day} by ${by}:`,
  },
  requests: {
    title: "Requests for correction",
    lead: "Employees have seen something that they think is wrong. Put it right where it stands, or explain why it stays, and answer here.",
    saved: "The answer has been sent.",
    empty: "Nobody waits for an answer",
    emptyText: "When someone asks for a correction of something that you answer for, it shows here.",
    about: (name, about) => `${name}, ${about}`,
    at: (day) => `Sent ${day}`,
    record: "It is about",
    outcome: "What have you done?",
    outcomes: { corrected: "Put it right", kept: "Let it stay" },
    words: "Your answer",
    readers: "What you write is read by the employee, and can be disclosed as a public record.",
    send: "Answer",
    open: "Open",
    comments: "Comments",
    commentsText: "They need no answer. They are shown here for three months, and stay with the employee.",
  },
  reasons: {
    missing: ({ field }) => {
      if (String(field).startsWith("words")) return "Write a few words";
      return String(field).startsWith("outcome")
        ? "Choose what you have done"
        : "Choose whether to comment or to ask for a correction";
    },
    "too-long": ({ max }) => `Write at most ${max} characters`,
    "bad-character": () => "There is a character in the text that can’t be kept",
    "answered-already": () =>
      "Someone else has answered since you opened the page. What you wrote is still here.",
  },
};
