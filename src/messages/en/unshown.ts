/** Words of what somebody wrote in a talk and hadn't shown when it closed (TLK-1). */
import type { Messages } from "../sv/index.ts";

export const unshown: Messages["unshown"] = {
  title: "What you wrote and didn't show",
  text: "Your text",
  agreed:
    "You had written a text that wasn't shown before the talk closed. It is no part of what you agreed, and not in the PDF.",
  nothing: "You had written a text that wasn't shown before the talk closed. It is no part of the talk.",
  prepared: "You had prepared when the talk was cancelled, and not shown it.",
  only: "Only you see this. Copy what you want to keep.",
  remove: "Remove what you wrote",
  removeText: "It can't be brought back. Nothing else of the talk changes.",
  removeSubmit: "Remove for good",
  mine: {
    title: "What you wrote in talks and didn't show",
    lead: "Texts in talks with others. They are no part of the talks, and only you see them. You can remove them on the talk's page.",
    open: (day) => `To the talk ${day}`,
  },
};
