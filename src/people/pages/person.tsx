/** One person as the staff register has them (ORG-3, ORG-7, ORG-8). */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages, type Messages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { SummaryList, Timeline } from "../../ui/lists.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewPerson, type PersonView } from "../view-person.ts";
import { daysText, EmployedAs } from "./parts.tsx";
import type { Route } from "./+types/person";

export const loader = load(({ work, params }) => viewPerson(work, params["personId"] ?? ""));

type Place = PersonView["places"][number];

export default function Person({ loaderData: person }: Route.ComponentProps) {
  const { people } = useMessages();
  const t = people.person;
  const { at, language, today } = useShell();
  const here = at(`/people/${person.personId}`);
  const self = person.basis === "self";
  const present = (period: PersonView["periods"][number]) =>
    period.from <= today && (period.to === null || period.to > today);
  return (
    <Page
      title={`${person.givenName} ${person.familyName}`}
      lead={self ? t.self : undefined}
      beside={person.protectedIdentity ? <Tag tone="danger">{t.protectedIdentity}</Tag> : undefined}
    >
      <SummaryList
        rows={[
          {
            term: t.works,
            detail:
              person.places.length > 0
                ? person.places.map((place) => <Where key={place.unitId} place={place} />)
                : t.noEmployment,
          },
          {
            term: t.manager,
            detail: person.places.map((place) => <p key={place.unitId}>{managerOf(place, people)}</p>),
          },
          { term: t.email, detail: person.email ?? t.noEmail },
          ...(person.protectedIdentity
            ? [{ term: t.handler, detail: person.handlerName ?? t.noHandler }]
            : []),
        ]}
      />
      <Actions>
        {person.close && (
          <LinkButton href={`${here}/placements`} variant="primary">
            {t.placements}
          </LinkButton>
        )}
        {person.close && <LinkButton href={self ? at("/my/plan") : `${here}/plan`}>{t.plan}</LinkButton>}
        {person.close && <LinkButton href={`${here}/evidence`}>{t.evidence}</LinkButton>}
        {person.mayProtect && <LinkButton href={`${here}/protection`}>{t.protection}</LinkButton>}
        {self && <LinkButton href={at("/my/reads")}>{t.reads}</LinkButton>}
      </Actions>
      <Section title={t.employments} id="employments">
        <Timeline
          label={t.employments}
          events={person.periods.map((period) => ({
            key: `${period.number} ${period.from}`,
            when: daysText(period, people),
            current: present(period),
            title: <EmployedAs period={period} language={language} words={people} />,
            children: (
              <p>
                {[
                  period.unitName,
                  people.staff.forms[period.form],
                  people.staff.percent(period.extent),
                  people.staff.number(period.number),
                  ...(period.isMain ? [] : [people.staff.secondary]),
                ].join(" · ")}
              </p>
            ),
          }))}
        />
        {!self && <Muted>{people.staff.logged}</Muted>}
      </Section>
    </Page>
  );
}

/** The unit with all that it stands in, from the outermost. */
const Where = ({ place }: { place: Place }) => <p>{place.path.map((unit) => unit.name).join(" › ")}</p>;

function managerOf(place: Place, words: Messages["people"]): string {
  const { manager } = place;
  if (!manager) return words.manager.gap;
  if (manager.name === null) return manager.vacant ? words.manager.someoneActs : words.manager.hidden;
  return manager.vacant ? words.manager.acts(manager.name) : manager.name;
}
