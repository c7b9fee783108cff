import type { Messages } from "../sv/index.ts";

export const shell: Messages["shell"] = {
  product: "Vidga",
  skip: "Skip to content",
  navigation: "Main menu",
  breadcrumbs: "You are here",
  signIn: "Sign in",
  signOut: "Sign out",
  otherLanguage: "På svenska",
  demo: "Demo data: everything is invented",
  demoAbout:
    "All people and texts are invented. What the organisations do here they have not done in reality.",
  errorTitle: "There is something to correct",
  errorPrefix: "Error: ",
  signedOut:
    "You have been signed out. What you wrote is still here: save with the button and sign in, and it comes along.",
  source: "Free software under EUPL 1.2",
  nav: {
    start: "My page",
    units: "Units",
    people: "Staff",
    import: "Import",
    models: "Models",
    coverage: "Coverage",
    needs: "Needs",
    members: "Members",
    evidence: "My evidence",
    data: "What is held about me",
    requests: "Requests for correction",
    plan: "My plan",
    talks: "My talks",
    calibrations: "Calibration",
    placementViews: "Other views",
    planTemplates: "Templates for plans",
    reads: "Who has read about me",
    notices: "What I get by e-mail",
    mail: "E-mail",
    accounts: "Accounts and roles",
    professions: "Professions",
    tokens: "API tokens",
    settings: "Settings",
  },
  notFound: {
    title: "There is no such page",
    text: "The address may be wrong, or you may not have access to the page. We give the same answer in both cases, so that nobody can find things out about others by guessing.",
    home: "To the start page",
  },
  conflict: {
    title: "Somebody else was first",
    text: "This was changed by somebody else while you had the page open. Go back, reload, and see how it stands now.",
  },
  broken: {
    title: "Something went wrong",
    text: "The error has been noted and nothing was saved. Go back and try again.",
  },
  plain: {
    403: {
      title: "We did not accept that",
      text: "What you sent did not seem to come from one of Vidga's own pages. Nothing was saved. Go back, reload the page and try again.",
    },
    413: {
      title: "Too much at once",
      text: "What you sent is larger than 32 MB, which we do not accept. Nothing was saved. Go back and choose a smaller file.",
    },
    500: {
      title: "Something went wrong",
      text: "The error has been noted and nothing was saved. Go back and try again.",
    },
    503: {
      title: "Vidga will be back in a moment",
      text: "We cannot reach what is saved just now. What you have already saved is safe. Wait a little and reload the page.",
    },
  },
};
