import type { Messages } from "../sv/index.ts";

export const identity: Messages["identity"] = {
  signIn: {
    title: "Sign in",
    lead: (organisation) => `You are signing in to ${organisation}.`,
    username: "User name",
    usernameHint: "Usually your e-mail address at work.",
    password: "Password",
    submit: "Sign in",
    expired: "You need to sign in to continue. After an hour without activity you are signed out.",
    reasons: {
      missing: (data) => (data.field === "password" ? "Enter your password" : "Enter your user name"),
      wrong: () =>
        "The user name and password do not match. After five mistakes the sign-in rests for a quarter of an hour, even with the right password.",
    },
  },
  demo: {
    title: "Try it as somebody",
    lead: "Choose an invented person. One click signs you in.",
    enter: (name) => `Sign in as ${name}`,
    button: "Sign in",
  },
};
