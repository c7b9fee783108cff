/** Words of the staff import. */
import type { Messages } from "../sv/index.ts";

type Data = Readonly<Record<string, string | number>>;

const MEGABYTE = 1024 * 1024;
const megabytes = (bytes: string | number | undefined): string =>
  `${Math.round(Number(bytes) / MEGABYTE)} MB`;
const rows = (count: number): string => (count === 1 ? "1 row" : `${count} rows`);
const employments = (count: number): string => (count === 1 ? "1 employment" : `${count} employments`);

/** A value from the file, quoted and not too long. */
const quoted = (value: string | number | undefined): string => {
  const text = String(value ?? "");
  return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
};

const KINDS: Readonly<Record<string, string>> = {
  png: "a picture",
  jpeg: "a picture",
  gif: "a picture",
  tiff: "a picture",
  webp: "a picture",
  heic: "a picture",
  pdf: "a PDF",
  html: "a web page",
  xml: "an XML file",
  zip: "a zip archive",
  gzip: "a packed file",
  "7z": "a packed file",
  rar: "a packed file",
  rtf: "a text document",
  program: "a program",
};

export const staffImport: Messages["staffImport"] = {
  title: "Staff import",
  lead: "Get a file from the HR system and read it in here. You see everything that changes before anything is saved.",
  begin: {
    title: "Read in a file",
    file: "File from the HR system",
    fileHint:
      "CSV, Excel (xlsx) or JSON, 30 MB at the most. Personal identity numbers are not needed. If the file has them we skip them.",
    submit: "Read in the file",
    busy: (name, filename) =>
      `${name || "Somebody else"} is importing the file ${filename}. Talk to each other. You can still go on: if something changes while you look, you see it before anything is saved.`,
  },
  template: {
    title: "No file yet?",
    lead: "Get a template with headings and two rows to replace. The HR system's own headings work as well.",
    csv: "Template for CSV",
    xlsx: "Template for Excel",
    json: "Template for JSON",
    filename: "staff-template",
    sheet: "Staff",
  },
  placements: {
    title: "Placements and titles",
    lead: "Do you already know who is at which level? Take it over when the staff are in. Here you also take out placements, and titles for the HR system.",
    go: "Taking over placements",
  },
  earlier: {
    title: "Earlier imports",
    caption: "The latest ten imports",
    when: "When",
    file: "File",
    who: "By",
    state: "State",
    result: "Result",
    none: "Nobody has read in a file yet. When you do, it shows here.",
    counts: (join, changes, end) => `${join} new, ${changes} changed, ${end} ended`,
  },
  states: {
    mapping: "Columns to be chosen",
    comparing: "Being compared",
    preview: "Waits for your approval",
    queued: "Waits for its turn",
    applying: "Being saved",
    done: "Done",
    refused: "Stopped",
    cancelled: "Cancelled",
  },
  steps: { caption: (step) => `Step ${step} of 3` },
  about: (filename, by, at) =>
    by === "" ? `${filename}, read in ${at}` : `${filename}, read in by ${by} ${at}`,
  mapping: {
    title: "Which column is what?",
    lead: "We have guessed from the headings. Correct what is wrong. Each column stands with its first values. The choice is kept for next time.",
    format: (format, encoding, delimiter) => `The file is read as ${format}${encoding}${delimiter}.`,
    encodings: {
      "utf-8": "UTF-8",
      "utf-16le": "UTF-16",
      "utf-16be": "UTF-16",
      "windows-1252": "Windows-1252",
    },
    delimiters: {
      ";": "semicolons between the columns",
      ",": "commas between the columns",
      "\t": "tabs between the columns",
    },
    field: "Fact",
    column: "Column in the file",
    none: "Not in the file",
    choice: (column, values) => (values === "" ? `${column} (empty)` : `${column} (${values})`),
    dropped: (columns) =>
      `We do not read ${columns}. It holds personal identity numbers, which are never saved.`,
    hashed: (column) =>
      `The file has no employment numbers. Each employment is therefore known by an encrypted key, made from ${column} and the first day. The personal identity number is never saved. An employment number is safer: add it if you can.`,
    unused: (columns) => `These columns are not used: ${columns}.`,
    groups: {
      person: "The person",
      employment: "The employment",
      place: "Where the person works",
      absence: "Leave",
    },
    fields: {
      employmentNumber: "Employment number",
      personKey: "Key of the person",
      givenName: "Given name",
      familyName: "Family name",
      fullName: "Full name",
      email: "E-mail",
      unitCode: "The unit's code",
      unitName: "The unit's name",
      unitPath: "The unit's path from the root",
      managerNumber: "The manager's employment number",
      title: "Title",
      professionCode: "The profession's code",
      aid: "AID",
      form: "Form of employment",
      extent: "Extent",
      from: "First day",
      to: "Last day",
      main: "Main employment",
      leaveFrom: "On leave from",
      leaveTo: "On leave until",
      protectedIdentity: "Protected identity",
    },
    hints: {
      employmentNumber: "The same number names the employment every time.",
      personKey:
        "The HR system's own id of those with several employments. Never a personal identity number.",
      fullName: "If given name and family name have no columns of their own.",
      unitCode: "The code is enough. Otherwise the name, or the path: Care > Rehab > Rehab North.",
      to: "Empty means until further notice.",
      leaveFrom: "Only that someone is on leave, never why.",
      protectedIdentity: "A file can set the protection but never take it away.",
    },
    submit: "Go on: show what changes",
    cancel: "Cancel the import",
  },
  progress: {
    comparing: "We are comparing the file with what is known",
    applying: "We are saving the changes",
    lead: "You can leave this page. The work goes on, and you find it under Earlier imports.",
    label: "How far we have come",
    refresh: "Refresh the page",
    ready: "It is ready. Go on.",
    steps: {
      waiting: "Waits for its turn",
      reading: "Reads the file",
      comparing: "Compares with what is known",
      people: "Saves people",
      employments: "Saves employments",
      managers: "Saves managers",
      following: "Sees to it that placements follow",
    },
    text: (step, done, total) => `${step}. Step ${done} of ${total}.`,
  },
  preview: {
    title: "This is what changes",
    lead: "Nothing is saved yet. Look through the lists and approve at the bottom.",
    changedSince:
      "Something changed while you looked, so nothing was saved. This is how it is now. Look through it again.",
    nothing: "The file agrees with what is known. There is nothing to change.",
    summary: (read, same) => `${rows(read)} in the file. ${same} are unchanged.`,
    tabs: "What changes",
    lists: {
      join: "Join",
      move: "Move",
      change: "Change",
      end: "End",
      managers: "Managers",
      unreadable: "Can't be read",
    },
    empty: {
      join: "Nobody joins.",
      move: "Nobody moves to another unit.",
      change: "Nothing else changes.",
      end: "Nobody's employment ends.",
      managers: "No managers change.",
      unreadable: "Every row can be read.",
    },
    hidden: (count) =>
      count === 1
        ? "1 row is not shown. It is about someone with a protected identity."
        : `${count} rows are not shown. They are about people with a protected identity.`,
    download: "Download the list as CSV",
    file: "rows-with-faults",
    logged: "That you have read the list shows in the log of those who are in the register.",
    name: "Name",
    number: "Number",
    line: "Row",
    unit: "Unit",
    title2: "Title",
    from: "From",
    fromUnit: "From unit",
    toUnit: "To unit",
    changes: "Change",
    lastDay: "Last day",
    never: "Never begins",
    why: "Why",
    notInFile: "Not in the file",
    ended: "Has ended, says the file",
    returns: "Comes back",
    noProfession: "Profession without a model",
    current: "Now",
    next: "Then",
    note: "Note",
    nobody: "Nobody",
    unnamed: "Not shown",
    who: "Who",
    problem: "What is wrong",
    inColumn: (column, text) => `${column}: ${text}`,
    unknownWho: "Neither number nor name can be read",
    parts: {
      name: "Name",
      email: "E-mail",
      unit: "Unit",
      profession: "Profession",
      title: "Title",
      aid: "AID",
      form: "Form of employment",
      extent: "Extent",
      main: "Main employment",
      from: "First day",
      to: "Last day",
      leave: "Leave",
    },
    protectedMark: "Gets a protected identity",
    personKey: "New key of the person",
    values: {
      none: "nothing",
      openEnded: "until further notice",
      yes: "yes",
      no: "no",
      permanent: "permanent",
      "fixed-term": "fixed-term",
      hourly: "hourly",
    },
    fromTo: (before, after) => `${before} → ${after}`,
    managerKinds: {
      set: "New manager",
      vacant: "No manager",
      several: "Several managers named, no change",
      unknown: "The manager is not among the staff, no change",
      circle: "Would manage their own manager, no change",
    },
    confirmTitle: "Approve",
    confirmLeavers: (count, share) => `Yes, ${employments(count)} are to end (${share} per cent of all)`,
    confirmLeaversHint:
      "That is unusually many. Check that the file is whole. Those whose employments end can no longer sign in, and their placements end.",
    confirmLeaveOut: (count) => `Yes, leave out ${rows(count)}`,
    confirmLeaveOutHint: (names, more) =>
      `Concerns ${names}${more > 0 ? ` and ${more} more` : ""}. They are neither changed nor ended.`,
    nameless: (count) =>
      `${rows(count)} without number and name. Those whom they are about may be among those who end.`,
    leavesOneself:
      "You are not in the file yourself. If you approve, your employment ends and you can no longer sign in.",
    submit: "Approve and save",
    revise: "Change the columns",
    cancel: "Cancel the import",
    pages: "Pages of the list",
  },
  receipt: {
    title: "The import is done",
    lead: (day) => `The changes hold from ${day}. The file is removed.`,
    facts: {
      join: "New employments",
      move: "Moves between units",
      change: "Other changes",
      end: "Ended employments",
      managers: "Changed managers",
      same: "Unchanged",
      unreadable: "Rows left out",
    },
    units: "See the units",
    another: "Read in another file",
  },
  refused: {
    title: "The import was stopped",
    lead: "Nothing has changed. The file is removed.",
    again: "Read in a new file",
  },
  cancelled: { title: "The import is cancelled", lead: "Nothing has changed. The file is removed." },
  reasons: {
    missing: () => "Choose a file",
    empty: () => "The file is empty",
    "not-a-table": (data: Data) =>
      `The file is ${KINDS[String(data["kind"])] ?? "no table"}. Save it as CSV, Excel or JSON.`,
    "old-excel": () => "The file is in the old Excel format. Open it in Excel and save it as xlsx.",
    "macro-file": () => "The file has macros. Save it as an ordinary Excel file (xlsx).",
    encrypted: () => "The file is locked with a password. Remove the password and read it in again.",
    "external-entities": () =>
      "The file refers to something outside itself and is not read. Save it anew from the HR system.",
    damaged: () => "The file is damaged. Get it anew from the HR system.",
    "too-large": (data: Data) =>
      `The file is ${megabytes(data["bytes"])}. At most ${megabytes(data["limit"])} can be read.`,
    "too-large-unpacked": (data: Data) =>
      `The file becomes too large when it is unpacked. At most ${megabytes(data["limit"])} can be read.`,
    "too-many-rows": (data: Data) => `The file has too many rows. At most ${data["limit"]} can be read.`,
    "too-many-columns": (data: Data) =>
      `The file has ${data["columns"]} columns. At most ${data["limit"]} can be read.`,
    "unknown-encoding": () => "The text can't be made out. Save the file as UTF-8 and read it in again.",
    "unclosed-quote": (data: Data) => `A quotation mark on line ${data["line"]} is never closed.`,
    "no-header": (data: Data) =>
      `Line ${data["line"]} should be headings but looks like a person. Add a line of headings.`,
    "duplicate-header": (data: Data) =>
      `Two columns are called ${quoted(data["column"])}. Rename one of them.`,
    "no-such-sheet": (data: Data) => `There is no sheet called ${quoted(data["sheet"])}.`,
    "bad-json": (data: Data) =>
      data["line"] === undefined
        ? "The file is not proper JSON."
        : `The file is not proper JSON. The fault is on line ${data["line"]}.`,
    "too-deep-json": () => "The file has values within values too many times over.",
    "missing-required": (data: Data) =>
      data["field"] === "employmentNumber"
        ? "Choose the column with employment numbers"
        : data["field"] === "from"
          ? "Choose the column with the first day"
          : data["field"] === "unitCode"
            ? "Choose the column with the unit's code, name or path"
            : data["field"] === "givenName"
              ? "Choose the column with given names, or with full names"
              : "Choose the column with family names, or with full names",
    "mapped-twice": (data: Data) => `The column ${quoted(data["column"])} is chosen twice`,
    "header-gone": (data: Data) => `The column ${quoted(data["column"])} is not in the file`,
    "personal-identity-column": (data: Data) =>
      `The column ${quoted(data["column"])} holds personal identity numbers and can't be used`,
    "too-late": () => "The import has already gone on. See how it stands now.",
    "looked-at-another": () =>
      "The lists were worked out anew since you opened the page. Look through them again.",
    "leavers-not-confirmed": (data: Data) =>
      `Tick that ${employments(Number(data["count"]))} are to end, or cancel`,
    "unreadable-not-confirmed": (data: Data) =>
      `Tick that ${rows(Number(data["count"]))} are left out, or correct the file and read it in again`,
    "reporting-circle": (data: Data) =>
      `The managers would manage each other${data["names"] ? ` (${data["names"]})` : ""}. Correct the unit or the manager in the HR system and read in the file again.`,
    failed: () =>
      "Something unexpected happened. It has been noted. Try again, and contact whoever runs the system if it happens again.",
    busy: () => "Another import is under way. Try again in a while.",
    "changed-since": () => "Something changed during the import. Nothing is saved. Run it again.",
  },
  rowReasons: {
    "cell-too-long": (data: Data) => `longer than ${data["limit"]} characters`,
    "nul-character": () => "holds a character that is not text",
    "garbled-text": () => "has broken letters, probably the wrong encoding when the file was saved",
    "stray-quote": () => "has text after a quotation mark",
    "cell-error": () => "shows an error in Excel",
    "nested-value": () => "has a list where there should be text",
    "uneven-row": (data: Data) =>
      `The row has ${data["cells"]} cells but the file ${data["columns"]} columns`,
    missing: () => "is missing",
    "too-long": (data: Data) => `longer than ${data["limit"]} characters`,
    "control-character": () => "has a character that can't be seen",
    "direction-character": () => "has a hidden character that turns the text around",
    "personal-identity-number": () => "holds a personal identity number",
    "bad-identity-number": () => "is no real personal identity number",
    "bad-day": (data: Data) => `${quoted(data["value"])} is no day. Write for example 2026-11-22`,
    "start-too-far": (data: Data) => `${data["value"]} is more than a year ahead`,
    "end-before-start": (data: Data) => `ends ${data["to"]}, before the first day ${data["from"]}`,
    "leave-without-start": () => "the leave has no first day",
    "leave-end-before-start": (data: Data) => `the leave ends ${data["to"]}, before ${data["from"]}`,
    "bad-extent": (data: Data) => `${quoted(data["value"])} is no extent`,
    "extent-over-100": (data: Data) => `${quoted(data["value"])} is more than 100 per cent`,
    "extent-unclear": (data: Data) =>
      `${quoted(data["value"])} may be one per cent or full time. Write 100 or 0.01`,
    "bad-flag": (data: Data) => `${quoted(data["value"])} is neither yes nor no`,
    "bad-email": () => "is no e-mail address",
    "name-not-split": () => "can't be divided into given name and family name",
    "duplicate-key": (data: Data) => `the same number as on row ${data["otherLine"]}`,
    "person-differs": (data: Data) => `the same key as on row ${data["otherLine"]}, but another name`,
    "several-main": (data: Data) => `two main employments at once, see row ${data["otherLine"]}`,
    "manager-cycle": (data: Data) => `manages their own manager, see row ${data["otherLine"]}`,
    "unknown-unit": (data: Data) => `there is no unit ${quoted(data["value"])} today`,
    "ambiguous-unit": (data: Data) =>
      `several units are called ${quoted(data["value"])}. Use the unit's code`,
    "number-reused": () => "the number was somebody else's, who has left",
    "future-start": (data: Data) => `Begins ${data["value"]}`,
    "unknown-form": (data: Data) => `Unknown form of employment ${quoted(data["value"])}`,
    "shared-email": (data: Data) => `The same e-mail as on row ${data["otherLine"]}`,
  },
};
