-- Individual plans (PLN-1, PLN-2): a person's goals and activities, which outlive talks; what has happened with each and who did it; and templates that plans start from.

-- A template is a goal with its activities, in days counted from the day that it starts.
create table plan_template (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('upskilling', 'reskilling', 'onboarding', 'transition', 'language')),
  title text not null check (length(title) between 1 and 300),
  -- How the new competence will be used.
  use text not null default '' check (length(use) <= 2000),
  -- The goal is to be reached so many days after it starts.
  days integer not null check (days between 0 and 3650),
  -- Does it start by itself for whoever is employed, and in which profession? Null is all of them.
  with_employment boolean not null default false,
  profession_id uuid,
  -- From this day nothing starts from it.
  retired_on date,
  revision integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, profession_id) references profession (organisation_id, id)
);
call protect_tenant('plan_template');

create table plan_template_line (
  organisation_id uuid not null references organisation (id),
  template_id uuid not null,
  position integer not null,
  -- From the catalogue; null is something of one's own.
  entry_id uuid,
  title text not null check (length(title) between 1 and 300),
  days integer not null check (days between 0 and 3650),
  owner text not null check (owner in ('self', 'manager')),
  primary key (organisation_id, template_id, position),
  foreign key (organisation_id, template_id) references plan_template (organisation_id, id) on delete cascade,
  foreign key (organisation_id, entry_id) references catalogue_entry (organisation_id, id)
);
call protect_tenant('plan_template_line');

create table plan_goal (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- The order in which they were added, by no clock.
  number bigint generated always as identity,
  person_id uuid not null,
  -- Whose data it is (ORG-2); null is the organisation itself.
  authority_id uuid,
  kind text not null check (kind in ('upskilling', 'reskilling', 'onboarding', 'transition', 'language')),
  title text not null check (length(title) between 1 and 300),
  use text not null default '' check (length(use) <= 2000),
  mentor text not null default '' check (length(mentor) <= 200),
  until_on date not null,
  -- What it comes from: a requirement by its identity (MOD-5), a level or track of a model; none of them where it is in free words.
  model_id uuid,
  level_id uuid,
  track_id uuid,
  item_id uuid,
  template_id uuid,
  state text not null default 'planned' check (state in ('planned', 'under-way', 'done', 'not-done')),
  reason text not null default '' check (length(reason) <= 1000),
  -- The person no longer works there: it ended by itself.
  has_left boolean not null default false,
  ended_on date,
  revision integer not null default 1,
  primary key (organisation_id, id),
  -- So that everything about a goal is provably about the same person.
  unique (organisation_id, id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, authority_id) references unit (organisation_id, id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id),
  foreign key (organisation_id, level_id) references structure_level (organisation_id, id),
  foreign key (organisation_id, template_id) references plan_template (organisation_id, id),
  check ((model_id is null) = (level_id is null)),
  check (model_id is not null or (track_id is null and item_id is null)),
  check ((state in ('done', 'not-done')) = (ended_on is not null)),
  check ((state = 'not-done') = (reason <> '' or has_left))
);
create index plan_goal_person on plan_goal (organisation_id, person_id, number);
call protect_tenant('plan_goal');

create table plan_activity (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  number bigint generated always as identity,
  person_id uuid not null,
  authority_id uuid,
  -- The goal that it leads to; null stands by itself in the plan.
  goal_id uuid,
  -- From the catalogue, where it takes a place; its name as it was when it was planned stands in the title.
  entry_id uuid,
  title text not null check (length(title) between 1 and 300),
  -- Who sees to it.
  owner text not null check (owner in ('self', 'manager')),
  mentor text not null default '' check (length(mentor) <= 200),
  from_on date,
  until_on date not null,
  -- The year whose places it takes one of.
  place_year integer generated always as (extract(year from coalesce(from_on, until_on))::integer) stored,
  state text not null default 'planned' check (state in ('planned', 'under-way', 'done', 'not-done')),
  reason text not null default '' check (length(reason) <= 1000),
  has_left boolean not null default false,
  ended_on date,
  revision integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, authority_id) references unit (organisation_id, id),
  foreign key (organisation_id, goal_id, person_id) references plan_goal (organisation_id, id, person_id),
  foreign key (organisation_id, entry_id) references catalogue_entry (organisation_id, id),
  check (from_on <= until_on),
  check ((state in ('done', 'not-done')) = (ended_on is not null)),
  check ((state = 'not-done') = (reason <> '' or has_left))
);
create index plan_activity_person on plan_activity (organisation_id, person_id, number);
create index plan_activity_goal on plan_activity (organisation_id, goal_id) where goal_id is not null;
create index plan_activity_entry on plan_activity (organisation_id, entry_id, place_year) where entry_id is not null;
call protect_tenant('plan_activity');

