import type { Messages } from "../sv/index.ts";

const COUNTS = "none one two three four five six seven eight nine ten eleven twelve".split(" ");
/** A number in running text: in letters up to twelve. */
const inLetters = (count: number): string => COUNTS[count] ?? String(count);
const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
      talk: (kind, when) => `Your ${kind} is ${when}.`,
      sheet: {
        waits: "Your self-assessment is waiting for you.",
        begun: "Your self-assessment is begun.",
        half: "Your self-assessment is half done.",
        nearly: "Your self-assessment is nearly done.",
        all: "Your self-assessment is ready to be handed in.",
        handedIn: "Your self-assessment is handed in.",
      },
      placed: "Here is where you are in the model, and what is around you.",
      notPlaced: () =>
        "You are not placed in the model yet. You and your manager do that together in a talk.",
      noModel: "There is no model for your profession yet.",
      waiting: (count) =>
        count === 0
          ? "Nothing is waiting for you right now."
          : count === 1
            ? "One thing is waiting for you."
            : `${first(inLetters(count))} things are waiting for you.`,
      team: (placed, placeable) => {
        if (placeable === 0) return "Nobody here has a profession with a model yet.";
        if (placeable === 1)
          return placed === 1 ? "Your employee is placed." : "Your employee is not placed yet.";
        return placed === placeable
          ? `All ${inLetters(placeable)} employees are placed.`
          : `${first(inLetters(placed))} of ${inLetters(placeable)} employees ${placed === 1 ? "is" : "are"} placed.`;
      },
      other: "This is what you can do today.",
    },
    where: "Where you are",
    hereLabel: "You are here",
    since: (day, manager) => `since ${day}, decided by ${manager} after your talk.`,
    sinceTakenOver: (day) => `since ${day}. It was taken over, and you have not confirmed it in a talk yet.`,
    history: "Your placement and history",
    now: {
      answer: "Read and answer",
      confirm: "Read and confirm the talk",
      begin: "Begin the self-assessment",
      goOn: "Go on with the self-assessment",
      prepare: "Prepare the talk",
    },
    ahead: {
      title: (level) => `What is missing for ${level}`,
      titleOwn: (level) => `What ${level} asks`,
      lead: (met, all, isOwn) => {
        const choice = isOwn ? "" : " You choose whether and when to move on.";
        if (all === 1)
          return `${met === 1 ? "The only requirement is met." : "The only requirement is not met yet."}${choice}`;
        if (met === all) return `All ${inLetters(all)} requirements are met.${choice}`;
        return `${first(inLetters(met))} of ${inLetters(all)} requirements ${met === 1 ? "is" : "are"} met.${choice}`;
      },
      nothing: "The model asks nothing here.",
      either: (of, needed) =>
        needed === of
          ? `${first(inLetters(of))} requirements that belong together`
          : `Choose ${inLetters(needed)} of ${inLetters(of)} ways`,
      or: "or",
      all: (count) => (count > 1 ? `Show all ${inLetters(count)} requirements` : "Show the whole level"),
      whatIf: "What if: another track or profession",
    },
    talkCard: {
      title: "My talk",
      none: "No talk is under way.",
      open: "Open the talk",
      all: "Your talks",
    },
    planCard: {
      title: "My plan",
      open: "Open the plan",
      none: "Your plan is empty so far. Bring up in your next talk what you want to learn.",
      done: (done, all) =>
        `${first(inLetters(done))} of ${inLetters(all)} ${all === 1 ? "activity" : "activities"} ${done === 1 ? "is" : "are"} done.`,
      next: (title, day, underWay) =>
        underWay ? `Under way: ${title}, until ${day}.` : `Next: ${title}, ${day}.`,
    },
    read: "Read the whole model",
    aboutModel: (name) => `for ${name}`,
    around: "Other levels in the model",
    allModels: "See the models there are",
    aroundLead: "You choose whether and when to move on. No level matters more than another.",
    notPlacedTitle: (model) => `Your model: ${model}`,
    reads: "Who has read about me",
    noReads: "Nobody else has read anything about you.",
    lastRead: (who, day) => `Latest ${who}, ${day}.`,
    someone: "someone with protected identity",
    allReads: "See all",
    toTeam: "To your team",
    self: {
      title: "Yourself",
      since: (level, day) => `${level} since ${day}.`,
      page: "To your own page",
    },
    needs: {
      title: "Have and need",
      titleIn: (unit) => `Have and need: ${unit}`,
      none: "What the unit needs stands here beside what it has, when you have said it.",
      missing: (levels) =>
        levels.length === 0
          ? "Nothing is missing of what is needed."
          : `Missing: ${levels.map(({ level, missing }) => `${inLetters(missing)} at ${level}`).join(", ")}.`,
      all: "Needs and what is missing",
      say: "Say what the unit needs",
    },
    when: (day, time) => `${day} at ${time}`,
    todo: "To do now",
    todoState: "To do",
    waitingState: "Waiting",
    applied: (name) => `${name} wants to move in the model`,
    appliedText: "Read the application and talk about it. Then you place or decline.",
    afterMove: (name) => `There is more to do after the move of ${name}`,
    afterMoveText: "An agreement or a title that is left to see to.",
    correction: (name) => `${name} asks for something to be corrected`,
    correctionText: "Read what it is about, and answer.",
    calibration: (title) => `Calibration: ${title}`,
    calibrationText: (left, day) =>
      left === 0
        ? `You have placed every case. Hand in by ${day}.`
        : `${left === 1 ? "One invented case" : `${first(inLetters(left))} invented cases`} to place by yourself, by ${day}.`,
    placeButton: "Place",
    handInButton: "Hand in",
    moreTalks: (count, unit) => `${first(inLetters(count))} more talks${unit === null ? "" : ` in ${unit}`}`,
    moreTalksText: "They are in the unit's list, each with its time.",
    introduce: (name) => `Introduce ${name}`,
    introduceText: (day) => `Began ${day}. No talk is booked.`,
    bookOne: (name) => `Book a talk with ${name}`,
    book: (count, unit) =>
      `Book talks with ${inLetters(count)} employees${unit === null ? "" : ` in ${unit}`}`,
    bookText: "It is a year since you talked, or you have not talked yet.",
    bookButton: "Book",
    prepare: (unit, count) =>
      count === 1
        ? `Prepare the placement of one person in ${unit}`
        : `Prepare the placement of ${inLetters(count)} people in ${unit}`,
    prepareText: "Write down what you think before the talk. The placement holds from the day of the talk.",
    prepareButton: "Prepare",
    otherView: (name) => `${name} sees their placement differently`,
    otherViewText: "Read what it says and bring it up in your next talk.",
    readButton: "Read",
    confirm: (count, unit) =>
      count === 1
        ? `One placement taken over in ${unit} to confirm`
        : `${first(inLetters(count))} placements taken over in ${unit} to confirm`,
    confirmText: "They were there before you began with Vidga. Bring them up in a talk and place as usual.",
    confirmButton: "See who",
    unanswered: (count, unit) =>
      count === 1
        ? `One person in ${unit} has not answered their placement`
        : `${first(inLetters(count))} people in ${unit} have not answered their placement`,
    unansweredText: "They have it on their page. Remind them when you meet.",
    evidence: (count, unit) =>
      count === 1
        ? `One piece of evidence in ${unit} waits for a check`
        : `${first(inLetters(count))} pieces of evidence in ${unit} wait for a check`,
    evidenceText: "It meets no requirements until you have seen the original, the file or the register.",
    evidenceButton: "Check",
    evidenceOf: (count, name) =>
      count === 1
        ? `Check a piece of evidence from ${name}`
        : `Check ${inLetters(count)} pieces of evidence from ${name}`,
    endingOf: (count, name) =>
      count === 1
        ? `A piece of evidence expires for ${name}`
        : `${first(inLetters(count))} pieces of evidence expire for ${name}`,
    ending: (count, unit) =>
      count === 1
        ? `One piece of evidence expires in ${unit}`
        : `${first(inLetters(count))} pieces of evidence expire in ${unit}`,
    endingText: "Within 90 days, or it has just happened. Do remind them to renew it, or plan the course.",
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
        text: "From a file or from an empty model, or a new version of one that is there. It becomes a draft.",
      },
      models: {
        title: "Models",
        text: "The models in force, and the drafts that you take part in.",
      },
      "models-in-force": {
        title: "Models",
        text: "The models in force, and what they say of each level.",
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
        title: "Staff",
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
      "plan-templates": {
        title: "Templates for plans",
        text: "Goals with activities, which managers can start for an employee or a whole unit.",
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
    lastTalk: "Latest talk",
    noTalk: "None yet",
    next: "Next step in the plan",
    step: (title, day, underWay) => (underWay ? `${title}, under way` : `${title}, ${day}`),
    noModel: "No model for the profession",
    staff: "Staff",
    planTalks: "Plan a round of talks",
    moreInTeam: (count) => `${first(inLetters(count))} more work in the unit.`,
    state: "State",
    states: {
      "taken-over": "Taken over",
      awaiting: "Not answered",
      "other-view": "Another view",
      applied: "Wants to move",
      talk: (day) => `Talk ${day}`,
      asked: "Waits for confirmation",
      held: "Talk to write down",
      introduce: "Begin introduction",
      "not-placed": "Not placed",
      prepared: "Prepared",
    },
    myAssessment: "My assessment",
    assessments: "Assessments",
    talks: "Talks",
    plans: "Plans",
    allTeam: "Everyone in the unit",
    otherTeams: (count) => (count === 1 ? "You manage one more unit." : `You manage ${count} more units.`),
    units: "See the units",
    vacantTeam: "The unit has no manager at present. As the nearest manager you decide in their place.",
    emptyTeam: "Nobody works in the unit today.",
  },
};
