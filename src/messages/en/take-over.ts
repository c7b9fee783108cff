/** Words of the take-over of what was there before Vidga, of local titles, and of taking all of it out again. */
import type { Messages } from "../sv/index.ts";
import { staffImport } from "./staff-import.ts";

type Data = Readonly<Record<string, string | number>>;

const rows = (count: number): string => (count === 1 ? "1 row" : `${count} rows`);
const people = (count: number): string => (count === 1 ? "1 person" : `${count} people`);
const quoted = (value: string | number | undefined): string => {
  const text = String(value ?? "");
  return `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
};

const COLUMNS: Readonly<Record<string, string>> = { model: "Modell", level: "Nivå", title: "Titel" };

const inRow = (data: Data, text: string): string =>
  data["line"] === undefined ? text : `Row ${data["line"]}: ${text}`;

const titleReasons: Messages["takeOver"]["localTitles"]["reasons"] = {
  "title-twice": (data) =>
    `The title ${quoted(data["title"])} stands both at ${data["first"]} and at ${data["second"]}. It can mean one level only.`,
  "title-in-other-model": (data) =>
    `The title ${quoted(data["title"])} at ${data["place"]} already means ${data["other"]} in ${data["model"]}, which is for the same profession`,
  "title-too-long": (data) => `${quoted(data["title"])} is longer than ${data["max"]} characters`,
  "too-many-titles": (data) => `${data["place"]} has more than ${data["max"]} titles`,
  "bad-character": (data) =>
    `A title at ${data["place"]} has a character that can’t be saved. Write it anew.`,
  stale: () => "Somebody else saved the titles while you were writing. Read what holds now and save again.",
};

export const takeOver: Messages["takeOver"] = {
  title: "Taking over placements",
  lead: "Do you already know who is where, in Excel or in the HR system’s titles? Take it over. The placements count from the start, and are marked as taken over until the manager has confirmed them in a dialogue.",
  file: {
    title: "From a file",
    lead: "A row for each person: employment number and level, and if you have them model, track, from which day, motivation and source.",
    label: "File of placements",
    hint: "CSV, Excel (xlsx) or JSON. Personal identity numbers are not needed. If they are in the file we skip them.",
    submit: "Read the file",
  },
  titles: {
    title: "From the HR system’s titles",
    lead: (count) =>
      count === 1
        ? "1 local title is given. Those who have it in the HR system can be placed at that level."
        : `${count} local titles are given. Those who have one of them in the HR system can be placed at that level.`,
    none: "First say which titles mean which level. Without them the titles in the HR system say nothing about levels.",
    count: (count) => (count === 0 ? "No titles" : count === 1 ? "1 title" : `${count} titles`),
    submit: "See what the titles mean",
    keep: "Local titles",
  },
  out: {
    title: "Take out",
    lead: "The files have the same columns that are read in. Each person in a file sees in their log that it was fetched.",
    placements: {
      title: "Placements in force",
      text: "Employment number, level, from which day, motivation, source, and whether it was taken over.",
      filename: "placements",
      sheet: "Placements",
    },
    "hr-titles": {
      title: "Titles for the HR system",
      text: "Employment number and the local title of the level at which the person is placed.",
      filename: "titles-for-hr",
      sheet: "Titles",
    },
    titles: {
      title: "Local titles",
      text: "Which titles mean which level, in all models.",
      filename: "local-titles",
      sheet: "Local titles",
    },
    csv: "CSV",
    xlsx: "Excel",
    json: "JSON",
  },
  earlier: {
    title: "Earlier take-overs",
    caption: "The ten latest take-overs",
    file: "From",
    when: "When",
    who: "By",
    state: "State",
    result: "Result",
    none: "Nothing has been taken over yet.",
    counts: (place, same, conflict) => `${place} placed, ${same} unchanged, ${conflict} that differ`,
  },
  states: {
    mapping: "Columns to choose",
    preview: "Waits for your approval",
    done: "Done",
    cancelled: "Cancelled",
  },
  caption: (step) => `Step ${step} of 3`,
  about: (filename, by, at) => (by === "" ? `From ${filename}, ${at}` : `From ${filename}, ${by} ${at}`),
  mapping: {
    ...staffImport.mapping,
    lead: "We have guessed from the headers. Correct what is wrong. After each column stand its first values.",
    who: "Who",
    where: "Which level, and from when",
    why: "Why",
    fields: {
      employmentNumber: "Employment number",
      name: "Name",
      model: "Model or profession",
      level: "Level",
      track: "Track",
      title: "Title",
      from: "From and including",
      motivation: "Motivation",
      source: "Source",
    },
    hints: {
      employmentNumber: "The same number as in the staff import.",
      name: "Only so that you know the row again.",
      model: "Needed only for those who have several professions with a model.",
      title: "Used where there is no level, through the local titles.",
      from: "Empty means from today.",
      motivation: "Is read by the employee and can be disclosed as a public record.",
      source: "Empty means the name of the file.",
    },
    submit: "Continue: show what will happen",
    cancel: "Cancel",
  },
  preview: {
    title: "This is what will happen",
    lead: "Nothing is saved yet. Look through the lists and approve at the bottom. What is there already is never written over.",
    changedSince:
      "Something changed while you were looking, so nothing was saved. This is how it stands now. Look through it again.",
    summary: (read, same) => `${rows(read)} read. ${same} are placed there already.`,
    nothing: "Everybody is placed there already. There is nothing to take over.",
    tabs: "What will happen",
    lists: {
      place: "Will be placed",
      conflict: "Placed otherwise",
      unreadable: "Rows with errors",
      same: "Placed there already",
    },
    empty: {
      place: "Nobody will be placed.",
      conflict: "Nobody is placed otherwise.",
      unreadable: "No row has an error.",
      same: "Nobody is placed there already.",
    },
    conflictLead:
      "These are not changed. If the file is right, the manager makes a new placement after a dialogue.",
    hidden: (count) =>
      count === 1
        ? "1 row is not shown. It is about somebody with protected identity."
        : `${count} rows are not shown. They are about people with protected identity.`,
    download: "Download the list as CSV",
    files: { conflict: "placed-otherwise", unreadable: "rows-with-faults" },
    track: "Track",
    logged: "That you have read the list shows in the log of those who are in it.",
    unknownTitles: "Titles that no level has",
    unknownTitlesText:
      "Those who have these titles are not placed. Give the title to a level if it is to mean something.",
    unknownTitle: (title, count) => `${title} (${people(count)})`,
    name: "Name",
    number: "Emp. no.",
    line: "Row",
    who: "Who",
    problem: "What is wrong",
    unknownWho: "Neither number nor name can be read",
    inColumn: (column, text) => `${column}: ${text}`,
    unit: "Unit",
    model: "Model",
    place: "Level",
    from: "From and including",
    source: "Source",
    instead: "What holds",
    confirmTitle: "Approve",
    nothingTitle: "No placement to take over",
    confirmText:
      "Those who are placed see it on their page, with the source. Their managers see which placements are to be confirmed in dialogues.",
    confirmLeaveOut: (count) => `Yes, leave out ${rows(count)}`,
    confirmLeaveOutHint: (names, more) =>
      `Concerns ${names}${more > 0 ? ` and ${more} more` : ""}. They are not placed.`,
    submit: (count) => (count === 1 ? "Take over 1 placement" : `Take over ${count} placements`),
    revise: "Change the columns",
    cancel: "Cancel",
  },
  receipt: {
    title: "The take-over is done",
    lead: "The placements count now, and are marked as taken over until a manager has confirmed them in a dialogue. The file is gone.",
    facts: {
      place: "Placed",
      same: "Placed there already",
      conflict: "Placed otherwise, not changed",
      unreadable: "Rows that were left out",
    },
    units: "See the units",
    another: "To taking over",
  },
  cancelled: { title: "The take-over is cancelled", lead: "Nothing has changed. The file is gone." },
  conflicts: {
    "placed-at": (data) =>
      `${data["level"]}${data["track"] ? `, ${data["track"]}` : ""} since ${data["from"]}`,
    "placed-elsewhere": () => "Placed by another authority",
    "placed-then": (data) => `Had a placement from ${data["from"]} that ended ${data["to"]}`,
  },
  reasons: {
    ...staffImport.reasons,
    "missing-required": (data) =>
      data["field"] === "employmentNumber"
        ? "Choose the column of employment numbers"
        : "Choose the column of levels, or of titles",
    "too-late": () => "The take-over has gone on already. Look at where it stands now.",
    "unreadable-not-confirmed": (data) =>
      `Tick that ${rows(Number(data["count"]))} are left out, or correct the file and read it again`,
    "looked-at-another": () =>
      "The lists have been worked out anew since you opened the page. Look through them again.",
  },
  rowReasons: {
    ...staffImport.rowReasons,
    "unknown-number": (data) => `no employment has the number ${quoted(data["value"])}`,
    "employment-ended": (data) => `the employment ended before ${data["to"]}`,
    "employment-not-begun": (data) => `the employment does not begin until ${data["from"]}`,
    "own-row": () => "is about yourself. Let somebody else take it over",
    "not-in-profession": (data) => `has no employment in the profession ${data["model"]}`,
    "no-model": () => "the profession has no model in force today",
    "unknown-model": (data) => `there is no model ${quoted(data["value"])} in force today`,
    "ambiguous-model": (data) => `can be ${data["names"]}. Give the model`,
    "unknown-level": (data) =>
      `${data["model"]} has no level ${quoted(data["value"])}. The levels are ${data["levels"]}`,
    "unknown-track": (data) =>
      `the track ${quoted(data["value"])} does not run in the level ${data["level"]}`,
    "level-without-tracks": (data) =>
      `the level ${data["level"]} has no tracks, but here stands ${quoted(data["value"])}`,
    "track-contradicts": (data) =>
      `${quoted(data["level"])} means another track than ${quoted(data["value"])}`,
    "unknown-title": (data) => `no level of ${data["model"]} has the title ${quoted(data["value"])}`,
    "title-of-former-level": (data) =>
      `the title ${quoted(data["value"])} belongs to a level that is no longer in ${data["model"]}`,
    "day-in-future": (data) => `${data["value"]} has not been yet`,
    "before-employment": (data) =>
      `${data["value"]} is before the employment in the profession, which began ${data["from"]}`,
    "several-rows": (data) => `the same person and model as on row ${data["otherLine"]}`,
  },
  localTitles: {
    title: (model) => `Local titles: ${model}`,
    lead: "What is somebody at the level called in the HR system? Write a title on each line. The first is written out to the HR system, the others are recognised when placements are taken over.",
    hint: "A title on each line",
    former: "Levels that are no longer there",
    formerText: "They were in an earlier version of the model. Remove the titles if they are not needed.",
    submit: "Save the titles",
    saved: "The titles are saved.",
    stale:
      "Somebody else saved the titles while you were writing. By each field that differs stands what holds now. What you wrote is still there. If you save again, yours holds.",
    now: (text) => `Now: ${text}`,
    nothing: "no title",
    leave: "You have written something that is not saved.",
    noVersion: "The model has no version yet",
    noVersionText: "When it has levels they can have titles.",
    link: "Local titles",
    reasons: titleReasons,
  },
  titlesFile: {
    title: "Local titles of all models",
    lead: "What the HR system calls somebody at a level. Open a model to change its titles, or read in a file with several models.",
    none: "No models yet",
    noneText: "When there is a model its levels can have titles.",
    saved: "The titles are saved.",
    fromFile: "From a file",
    fromFileText:
      "The same columns that are taken out: model, level, track, title, and whether the title is written out to the HR system. A model in the file gets its whole list from it. Other models are not changed.",
    file: "File of titles",
    fileHint: "CSV, Excel (xlsx) or JSON. You see what changes before anything is saved.",
    read: "Read the file",
    preview: "This will change",
    previewText: "Nothing is saved yet.",
    nothing: "The file agrees with what is there already. There is nothing to change.",
    model: "Model",
    place: "Level",
    before: "Now",
    after: "After",
    noTitle: "No title",
    save: "Save the titles",
    reasons: {
      ...staffImport.reasons,
      "missing-file": () => "Choose a file",
      "missing-column": (data) => `The file lacks the column ${COLUMNS[String(data["column"])] ?? ""}`,
      missing: (data) => inRow(data, `${data["column"]} is missing`),
      "too-long": (data) => inRow(data, `${data["column"]} is longer than ${data["limit"]} characters`),
      "control-character": (data) => inRow(data, `${data["column"]} has a character that can’t be seen`),
      "direction-character": (data) =>
        inRow(data, `${data["column"]} has a hidden character that turns the text around`),
      "personal-identity-number": (data) => inRow(data, `${data["column"]} holds a personal identity number`),
      "bad-flag": (data) => inRow(data, `${quoted(data["value"])} is neither yes nor no`),
      "unknown-model": (data) => inRow(data, `there is no model ${quoted(data["value"])}`),
      "unknown-place": (data) => inRow(data, `${data["model"]} has no level ${quoted(data["value"])}`),
      ...titleReasons,
    },
  },
};
