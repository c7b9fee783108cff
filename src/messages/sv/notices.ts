/** Words of mail: what stands under each, what one chooses to get, what was caught in the demo, and how sending fares. */
export const notices = {
  under: {
    open: "Öppna i Vidga:",
    from: (organisation: string) => `Det här kommer från Vidga hos ${organisation}.`,
    unanswered: "Ingen läser svar hit.",
    choose: "Välj vad du vill få med e-post:",
  },
};
