/** Who in the unit can do what: for staffing, and for finding who can supervise. */
import { load, pageNumber } from "../../platform/http/page.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import type { Known } from "../../assessment/met.rules.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Select } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { ListPages } from "../../placement/parts/list-pages.tsx";
import { viewAbilities, type Abilities, type AbilitiesHere } from "../view-abilities.ts";
import { abilitiesAsked } from "./abilities-asked.ts";
import { usePlaceWords } from "./missing-view.tsx";
import {
  listed,
  RequirementText,
  stateOf,
  StateTag,
  useFactWords,
  type State,
} from "../parts/requirement-words.tsx";
import type { Route } from "./+types/abilities";

export const loader = load(({ work, params, url }) =>
  viewAbilities(work, { ...abilitiesAsked(params["unitId"], url), page: pageNumber(url) }),
);

export default function AbilitiesPage({ loaderData: view }: Route.ComponentProps) {
  const { missing: words, placement } = useMessages();
  const t = words.unit;
  const { at, language } = useShell();
  const placeWords = usePlaceWords();
  const path = at(`/units/${view.unit.id}/abilities`);
  const { here } = view;
  const nameOf = (model: { nameSv: string; nameEn: string }) =>
    capital(language === "sv" ? model.nameSv : model.nameEn);
  const query = here
    ? `?${new URLSearchParams({ model: here.model.slug, place: here.place.value, ...(here.item ? { item: here.item } : {}) }).toString()}`
    : "";
  return (
    <Page
      title={t.title(view.unit.name)}
      lead={t.lead}
      breadcrumbs={[
        { href: at("/units"), label: placement.unit.units },
        { href: at(`/units/${view.unit.id}/placements`), label: view.unit.name },
      ]}
    >
      {!here && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
      {here && (
        <>
          <FilterBar label={t.choose} submit={words.show} action={path}>
            <Select
              name="model"
              label={words.model}
              defaultValue={here.model.slug}
              options={view.models.map((model) => ({ value: model.slug, label: nameOf(model) }))}
            />
            <Select
              name="place"
              label={words.place}
              defaultValue={here.place.value}
              options={here.places.map((place) => ({ value: place.value, label: placeWords(place) }))}
            />
            <Select
              name="item"
              label={t.requirement}
              empty={t.all}
              defaultValue={here.item ?? ""}
              options={here.requirements.map(({ itemId, text }) => ({ value: itemId, label: text }))}
            />
          </FilterBar>
          {here.item === null ? (
            <ByRequirement view={view} here={here} />
          ) : (
            <ByPerson view={view} here={here} />
          )}
          <ListPages page={view.page} pages={view.pages} href={`${path}${query}`} />
          <Actions>
            <LinkButton href={`${path}/file.csv${query}`} download>
              {t.file}
            </LinkButton>
          </Actions>
        </>
      )}
    </Page>
  );
}

/** Each requirement with the names of those who meet it, whose evidence has expired or waits, and who haven't shown it. */
function ByRequirement({ view, here }: { view: Abilities; here: AbilitiesHere }) {
  const words = useMessages().missing;
  const t = words.unit;
  const { at } = useShell();
  const placeWords = usePlaceWords();
  const people = new Map(view.people.map((person) => [person.personId, person]));
  const names = (known: readonly Known[], ...states: readonly State[]) =>
    listed(
      known
        .filter((each) => states.includes(stateOf(each)))
        .flatMap(({ personId }) => {
          const person = people.get(personId);
          if (!person) return [];
          const address = at(
            `/people/${personId}/missing?model=${here.model.slug}&place=${here.place.value}`,
          );
          return [
            <a key={personId} href={address}>
              {person.familyName}, {person.givenName}
            </a>,
          ];
        }),
      t.nobody,
    );
  return (
    <DataTable
      caption={t.caption(placeWords(here.place))}
      columns={[
        {
          key: "requirement",
          header: t.requirement,
          rowHeader: true,
          cell: ({ requirement }) => <RequirementText requirement={requirement} />,
        },
        { key: "met", header: t.met, cell: ({ known }) => names(known, "met") },
        { key: "ended", header: t.ended, cell: ({ known }) => names(known, "ended", "withdrawn") },
        { key: "waiting", header: t.waiting, cell: ({ known }) => names(known, "waiting") },
        { key: "left", header: t.notYet, cell: ({ known }) => names(known, "left") },
      ]}
      rows={here.lines}
      rowKey={({ requirement }) => requirement.itemId}
      empty={<p>{words.asksNothing}</p>}
    />
  );
}

/** One requirement, with how each person stands to it. */
function ByPerson({ view, here }: { view: Abilities; here: AbilitiesHere }) {
  const t = useMessages().missing.unit;
  const { at } = useShell();
  const factWords = useFactWords(view.talkWord);
  const [line] = here.lines;
  if (!line) return null;
  const known = new Map(line.known.map((each) => [each.personId, each]));
  return (
    <DataTable
      caption={t.captionOne}
      columns={[
        {
          key: "name",
          header: t.name,
          rowHeader: true,
          cell: ({ person }) => (
            <a
              href={at(
                `/people/${person.personId}/missing?model=${here.model.slug}&place=${here.place.value}`,
              )}
            >
              {person.familyName}, {person.givenName}
            </a>
          ),
        },
        { key: "state", header: t.state, cell: ({ fact }) => <StateTag state={stateOf(fact)} /> },
        { key: "detail", header: t.detail, cell: ({ fact }) => factWords(line.requirement, fact) },
      ]}
      rows={view.people.flatMap((person) => {
        const fact = known.get(person.personId);
        return fact ? [{ person, fact }] : [];
      })}
      rowKey={({ person }) => person.personId}
      empty={null}
    />
  );
}
