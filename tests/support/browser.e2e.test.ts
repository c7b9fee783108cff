import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { expectAccessible } from "./axe.ts";
import { launchBrowser } from "./browser.ts";

const page = (body: string): string =>
  `<!doctype html><html lang="sv"><title>Prov</title><main>${body}</main></html>`;
const PAGES: Readonly<Record<string, string>> = {
  "/script": page(
    `<h1>Prov</h1><p id="p">utan</p><script>document.getElementById("p").textContent = "med"</script>`,
  ),
  "/faulty": page(`<h1>Prov</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><input name="namn">`),
};

const site = createServer((request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8").end(PAGES[request.url ?? ""]);
}).listen(0, "127.0.0.1");
await once(site, "listening");
const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
const browser = await launchBrowser();

afterAll(async () => {
  await browser.close();
  site.close();
});

test.each([
  { javaScriptEnabled: true, shown: "med" },
  { javaScriptEnabled: false, shown: "utan" },
])("the browser shows a page with script $javaScriptEnabled", async ({ javaScriptEnabled, shown }) => {
  const tab = await browser.newPage({ javaScriptEnabled });
  await tab.goto(`${address}/script`);
  expect(await tab.textContent("#p")).toBe(shown);
  expect((await tab.screenshot()).byteLength).toBeGreaterThan(1_000);
  await tab.close();
});

test("axe examines a page, and names what is wrong with it", async () => {
  const tab = await browser.newPage();
  await tab.goto(`${address}/script`);
  await expectAccessible(tab);
  await tab.goto(`${address}/faulty`);
  await expect(expectAccessible(tab)).rejects.toThrow(/image-alt.*label/s);
  await tab.close();
});
