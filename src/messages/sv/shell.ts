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
  errorTitle: "Det här behöver rättas",
  errorPrefix: "Fel: ",
  signedOut:
    "Du har blivit utloggad. Det du skrev är kvar här: spara med knappen och logga in, så följer det med.",
  source: "Fri programvara under EUPL 1.2",
  nav: {
    start: "Min sida",
    units: "Enheter",
    people: "Medarbetare",
    import: "Import",
    models: "Modeller",
    coverage: "Täckning",
    needs: "Behov",
    members: "Medlemmar",
    evidence: "Mina underlag",
    data: "Det som finns om mig",
    requests: "Begäran om rättelse",
    plan: "Min plan",
    talks: "Mina samtal",
    calibrations: "Kalibrering",
    placementViews: "Andra uppfattningar",
    planTemplates: "Mallar för planer",
    reads: "Vem har läst om mig",
    notices: "Det jag får med e-post",
    mail: "E-post",
    accounts: "Konton och roller",
    professions: "Yrken",
    tokens: "API-nycklar",
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
  /** Pages that stand by themselves, when there is nothing else to show. */
  plain: {
    403: {
      title: "Vi tog inte emot det",
      text: "Det du skickade såg inte ut att komma från Vidgas egna sidor. Inget har sparats. Gå tillbaka, ladda om sidan och försök igen.",
    },
    413: {
      title: "För mycket på en gång",
      text: "Det du skickade är större än 32 MB, och det tar vi inte emot. Inget har sparats. Gå tillbaka och välj en mindre fil.",
    },
    500: {
      title: "Något gick fel",
      text: "Felet är noterat och inget har sparats. Gå tillbaka och försök igen.",
    },
    503: {
      title: "Vidga är strax tillbaka",
      text: "Vi når inte det som är sparat just nu. Det du redan har sparat är kvar. Vänta en liten stund och ladda om sidan.",
    },
  },
};
