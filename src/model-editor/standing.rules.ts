/** What is left to do in a draft before others can be asked about it (MOD-2), each with the place where it can be done. */
import { unfinished, type UnfinishedCode } from "../career-model/life-cycle.rules.ts";
import type { ModelVersion, Place, Structure } from "../career-model/rules.ts";
import type { Reason } from "../shared/result.ts";

export type LeftToDo = {
  readonly code: UnfinishedCode | "no-intro";
  readonly data: NonNullable<Reason["data"]>;
  /** The level where it is; null for the version as a whole. */
  readonly levelKey: string | null;
  /** The item that it is about, in its own words. */
  readonly text: string | null;
};

/** Nothing when the draft can be sent out or adopted. */
export const leftToDo = (structure: Structure, version: ModelVersion): LeftToDo[] =>
  unfinished(structure, version).map(({ code, field = "", data = {} }) => {
    const [list, index] = field.split(".");
    const part: Partial<Place & { text: string }> | undefined =
      list === "items"
        ? version.items[Number(index)]
        : list === "groups"
          ? version.groups[Number(index)]
          : undefined;
    return {
      code: field === "intro" && code === "empty-text" ? "no-intro" : code,
      data,
      levelKey: code === "level-without-items" ? String(data["level"]) : (part?.levelKey ?? null),
      text: part?.text ?? null,
    };
  });
