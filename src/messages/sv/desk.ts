/** Words of the front page and of everyone's own start page. */
export const desk = {
  welcome: {
    title: "Kompetens som syns, och vägar vidare",
    lead: "Här beskriver kommuner och regioner vad yrken kräver och ger, och var var och en är på sin väg.",
    demo: "Det här är en demonstration. Alla personer och texter är påhittade, och det organisationerna gör här har de inte gjort på riktigt.",
    empty: {
      title: "Ingen organisation än",
      text: "Lägg till den första med kommandot npm run vidga -- organisation add.",
    },
    kinds: {
      municipality: "Kommun",
      region: "Region",
      association: "Kommunalförbund",
      company: "Bolag",
    },
    models: "Läs modellerna",
    signIn: "Logga in",
  },
  start: {
    title: (name: string) => `Hej ${name}`,
  },
};
