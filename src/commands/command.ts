/** What a command of the command line is, and the two ways in which it does not get done. */
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import type { Config } from "../config.ts";
import { messages } from "../messages/messages.ts";
import { spell, type ReasonWords } from "../messages/spell.ts";
import { rowReason, type RowWords } from "../messages/row-reasons.ts";
import type { Workshop } from "../platform/database/work.ts";
import type { Reason } from "../shared/result.ts";

/** The command line speaks Swedish. */
export const words = messages.sv;
export const t = words.commandLine;

/** Asked for wrongly: said in one line, and nothing was done. Ends with 2. */
export class Misuse extends Error {}

/** Refused with reasons, which have been said. Ends with 1. */
export class Refused extends Error {}

export const say = (text: string): boolean => process.stdout.write(`${text}\n`);
export const complain = (text: string): boolean => process.stderr.write(`${text}\n`);

/** Says what is the matter with a row of a file: its line, whom it is about, and every reason with its column. */
export function complainOf(
  row: {
    readonly line: number;
    readonly number: string | null;
    readonly name: string | null;
    readonly reasons: readonly Reason[];
  },
  rowWords: RowWords,
): void {
  const who = [row.number, row.name].filter(Boolean).join(" ");
  complain(t.row(row.line, who, row.reasons.map((reason) => rowReason(reason, rowWords)).join(", ")));
}

/** Says every reason, in words, and ends the command as refused. */
export function refuse(reasons: readonly Reason[], reasonWords: ReasonWords): never {
  for (const { message } of spell(reasons, reasonWords).list) complain(message);
  throw new Refused();
}

/** What was typed after the command's name. */
export class Typed {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #flags: ReadonlySet<string>;
  /** What stands by itself, without `--`: a file, most often. */
  readonly argument: string | undefined;

  constructor(values: Readonly<Record<string, unknown>>, argument: string | undefined) {
    const entries = Object.entries(values);
    this.#texts = new Map(
      entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])),
    );
    this.#flags = new Set(entries.flatMap(([name, value]) => (value === true ? [name] : [])));
    this.argument = argument;
  }

  /** Throws Misuse when the option is absent or empty. */
  needed(name: string): string {
    const value = this.optional(name);
    if (value === undefined) throw new Misuse(t.missing(name));
    return value;
  }

  optional(name: string): string | undefined {
    return this.#texts.get(name) || undefined;
  }

  has(flag: string): boolean {
    return this.#flags.has(flag);
  }
}

type Named = {
  /** As it is typed, one or two words. */
  readonly name: string;
  /** The options that it knows: `string` takes a value, `boolean` stands by itself. */
  readonly options: Readonly<Record<string, "string" | "boolean">>;
};

/** Works in an installation that is open and up to date, or, with `runClosed`, on one that it opens by itself as it is. */
export type Command = Named &
  (
    | { readonly run: (workshop: Workshop, typed: Typed, config: Config) => Promise<void> }
    | { readonly runClosed: (config: Config, typed: Typed) => Promise<void> }
  );

/** Reads what follows the command's name. Throws Misuse for an option that it does not know. */
export function readTyped(command: Command, args: readonly string[]): Typed {
  const options: ParseArgsOptionsConfig = Object.fromEntries(
    Object.entries(command.options).map(([name, type]) => [name, { type }]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    return new Typed(values, positionals[0]);
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : "", { cause: error });
  }
}