-- What has been done with a plan, by whom, and what stood there before: nobody rewrites somebody else's words without it showing.
create table plan_event (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  number bigint generated always as identity,
  person_id uuid not null,
  goal_id uuid,
  activity_id uuid,
  kind text not null check (kind in ('added', 'changed', 'state', 'noted')),
  -- Null is nobody: what started or ended with the employment.
  by_id uuid,
  acting_as text check (acting_as in ('self', 'manager', 'deputy', 'manager-above')),
  -- The state that it came to, with the reason; or what was noted.
  state text check (state in ('planned', 'under-way', 'done', 'not-done')),
  words text not null default '' check (length(words) <= 2000),
  -- What was changed, as it stood before.
  former jsonb not null default '{}' check (jsonb_typeof(former) = 'object'),
  on_day date not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, goal_id, person_id) references plan_goal (organisation_id, id, person_id),
  foreign key (organisation_id, activity_id, person_id) references plan_activity (organisation_id, id, person_id),
  foreign key (organisation_id, by_id) references person (organisation_id, id),
  check (goal_id is not null or activity_id is not null),
  check ((by_id is null) = (acting_as is null)),
  check ((kind = 'state') = (state is not null)),
  check (kind <> 'noted' or words <> ''),
  constraint plan_event_each_as_themself check (by_id is null or (acting_as = 'self') = (by_id = person_id))
);
create index plan_event_person on plan_event (organisation_id, person_id, number);
call protect_tenant('plan_event');
comment on table plan_event is 'append-only: what was done with a plan, and what stood there before, stays';
create trigger plan_event_never_changes before update or delete on plan_event for each row execute function refuse_change();
create trigger plan_event_never_truncated before truncate on plan_event for each statement execute function refuse_change();

-- Whose a goal or an activity is, and where it came from, never changes; and none goes away: what isn't done says so.
create function plan_part_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or (new.organisation_id, new.id, new.number, new.person_id) is distinct from (old.organisation_id, old.id, old.number, old.person_id)
     or new.authority_id is distinct from old.authority_id
     or to_jsonb(new) -> 'item_id' is distinct from to_jsonb(old) -> 'item_id'
     or to_jsonb(new) -> 'level_id' is distinct from to_jsonb(old) -> 'level_id'
     or to_jsonb(new) -> 'template_id' is distinct from to_jsonb(old) -> 'template_id' then
    raise exception 'a part of a plan is kept' using errcode = 'restrict_violation', constraint = 'plan_part_is_kept';
  end if;
  return new;
end $$;
create trigger plan_goal_is_kept before update or delete on plan_goal for each row execute function plan_part_is_kept();
create trigger plan_goal_never_truncated before truncate on plan_goal for each statement execute function refuse_change();
create trigger plan_activity_is_kept before update or delete on plan_activity for each row execute function plan_part_is_kept();
create trigger plan_activity_never_truncated before truncate on plan_activity for each statement execute function refuse_change();

-- The last place isn't taken twice: those who take places of the same entry take turns by its lock, and the count is read after it.
create function plan_place_is_there() returns trigger language plpgsql as $$
declare
  most integer;
begin
  select places into most from catalogue_entry where organisation_id = new.organisation_id and id = new.entry_id for no key update;
  if (select count(*) from plan_activity where organisation_id = new.organisation_id and entry_id = new.entry_id
      and place_year = new.place_year and state <> 'not-done') > most then
    raise exception 'no place is left' using errcode = 'restrict_violation', constraint = 'plan_place_is_there';
  end if;
  return null;
end $$;
create trigger plan_place_is_there_when_planned after insert on plan_activity for each row
  when (new.entry_id is not null and new.state <> 'not-done') execute function plan_place_is_there();
create trigger plan_place_is_there_when_changed after update on plan_activity for each row
  when (new.entry_id is not null and new.state <> 'not-done'
    and (old.state = 'not-done' or (old.entry_id, old.place_year) is distinct from (new.entry_id, new.place_year)))
  execute function plan_place_is_there();
