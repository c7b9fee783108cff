/** Mejl som kallar till samtal (TLK-3). */
import { capital } from "../capital.ts";
import { calledOff, withArticle, yourOwn } from "../gender.ts";

export const letters = {
  when: (day: string, at: string): string => `${day} kl. ${at.replace(":", ".")}`,
  invitation: {
    subject: (kind: string, when: string): string => `${capital(yourOwn(kind))} ${when}`,
    text: (kind: string, when: string): string => `Din chef har bokat ${withArticle(kind)} med dig ${when}.`,
    after: "Du kan börja förbereda dig redan nu. Några ord räcker.",
  },
  moved: {
    subject: (kind: string, when: string): string => `Ny tid för ${yourOwn(kind)}: ${when}`,
    text: (kind: string, when: string): string => `${capital(yourOwn(kind))} har fått en ny tid: ${when}.`,
    after: "Det du har förberett finns kvar.",
  },
  cancelled: {
    subject: (kind: string, when: string): string =>
      `${capital(yourOwn(kind))} ${when} är ${calledOff(kind)}`,
    text: (kind: string, when: string): string => `${capital(yourOwn(kind))} ${when} är ${calledOff(kind)}.`,
    after: "",
  },
  reminder: {
    subject: (kind: string, when: string): string => `Snart: ${yourOwn(kind)} ${when}`,
    text: (kind: string, when: string): string => `${capital(yourOwn(kind))} är ${when}.`,
    after: "Har du inte förberett dig än räcker tio minuter.",
  },
};
