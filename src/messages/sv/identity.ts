/** Words of signing in. */
export const identity = {
  signIn: {
    title: "Logga in",
    lead: (organisation: string) => `Du loggar in hos ${organisation}.`,
    username: "Användarnamn",
    usernameHint: "Oftast din e-postadress i tjänsten.",
    password: "Lösenord",
    submit: "Logga in",
    expired: "Du behöver logga in för att fortsätta. Efter en timme utan aktivitet loggas du ut.",
    reasons: {
      missing: (data: { field?: string | number }) =>
        data.field === "password" ? "Skriv ditt lösenord" : "Skriv ditt användarnamn",
      wrong: () =>
        "Användarnamnet och lösenordet stämmer inte ihop. Efter fem fel vilar inloggningen i en kvart, även med rätt lösenord.",
    },
  },
  demo: {
    title: "Prova som någon",
    lead: "Välj en påhittad person. Ett klick loggar in dig.",
    enter: (name: string) => `Logga in som ${name}`,
    button: "Logga in",
  },
};
