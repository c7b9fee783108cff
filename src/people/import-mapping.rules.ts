/** Which column is which: guessed from the header's words and the cells, corrected by people, checked against the next file (INT-1). */
import type { Reason } from "../shared/result.ts";
import { isStaffField, STAFF_FIELDS, type Mapping, type StaffField } from "./import-fields.rules.ts";
import { checkColumns, guessColumns, placeOf, type ColumnProblem } from "./import-columns.rules.ts";

/** How headers are written, letters and digits only, the likeliest first; last of all, as the field itself is called. */
export const STAFF_SPELLINGS: Readonly<Record<StaffField, string>> = {
  employmentNumber:
    "anställningsnummer anställningsnr anstnr anstnummer anställningsid anstid anställningsidentitet anställnr anställdnr anställdnummer medarbetarnummer tjänstenummer employeenumber employeeid employmentid",
  personKey: "personnyckel personid personnelid personalnummer personalnr personalid persid individid",
  givenName: "förnamn tilltalsnamn fnamn förnamntilltalsnamn firstname",
  familyName: "efternamn enamn släktnamn lastname surname",
  fullName: "namn fullständigtnamn helanamnet medarbetare anställd efternamnförnamn förnamnefternamn name",
  email:
    "epost epostadress epostarbete epostjobb arbetsepost mail mejl mejladress mailadress emailaddress emailadress tjänsteepost",
  unitCode:
    "organisationskod orgkod orgenhetskod organisationsenhetskod enhetskod enhetsid enhetsnr enhetsnummer orgid organisationsid organisationsnr orgnr orgenhetsid avdelningskod arbetsplatskod kostnadsställe kst ansvarskod unit",
  unitName:
    "enhet enhetsnamn organisationsnamn orgnamn organisation organisationsenhet orgenhet orgenhetsnamn organisationsbenämning enhetsbenämning avdelning arbetsplats arbetsplatsnamn department",
  unitPath:
    "organisationsväg orgväg organisationssökväg orgsökväg sökväg organisationsträd orgträd organisationsstruktur organisationstillhörighet enhetssökväg orgpath",
  managerNumber:
    "chefensanställningsnummer chefsanställningsnummer chefanställningsnummer chefensanstnr chefsanstnr chefanstnr chefensnummer chefsnummer chefsnr chefnr chefsid chefid ansvarigchefanstnr närmastechefanstnr närmastechefsanställningsnummer närmastechef närmstechef överordnad chef managerid manager",
  title:
    "titel befattning befattningsbenämning befattningstitel yrkestitel tjänstetitel benämning tjänst jobtitle",
  professionCode: "befattningskod befkod yrkeskod yrke yrkesgrupp befattningsnr profession",
  aid: "aid aidkod aidetikett aidnr aidnummer etikett aidbefattning",
  form: "anställningsform anstform anställningstyp formavanställning avtalsform employmentform",
  extent:
    "sysselsättningsgrad syssgrad sysgrad sysselsättningsgradprocent sysselsättning tjänstgöringsgrad anställningsgrad omfattning grad procent",
  from: "anställdfrån anställdfrom anställningfrom anställningfrån anställningfromdatum anstfrom anställningsdatum anställningsstart anstdatum fromdatum frånochmed fom fromdat från startdatum tillträde tillträdesdatum giltigfrom start startdate validfrom",
  to: "anställdtill anställdtom anställningtom anställningtill anställningtomdatum ansttom anställningsslut avgångsdatum tomdatum tillochmed tom tomdat till slutdatum avgång giltigtom slut enddate validto",
  main: "huvudanställning huvudanst huvudanställningjn huvud huvudtjänst primäranställning mainemployment",
  leaveFrom:
    "frånvarofrån frånvarofrom frånvarofromdatum frånvarostart tjänstledigfrån tjänstledigfrom ledighetfrån ledighetfrom ledigfrån ledigfrom",
  leaveTo:
    "frånvarotill frånvarotom frånvarotomdatum frånvaroslut tjänstledigtill tjänstledigtom ledighettill ledighettom ledigtill ledigtom",
  protectedIdentity:
    "skyddadidentitet skyddadepersonuppgifter skyddadpersonuppgift skyddadeuppgifter sekretessmarkering sekretess skyddad skyddadfolkbokföring",
};

/** A column called "chef" can hold the manager's name: only numbers lead to somebody. */
const fits = (field: StaffField, cells: readonly string[]): boolean => {
  if (field !== "managerNumber") return true;
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.filter((cell) => /\d/.test(cell)).length * 2 >= filled.length;
};

/**
 * The likeliest mapping. Columns of personnummer are found by name and by content and dropped; where there is no number of the employment to
 * go by, the first of them serves as key, as a keyed hash. `sample`: some of the first rows.
 */
export function guessMapping(header: readonly string[], sample: readonly (readonly string[])[]): Mapping {
  const fields = Object.keys(STAFF_FIELDS).filter(isStaffField);
  const { columns, dropped } = guessColumns(fields, STAFF_SPELLINGS, header, sample, fits);
  const [identity] = dropped;
  return {
    columns,
    dropped: dropped.map((column) => ({ column, why: "personal-identity-number" })),
    key:
      columns.employmentNumber === undefined && identity !== undefined
        ? { by: "identity-hash", column: identity }
        : { by: "employment-number" },
  };
}

export type MappingProblem = ColumnProblem | "missing-required"; // field

const required = (mapping: Mapping): readonly StaffField[] => {
  const { columns, key } = mapping;
  const names: readonly StaffField[] = columns.fullName === undefined ? ["givenName", "familyName"] : [];
  const unit: readonly StaffField[] =
    columns.unitPath === undefined && columns.unitName === undefined ? ["unitCode"] : [];
  return [
    ...(key.by === "employment-number" ? (["employmentNumber"] as const) : []),
    ...names,
    ...unit,
    "from",
  ];
};

/**
 * Can this mapping, corrected by someone or saved from an earlier file, read this file? Every hindrance at once; none is yes. A column of
 * personnummer can't be mapped to anything, whoever asks (INT-1).
 */
export function checkMapping(
  mapping: Mapping,
  header: readonly string[],
  sample: readonly (readonly string[])[] = [],
): readonly Reason<MappingProblem>[] {
  const reasons: Reason<MappingProblem>[] = [];
  for (const field of required(mapping)) {
    if (mapping.columns[field] === undefined) reasons.push({ code: "missing-required", field });
  }
  if (mapping.key.by === "identity-hash" && placeOf(header, mapping.key.column) < 0) {
    reasons.push({ code: "header-gone", field: "employmentNumber", data: { column: mapping.key.column } });
  }
  reasons.push(...checkColumns(mapping.columns, header, sample));
  return reasons;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Is this value, from a file or a form, shaped as a mapping? Whether it fits a file is for `checkMapping`. */
export function isMapping(value: unknown): value is Mapping {
  if (!isRecord(value) || !isRecord(value["columns"]) || !isRecord(value["key"])) return false;
  const { columns, dropped, key } = value;
  const isKey =
    key["by"] === "employment-number" || (key["by"] === "identity-hash" && typeof key["column"] === "string");
  return (
    isKey &&
    Object.entries(columns).every(([field, column]) => isStaffField(field) && typeof column === "string") &&
    Array.isArray(dropped) &&
    dropped.every(
      (entry) =>
        isRecord(entry) && typeof entry["column"] === "string" && entry["why"] === "personal-identity-number",
    )
  );
}
