/** Files of evidence in the browser: refused in words, handed in without script, fetched, gone through and checked; and 200 MB that are let go (ASM-2). */
import { readFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { expect, test } from "vitest";
import { addMonths, dayOf } from "../../src/shared/local-date.ts";
import { paperAsPdf, paperAsPng } from "../../demo/papers.ts";
import { expectGood } from "../support/axe.ts";
import { go } from "../support/browser.ts";
import { testDatabase } from "../support/database.ts";
import { temporaryFiles } from "../support/files.ts";
import { main, testSite } from "../support/site.ts";
import { evidenceWorld } from "./world.ts";

const files = temporaryFiles();
const database = await testDatabase();
const site = testSite(database, { VIDGA_FILES: files.root });

const today = dayOf(new Date());
const pdf = paperAsPdf(["Förflyttningskunskap"]);

test("ASM-2, PRV-1: files are refused in words, handed in, fetched and checked", async () => {
  const world = await evidenceWorld(database);
  await world.as(null, ({ tx }) =>
    tx.updateTable("organisation_setting").set({ evidence_files: true }).execute(),
  );
  const [karin, asa] = [await world.person("Karin Öhman"), await world.person("Åsa Lindqvist")];
  await world.manage(karin, world.rehab);
  await world.employ(asa, world.rehab, { from: addMonths(today, -30) });

  const employee = await site.open(world, asa, false);
  const here = `${site.url()}/o/${world.slug}/people/${asa.personId}/evidence`;
  await employee.goto(`${here}/new`);
  await expectGood(employee);
  await go(employee.getByRole("button", { name: "Lämna till kontroll" }));
  expect(await main(employee)).not.toContain("Välj filerna igen");
  await employee.getByLabel("Kurs", { exact: true }).check();
  await employee.getByLabel("Vad heter det?").fill("Förflyttningskunskap");
  await employee.getByLabel("Utfärdat").fill(addMonths(today, -6));
  const chosen = employee.getByLabel("Lägg till intyget som fil");
  await chosen.setInputFiles([
    { name: "intyg.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ\u0090\0\u0003") },
    { name: "tomt.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) },
    {
      name: "stor.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]),
    },
  ]);
  await go(employee.getByRole("button", { name: "Lämna till kontroll" }));
  const told = await employee.locator("#error-summary").innerText();
  expect(told).toContain("intyg.pdf är varken PDF, JPEG eller PNG");
  expect(told).toContain("tomt.pdf är tom");
  expect(told).toContain("stor.pdf är större än 10 MB");
  expect(await employee.getByLabel("Vad heter det?").inputValue()).toBe("Förflyttningskunskap");
  expect(await main(employee)).toContain("Välj filerna igen");
  await expectGood(employee);
  await employee.getByLabel("Lägg till intyget som fil").setInputFiles([
    { name: "intyg å.pdf", mimeType: "text/html", buffer: pdf },
    { name: "bild.html", mimeType: "text/html", buffer: paperAsPng() },
  ]);
  await go(employee.getByRole("button", { name: "Lämna till kontroll" }));
  expect(await main(employee)).toContain("Underlaget väntar nu på att din chef kontrollerar det.");

  const manager = await site.open(world, karin);
  await manager.goto(`${site.url()}/o/${world.slug}`);
  expect(await main(manager)).toContain("Kontrollera ett underlag från Åsa Lindqvist");
  await go(manager.getByRole("link", { name: /^Kontrollera/ }));
  await go(manager.getByRole("link", { name: "Förflyttningskunskap" }));
  await expectGood(manager);
  const [download] = await Promise.all([
    manager.waitForEvent("download"),
    manager.getByRole("link", { name: "intyg å.pdf" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("intyg å.pdf");
  expect((await readFile(await download.path())).equals(pdf)).toBe(true);
  const picture = manager.getByRole("link", { name: "bild.html.png" });
  const answer = await manager.request.get(`${site.url()}${(await picture.getAttribute("href")) ?? ""}`);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/png",
    "content-disposition": `attachment; filename="bild.html.png"; filename*=UTF-8''bild.html.png`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  await manager.getByLabel("Filen granskades").check();
  await go(manager.getByRole("button", { name: "Spara kontrollen" }));
  expect(await main(manager)).toContain("Filen granskades");
  await employee.goto(`${site.url()}/o/${world.slug}/my/reads`);
  expect(await main(employee)).toContain("En fil i dina underlag");

  // 200 MB, made as they are sent: the server lets them go by, tells it beside the field, and shows what was typed.
  const [cookie] = (await employee.context().cookies()).map(({ name, value }) => `${name}=${value}`);
  const { status, text } = await sendHuge(`${here}/new`, cookie ?? "");
  expect(status).toBe(422);
  expect(text).toContain("jättestor.pdf är större än 10 MB");
  expect(text).toContain("Skrivet före");
});

function sendHuge(address: string, cookie: string): Promise<{ status: number | undefined; text: string }> {
  const field = (name: string, value: string): string =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${field("idempotency-token", crypto.randomUUID())}${field("what", "Skrivet före")}--b\r\nContent-Disposition: form-data; name="files"; filename="jättestor.pdf"\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      address,
      {
        method: "POST",
        headers: {
          cookie,
          origin: new URL(address).origin,
          "content-type": "multipart/form-data; boundary=b",
        },
      },
      (answered) => {
        let text = "";
        answered.setEncoding("utf8").on("data", (part: string) => (text += part));
        answered.on("end", () => resolve({ status: answered.statusCode, text }));
      },
    );
    asked.on("error", reject);
    asked.write(head);
    const piece = Buffer.alloc(1024 * 1024);
    let sent = 0;
    const more = (): void => {
      while (sent < 200) {
        sent += 1;
        if (!asked.write(piece)) return void asked.once("drain", more);
      }
      asked.end("\r\n--b--\r\n");
    };
    more();
  });
}
