/** What adopting a version's draft would do, as a file. */
import { load } from "../../platform/http/page.ts";
import { versionAsked } from "./impact-asked.ts";
import { impactCsv } from "./impact-csv.ts";

export const loader = load((loading) => impactCsv(loading, versionAsked(loading.params, loading.url)));
