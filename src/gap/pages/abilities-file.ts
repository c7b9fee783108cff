/** Who can do what as a file: everybody in the unit whom the reader decides for, requirement by requirement. */
import { csvAnswer } from "../../platform/http/csv-answer.ts";
import { load } from "../../platform/http/page.ts";
import { addDays } from "../../shared/local-date.ts";
import { messages } from "../../messages/messages.ts";
import { viewAbilities } from "../view-abilities.ts";
import { abilitiesAsked } from "./abilities-asked.ts";
import { stateOf } from "../parts/requirement-words.tsx";

/** No unit has so many. */
const EVERYBODY = 100_000;

export const loader = load(async ({ work, params, url, mode, language }) => {
  const view = await viewAbilities(work, {
    ...abilitiesAsked(params["unitId"], url),
    page: 1,
    size: EVERYBODY,
  });
  const { missing, shell } = messages[language];
  const names = new Map(
    view.people.map(({ personId, familyName, givenName }) => [personId, `${familyName}, ${givenName}`]),
  );
  return csvAnswer({
    name: `${missing.unit.fileName}-${work.today}`,
    mark: mode === "demo" ? shell.demo : null,
    header: missing.unit.columns,
    rows: (view.here?.lines ?? []).flatMap(({ requirement, known }) =>
      known.map((each) => [
        names.get(each.personId) ?? "",
        requirement.text,
        missing.tags[stateOf(each)],
        each.evidence?.from ?? (each.isMet ? (each.experience?.reachedOn ?? each.agreed?.on ?? "") : ""),
        each.evidence?.until ? addDays(each.evidence.until, -1) : "",
      ]),
    ),
  });
});
