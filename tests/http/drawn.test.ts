/** Pages that are the same for everybody are drawn once, and never handed out where another would be drawn. */
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { Drawn, keepDrawn } from "../../src/platform/http/drawn.ts";

type Kept = Parameters<ReturnType<typeof keepDrawn>>;

const request = {
  language: "sv",
  mode: "live",
  tenant: { id: "1", slug: "a", name: "A", kind: "region", logoHash: null },
  work: { today: "2026-11-22" },
};
const address = "http://localhost/o/a/models/x?level=1";
const model = { intro: "Vad rollen är", versions: [{ number: 1, lastDay: null }] };

/** As the request and data are drawn, and how many times something has been. */
function kept() {
  const keep = keepDrawn();
  let times = 0;
  const ask = (facts: object = {}, url = address, data: unknown = model): Drawn =>
    keep({ ...request, ...facts, url: new URL(url) } as unknown as Kept[0], data, () => {
      times += 1;
      return new Drawn(200, `drawing ${times}`);
    });
  return { ask, times: () => times };
}

test("the same page is drawn and packed once", () => {
  const { ask, times } = kept();
  const [first, second] = [ask(), ask({}, address, structuredClone(model))];
  expect(second).toBe(first);
  expect(times()).toBe(1);
  expect(gunzipSync(second.packed).toString()).toBe("drawing 1");
  expect(second.packed).toBe(first.packed);
});

test.each([
  ["language", { language: "en" }],
  ["mode", { mode: "demo" }],
  ["day", { work: { today: "2026-11-23" } }],
  ["organisation's name", { tenant: { ...request.tenant, name: "B" } }],
  ["logo", { tenant: { ...request.tenant, logoHash: "x" } }],
  ["address", {}, `${address}&view=table`],
  ["text", {}, address, { ...model, intro: "Annat" }],
  ["last day in force", {}, address, { ...model, versions: [{ number: 1, lastDay: "2026-12-31" }] }],
])("with another %s it is another page", (_, facts, url = address, data: unknown = model) => {
  const { ask } = kept();
  expect(ask(facts, url, data)).not.toBe(ask());
});

test("only the pages that were asked for last are kept", () => {
  const { ask, times } = kept();
  const first = ask();
  for (let each = 0; each < 99; each += 1) ask({}, `${address}&each=${each}`);
  expect(ask()).toBe(first);
  for (let each = 0; each < 100; each += 1) ask({}, `${address}&other=${each}`);
  expect(ask()).not.toBe(first);
  expect(times()).toBe(201);
});
