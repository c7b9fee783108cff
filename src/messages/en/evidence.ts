/** Words of evidence and experience. */
import { capital } from "../capital.ts";
import type { Messages } from "../sv/index.ts";

const MISSING: Readonly<Record<string, string>> = {
  kind: "Choose what kind of evidence it is",
  what: "Write what it is, for example the name of the course",
  issuedOn: "Enter the day it was issued",
  untilOn: "Enter the last day you worked there",
  professionId: "Choose the profession that the time is for",
  how: "Choose how the evidence was checked",
  checkedOn: "Enter the day it was checked",
  source: "Write in which register, for example HOSP",
  missing: "Write what is missing",
  words: "Write why it no longer holds",
};

const years = (days: number): string => {
  const whole = Math.floor(days / 365.25);
  const months = Math.floor((days - whole * 365.25) / 30.44);
  const parts = [
    ...(whole > 0 ? [`${whole} ${whole === 1 ? "year" : "years"}`] : []),
    ...(months > 0 ? [`${months} ${months === 1 ? "month" : "months"}`] : []),
  ];
  return parts.length > 0 ? `about ${parts.join(" and ")}` : `${days} ${days === 1 ? "day" : "days"}`;
};

export const evidence: Messages["evidence"] = {
  kinds: {
    licence: "Licence",
    degree: "Degree",
    specialist: "Specialist certificate",
    course: "Course",
    experience: "Time in the profession elsewhere",
    merit: "Merit, for example supervision",
  },
  standing: {
    waiting: "Waiting for a check",
    returned: "Something is missing",
    counts: "Holds",
    "not-yet": "Doesn’t hold yet",
    expired: "Has expired",
    withdrawn: "Withdrawn",
    superseded: "Replaced by a newer one",
  },
  how: {
    "original-shown": "The original was shown",
    register: "It was looked up in a register",
    file: "The file was gone through",
  },
  checkedAs: {
    manager: "manager",
    deputy: "deputy for the manager",
    "manager-above": "the manager’s own manager",
  },
  page: {
    mine: "My evidence",
    title: (name) => `${name}, evidence`,
    leadMine:
      "Licence, degrees, courses and time in the profession: what shows that you meet formal requirements.",
    lead: "Licence, degrees, courses and time in the profession: what shows that formal requirements are met.",
    add: "Add evidence",
    addShown: "Note evidence that you have seen",
    saved: "Saved.",
    handedIn: "Thank you! The evidence now waits for your manager to check it.",
    caption: "Evidence",
    what: "Evidence",
    dates: "Issued",
    good: "Good through",
    goodAlways: "no end",
    state: "State",
    meets: "Shows that you meet",
    meetsOther: "Requirements that it shows",
    meetsNothing: "No requirement yet",
    notNow: "not now",
    until: (day) => `through ${day}`,
    empty: "No evidence yet",
    emptyMine:
      "Begin with what is closest to hand, such as your licence. You show your manager the original, and they note that it has been checked.",
    emptyText: "Evidence that is added shows here, with the requirements that it meets and for how long.",
  },
  experience: {
    title: "Time in the profession",
    lead: "Counted from employments here and from checked time elsewhere. Employments at the same time count once, whatever their extent.",
    none: "There is no time in any profession to count yet.",
    total: (profession, days) => `${capital(profession)}: ${years(days)} through today`,
    periods: "What counts",
    now: "until further notice",
    elsewhere: "elsewhere",
    leaveAll: "All leave counts as time in the profession. The employer has decided so.",
    leaveNone: "Leave doesn’t count as time in the profession. The employer has decided so.",
    leaveUpTo: (days) =>
      `A leave of at most ${days} days counts as time in the profession, a longer one not at all. The employer has decided so.`,
    leaves: "Leave",
    leaveCounted: "counts",
    leaveLeftOut: "doesn’t count",
    reached: "Requirements of time",
    months: (months) => {
      if (months % 12 !== 0) return months === 1 ? "1 month" : `${months} months`;
      return months === 12 ? "1 year" : `${months / 12} years`;
    },
    reachedOn: (day) => `reached ${day}`,
    willReach: (day) => `reached ${day}, if the work goes on`,
    notReached: "not reached with the time that is known",
  },
  form: {
    titleMine: "Add evidence",
    title: (name) => `Note evidence for ${name}`,
    leadFiles:
      "Write what you have, and add the certificate as a file or show your manager the original, and they check it.",
    leadMine: "Write what you have. Then show your manager the original, and they check it.",
    lead: "Note what you have seen the original of, or have looked up in a register yourself.",
    renews: (what, day) =>
      `This renews ${what} from ${day}. The old one holds as before until the new one has been checked.`,
    kind: "What kind of evidence is it?",
    what: "What is it called?",
    whatHint: "For example Licence as a physiotherapist, or the name of the course and who gave it.",
    issuedOn: "Issued",
    issuedOnHint: "The day on the certificate. For time in the profession: the first day.",
    expiresThrough: "Good through",
    expiresHint: "Leave empty if it has no end.",
    experience: "Only for time in the profession elsewhere",
    experienceHint: "Leave empty for other evidence. Time with this employer is counted by itself.",
    workedThrough: "Through",
    professionId: "Profession",
    choose: "Choose",
    requirements: "Which requirements does it meet?",
    requirementsHint: "Choose those that you recognise. Whoever checks it can change them.",
    requirementsHintCheck: "Choose the requirements that the evidence shows.",
    noRequirements: "There are no formal requirements in the models in force for the profession now.",
    earlier: "of an earlier version",
    seenWhere: "Where can the original be seen?",
    seenWhereHint: "For example: I will bring it to the talk. Don’t write a personal identity number.",
    readers: "What you write is read by you and your manager, and can be disclosed as a public record.",
    readersOther: "What you write is read by the employee, and can be disclosed as a public record.",
    submitMine: "Hand in for a check",
    submit: "Save as checked",
    resubmit: "Save and hand in for a check again",
    takeBack: "Take back",
    leave: "You have written something that isn’t saved.",
    check: "The check",
    how: "How was it checked?",
    checkedOn: "Which day?",
    source: "Register or issuer",
    sourceHint:
      "For a licence: HOSP, the register of the National Board of Health and Welfare. Needed when it was looked up in a register.",
  },
  piece: {
    kind: "Kind",
    issued: "Issued",
    worked: "Worked",
    period: (from, to) => `${from} through ${to}`,
    good: "Good through",
    always: "No end",
    was: (day) => `It was good through ${day}. It stays as history, and meets no requirement today.`,
    wasWaiting: (day) =>
      `Was good through ${day}. It can be checked and then stands as history, but meets no requirement today.`,
    seenWhere: "Where the original can be seen",
    files: "Files",
    checked: "Checked",
    checkedBy: (day, by, as) => `${day} by ${by}, ${as}`,
    hidden: "someone whose name isn’t shown",
    how: "How",
    source: "Source",
    waiting: "The evidence meets no requirements until it has been checked.",
    waitingFiles:
      "Your manager goes through what you handed in. Until it has been checked it meets no requirements.",
    waitingOwn: "Show your manager the original. Until it has been checked it meets no requirements.",
    returned: "Something is missing here",
    returnedBy: (by) => `${by} writes:`,
    edit: "Change and hand in again",
    check: "Check",
    checkLead: "Have you seen the original, or looked it up in a register?",
    checkLeadFiles: "Have you seen the original, looked it up in a register or gone through the file?",
    checkSubmit: "Save the check",
    giveBack: "Something is missing",
    missing: "What is missing?",
    giveBackSubmit: "Hand back",
    link: "Does it meet more requirements?",
    linkLead: "What has been chosen stays. If something is wrong, withdraw the evidence and note it anew.",
    linkSubmit: "Save the requirements",
    withdraw: "It no longer holds",
    withdrawLead:
      "From today the evidence meets no requirements. If it replaced an older one, that one holds again for as long as it is good. The history stays.",
    words: "Why?",
    withdrawSubmit: "Withdraw the evidence",
    renew: "Renew",
    renewShown: "Note a newer one",
    newer: "The newer evidence",
    older: "What it renews",
    meets: "Requirements",
    history: "What has happened",
    events: {
      added: "Added",
      changed: "Changed and handed in again",
      returned: "Handed back",
      checked: "Checked",
      linked: "More requirements were added",
      withdrawn: "Withdrawn",
      superseded: "Replaced by a newer one",
    },
  },
  files: {
    choose: "Add the certificate as a file",
    chooseShown: "Add files",
    hint: (most, megabytes) =>
      `PDF, JPEG or PNG, at most ${most} files and ${megabytes} MB each. Where and when a photo was taken isn’t kept: it is removed from the picture. Those who see the evidence can read the files, and they can be disclosed as public records.`,
    number: "Do cover the personal identity number first: it isn’t needed.",
    again: "Choose the files again: the browser sends them only once.",
    drop: "Take files away",
    size: (bytes) =>
      bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
  },
  unit: {
    title: (unit) => `Evidence in ${unit}`,
    lead: (waiting) => {
      if (waiting === 0) return "Nothing waits for a check.";
      return waiting === 1 ? "One piece waits for a check." : `${waiting} pieces wait for a check.`;
    },
    caption: "Waiting for a check, or expiring within 90 days",
    name: "Name",
    what: "Evidence",
    issued: "Issued",
    state: "State",
    ended: (day) => `Was good through ${day}`,
    ends: (day) => `Good through ${day}`,
    renewal: "a renewal waits for a check",
    empty: "Nothing to see to",
    emptyText: "When someone hands in evidence, or when some expires within 90 days, it shows here.",
    units: "Units",
  },
  reasons: {
    missing: ({ field }) => MISSING[String(field)] ?? "Fill in the field",
    "too-long": ({ max }) => `Write at most ${max} characters`,
    "not-a-kind": () => "Choose what kind of evidence it is",
    "not-a-day": () => "Write the day as year, month and day, for example 2026-03-31",
    "in-future": ({ field }) =>
      field === "checkedOn"
        ? "The day of the check hasn’t been yet"
        : "The day hasn’t been yet. Add the evidence when you have it.",
    "ends-before-it-begins": ({ field }) =>
      field === "untilOn"
        ? "The last day is before the first. See whether the days have been swapped."
        : "It expired before it was issued. See whether the days have been swapped.",
    "ends-in-future": () => "Write time that has been. What is left can be added afterwards.",
    "identity-number": () =>
      "There seems to be a personal identity number in the text. Take it away: it isn’t needed, for the original shows whom it is about.",
    "not-a-requirement": () => "One of the requirements is no longer there. Choose among those shown now.",
    "not-a-profession": () => "Choose a profession in the list",
    "not-a-way": () => "Choose how the evidence was checked",
    "no-file": () => "The evidence has no file to go through. Choose how it was checked instead.",
    "files-off": () => "Files aren’t kept here. Show the original to the one who checks.",
    "too-many-files": ({ most, already }) =>
      Number(already) > 0
        ? `A piece of evidence has at most ${most} files, and this has ${already}. Take some away, or choose fewer.`
        : `Choose at most ${most} files. More papers can be added as another piece of evidence.`,
    "file-empty": ({ name }) => `${name} is empty. See whether it is the right file.`,
    "file-too-large": ({ name, megabytes }) =>
      `${name} is larger than ${megabytes} MB. Save it in a smaller size, or take a photo of the paper.`,
    "file-not-taken": ({ name }) =>
      `${name} is neither PDF, JPEG nor PNG, whatever it is called. Save the certificate as a PDF or take a photo of it.`,
    "file-active": ({ name }) =>
      `${name} holds scripts or other files, and so isn’t taken. Open it, choose Print and Save as PDF, and add the new file.`,
    "file-damaged": ({ name }) =>
      `${name} is damaged or isn’t whole. Save the picture anew or take a new photo, and choose that.`,
    "file-name-too-long": ({ name }) =>
      `The name of ${name} is too long. Rename the file and choose it again.`,
    "file-name-path": ({ name }) =>
      `The name ${name} has a slash in it. Rename the file and choose it again.`,
    "file-name-hidden": ({ name }) =>
      `The name of ${String(name) || "the file"} has characters that aren’t seen. Rename the file and choose it again.`,
    "file-name-number": ({ name }) =>
      `There seems to be a personal identity number in the name ${name}. Rename the file and choose it again.`,
    "checked-before-issued": () => "The check can’t be before the day that the evidence was issued",
    "nothing-to-renew": () =>
      "What was to be renewed has been replaced or withdrawn. Add the new evidence by itself.",
    "renewal-not-later": ({ day }) => `The new one must be issued after the old, which is from ${day}`,
    "changed-meanwhile": () =>
      "Someone has done something with the evidence since you opened the page. Read what stands now. What you wrote is still here.",
  },
};
