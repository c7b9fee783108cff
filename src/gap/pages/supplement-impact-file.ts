/** What adopting a supplement's draft would do, as a file. */
import { load } from "../../platform/http/page.ts";
import { supplementAsked } from "./impact-asked.ts";
import { impactCsv } from "./impact-csv.ts";

export const loader = load((loading) => impactCsv(loading, supplementAsked(loading.params, loading.url)));
