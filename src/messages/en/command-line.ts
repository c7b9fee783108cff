import type { Messages } from "../sv/index.ts";

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
`,
  unknown: (command) => `There is no command ${command}.`,
  missing: (option) => `--${option} is needed.`,
  notFound: "There is no such organisation or account, or the account may not do it.",
  noFile: (file) => `The file ${file} cannot be read.`,
  added: (name) => `${name} has been added.`,
  admitted: (member, association) => `${member} is a member of ${association}.`,
  invitation: (address) => `The link works once, for three days: ${address}`,
  counts: (count) =>
    `${count["join"]} new, ${count["move"]} change units, ${count["change"]} change, ${Number(count["end"]) + Number(count["leavers"])} end, ${count["same"]} unchanged. ${count["unreadable"]} rows cannot be read.`,
  saved: "Saved.",
  dryRun: "Nothing has been saved.",
  row: (line, who, problem) => `Row ${line}${who ? `, ${who}` : ""}: ${problem}`,
  answer: {
    "leavers-not-confirmed": "Say yes with --confirm-leavers.",
    "unreadable-not-confirmed": "Leave the rows out with --leave-out-unreadable.",
  },
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
    "already-member": () => "The organisation is a member on that day already",
  },
};
