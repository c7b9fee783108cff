import type { Page, Response } from "playwright-core";
import { describe, expect, test } from "vitest";
import { table } from "../../src/routes.ts";
import { expectAccessible } from "../support/axe.ts";
import { demoSite } from "./demo-site.ts";
import { go } from "../support/browser.ts";
import { filesAt } from "./file-visits.ts";
import { findThings } from "./things.ts";
import { DEMO_LINE, type Refused, type Visit } from "./visitors.ts";
import { visitsTo } from "./visits.ts";

const NARROW = 320;
const site = await demoSite();
const things = await findThings(site);
const visits = visitsTo(things);
const files = filesAt(things);

const addressOf = ({ who, path }: Pick<Visit, "who" | "path">): string =>
  path.startsWith("//") ? site.server.url + path.slice(1) : site.url(who.slug, path);

/** Sends a form, folded up or not, with nothing in it but what is said, and waits for its answer. */
async function send(page: Page, refused: Refused): Promise<Response> {
  await page.locator("main details").evaluateAll((all: HTMLDetailsElement[]) => {
    for (const each of all) each.open = true;
  });
  const button = page.getByRole("button", { name: refused.press, exact: true });
  // A page whose form holds all that is typed on it has its buttons outside it: `form` names it.
  const around = page.getByRole("main").locator("form", { has: button });
  const form = (await around.count()) > 0 ? around : page.getByRole("main");
  await button.evaluate(({ form: own }: HTMLButtonElement) => {
    for (const field of own?.elements ?? []) {
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = "";
      if (field instanceof HTMLInputElement && !["hidden", "radio", "checkbox", "file"].includes(field.type))
        field.value = "";
    }
  });
  for (const [label, text] of Object.entries(refused.type ?? {}))
    await form.getByLabel(label).first().fill(text);
  if (refused.check !== undefined) await form.getByLabel(refused.check).check();
  if (refused.choose !== undefined)
    await form
      .locator("input[type=file]")
      .setInputFiles({ name: "fel.yaml", mimeType: "text/yaml", buffer: Buffer.from(refused.choose) });
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === "POST"),
    go(button),
  ]);
  return response;
}

/** What every page is, whatever it shows. */
async function expectWhole(page: Page, language: "sv" | "en"): Promise<void> {
  const facts = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title.trim(),
    headings: [...document.querySelectorAll("h1")].map((each) => each.textContent?.trim()),
    styled: [...document.querySelectorAll("[style]")].map((each) => each.outerHTML.slice(0, 120)),
    sheets: document.querySelectorAll("style").length,
    text: document.body.innerText,
    broken: [...document.body.innerText.matchAll(/\[object Object\]|\bundefined\b|\bNaN\b/g)].map(String),
  }));
  expect(facts).toMatchObject({ lang: language, styled: [], sheets: 0, broken: [] });
  expect(facts.title).not.toBe("");
  expect(facts.headings).toHaveLength(1);
  expect(facts.headings[0]).not.toBe("");
  expect(facts.text).toContain(language === "sv" ? DEMO_LINE : "Demo data");
}

async function expectNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: NARROW, height: 800 });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    "width of the page",
  ).toBeLessThanOrEqual(NARROW);
}

const all = Object.entries(visits).flatMap(([route, each]) =>
  each.map((one) => ({ ...one, name: `${route}: ${one.of}, ${one.who.name ?? "nobody"}` })),
);

const pages = all.filter((one) => one.refused === undefined);
const refusals = all.flatMap((one) => (one.refused === undefined ? [] : [{ ...one, refused: one.refused }]));

test("every route is visited", () => {
  const unvisited = table.filter(({ path }) => !visits[path]?.length && !files[path]).map(({ path }) => path);
  expect(unvisited).toEqual([]);
  expect(Object.entries(things).filter(([, id]) => id === "")).toEqual([]);
});

describe("in Swedish, on a desk and on a phone", () => {
  test.concurrent.each(pages)("$name", async (one) => {
    const context = await site.as(one.who);
    const page = await context.newPage();
    const response = await page.goto(addressOf(one));
    expect(response?.status()).toBe(one.status ?? 200);
    await expectWhole(page, "sv");
    await expectAccessible(page);
    await expectNarrow(page);
    await expectAccessible(page);
    await context.close();
  });
});

describe("with everything that is wrong in a form, on a phone", () => {
  test.concurrent.each(refusals)("$name", async ({ who, path, refused }) => {
    const context = await site.as(who);
    const page = await context.newPage();
    await page.goto(addressOf({ who, path }));
    expect((await send(page, refused)).status()).toBe(422);
    expect(await page.locator("#error-summary li").count()).toBeGreaterThan(0);
    await expectWhole(page, "sv");
    await expectNarrow(page);
    await expectAccessible(page);
    await context.close();
  });
});

describe("in English, on a phone", () => {
  const there = pages.filter((one) => one.status === undefined);
  test.concurrent.each(there)("$name", async (one) => {
    const context = await site.as(one.who, { viewport: { width: NARROW, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${site.server.url}/language/en?back=%2Fui`);
    await page.goto(addressOf(one));
    await expectWhole(page, "en");
    await expectNarrow(page);
    await context.close();
  });
});

describe("what is not a page", () => {
  test.each(Object.entries(files))("%s", async (_, { who, path, type, says }) => {
    const context = await site.as(who);
    const answer = await context.request.get(addressOf({ who, path }));
    expect(answer.headers()["content-type"]).toMatch(type);
    expect(await answer.text()).toMatch(says);
    await context.close();
  });
});
