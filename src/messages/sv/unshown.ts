/** Ord om det som någon skrev i ett samtal och inte hade visat när det stängdes (TLK-1). */
export const unshown = {
  title: "Det du skrev men inte visade",
  text: "Din text",
  agreed:
    "Du hade skrivit en text som inte visades innan samtalet stängdes. Den ingår inte i det ni kom överens om, och inte i PDF:en.",
  nothing: "Du hade skrivit en text som inte visades innan samtalet stängdes. Den ingår inte i samtalet.",
  prepared: "Du hade förberett dig när samtalet ställdes in, men inte visat det.",
  only: "Bara du ser det här. Kopiera det du vill behålla.",
  remove: "Ta bort det du skrev",
  removeText: "Det går inte att få tillbaka. Samtalet i övrigt ändras inte.",
  removeSubmit: "Ta bort för gott",
  mine: {
    title: "Det du skrev i samtal men inte visade",
    lead: "Texter i samtal med andra. De ingår inte i samtalen, och bara du ser dem. Du kan ta bort dem på samtalets sida.",
    open: (day: string) => `Till samtalet ${day}`,
  },
};
