import type { Messages } from "../sv/index.ts";

const filesToo = (files: unknown): string =>
  files === 0 ? "" : files === 1 ? " and one file" : ` and ${String(files)} files`;

const rowsOf = (count: unknown): string => (count === 1 ? "1 row" : `${String(count)} rows`);

export const commandLine: Messages["commandLine"] = {
  help: `How the commands are used:

  npm run vidga -- organisation add --slug SLUG --name NAME --kind municipality|region|association|company
      Adds an organisation. SLUG is its name in addresses.
  npm run vidga -- organisation admit --association SLUG --member SLUG --from DAY
      Enters a member of an association.
  npm run vidga -- account add --organisation SLUG --username NAME --name NAME [--role ROLE] [--employment-number NR]
      Adds an account and prints the link where its owner chooses a password. The first one needs --role administrator.
  npm run vidga -- import FILE --organisation SLUG --as USERNAME [--dry-run] [--confirm-leavers] [--leave-out-unreadable]
      Brings in a staff file, all or nothing.
  npm run vidga -- backup FILE
      Writes a backup of everything while everything runs. Never overwrites a file.
  npm run vidga -- restore FILE [--replace]
      Reads a backup back, all or nothing, into an empty installation. With --replace it takes the place of what is there.
  npm run vidga -- key replace
      Lets what is here go with the key that is set now, when the one before is lost. Read docs/operations/backup.md first.
  npm run vidga -- token create --organisation SLUG --account USERNAME --name NAME --scopes A,B [--last-day DAY]
      Makes an API token that acts as the account, and prints it once.
  npm run vidga -- token list --organisation SLUG
  npm run vidga -- token revoke --organisation SLUG --token WHAT-IT-BEGINS-WITH
      Shows the tokens, and revokes one.
  npm run vidga -- take-over FILE --organisation SLUG --as USERNAME [--dry-run] [--leave-out-unreadable]
      Takes over placements from a file, all or nothing. With --titles instead of FILE: from the HR system’s titles.
  npm run vidga -- placements export FILE --organisation SLUG --as USERNAME [--what placements|hr-titles|titles]
      Takes out the placements, the titles for the HR system or the local titles. FILE ends with .csv, .xlsx or .json.
  npm run vidga -- model import FILE --organisation SLUG --as USERNAME [--replace-draft]
      Brings in a model as a draft, all or nothing: a model file (.yaml, .json) or Vidga’s list (.xlsx, .csv).
  npm run vidga -- model export FILE --organisation SLUG --as USERNAME --model SLUG [--number NR]
      Takes out a version of the model; without --number the one in force. FILE ends with .yaml, .json, .xlsx or .csv.
`,
  unknown: (command) => `There is no command ${command}.`,
  missing: (option) => `--${option} is needed.`,
  notFound: "There is no such organisation, account or token, or the account may not do it.",
  noFile: (file) => `The file ${file} cannot be read.`,
  added: (name) => `${name} has been added.`,
  admitted: (member, association) => `${member} is a member of ${association}.`,
  invitation: (address) => `The link works once, for three days: ${address}`,
  counts: (count) =>
    `${count["join"]} new, ${count["move"]} change units, ${count["change"]} change, ${Number(count["end"]) + Number(count["leavers"])} end, ${count["same"]} unchanged. ${rowsOf(count["unreadable"])} cannot be read.`,
  token: {
    made: "The token is shown only now:",
    none: "There is no token.",
    revoked: (token) => `${token} is revoked.`,
  },
  takeOverCounts: (count) =>
    `${count.place} to be placed, ${count.same} placed there already, ${count.conflict} placed otherwise. ${rowsOf(count.unreadable)} cannot be read.`,
  modelSaved: (slug, number) => `${slug}, version ${number}, has been brought in as a draft.`,
  modelReasons: {
    "needs-choices": () =>
      "The spreadsheet is not Vidga’s own list. Bring it in on the page Add a model, where you say what is what.",
  },
  filesAway: (said) =>
    `The place where files are kept cannot be reached (${said}). Are VIDGA_FILES and its keys right?`,
  noTarget: (file) => `The file ${file} cannot be written.`,
  written: (count, file) => `${rowsOf(count)} in ${file}.`,
  saved: "Saved.",
  dryRun: "Nothing has been saved.",
  row: (line, who, problem) => `Row ${line}${who ? `, ${who}` : ""}: ${problem}`,
  answer: {
    "leavers-not-confirmed": "Say yes with --confirm-leavers.",
    "unreadable-not-confirmed": "Leave the rows out with --leave-out-unreadable.",
  },
  neededFile: "Say which file it is about.",
  backedUp: ({ file, rows, tables, files, size }) =>
    `The backup ${file} is complete: ${rows} rows in ${tables} tables${filesToo(files)}, ${size}. Keep it as what it is: all personal data.`,
  keyNotAlong:
    "The key VIDGA_SECRET is not included. Without it the backup cannot be restored: keep it apart.",
  keyTaken: "What is here goes with this key now. Start every server with it.",
  keyThere: "What is here goes with this key already. Nothing has changed.",
  fileLost: (name) =>
    `The file ${name} isn’t where files are kept, and isn’t included. If an older copy has it, put it back.`,
  restored: ({ rows, tables, files, madeAt }) =>
    `Restored: ${rows} rows in ${tables} tables${filesToo(files)}, as they were ${madeAt}. Counts and checksums agree.`,
  migrated: (count) =>
    count === 1
      ? "One migration has come since, and is done."
      : `${count} migrations have come since, and are done.`,
  reasons: {
    "not-a-slug": () => "--slug must be small letters a–z, digits and hyphens",
    missing: () => "--name is needed",
    "too-long": (data) => `The name may have at most ${data["max"]} characters`,
    taken: () => "That name is taken",
    "not-an-association": () => "--association is no association here",
    "no-such-organisation": () => "--member does not exist",
    itself: () => "An association cannot be a member of itself",
    "not-a-day": () => "--from must be a day, for example 2027-01-01",
    "ends-before-it-begins": () => "The membership ends before it begins",
    "already-member": () => "The organisation is a member on that day already, or has been asked",
  },
  backupReasons: {
    exists: ({ file }) => `${file} exists. Nothing is overwritten: choose another name.`,
    "not-writable": ({ file }) => `${file} cannot be written: its folder does not exist or is closed.`,
    "disk-full": ({ file }) =>
      `The disk is full: ${file} was not written, and the file that was begun is gone.`,
    "no-owner": () => "DATABASE_OWNER_URL is needed: only the owner of the database can do this.",
    "nothing-here": () => "There is no installation to back up here. Are VIDGA_DATA or DATABASE_URL right?",
    "not-readable": ({ file }) => `The file ${file} cannot be read.`,
    truncated: ({ file }) => `${file} is cut off: its end is missing. Nothing has changed.`,
    damaged: ({ file }) =>
      `${file} is damaged: its content is not what its checksum says. Nothing has changed.`,
    foreign: ({ file }) => `${file} is not a backup from Vidga. Nothing has changed.`,
    "other-format": ({ file, format }) =>
      `${file} has format ${format}, which this version of Vidga does not know. Nothing has changed.`,
    "newer-schema": ({ file, migration }) =>
      `${file} was made by a newer version of Vidga (${migration}). Nothing has changed: upgrade first.`,
    "other-schema": ({ file, why }) =>
      `${file} was made by a version of Vidga that does not precede this one (${why}). Nothing has changed.`,
    "other-mode": ({ file, mode, here }) =>
      `${file} is ${mode === "demo" ? "demo" : "live"} data, and here is ${here === "demo" ? "demo" : "live"} data. Nothing has changed: restore it in another folder or database.`,
    "other-key": ({ file }) =>
      `${file} goes with another key. Nothing has changed: set VIDGA_SECRET to the key of that installation.`,
    "not-empty": () => "There is data here. Nothing has changed: answer --replace to replace all of it.",
    "other-database": () => "The database holds something else than Vidga. Nothing has changed.",
    "newer-database": ({ migration }) =>
      `The database belongs to another version of Vidga (${migration}). Nothing has changed.`,
    "in-use": () => "A server uses the database. Nothing has changed: stop it first.",
    "not-as-in-file": ({ table }) =>
      `What was read into ${table} is not what the file says. Nothing has changed.`,
    "refused-by-database": ({ why }) => `The database said no: ${why}. Nothing has changed.`,
    "database-gone": () => "The database does not answer. Nothing has changed.",
  },
};
