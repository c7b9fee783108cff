/** Booking a round: days and times are chosen, a time is proposed for everybody, each can be altered, and all are booked at once (TLK-3). */
import { capital } from "../../messages/capital.ts";
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { addDays } from "../../shared/local-date.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { formatSoon } from "../../ui/date-text.tsx";
import { Checkbox, CheckboxGroup, DateField, Select, TextField, TimeField } from "../../ui/fields.tsx";
import { FilterBar, FilterGroup, Form } from "../../ui/form.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { bookRound, proposeRound, type Proposal } from "../book-round.ts";
import type { TypedSpan } from "../booking.rules.ts";
import { KINDS } from "../talk.rules.ts";
import { useKind } from "./when.ts";
import type { Route } from "./+types/book-round";

const FIELDS = ["kind", "from", "to", "earliest", "latest", "minutes", "pause", "most", "place"] as const;

const typedSpan = ({ searchParams }: URL): TypedSpan | null =>
  searchParams.has("from")
    ? {
        ...(Object.fromEntries(FIELDS.map((name) => [name, (searchParams.get(name) ?? "").trim()])) as Record<
          (typeof FIELDS)[number],
          string
        >),
        weekdays: searchParams.getAll("weekdays"),
        lunch: searchParams.has("lunch"),
      }
    : null;

/** What stands in the form before anything is chosen: three weeks from next week, in ordinary hours. */
const suggested = (today: string): TypedSpan => ({
  kind: "development",
  from: addDays(today, 7),
  to: addDays(today, 28),
  weekdays: ["1", "2", "3", "4", "5"],
  earliest: "09:00",
  latest: "16:00",
  minutes: "60",
  pause: "15",
  most: "4",
  place: "",
  lunch: true,
});

export const loader = load(async ({ work, params, url }) => {
  const typed = typedSpan(url);
  return {
    proposal: await proposeRound(work, params["unitId"] ?? "", typed),
    span: typed ?? suggested(work.today),
  };
});

export const action = act(async ({ work, form, params }) => {
  const unitId = params["unitId"] ?? "";
  const times = (form["who"] ?? []).map((personId) => ({
    personId,
    day: field(form, `day-${personId}`),
    at: field(form, `at-${personId}`),
  }));
  const [kind, minutes, place] = [field(form, "kind"), field(form, "minutes"), field(form, "place")];
  const result = await bookRound(work, unitId, { kind, minutes, place, times });
  if (!result.ok) return again(result.reasons, form);
  return seeOther(`/o/${work.tenant.slug}/units/${unitId}/talks?booked=${result.value.booked.size}`);
});

export default function BookRound({ loaderData, actionData }: Route.ComponentProps) {
  const { proposal, span } = loaderData;
  const words = useMessages().talk;
  const t = words.book;
  const { at } = useShell();
  const errors = spell(actionData?.reasons ?? proposal.reasons, words.reasons);
  const told = useTold(proposal);
  return (
    <Page
      title={t.title(proposal.unit.name)}
      lead={t.lead}
      breadcrumbs={[
        { href: at(`/units/${proposal.unit.id}/talks`), label: words.unit.title(proposal.unit.name) },
      ]}
      errors={errors.list.map((error) => ({ ...error, message: told(error) }))}
    >
      {proposal.people === 0 ? (
        <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
      ) : (
        <>
          <Span span={span} errors={errors} talkWord={proposal.talkWord} />
          {proposal.times && (
            <Times proposal={proposal} span={span} errors={errors} typed={actionData?.values} />
          )}
        </>
      )}
    </Page>
  );
}

/** A round has many days and times: at the top of the page each message says which field, or whose time, it is about. */
function useTold(proposal: Proposal): (error: Spelled["list"][number]) => string {
  const t = useMessages().talk.book;
  const people = (proposal.times ?? []).flatMap(({ person: { personId, givenName, familyName } }) =>
    ["day", "at"].map((name) => [`${name}-${personId}`, `${givenName} ${familyName}`] as const),
  );
  const names = new Map<string, string>([
    ...([...FIELDS, "weekdays"] as const).map((name) => [name, t[name]] as const),
    ...people,
  ]);
  return ({ field, message }) => {
    const name = names.get(field ?? "");
    return name === undefined ? message : t.about(name, message);
  };
}

