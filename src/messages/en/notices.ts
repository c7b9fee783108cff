/** Words of mail: what stands under each, what one chooses to get, what was caught in the demo, and how sending fares. */
import type { Messages } from "../sv/index.ts";

export const notices: Messages["notices"] = {
  under: {
    open: "Open in Vidga:",
    from: (organisation) => `This comes from Vidga at ${organisation}.`,
    unanswered: "Nobody reads answers to this address.",
    choose: "Choose what you get by e-mail:",
  },
};
