/** Words of what is met and what is left. */
import { capital } from "../capital.ts";

const some = (count: number): string =>
  ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"][count] ??
  String(count);
/** Time worked, from days: whole years and months. */
const worked = (days: number): string => {
  const months = Math.floor(days / 30.4375);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (months < 1) return "mindre än en månad";
  const parts = [
    years > 0 ? `${years} år` : "",
    rest > 0 ? `${rest} ${rest === 1 ? "månad" : "månader"}` : "",
  ];
  return parts.filter((part) => part !== "").join(" och ");
};

export const missing = {
  myPlan: "Min plan",
  plan: "Planen",
  toPlan: "Lägg i min plan",
  toPlanOf: "Lägg i planen",
  placeToPlan: (place: string) => `Sätt ${place} som mål i planen`,
  title: "Det här saknas",
  titleOf: (name: string) => `Det här saknas för ${name}`,
  lead: (place: string, model: string) =>
    `Vad modellen ${model} ber om på ${place}, vad som är uppfyllt och vad som kan uppfylla resten.`,
  allMet: "Allt som krävs här är uppfyllt.",
  asksNothing: "Här ställer modellen inga krav.",
  whatIfTitle: "Tänk om",
  whatIf: "Se vad en annan nivå, ett annat spår eller ett annat yrke ber om.",
  whatIfNote:
    "Det här är en annan plats än den egna. Att titta ändrar ingenting, och ingen annan ser vad man har tittat på.",
  noPlaceNote:
    "Ingen egen plats finns att jämföra med i den här modellen. Att titta ändrar ingenting, och ingen annan ser vad man har tittat på.",
  back: "Till den egna platsen",
  model: "Modell",
  place: "Nivå och spår",
  show: "Visa",
  where: "Var i modellen",
  own: (place: string) => `Placerad på ${place}.`,
  notPlaced: "Inte placerad i den här modellen.",
  notUsed: {
    level: "Arbetsgivaren använder inte nivån längre. Skäl:",
    track: "Arbetsgivaren använder inte spåret längre. Skäl:",
  },
  gone: {
    level: "Nivån finns inte kvar i den version av modellen som gäller nu.",
    track: "Spåret finns inte kvar i den version av modellen som gäller nu.",
  },
  here: "Här är du",
  hereOf: (name: string) => `Här är ${name}`,
  evidencePage: "Visa vad som finns: intyg, legitimation och erfarenhet",
  readModel: "Läs modellen",
  left: "Kvar att nå",
  met: "Redan uppfyllt",
  recommended: "Rekommenderat",
  recommendedText: "Bra att ha. Inget av det hindrar en placering.",
  tags: {
    met: "Uppfyllt",
    left: "Saknas",
    ended: "Har gått ut",
    withdrawn: "Återkallat",
    waiting: "Väntar på kontroll",
  },
  group: (needed: number, of: number) =>
    needed === of
      ? of === 2
        ? "Båda dessa"
        : `Alla ${some(of)}`
      : needed === 1
        ? `En av dessa ${some(of)} räcker`
        : `${capital(some(needed))} av dessa ${some(of)} räcker`,
  more: (more: number) => (more === 1 ? "En till behövs." : `${capital(some(more))} till behövs.`),
  enough: "Det räcker.",
  evidence: (what: string, from: string, by: string) =>
    `${what}, ${from}${by === "" ? ", kontrollerat" : `, kontrollerat av ${by}`}.`,
  lasts: (day: string) => `Gäller till och med ${day}.`,
  waits: (what: string) => `${what} väntar på kontroll och räknas när det är kontrollerat.`,
  returned: (what: string) => `${what} har lämnats tillbaka för komplettering.`,
  expired: (what: string, day: string) => `${what} gick ut ${day}. Ett nytt intyg uppfyller kravet igen.`,
  withdrawn: (what: string, day: string) => `${what} återkallades ${day}.`,
  worked: (days: number) => `Har arbetat ${worked(days)} i yrket.`,
  asksMonths: (months: number) =>
    months % 12 === 0 ? `Kravet är ${months / 12} år i yrket.` : `Kravet är ${months} månader i yrket.`,
  reached: (day: string) => `Uppfyllt sedan ${day}.`,
  opens: (day: string) => `Öppnas av sig själv ${day}.`,
  agreed: (day: string, by: string) =>
    by === "" ? `Ni kom överens om det ${day}.` : `Ni kom överens om det ${day}, med ${by}.`,
  agreedNot: (day: string) => `Den ${day} var ni överens om att det återstår.`,
  by: {
    licence: "Uppfylls när legitimationen är kontrollerad.",
    degree: "Uppfylls av examensbeviset, när chefen har sett det.",
    specialist: "Uppfylls av beviset om specialistkompetens, när chefen har sett det.",
    course: "Uppfylls av ett intyg från kursen, när chefen har sett det.",
    experience: "Uppfylls av tid i yrket.",
    merit: "Uppfylls av ett intyg om uppdraget, när chefen har sett det.",
  },
  byTalk: (talk: string) =>
    `Tas upp i nästa ${talk}: var och en bedömer för sig, och sedan kommer ni överens.`,
  moveRule: {
    "present-and-target": "Hos oss ska det som krävs vara uppfyllt både där man är och dit man vill.",
    cumulative: "Hos oss ska det som krävs vara uppfyllt dit man vill och på alla nivåer innan.",
    advisory: "Hos oss är kraven ett stöd för samtalet: chefen kan placera ändå, och skriver då varför.",
  },
  none: "Här finns ingen modell att jämföra med än",
  noneText: "När en modell är fastställd står det här vad den ber om.",
  models: "Se modellerna",
  unit: {
    link: "Vem kan vad",
    title: (unit: string) => `Vem kan vad i ${unit}`,
    lead: "Vad medarbetarna har visat, krav för krav. Till bemanning och handledning, inte för att jämföra personer.",
    choose: "Välj modell, nivå och krav",
    requirement: "Krav",
    all: "Alla krav på nivån",
    caption: (place: string) => `Krav på ${place}`,
    captionOne: "Medarbetare i bokstavsordning",
    met: "Uppfyller",
    ended: "Har gått ut",
    waiting: "Väntar på kontroll",
    notYet: "Inte visat än",
    nobody: "ingen",
    name: "Namn",
    state: "Läge",
    detail: "Hur",
    file: "Hämta som CSV",
    fileName: "vem-kan-vad",
    columns: ["Namn", "Krav", "Läge", "Sedan", "Gäller till och med"],
    empty: "Ingen i enheten har ett yrke med en modell",
    emptyText:
      "När någon i enheten arbetar i ett yrke som har en modell i kraft står det här vad hen har visat.",
  },
};
