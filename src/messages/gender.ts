/**
 * Swedish nouns are of two genders, and what an employer calls its talk may be of either: ditt samtal, din dialog. Told by how the word ends; what isn't
 * known is taken for neuter, as samtal and möte are.
 */
const COMMON = /(dialog|ning|gång|träff|stund|diskussion)$/i;

const agreeing =
  (neuter: string, common: string) =>
  (noun: string): string =>
    COMMON.test(noun.trim()) ? common : neuter;

const [article, your, yours] = [agreeing("ett", "en"), agreeing("ditt", "din"), agreeing("ert", "er")];

/** ett samtal, en dialog */
export const withArticle = (noun: string): string => `${article(noun)} ${noun}`;
/** ditt samtal, din dialog: one person's */
export const yourOwn = (noun: string): string => `${your(noun)} ${noun}`;
/** ert samtal, er dialog: of two or more */
export const yoursTogether = (noun: string): string => `${yours(noun)} ${noun}`;
/** samtalet är inställt, dialogen är inställd */
export const calledOff = agreeing("inställt", "inställd");
