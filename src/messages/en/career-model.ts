import type { Messages } from "../sv/index.ts";

export const careerModel: Messages["careerModel"] = {
  list: {
    title: "Models",
    lead: () =>
      "Each model describes a profession: what is needed, what one does and which support one gets at each level.",
    since: (day) => `In force since ${day}`,
    from: (day) => `In force from ${day}`,
    notInForce: "Not in force yet",
    dormant: "Dormant",
    draft: (number) => `Draft of version ${number}`,
    consultation: (number) => `Version ${number} in consultation`,
    add: "Read in a model",
    empty: {
      title: "No model is in force yet",
      text: "When a model has been adopted everyone can read it here.",
      writer: "Start by reading in a model from a file. It becomes a draft that can then be adopted.",
    },
  },
  model: {
    views: "Show the model as",
    rings: "Rings",
    stairs: "Stairs",
    table: "Table",
    text: "Read as text",
    whole: "The whole model",
    ringsTitle: (name) => `The model for ${name} as rings`,
    stairsTitle: (name) => `The model for ${name} as stairs`,
    drawingText: (levels) =>
      `The levels from the inside out: ${levels}. The same content is on the page as text and table.`,
    stairsText: (levels) => `The levels: ${levels}. The same content is on the page as text and table.`,
    levels: "Levels",
    inward: "Inward:",
    outward: "Outward:",
    before: "Previous:",
    after: "Next:",
    tracks: "Tracks:",
    allTracks: "all tracks",
    track: (name) => `The track ${name}`,
    coreCompetencies: "Core competencies",
    recommended: "recommended",
    valid: (months) => `valid for ${months} months`,
    allOf: "All of:",
    anyOf: (needed, of) => `At least ${needed} of ${of}:`,
    internal: "internal",
    internalNote: "What is marked internal is seen only by those who are signed in.",
    onward: "Onward from here",
    corner: "Heading",
    version: (number) => `Version ${number}`,
    status: { draft: "Draft", consultation: "In consultation", adopted: "Adopted", superseded: "Superseded" },
    inForceSince: (day) => `in force since ${day}`,
    inForceFrom: (day) => `in force from ${day}`,
    wasInForce: (from, to) => `was in force ${from} to ${to}`,
    notCurrent: (number) => `You are reading version ${number}, which is not the one in force today.`,
    coming: (number, day) => `You are reading version ${number}, which is in force from ${day}.`,
    readCurrent: "Read the version in force",
    draftNote: "This is a draft. It can change until it is adopted.",
    consultationNote: "This is a proposal in consultation. It can change until it is adopted.",
    allVersions: "All versions",
    adopt: "Adopt this version",
    download: "Download as a file",
    adopted: (number, day) => `Version ${number}, adopted ${day}`,
    decidedBy: (who, as) => `by ${who}, ${as}`,
    diary: (number) => `Diary number ${number}`,
    restsOn: (text) => `Basis: ${text}`,
    delegation: (text) => `By virtue of: ${text}`,
  },
  difference: {
    title: (name) => `What has changed: ${name}`,
    lead: (before, after) => `From version ${before} to version ${after}.`,
    choose: "Choose versions",
    from: "From",
    to: "To",
    show: "Compare",
    version: (number, status) => `Version ${number}, ${status}`,
    link: (number) => `See what has changed since version ${number}`,
    counts: "In short",
    count: {
      added: (n) => (n === 1 ? "1 line is new" : `${n} lines are new`),
      removed: (n) => (n === 1 ? "1 line is removed" : `${n} lines are removed`),
      reworded: (n) => (n === 1 ? "1 line is reworded" : `${n} lines are reworded`),
      moved: (n) => (n === 1 ? "1 line has moved" : `${n} lines have moved`),
      "made-mandatory": (n) =>
        n === 1 ? "1 requirement becomes mandatory" : `${n} requirements become mandatory`,
      "made-recommended": (n) =>
        n === 1 ? "1 requirement becomes recommended" : `${n} requirements become recommended`,
      expiry: (n) =>
        n === 1 ? "1 requirement is valid for another time" : `${n} requirements are valid for another time`,
      formal: (n) => (n === 1 ? "1 formal requirement has changed" : `${n} formal requirements have changed`),
      support: (n) =>
        n === 1
          ? "1 demonstrated requirement is done in another way"
          : `${n} demonstrated requirements are done in another way`,
      kind: (n) => (n === 1 ? "1 line is of another kind" : `${n} lines are of another kind`),
      visibility: (n) => (n === 1 ? "1 line has other readers" : `${n} lines have other readers`),
      group: (n) =>
        n === 1 ? "1 requirement belongs to another group" : `${n} requirements belong to another group`,
    },
    nothing: "Nothing has changed",
    nothingText: "The two versions say the same.",
    onlyOrder: "Only the order of the lines may be another.",
    whole: "The model as a whole",
    part: "Part",
    line: "Line",
    before: (number) => `Version ${number}`,
    removed: "removed:",
    added: "added:",
    end: "end",
    notThere: "Was not there",
    gone: "Is no longer there",
    newLevel: "New level",
    goneLevel: "Removed level",
    isNew: "New",
    isRemoved: "Removed",
    movedHere: (from) => `Moved here from ${from}`,
    movedTo: (to) => `Moved to ${to}`,
    mandatory: "Becomes mandatory",
    recommended: "Becomes recommended",
    reworded: "Reworded",
    expiry: (before, after) =>
      after === undefined
        ? "Is now valid for ever"
        : `Is now valid for ${after} months, ${before === undefined ? "was for ever" : `was for ${before}`}`,
    formal: "What shows the requirement has changed",
    support: (how) => `Is now done: ${how}`,
    supportOf: { "with-support": "with support", independent: "independently", leads: "leading others" },
    supportNone: "how is no longer said",
    kind: (kind) => `Is now ${kind}`,
    kindOf: {
      formal: "a formal requirement",
      demonstrated: "a demonstrated requirement",
      duty: "a duty",
      support: "support",
    },
    nowInternal: "Becomes internal",
    nowPublic: "Becomes public",
    nowInGroup: "Now belongs to a group of requirements",
    nowAlone: "Now stands by itself",
    groups: "Groups of requirements",
    of: {
      intro: "The introduction",
      coreCompetencies: "The core competencies",
      ratingScale: "The words of the rating",
      level: "The level",
      levelKind: "The level's place",
      levelText: "The level's short text",
      levelIntro: "The level's introduction",
      onward: "Onward from here",
      heading: "The heading",
      track: "The track",
      trackLevels: "Levels where the track runs",
    },
    levelKinds: { introduction: "introduction", core: "core", outer: "outer ring" },
  },
  add: {
    title: "Read in a model",
    lead: "A model is written in a readable file: structure, levels, headings and content. You may start from a model that exists: at the end of its page you can download it as a file. What you read in becomes a draft.",
    file: "Model file",
    fileHint: "YAML or JSON, saved as UTF-8. At most 2 MB.",
    replace: "Overwrite the draft if the version already exists as a draft",
    replaceHint: "An adopted version is never overwritten.",
    submit: "Read in as a draft",
    faults: (file) => `Correct this in ${file}`,
    faultsLead:
      "Nothing has been saved. Correct the file in your text editor, choose it again and read it in.",
    line: "Line",
    place: "Place in the file",
    problem: "What needs correcting",
    more: (count) =>
      count === 1
        ? "One more fault is shown when these are corrected."
        : `${count} more faults are shown when these are corrected.`,
  },
  adopt: {
    title: (model, number) => `Adopt ${model}, version ${number}`,
    lead: "Once adopted the version cannot be changed. A correction is a new version.",
    takesOver: (number) =>
      `Version ${number} is in force up to and including the day before this one begins. It can still be read after that.`,
    isAdopted: (number) => `Version ${number} has been adopted and cannot be changed.`,
    readAdopted: "Read the version",
    read: "Read the version before you decide",
    decidedAs: "You decide as",
    decidedAsHint: "For example HR director.",
    delegation: "By virtue of",
    delegationHint: "The delegation that the decision rests on.",
    diaryNumber: "Diary number",
    restsOn: "Basis",
    restsOnHint: "What the decision rests on: minutes, consultation, risk assessment.",
    optional: "(may be left empty)",
    inForceFrom: "In force from",
    inForceFromHint: "The first day that the version is in force.",
    submit: "Adopt",
    cancel: "Cancel",
  },
  reasons: {
    missing: (data) =>
      ({
        decidedAs: "Enter the role that you decide in",
        delegation: "Enter the delegation that the decision rests on",
        diaryNumber: "Enter the diary number",
        file: "Choose a file",
      })[String(data["field"])] ?? "Something that is needed is missing here.",
    "too-long": (data) => `The text may be at most ${data["max"]} characters`,
    "changed-since": () =>
      "The version has changed since you opened the page. Read it again before you adopt it.",
    "not-adoptable-from": (data) =>
      data["status"] === "superseded"
        ? "The version has been adopted and is superseded by a later one."
        : "The version is already adopted.",
    "model-withdrawn": () => "The model has been withdrawn. It cannot have new versions.",
    "level-without-items": (data) => `The level ${data["name"]} has no content`,
    "not-a-day": () => "Enter the day as year, month and day, for example 2027-01-01",
    "not-after-version-in-force": (data) =>
      `Version ${data["number"]} is in force from ${data["from"]}. This one must begin later.`,
    "unknown-profession": (data) =>
      `You have no profession called ${data["name"]}. Add it to the professions first, or correct the name in the file.`,
    "profession-of-model-differs": (data) =>
      `The model ${data["slug"]} is for another profession than ${data["name"]}. Give the profession in the file another key.`,
    "structure-differs": (data) =>
      `There already is a structure ${data["name"]} with other levels or headings. Give the one in the file another name, or the same levels and headings.`,
    "structure-of-model-differs": (data) =>
      `The model has another structure than ${data["name"]}. A model keeps its structure.`,
    "version-exists": (data) =>
      `There already is a version ${data["number"]}. Give the version in the file the next number.`,
    "draft-exists": (data) =>
      `There already is a draft of version ${data["number"]}. Choose to overwrite the draft, or give the version in the file the next number.`,
    "not-text": () => "The file is not a text file. Choose a model that is saved as YAML or JSON.",
    "not-utf-8": () =>
      "The file is not saved as UTF-8, so å, ä and ö cannot be read safely. Open it in your text editor and save it again with the encoding UTF-8.",
    "file-faults": (data) =>
      data["count"] === 1
        ? `${data["file"]}: one fault to correct, see below`
        : `${data["file"]}: ${data["count"]} faults to correct, see the list below`,
  },
  fileFaults: {
    "too-large": () => "The file is larger than 2 MB. A model is usually much smaller: is it the right file?",
    "empty-file": () => "The file is empty.",
    "not-readable": () =>
      "Here the file can no longer be read. Look at indentation, colons and quotation marks.",
    "reference-not-allowed": () => "References (& and *) may not be used. Write out the text.",
    "tag-not-allowed": () => "Tags of your own (!) may not be used.",
    "duplicate-field": () => "The same name is there twice.",
    "unknown-field": () => "This name is not in the format. Check the spelling.",
    missing: () => "Something that is needed is missing here.",
    "wrong-type": (data) =>
      data["path"] === ""
        ? "The file is not a model file: it should have format, yrke, struktur and modell."
        : ({
            string: "A text is expected here.",
            number: "A number is expected here.",
            array: "A list is expected here, with a dash before each line.",
            object: "Names with a value each are expected here.",
            record: "Names with a value each are expected here.",
          }[String(data["expected"])] ?? "The value has the wrong form."),
    "unknown-value": (data) => `The word cannot be chosen here. It may be: ${data["allowed"]}.`,
    "text-with-colon": () => "The text has a colon. Put quotation marks around the whole text.",
    "empty-text": () => "The text is empty.",
    "text-too-long": (data) => `The text is too long: at most ${data["max"]} characters.`,
    "bad-character": () => "The text has characters that cannot be shown.",
    "bad-key": () => "The key may only have small letters a–z, digits and hyphens, and not be too long.",
    "duplicate-key": (data) => `The key ${data["key"]} is already used.`,
    "duplicate-level": (data) => `The level ${data["level"]} is given twice.`,
    "too-few": (data) => `There are too few: at least ${data["min"]} needed.`,
    "too-many": (data) => `There are too many: room for at most ${data["max"]}.`,
    "bad-number": () => "The number cannot be used here.",
    "introduction-not-first": () => "The introduction goes first, and there can only be one.",
    "core-outside-outer": () => "The levels of the core go before the outer ones.",
    "unknown-level": (data) => `The level ${data["level"]} is not in the structure.`,
    "unknown-heading": (data) => `The heading ${data["heading"]} is not in the structure.`,
    "unknown-track": (data) => `The track ${data["track"]} is not in the model.`,
    "track-not-in-level": (data) => `The track ${data["track"]} does not run in the level ${data["level"]}.`,
    "mandatory-on-non-requirement": () => "Only requirements can be mandatory or recommended.",
    "requirement-without-mandatory": () => "The requirement must be mandatory or recommended.",
    "formal-without-type": () => "A formal requirement needs a kind, such as course or licence.",
    "formal-on-other-kind": () => "Details of formal requirements do not belong here.",
    "support-on-other-kind": () => "How something is done belongs to demonstrated competence, not here.",
    "experience-without-months": () => "Experience needs a number of months.",
    "unknown-group": (data) => `There is no group ${data["group"]}.`,
    "group-elsewhere": (data) =>
      `The group ${data["group"]} stands in another place. What belongs to a group stands at the same level, track and heading.`,
    "group-of-other-kind": () => "Only requirements can belong to a group.",
    "group-mixed": () =>
      "The requirements of a group must be alike: all mandatory or all recommended, all public or all internal.",
    "group-circle": (data) => `The group ${data["group"]} is a part of itself.`,
    "group-never-met": (data) =>
      data["members"] === 0
        ? "The group is empty, so it can never be met."
        : `The group can never be met: ${data["needed"]} are needed, and it has ${data["members"]}.`,
  },
};
