/** What the visits' addresses name: found as people find it, by links, and made where the demo has none. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { parkPost } from "../../src/platform/http/parked-posts.ts";
import { projectRoot } from "../../src/platform/database/project-root.ts";
import { work } from "../../src/platform/database/work.ts";
import { subscriptions } from "../../src/subscriptions.ts";
import { SECRET } from "../support/database.ts";
import { png } from "../support/png.ts";
import { named, withRole, type DemoSite } from "./demo-site.ts";
import { go } from "../support/browser.ts";
import { nextStaffFile, SETTINGS, untilShown } from "./staff-change.ts";
import { NO_FILES } from "../support/no-files.ts";

export const HOME = "harryda";

export type Things = Readonly<
  Record<
    | "unit"
    | "vacantUnit"
    | "person"
    | "assessment"
    | "toWrite"
    | "account"
    | "profession"
    | "invitation"
    | "logo"
    | "token"
    | "revokedToken"
    | "parked"
    | "model"
    | "item"
    | "structure"
    | "preview"
    | "mapping"
    | "modelImport"
    | "entry"
    | "takeOverColumns"
    | "takeOverPreview"
    | "takeOverCancelled"
    | "cancelled"
    | "evidence"
    | "talk"
    | "talkToConfirm"
    | "talkAbove"
    | "lockedTalk"
    | "calibration"
    | "calibrationCase"
    | "pastCalibration"
    | "goal"
    | "activity"
    | "withdrawnActivity"
    | "template"
    | "paper",
    string
  >
>;

export async function findThings(site: DemoSite): Promise<Things> {
  const manager = await site.page(named(HOME, "Karin Öhman"));
  const unit = idIn(await href(manager, "Alla i enheten"), "units");
  const person = idIn(await href(manager, "Lindqvist, Åsa"), "people");
  await manager.goto(site.url(HOME, `/units/${unit}/evidence`));
  const evidence = idIn(await href(manager, "Handledarutbildning, 7,5 hp"), "evidence");
  await manager.goto(site.url(HOME, `/people/${person}/assessment`));
  const assessment = idIn(await href(manager, "Öppna"), "assessment");
  await manager.goto(site.url(HOME, `/units/${unit}/assessments`));
  await go(manager.getByRole("link", { name: "Öppna Jörgen Ek" }));
  const toWrite = (await href(manager, "Skriv")).replace(`/o/${HOME}`, "");
  await manager.goto(site.url(HOME, `/units/${unit}/talks`));
  const under = async (label: string) => (await href(manager, label)).replace(`/o/${HOME}`, "");
  const talk = idIn(await under("Förbered Åsa Lindqvist"), "talks");
  const [talkToConfirm, talkAbove] = [await under("Läs och bekräfta"), await under("Läs Dragana Kowalski")];
  await manager.goto(site.url(HOME, `/people/${person}/talks/${talk}`));
  const plan = await planThings(site);
  const lockedTalk = idIn(await href(manager, "Läs hela samtalet"), "talks");
  await manager.goto(site.url(HOME, "/calibrations"));
  const calibration = idIn(await under("Arbetsterapeuter, inför våren"), "calibrations");
  const pastCalibration = idIn(await under("Fysioterapeuter, provomgång"), "calibrations");
  await manager.goto(site.url(HOME, `/calibrations/${calibration}`));
  const calibrationCase = await under("Placera Ny hos oss efter tio år på sjukhus");
  await manager.context().close();

  const employee = await site.page(named(HOME, "Åsa Lindqvist"), `/people/${person}/evidence/new`);
  await employee.getByLabel("Kurs", { exact: true }).check();
  await employee.getByLabel("Vad heter det?").fill("Studiebesök");
  await employee.getByLabel("Utfärdat").fill("2026-01-12");
  const certificate = { name: "intyg.png", mimeType: "image/png", buffer: png(40, 40) };
  await employee.getByLabel("Lägg till intyget som fil").setInputFiles(certificate);
  await go(employee.getByRole("button", { name: "Lämna till kontroll" }));
  await go(employee.getByRole("link", { name: "Studiebesök" }));
  const paper = (await href(employee, "intyg.png")).replace(`/o/${HOME}`, "");
  await employee.context().close();

  const admin = await site.page(withRole(HOME, "administrator"), "/professions");
  const profession = idIn(await href(admin, "Sjuksköterska"), "professions");
  await admin.goto(site.url(HOME, "/units"));
  const vacantUnit = idIn(await href(admin, "Rehab Söder"), "units");
  await admin.goto(site.url(HOME, "/accounts?q=Lindqvist"));
  const account = idIn(await href(admin, "Åsa Lindqvist"), "accounts");
  await admin.goto(site.url(HOME, "/accounts/new"));
  await admin.getByLabel("Användarnamn").fill("gast@exempel.se");
  await admin.getByLabel("Namn", { exact: true }).fill("Gäst Utanför");
  await go(admin.getByRole("button", { name: "Lägg till" }));
  await go(admin.getByRole("button", { name: "Skapa en länk" }));
  const [, invitation = ""] = /choose-password\/([\w-]+)/.exec(await admin.content()) ?? [];
  await admin.goto(site.url(HOME, "/settings/logo"));
  const picture = { name: "logotyp.png", mimeType: "image/png", buffer: png(240, 80) };
  await admin.getByLabel("Bild").setInputFiles(picture);
  await go(admin.getByRole("button", { name: "Spara logotypen" }));
  const logo = (await admin.getByRole("banner").locator("img").getAttribute("src"))?.split("/").at(-1) ?? "";
  const makeToken = async (): Promise<string> => {
    await admin.goto(site.url(HOME, "/tokens"));
    await admin.getByLabel("Vad nyckeln är till för").fill("Personalsystemet, varje natt");
    await admin.getByLabel("Konto som nyckeln handlar för").selectOption({ index: 1 });
    await admin.getByLabel("Läsa modeller").check();
    await go(admin.getByRole("button", { name: "Gör nyckeln" }));
    return idIn(await href(admin, "Spärra"), "tokens");
  };
  const revokedToken = await makeToken();
  await go(admin.getByRole("link", { name: "Spärra" }).first());
  await go(admin.getByRole("button", { name: "Spärra nyckeln" }));
  const token = await makeToken();
  await admin.context().close();

  const writer = await site.page(withRole(HOME, "process_lead"), "/models/new");
  const text = await readFile(join(projectRoot(), "demo/models/fysioterapeut.yaml"), "utf8");
  const buffer = Buffer.from(text.replace("version: 1", "version: 2"));
  await writer.getByLabel("Fil").setInputFiles({ name: "fysioterapeut.yaml", mimeType: "text/yaml", buffer });
  await go(writer.getByRole("button", { name: "Läs in som utkast" }));
  await writer.waitForURL(/models\/fysioterapeut/);
  await writer.goto(site.url(HOME, "/models/fysioterapeut/versions/2/edit/levels/bas"));
  const item = idIn(await href(writer, "Alla uppgifter"), "items");
  await writer.goto(site.url(HOME, `/models/fysioterapeut/versions/2/edit/items/${item}`));
  await writer.getByLabel("Anteckning").fill("Gäller även dig som är ny i landet.");
  await go(writer.getByRole("button", { name: "Spara" }));
  await writer.goto(site.url(HOME, "/structures"));
  const structure = idIn(await href(writer, "Ändra"), "structures");
  await writer.context().close();

  const imports = await site.page(withRole(HOME, "hr_handler"), "/import");
  const begin = async (): Promise<string> => {
    await imports.goto(site.url(HOME, "/import"));
    await imports.getByLabel("Fil från HR-systemet").setInputFiles({
      name: "personal.csv",
      mimeType: "text/csv",
      buffer: nextStaffFile(SETTINGS.harryda).file,
    });
    await go(imports.getByRole("button", { name: "Läs in filen" }));
    await imports.waitForURL(/import\/[0-9a-f-]{36}$/);
    return idIn(imports.url(), "import");
  };
  const mapping = await begin();
  const cancelled = await begin();
  await go(imports.getByRole("button", { name: "Avbryt importen" }));
  await imports.getByRole("heading", { name: "Importen är avbruten" }).waitFor();
  const preview = await begin();
  await go(imports.getByRole("button", { name: "Fortsätt: visa vad som ändras" }));
  await untilShown(imports, "Det här ändras");
  await imports.context().close();

  const takeOvers = await findTakeOvers(site);
  const modelImport = await beginModelImport(site);
  const catalogue = await site.page(named(HOME, "Karin Öhman"), "/catalogue");
  const entry = idIn(await href(catalogue, "Förskrivning av hjälpmedel"), "catalogue");
  await catalogue.context().close();

  const workshop = {
    db: site.database.db,
    clock: () => new Date(),
    subscriptions,
    secret: SECRET,
    files: NO_FILES,
  };
  const parked = await work(workshop, { slug: HOME, actor: null }, (unitOfWork) =>
    parkPost(unitOfWork, SECRET, account, {
      action: `/o/${HOME}/my/placement`,
      fields: [["note", "sparat"]],
      hadFiles: true,
    }),
  );
  return {
    unit,
    vacantUnit,
    person,
    assessment,
    toWrite,
    account,
    profession,
    invitation,
    logo,
    token,
    revokedToken,
    parked: parked ?? "",
    model: "fysioterapeut",
    item,
    structure,
    mapping,
    ...takeOvers,
    modelImport,
    entry,
    evidence,
    talk,
    talkToConfirm,
    talkAbove,
    paper,
    calibration,
    calibrationCase,
    pastCalibration,
    lockedTalk,
    ...plan,
    cancelled,
    preview,
  };
}

/** Åsa's goal and an activity of hers, one that holds on to what is offered no longer, and the template for those who begin. */
async function planThings(site: DemoSite) {
  const own = await site.page(named(HOME, "Åsa Lindqvist"), "/my/plan");
  const goal = idIn(await href(own, "Ändra målet, eller säg hur det går"), "goals");
  const activity = idIn(await href(own, "Öppna Hospitering"), "activities");
  const manager = await site.page(named(HOME, "Karin Öhman"));
  const unit = idIn(await href(manager, "Alla i enheten"), "units");
  await manager.goto(site.url(HOME, `/units/${unit}/plans`));
  await go(manager.getByRole("row", { name: /Webbkurs/u }).getByRole("link"));
  const withdrawnActivity = (await href(manager, "Öppna Webbkurs")).replace(`/o/${HOME}`, "");
  const lead = await site.page(withRole(HOME, "process_lead"), "/plan-templates");
  const template = idIn(await href(lead, "Komma in i arbetet"), "plan-templates");
  for (const page of [own, manager, lead]) await page.context().close();
  return { goal, activity, withdrawnActivity, template };
}

