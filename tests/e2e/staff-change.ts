/** The next staff file of one of the demo's employers: as the last one, save for what this test has happen. */
import type { Page } from "playwright-core";
import { go } from "../support/browser.ts";
import { staffFile } from "../../demo/staff-file.ts";
import type { DemoEmployment } from "../../demo/organisation.ts";
import { ORGANISATIONS } from "../../demo/organisations.ts";

/** Where a story is set: a unit whose manager and one of whose people can be signed in as with one click. */
export type Setting = {
  readonly slug: string;
  readonly unit: { readonly code: string; readonly name: string };
  /** Where the one who moves comes from. */
  readonly other: { readonly code: string; readonly name: string };
  readonly title: string;
  readonly model: { readonly slug: string; readonly name: string };
  readonly manager: string;
  readonly employee: string;
};

export type Story = {
  readonly file: Buffer;
  readonly joiner: { readonly number: string; readonly name: string };
  readonly moved: string;
  readonly changed: string;
  readonly leftOut: string;
};

const fullName = ({ givenName, familyName }: DemoEmployment): string => `${givenName} ${familyName}`;

function found<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing === undefined) throw new Error(`the demo has no ${what}`);
  return thing;
}

/**
 * One begins in the unit, one moves to it, one of its people works less, and one row has a day that is none. The column of titles has a
 * name of its own, which nobody can guess.
 */
export function nextStaffFile({ slug, unit, other, title, employee }: Setting): Story {
  const organisation = found(
    ORGANISATIONS.find(({ tenant }) => tenant.slug === slug),
    slug,
  );
  const like = (code: string): DemoEmployment[] =>
    organisation.staff.filter(
      (each) => each.unit === code && each.title.toLowerCase().endsWith(title) && fullName(each) !== employee,
    );
  const [first, second] = like(unit.code);
  const [changed, leftOut] = [found(first, "person to change"), found(second, "person to leave out")];
  const moved = found(like(other.code)[0], "person to move");
  const joiner: DemoEmployment = {
    ...changed,
    number: "99001",
    person: "P99001",
    givenName: "Nyhlén",
    familyName: "Ångström",
    email: "nyhlen.angstrom@exempel.se",
    extent: 100,
    from: "2026-11-02",
  };
  const staff = organisation.staff.map((each): DemoEmployment => {
    if (each.number === moved.number) return { ...each, unit: unit.code, manager: changed.manager };
    if (each.number === changed.number) return { ...each, extent: 50 };
    if (each.number === leftOut.number) return { ...each, from: "2020-13-45" };
    return each;
  });
  const text = staffFile(organisation, [...staff, joiner]).replace(";Befattning;", ";Kolumn 9;");
  return {
    file: Buffer.from(text),
    joiner: { number: joiner.number, name: fullName(joiner) },
    moved: fullName(moved),
    changed: fullName(changed),
    leftOut: fullName(leftOut),
  };
}

export const SETTINGS = {
  harryda: {
    slug: "harryda",
    unit: { code: "311", name: "Rehab Norr" },
    other: { code: "312", name: "Rehab Söder" },
    title: "arbetsterapeut",
    model: { slug: "arbetsterapeut", name: "Arbetsterapeut" },
    manager: "Karin Öhman",
    employee: "Åsa Lindqvist",
  },
  ostergotland: {
    slug: "region-ostergotland",
    unit: { code: "A1", name: "Audiologi Linköping" },
    other: { code: "A2", name: "Audiologi Norrköping" },
    title: "audionom",
    model: { slug: "audionom", name: "Audionom" },
    manager: "Ylva Forsberg",
    employee: "Ebba Rosén",
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** Waits for work in the background as its page tells people to: by looking again, until this heading is there. */
export async function untilShown(page: Page, heading: string): Promise<void> {
  const wanted = page.getByRole("heading", { level: 1, name: heading });
  const deadline = Date.now() + 60_000;
  while ((await wanted.count()) === 0) {
    if (Date.now() > deadline) throw new Error(`${page.url()} does not come to: ${heading}`);
    const again = page.getByRole("link", { name: "Uppdatera sidan" });
    if ((await again.count()) > 0) await go(again);
    else await page.reload();
  }
}
