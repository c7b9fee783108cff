/** The demo's staff as the file that its HR system exports. */
import { csvText } from "../src/platform/tabular/write.ts";
import { addDays } from "../src/shared/local-date.ts";
import type { DemoEmployment, DemoOrganisation } from "./organisation.ts";

/** The headings that an HR system gives its columns. */
export const HR_COLUMNS = [
  "Anställningsnummer",
  "Person-ID",
  "Förnamn",
  "Efternamn",
  "E-post",
  "Organisationskod",
  "Organisation",
  "Chefens anställningsnummer",
  "Befattning",
  "Anställningsform",
  "Sysselsättningsgrad",
  "Anställd från",
  "Anställd till",
  "Huvudanställning",
  "Frånvaro från",
  "Frånvaro till",
];

/** The staff of an organisation as CSV, `;` and UTF-8 with BOM. */
export function staffFile(organisation: DemoOrganisation, staff: readonly DemoEmployment[]): string {
  const unitNames = new Map(organisation.units.map((unit) => [unit.code, unit.name]));
  return csvText(
    [...HR_COLUMNS, "Skyddade personuppgifter"],
    staff.map((each) => [
      each.number,
      each.person,
      each.givenName,
      each.familyName,
      each.email ?? "",
      each.unit,
      unitNames.get(each.unit) ?? "",
      each.manager ?? "",
      each.title,
      each.form,
      String(each.extent),
      each.from,
      each.to === null ? "" : addDays(each.to, -1),
      each.main ? "J" : "N",
      each.leave?.from ?? "",
      each.leave?.to ?? "",
      each.protectedIdentity ? "J" : "",
    ]),
  );
}
