/**
 * The shape of a model file, in the Swedish words that its authors write, and how those words map to the code's.
 * The shape is also published as JSON Schema, so that an editor can guide who writes.
 * What the content must fulfil beyond its shape stands in `rules.ts`.
 */
import { z } from "zod";
import type { FormalType, ItemKind, LevelKind, StudyLevel, SupportStage, Visibility } from "./rules.ts";

/** First line of every file: says what it is, and which edition of the format. */
export const FORMAT = "vidga-modell 1";

/** A Swedish word in the file for each of the code's values. */
export const LEVEL_KIND_WORDS = {
  introduction: "introduktion",
  core: "kärna",
  outer: "yttre",
} as const satisfies Record<LevelKind, string>;

export const ITEM_KIND_WORDS = {
  formal: "formellt krav",
  demonstrated: "reell kompetens",
  duty: "uppgift",
  support: "stöd",
} as const satisfies Record<ItemKind, string>;

export const MANDATORY_WORDS = { true: "obligatoriskt", false: "rekommenderat" } as const;

export const SUPPORT_WORDS = {
  "with-support": "med stöd",
  independent: "självständigt",
  leads: "leder",
} as const satisfies Record<SupportStage, string>;

export const FORMAL_TYPE_WORDS = {
  licence: "legitimation",
  degree: "examen",
  specialist: "specialistbevis",
  course: "kurs",
  experience: "erfarenhet",
  merit: "merit",
} as const satisfies Record<FormalType, string>;

export const STUDY_LEVEL_WORDS = {
  "first-cycle": "grundnivå",
  "second-cycle": "avancerad nivå",
  "third-cycle": "forskarnivå",
} as const satisfies Record<StudyLevel, string>;

export const VISIBILITY_WORDS = {
  public: "öppen",
  internal: "intern",
} as const satisfies Record<Visibility, string>;

/** The code's value for a word of the file. */
export function meaningOf<Value extends string>(words: Readonly<Record<Value, string>>, word: string): Value {
  const found = (Object.keys(words) as Value[]).find((value) => words[value] === word);
  if (found === undefined) throw new Error(`no meaning for "${word}"`);
  return found;
}

const oneOf = <Value extends string, Word extends string>(words: Readonly<Record<Value, Word>>) =>
  z.enum(Object.values<Word>(words));

const text = (description: string) => z.string().describe(description);

const KEY_HINT = "små bokstäver a–z, siffror och bindestreck";

const itemShape = z
  .strictObject({
    nyckel: text(`Radens fasta namn: ${KEY_HINT}. Görs av nivån och texten om den inte anges.`).optional(),
    text: text("Det som läses."),
    anteckning: text("En förklaring under raden, synlig för samma läsare som raden.").optional(),
    typ: oneOf(ITEM_KIND_WORDS).describe("Vad raden är, om inte det som rubriken säger.").optional(),
    krav: oneOf(MANDATORY_WORDS).describe("För krav: obligatoriskt om inget annat anges.").optional(),
    hur: oneOf(SUPPORT_WORDS).describe("För reell kompetens: hur det görs.").optional(),
    slag: oneOf(FORMAL_TYPE_WORDS).describe("För formella krav: vad som visar det.").optional(),
    hp: z
      .union([z.number(), z.string().regex(/^\d+([.,]\d+)?$/)])
      .describe("Högskolepoäng, till exempel 7,5.")
      .optional(),
    utbildningsnivå: oneOf(STUDY_LEVEL_WORDS).describe("Utbildningens nivå i högskolan.").optional(),
    månader: z.number().describe("Antal månader, till exempel 24 för två års erfarenhet.").optional(),
    giltig: z
      .number()
      .describe("Hur många månader det som visar kravet gäller, till exempel 24. Annars gäller det alltid.")
      .optional(),
    synlighet: oneOf(VISIBILITY_WORDS).describe("Öppen om inget annat anges.").optional(),
  })
  .describe("En rad med mer än sin text.");

/** MOD-4: "krävs 1 av" or "krävs alla av", and the lines that it is about, other groups among them. */
const groupShape = z
  .strictObject({
    nyckel: text(`Gruppens fasta namn: ${KEY_HINT}. Görs av den första raden om det inte anges.`).optional(),
    krävs: z
      .union([z.literal("alla"), z.number()])
      .describe("Hur många av raderna som krävs: alla, eller ett antal."),
    get av() {
      return z.array(lineShape).describe("Krav, alla obligatoriska eller alla rekommenderade.");
    },
  })
  .meta({ id: "ModelFileGroup", description: "Krav som hör ihop: alla, eller ett antal av dem." });

