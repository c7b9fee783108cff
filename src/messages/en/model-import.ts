/** Words of a model that comes from a spreadsheet (MOD-15). */
import type { Messages } from "../sv/index.ts";
import { staffImport } from "./staff-import.ts";

type Facts = Readonly<Record<string, string | number>>;

const cells = (count: number): string => (count === 1 ? "1 cell" : `${count} cells`);
const lines = (count: number): string => (count === 1 ? "1 line" : `${count} lines`);

export const modelImport: Messages["modelImport"] = {
  title: "Read in a spreadsheet",
  lead: "This is how we have understood the sheet. Nothing is saved yet: correct the reading, make your choices, and make the draft when it looks right.",
  about: (filename) => `File: ${filename}`,
  save: "Make the draft",
  cancel: "Cancel and remove the file",
  start: {
    title: "From a table of your own",
    lead: "Read in the model as you have written it: levels as columns and headings as rows, or a long list. You see how it is understood, and can correct that, before anything is saved.",
    file: "Spreadsheet",
    hint: "Excel (xlsx) or CSV, at most 8 MB.",
    submit: "Look at its content",
  },
  own: {
    lead: "The file is a model that was downloaded from here. Everything in its list is read in, exactly as it stands.",
    model: "Model",
    version: (name, number) => `${name}, version ${number}`,
    structure: "Structure",
    lines: "Lines of the model",
    taken: (taken, next) => `Version ${taken} exists already. This will be version ${next}.`,
    replace: (number) => `Write over the draft of version ${number} instead`,
  },
  found: {
    title: "What we found",
    lead: "Each line with the cell that it comes from. Where the lines go and what they are you choose below.",
    counts: (levels, headings, count) =>
      `We found ${levels === 1 ? "1 level" : `${levels} levels`}, ${headings === 1 ? "1 heading" : `${headings} headings`} and ${lines(count)}.`,
    none: "We find no model in the sheet",
    noneText:
      "There should be levels and headings. Choose the right sheet and the right row of headings below, and say what the columns are.",
    doubles: (places) =>
      `The same text at the same place is read in once. It stood again in ${places.slice(0, 10).join(", ")}${places.length > 10 ? ` and ${cells(places.length - 10)} more` : ""}.`,
    text: "Text",
    place: "Place",
    kind: "What it is",
    lines,
    more: (count) =>
      `${count === 1 ? "One more line is" : `${count} more lines are`} in the file and read in the same way.`,
  },
  faults: {
    title: (count) => `${capitalCells(count)} can't be understood`,
    lead: (sheet) =>
      `Correct ${sheet === "" ? "the file" : `the sheet ${sheet}`} and read it in again, correct the reading, or leave the cells out.`,
    cell: "Cell",
    problem: "What is wrong",
    more: (count) => `${capitalCells(count)} more have faults.`,
  },
  reading: {
    title: "How the sheet is read",
    lead: "Did something go wrong? Then it is mostly the row of headings, or a column that was taken for something else.",
    correct: "Correct the reading",
    sheet: "Sheet",
    header: "Row of headings",
    headerHint: "The row where the levels, or the columns of the list, have their names.",
    row: (number, text) => `Row ${number}: ${text}`,
    structure: "Structure",
    structureHint: "Choose your shared structure if the model is to follow it.",
    newStructure: "A new structure, of the sheet's levels and headings",
    columns: "The columns",
    column: "Column",
    named: (name, header) => (header === "" ? name : `${name}: ${header}`),
    role: "Is",
    roleOf: (column) => `What the column ${column} is`,
    submit: "Read the sheet like this",
  },
  roles: {
    none: "Not read",
    lines: "A level: the cells have its lines",
    under: "A heading: the cells have its lines",
    level: "The level's name",
    track: "Track",
    heading: "Heading",
    kind: "What the line is (requirement, duty, support)",
    mandatory: "Whether it is a must",
    text: "Text",
    note: "Note",
    support: "How it is done",
    months: "Months",
    credits: "Credits",
    visibility: "Public or internal",
  },
  choices: {
    title: "Make a draft",
    lead: "All of it is read in at once, or nothing. You can change the draft afterwards.",
    profession: "Profession",
    professionHint: "If the profession has a model already, this becomes a new version of it.",
    choose: "Choose",
    intro: "Introduction",
    introHint: "What the model is for.",
    structureName: "The new structure's name",
    structureNameHint:
      "For example Shared structure. Other models can then have the same levels and headings.",
    leaveOut: (count) => `Leave out ${cells(count)} that can't be understood`,
    confirmLeave: "What you have chosen is not saved.",
  },
  levels: {
    title: "Levels",
    found: "In the sheet",
    to: (structure) => `In ${structure}`,
    toOf: (name) => `Where ${name} goes`,
    leaveOut: "Do not read in",
    kind: "Is",
    kindOf: (name) => `What the level ${name} is`,
    kinds: { introduction: "introduction", core: "core", outer: "outer" },
    short: "A sentence about the level",
    shortOf: (name) => `A sentence about ${name}`,
  },
  headings: {
    title: "Headings",
    found: "In the sheet",
    use: "Used",
    asIs: "Yes, as it is",
    kind: "The lines are",
    kindOf: (name) => `What the lines under ${name} are`,
    kinds: {
      requirement: "requirements: formal where that is clear, else demonstrated",
      demonstrated: "demonstrated competence",
      duty: "duties",
      support: "support",
    },
  },
  reasons: {
    ...staffImport.reasons,
    "not-a-table": () =>
      "The file is no spreadsheet. Choose one that is saved as Excel (xlsx) or CSV. A model file is read in further down.",
    "external-entities": () =>
      "The file refers to something outside itself and is therefore not read. Open it in Excel and save it again.",
    damaged: () => "The file is broken. Open it in Excel and save it again.",
    cells: (data: Facts) => `${capitalCells(Number(data["count"]))} can't be read in, see the list below`,
    "changed-since": () =>
      "The sheet has been read in another way since you opened the page. Look through it again.",
    "profession-not-chosen": () => "Choose the profession that the model is for",
    "cells-left": (data: Facts) =>
      `Tick that ${cells(Number(data["count"]))} are left out, or correct the file and read it in again`,
    "level-twice": (data: Facts) =>
      `${data["name"]} and ${data["other"]} go to the same level. Choose one for each.`,
    "not-chosen": () => "Choose where it goes, or that it is not read in",
    "nothing-left": () => "All levels or headings are left out. Choose where at least one of each goes.",
    "empty-text": (data: Facts) => {
      const field = String(data["field"] ?? "");
      if (field === "structureName") return "Write what the new structure is called";
      if (field === "intro") return "Write an introduction";
      return field.startsWith("level-short")
        ? `Write a sentence about ${data["name"]}`
        : "The text is empty.";
    },
    "unknown-word": (data: Facts) =>
      `“${data["value"]}” can't be chosen here. It may be: ${data["allowed"]}.`,
    "unknown-part": (data: Facts) => `“${data["value"]}” is no part of a model.`,
    "part-missing": (data: Facts) => `The list has no row where Del is ${data["part"]}.`,
    "part-twice": (data: Facts) => `There may only be one row where Del is ${data["part"]}.`,
    "cell-error": () => "The cell shows an error in the spreadsheet, such as #REF!.",
    "cell-too-long": () => "The cell has more text than a spreadsheet can show.",
    "no-level": () => "The text stands at no level.",
    "no-heading": () => "The text stands under no heading.",
    "unknown-mandatory": (data: Facts) => `“${data["value"]}” doesn't say whether it is a must.`,
    "unknown-kind": (data: Facts) =>
      `“${data["value"]}” doesn't say whether it is a requirement, a duty or support.`,
    "unknown-number": (data: Facts) => `“${data["value"]}” is no number.`,
    "text-too-long": (data: Facts) =>
      data["length"] === undefined
        ? `The text may have at most ${data["max"]} characters.`
        : `The text has ${data["length"]} characters. A line may have at most ${data["max"]}: make it several.`,
  },
};

function capitalCells(count: number): string {
  return count === 1 ? "One cell" : `${count} cells`;
}
