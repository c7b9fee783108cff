import type { Messages } from "../sv/index.ts";

export const desk: Messages["desk"] = {
  welcome: {
    title: "Competence in view, and ways on",
    lead: "Here municipalities and regions describe what professions ask and offer, and where each of us is on the way.",
    demo: "This is a demonstration. All people and texts are invented, and what the organisations do here they have not done in reality.",
    empty: {
      title: "No organisation yet",
      text: "Add the first one with the command npm run vidga -- organisation add.",
    },
    begin: "Begin here",
    beginLead: "Here is most to see. One click signs you in as one of the invented people.",
    members: (association) => `${association} and its members`,
    kinds: {
      municipality: "Municipalities",
      region: "Regions",
      association: "Associations of municipalities",
      company: "Companies",
    },
    models: "Read the models",
    listedModels: "Models",
    signIn: "Sign in",
  },
  start: {
    title: (name) => `Hello ${name}`,
    lead: {
      answer: "You have a new placement to read. Do say if you see it differently.",
      placed: "Here is where you are in the model, and what is around you.",
      notPlaced: () =>
        "You are not placed in the model yet. You and your manager do that together in a talk.",
      noModel: "There is no model for your profession yet.",
      team: (placed, placeable) =>
        placeable === 0
          ? "Nobody in your team has a profession with a model yet."
          : `${placed} of ${placeable} in your team are placed.`,
      other: "This is what you can do today.",
    },
    where: "Where you are",
    hereLabel: "You are here",
    since: (level, day, manager) => `${level} since ${day}, decided by ${manager} after your talk.`,
    sinceTakenOver: (level, day) =>
      `${level} since ${day}. It was taken over, and you have not confirmed it in a talk yet.`,
    history: "Your placement and history",
    answer: "Read and answer",
    read: "Read the whole model",
    aboutModel: (name) => `the model for ${name}`,
    around: "Other levels in the model",
    allModels: "See the models there are",
    aroundLead: "You choose whether and when to move on. No level matters more than another.",
    notPlacedTitle: (model) => `The model for ${model}`,
    reads: "Who has read about me",
    noReads: "Nobody else has read anything about you.",
    lastRead: (who, day) => `Latest ${who}, ${day}.`,
    someone: "someone with protected identity",
    allReads: "See all",
    todo: "To do now",
    nothing: "Nothing is waiting for you right now.",
    todoState: "To do",
    waitingState: "Waiting",
    applied: (name) => `${name} wants to move in the model`,
    appliedText: "Read the application and talk about it. Then you place or decline.",
    afterMove: (name) => `There is more to do after the move of ${name}`,
    afterMoveText: "An agreement or a title that is left to see to.",
    prepare: (unit, count) =>
      count === 1
        ? `Prepare the placement of one person in ${unit}`
        : `Prepare the placement of ${count} people in ${unit}`,
    prepareText: "Write down what you think before the talk. The placement holds from the day of the talk.",
    prepareButton: "Prepare",
    otherView: (name) => `${name} sees their placement differently`,
    otherViewText: "Read what it says and bring it up in your next talk.",
    readButton: "Read",
    confirm: (count, unit) =>
      count === 1
        ? `One placement taken over in ${unit} to confirm`
        : `${count} placements taken over in ${unit} to confirm`,
    confirmText: "They were there before you began with Vidga. Bring them up in a talk and place as usual.",
    confirmButton: "See who",
    unanswered: (count, unit) =>
      count === 1
        ? `One person in ${unit} has not answered their placement`
        : `${count} people in ${unit} have not answered their placement`,
    unansweredText: "They have it on their page. Remind them when you meet.",
    evidence: (count, unit) =>
      count === 1
        ? `One piece of evidence in ${unit} waits for a check`
        : `${count} pieces of evidence in ${unit} wait for a check`,
    evidenceText: "It meets no requirements until you have seen the original, the file or the register.",
    evidenceButton: "Check",
    ending: (count, unit) =>
      count === 1
        ? `One piece of evidence in ${unit} expires within 90 days, or has`
        : `${count} pieces of evidence in ${unit} expire within 90 days, or have`,
    endingText: "Do remind them to renew it, or plan the course.",
    adopt: (model, number) => `${model}, version ${number} is ready to be adopted`,
    adoptText: "Read the version and what the decision rests on.",
    adoptButton: "Read and adopt",
    draft: (model, number) => `${model}, version ${number} is a draft`,
    draftText: "It can change until it is adopted.",
    import: "Bring in staff from the HR system",
    importText: "You see what will change before anything is saved.",
    importButton: "Import",
    keep: "Look over settings and roles",
    keepText: "The words you use, the coverage threshold, and who may do what.",
    keepButton: "Settings",
    errandsTitle: "In your role",
    errands: {
      coverage: {
        title: "Coverage",
        text: "How many are placed, for each model and unit.",
      },
      "coverage-of-professions": {
        title: "Coverage for your professions",
        text: "How many are placed, for each model and unit. There are only figures here.",
      },
      measurements: {
        title: "Measurements",
        text: "Freeze the figures three times a year, so that they can be compared.",
      },
      debt: {
        title: "Competence debt",
        text: "Which mandatory requirements are unmet, in people, hours, credits and kronor.",
      },
      shortage: {
        title: "What nobody offers",
        text: "What the models ask for and the catalogue lacks. Ready to raise with a university.",
      },
      "add-model": {
        title: "Add a model",
        text: "A new model, or a new version of one that is there, from a file. It becomes a draft.",
      },
      models: {
        title: "Models",
        text: "The models in force, and the drafts that you take part in.",
      },
      members: {
        title: "Members",
        text: "Which models the members have adopted, and how many are placed.",
      },
      unit: (unit) => ({
        title: `Placements in ${unit}`,
        text: "Who is placed, and who is not yet.",
      }),
      case: (reason) => ({ title: "Your case as HR partner", text: reason }),
      people: {
        title: "People",
        text: "Search by name, e-mail address or employment number.",
      },
      "move-tasks": {
        title: "To do after moves",
        text: "Titles and agreements that a move in a model leads to.",
      },
      "take-over": {
        title: "Taking over placements",
        text: "Take in what you already know about who is where, and take out placements and titles for the HR system.",
      },
      calibrations: {
        title: "Calibration",
        text: "Managers place the same invented cases apart, and agree on how the requirements are read.",
      },
      titles: {
        title: "Local titles",
        text: "What the HR system calls somebody at a level.",
      },
      accounts: { title: "Accounts and roles", text: "Who can sign in, and what they may do." },
    },
    team: (unit) => unit,
    teamTable: (unit) => `Staff in ${unit}`,
    name: "Name",
    level: "Level",
    levelSince: "Since",
    state: "State",
    states: {
      "taken-over": "Taken over",
      awaiting: "Not answered",
      acknowledged: "Has read it",
      "other-view": "Another view",
      "not-placed": "Not placed",
      prepared: "Prepared",
      "no-model": "No model for the profession",
    },
    missing: "What is missing",
    myAssessment: "My assessment",
    assessments: "Assessments",
    talks: "Talks",
    allTeam: "Everyone in the unit",
    otherTeams: (count) => (count === 1 ? "You manage one more unit." : `You manage ${count} more units.`),
    units: "See the units",
    vacantTeam: "The unit has no manager at present. As the nearest manager you decide in their place.",
    emptyTeam: "Nobody works in the unit today.",
  },
};