const lineShape = z.union([text("En rad: bara text."), itemShape, groupShape]);

/** The names that a line may have fields of. */
export const ITEM_FIELDS: readonly string[] = [itemShape, groupShape].flatMap((shape) =>
  Object.keys(shape.shape),
);

const linesUnderHeadings = z
  .record(z.string(), z.array(lineShape))
  .describe("Rubrikens nyckel, och under den raderna.");

const levelContentShape = z
  .strictObject({
    inledning: text("Vad nivån innebär i det här yrket.").optional(),
    rubriker: linesUnderHeadings.optional(),
    spår: z
      .record(z.string(), linesUnderHeadings)
      .describe("Spårets nyckel, och under den rubriker med det som bara gäller spåret.")
      .optional(),
    vidare: z
      .array(z.string())
      .describe("Andra modeller och roller som nivån kan leda vidare till.")
      .optional(),
  })
  .describe("Det som gäller på en nivå.");

export const modelFileShape = z
  .strictObject({
    format: z.literal(FORMAT).describe("Säger att filen är en modell, och i vilken utgåva av formatet."),
    yrke: z
      .strictObject({
        nyckel: z
          .string()
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
          .max(80)
          .describe(`Yrkets fasta namn: ${KEY_HINT}.`),
        namn: text("Yrkets namn på svenska."),
        engelska: text("Yrkets namn på engelska."),
      })
      .describe("Yrket som modellen gäller."),
    struktur: z
      .strictObject({
        namn: text("Strukturens namn."),
        nivåer: z
          .array(
            z.strictObject({
              nyckel: text(`Nivåns fasta namn: ${KEY_HINT}.`),
              namn: text("Nivåns namn."),
              kort: text("En mening om nivån."),
              del: oneOf(LEVEL_KIND_WORDS).describe("Introduktion, kärna eller yttre ring."),
            }),
          )
          .describe("Nivåerna inifrån och ut, introduktionen först."),
        rubriker: z
          .array(
            z.strictObject({
              nyckel: text(`Rubrikens fasta namn: ${KEY_HINT}.`),
              namn: text("Rubriken."),
              rader: oneOf(ITEM_KIND_WORDS).describe(
                "Vad en rad under rubriken är, om den inte säger något annat.",
              ),
            }),
          )
          .describe("Rubrikerna i den ordning de läses."),
        kärnkompetenser: z.array(z.string()).describe("Kärnkompetenser, om ni använder sådana.").optional(),
        skattning: z.array(z.string()).describe("Orden i skattningsskalan.").optional(),
      })
      .describe("Formen som organisationens modeller delar."),
    modell: z
      .strictObject({
        version: z.number().describe("Versionens nummer: 1, 2, 3 …"),
        inledning: text("Vad modellen är till för."),
        spår: z
          .array(
            z.strictObject({
              nyckel: text(`Spårets fasta namn: ${KEY_HINT}.`),
              namn: text("Spårets namn."),
              nivåer: z.array(z.string()).describe("Nycklarna för de nivåer som spåret finns på."),
            }),
          )
          .optional(),
        nivåer: z
          .record(z.string(), levelContentShape)
          .describe("Nivåns nyckel, och under den nivåns innehåll."),
      })
      .describe("En version av modellen."),
  })
  .describe("En kompetens- och karriärvägsmodell för ett yrke.");

/** The file as it is written: Swedish words, defaults left out. */
export type WrittenModel = z.input<typeof modelFileShape>;
export type WrittenLevel = z.input<typeof levelContentShape>;
export type WrittenLines = z.input<typeof linesUnderHeadings>;
export type WrittenItem = z.input<typeof itemShape>;
export type WrittenLine = z.input<typeof lineShape>;

/** The file as it was read: the right shape, the content not yet looked at. */
export type ReadModel = z.output<typeof modelFileShape>;
export type ReadLines = z.output<typeof linesUnderHeadings>;
export type ReadLine = z.output<typeof lineShape>;
export type ReadGroup = z.output<typeof groupShape>;
export type ReadItem = z.output<typeof itemShape>;

/** JSON Schema (draft 2020-12) of the format. */
export const modelFileJsonSchema = () => ({
  ...z.toJSONSchema(modelFileShape, { io: "input" }),
  title: "Vidgas modellfil",
});
