/** Words around every page. */
export const shell = {
  product: "Vidga",
  skip: "Hoppa till innehållet",
  navigation: "Huvudmeny",
  breadcrumbs: "Du är här",
  signIn: "Logga in",
  signOut: "Logga ut",
  otherLanguage: "In English",
  demo: "Demodata: påhittade uppgifter",
  demoAbout:
    "Alla personer och texter är påhittade. Det organisationerna gör här har de inte gjort på riktigt.",
  readsAboutMe: "Vem har läst om mig",
  errorTitle: "Det här behöver rättas",
  errorPrefix: "Fel: ",
  source: "Fri programvara under EUPL 1.2",
  nav: {
    start: "Min sida",
    units: "Enheter",
    people: "Medarbetare",
    import: "Import",
    models: "Modeller",
    coverage: "Täckning",
    measurements: "Mätningar",
    members: "Medlemmar",
    professions: "Yrken",
    settings: "Inställningar",
  },
  notFound: {
    title: "Sidan finns inte",
    text: "Adressen kan vara fel, eller så har du inte behörighet till sidan. Vi visar samma svar i båda fallen, så att ingen kan gissa sig till uppgifter om andra.",
    home: "Till startsidan",
  },
  conflict: {
    title: "Någon annan hann före",
    text: "Uppgiften ändrades av någon annan medan du hade sidan öppen. Gå tillbaka, ladda om och se vad som gäller nu.",
  },
  broken: {
    title: "Något gick fel",
    text: "Felet är noterat och inget har sparats. Gå tillbaka och försök igen.",
  },
};