/** A model's spreadsheet that is looked at, with a cell that can't be understood. */
async function beginModelImport(site: DemoSite): Promise<string> {
  const page = await site.page(withRole(HOME, "process_lead"), "/models/new");
  await page.getByLabel("Kalkylblad", { exact: true }).setInputFiles({
    name: "modell.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      `Rubrik;Ny;Van\r\nKrav;Legitimation;${"x".repeat(700)}\r\nArbetsuppgifter;Möter människor;Leder andra\r\n`,
    ),
  });
  await go(page.getByRole("button", { name: "Titta på innehållet" }));
  const id = idIn(page.url(), "models/import");
  await page.context().close();
  return id;
}

/** A take-over at each of its steps; the numbers are nobody's, so that the demo stays as it is. */
async function findTakeOvers(
  site: DemoSite,
): Promise<Pick<Things, "takeOverColumns" | "takeOverPreview" | "takeOverCancelled">> {
  const page = await site.page(withRole(HOME, "hr_handler"), "/take-over");
  const begin = async (): Promise<string> => {
    await page.goto(site.url(HOME, "/take-over"));
    await page.getByLabel("Fil med placeringar").setInputFiles({
      name: "placeringar.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("Anst.nr;Nivå;Namn\r\nfinns-inte;Bas;Någon Annan\r\n"),
    });
    await go(page.getByRole("button", { name: "Läs in filen" }));
    return idIn(page.url(), "take-over");
  };
  const takeOverColumns = await begin();
  const takeOverCancelled = await begin();
  await go(page.getByRole("button", { name: "Avbryt" }));
  const takeOverPreview = await begin();
  await go(page.getByRole("button", { name: "Fortsätt: visa vad som händer" }));
  await page.context().close();
  return { takeOverColumns, takeOverPreview, takeOverCancelled };
}

async function href(page: Page, name: string): Promise<string> {
  const link = page.getByRole("main").getByRole("link", { name }).first();
  return (await link.getAttribute("href")) ?? "";
}

const idIn = (address: string, after: string): string =>
  new RegExp(`/${after}/([0-9a-f-]{36})`).exec(address)?.[1] ?? "";