function Span({ span, errors, talkWord }: { span: TypedSpan; errors: Spelled; talkWord: string }) {
  const t = useMessages().talk.book;
  const kindOf = useKind(talkWord);
  const own = (name: (typeof FIELDS)[number]) => ({
    name,
    label: t[name],
    error: errors.of(name),
    defaultValue: span[name],
  });
  return (
    <FilterBar label={t.span} submit={t.propose}>
      <FilterGroup legend={t.groups.what} id="what">
        <Select {...own("kind")} options={KINDS.map((value) => ({ value, label: capital(kindOf(value)) }))} />
        <TextField {...own("place")} hint={t.placeHint} />
      </FilterGroup>
      <FilterGroup legend={t.groups.days} id="days">
        <DateField {...own("from")} />
        <DateField {...own("to")} />
        <CheckboxGroup
          name="weekdays"
          label={t.weekdays}
          inline
          error={errors.of("weekdays")}
          defaultValues={span.weekdays}
          options={t.weekday.slice(0, 5).map((label, index) => ({ value: String(index + 1), label }))}
        />
      </FilterGroup>
      <FilterGroup legend={t.groups.times} id="times">
        <TimeField {...own("earliest")} />
        <TimeField {...own("latest")} />
        <TextField {...own("minutes")} width="short" inputMode="numeric" suffix={t.minutesSuffix} />
        <TextField {...own("pause")} width="short" inputMode="numeric" suffix={t.minutesSuffix} />
        <TextField {...own("most")} width="short" inputMode="numeric" />
        <Checkbox name="lunch" label={t.lunch} defaultChecked={span.lunch} />
      </FilterGroup>
    </FilterBar>
  );
}

function Times(props: {
  proposal: Proposal;
  span: TypedSpan;
  errors: Spelled;
  typed: FormValues | undefined;
}) {
  const { proposal, span, errors, typed } = props;
  const { book: t, letters } = useMessages().talk;
  const { language, today } = useShell();
  const locale = language === "sv" ? "sv-SE" : "en-GB";
  const times = proposal.times ?? [];
  const unbooked = times.filter(({ booked }) => booked === null);
  const waiting = unbooked.filter(({ heldOn }) => heldOn === null);
  const inWords = (day: string) => formatSoon(day, today, locale);
  const chosen = typed ? new Set(typed["who"] ?? []) : null;
  const { kind, minutes, place } = span;
  return (
    <Section
      title={t.proposal}
      id="proposal"
      lead={t.proposalLead(waiting.filter(({ slot }) => slot !== null).length, waiting.length)}
    >
      <Form label={t.proposal} hidden={{ kind, minutes, place }} confirmLeave={t.leave}>
        <DataTable
          caption={t.proposal}
          captionHidden
          empty={null}
          rows={times}
          rowKey={({ person }) => person.personId}
          columns={[
            {
              key: "name",
              header: t.name,
              rowHeader: true,
              cell: ({ person }) => `${person.familyName}, ${person.givenName}`,
            },
            {
              key: "who",
              header: t.who,
              cell: ({ person: { personId, givenName, familyName }, slot, booked }) =>
                !booked && (
                  <Checkbox
                    id={`who-${personId}`}
                    name="who"
                    value={personId}
                    label={`${t.who} ${givenName} ${familyName}`}
                    labelHidden
                    defaultChecked={chosen ? chosen.has(personId) : slot !== null}
                  />
                ),
            },
            {
              key: "day",
              header: t.day,
              cell: ({ person: { personId, givenName, familyName }, slot, booked, heldOn }) =>
                booked ? (
                  <span className="muted">
                    {(booked.day < today ? t.had : t.has)(letters.when(inWords(booked.day), booked.at))}
                  </span>
                ) : (
                  <DateField
                    name={`day-${personId}`}
                    label={`${t.day} ${givenName} ${familyName}`}
                    labelHidden
                    hint={heldOn ? t.held(inWords(heldOn)) : slot || chosen ? undefined : t.noTime}
                    error={errors.of(`day-${personId}`)}
                    defaultValue={typed ? typed[`day-${personId}`]?.[0] : slot?.day}
                  />
                ),
            },
            {
              key: "at",
              header: t.at,
              cell: ({ person: { personId, givenName, familyName }, slot, booked }) =>
                !booked && (
                  <TimeField
                    name={`at-${personId}`}
                    label={`${t.at} ${givenName} ${familyName}`}
                    labelHidden
                    error={errors.of(`at-${personId}`)}
                    defaultValue={typed ? typed[`at-${personId}`]?.[0] : slot?.at}
                  />
                ),
            },
          ]}
        />
        {unbooked.length > 0 && (
          <Actions sticky>
            <Button>{t.submit}</Button>
          </Actions>
        )}
      </Form>
    </Section>
  );
}
