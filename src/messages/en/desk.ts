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
    kinds: {
      municipality: "Municipality",
      region: "Region",
      association: "Association of municipalities",
      company: "Company",
    },
    models: "Read the models",
    signIn: "Sign in",
  },
  start: {
    title: (name) => `Hello ${name}`,
  },
};
