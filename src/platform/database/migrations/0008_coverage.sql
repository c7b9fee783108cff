-- Frozen measurements of coverage (FUP-2, FUP-3), and what a member gives its association of them (ORG-1): figures, never people.

create table measurement (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  day date not null,
  frozen_by uuid not null,
  frozen_at timestamptz not null,
  -- The settings that it was counted by, and k as it was.
  smallest_group integer not null,
  coverage_threshold integer not null,
  count_on_leave boolean not null,
  count_hourly boolean not null,
  note text not null default '' check (length(note) <= 500),
  primary key (organisation_id, id),
  foreign key (organisation_id, frozen_by) references account (organisation_id, id),
  unique (organisation_id, day),
  -- So that the day of what is kept about a measurement provably is its own.
  unique (organisation_id, id, day)
);
call protect_tenant('measurement');

-- The unit tree as it was that day. `position` is its order; `path` is every unit from the root down to and including this one.
create table measurement_unit (
  organisation_id uuid not null references organisation (id),
  measurement_id uuid not null,
  unit_id uuid not null,
  name text not null,
  parent_id uuid,
  path uuid[] not null,
  position integer not null,
  primary key (organisation_id, measurement_id, unit_id),
  foreign key (organisation_id, measurement_id) references measurement (organisation_id, id),
  check (path[cardinality(path)] = unit_id)
);
call protect_tenant('measurement_unit');

-- The unit's own staff, without the units below; a unit in which nobody has the profession has no row. Without a unit: people
-- whose unit was not in the tree that day.
create table measurement_figure (
  organisation_id uuid not null references organisation (id),
  measurement_id uuid not null,
  model_id uuid not null,
  unit_id uuid,
  employed integer not null check (employed > 0),
  placed integer not null check (placed between 0 and employed),
  unique nulls not distinct (organisation_id, model_id, measurement_id, unit_id),
  foreign key (organisation_id, measurement_id) references measurement (organisation_id, id),
  foreign key (organisation_id, measurement_id, unit_id) references measurement_unit (organisation_id, measurement_id, unit_id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id)
);
call protect_tenant('measurement_figure');

-- The first measurement at or above the threshold, for the organisation (no unit) and for each unit. The day stays.
create table fully_introduced (
  organisation_id uuid not null references organisation (id),
  model_id uuid not null,
  unit_id uuid,
  measurement_id uuid not null,
  day date not null,
  unique nulls not distinct (organisation_id, model_id, unit_id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id),
  foreign key (organisation_id, measurement_id, day) references measurement (organisation_id, id, day)
);
call protect_tenant('fully_introduced');

-- What a member gives its association at a measurement: whole models, after suppression. `employed` and `placed` are
-- absent where they are not shown: the hidden figure is not here.
create table member_figure (
  association_id uuid not null references organisation (id),
  member_id uuid not null references organisation (id),
  member_name text not null,
  model_slug text not null,
  model_name_sv text not null,
  model_name_en text not null,
  -- The day on which a version of the model first came into force for the member: public, never suppressed.
  adopted_from date not null,
  day date not null,
  -- The k that it was suppressed by.
  smallest_group integer not null check (smallest_group >= 10),
  employed integer,
  placed integer,
  primary key (association_id, member_id, day, model_slug),
  check (association_id <> member_id),
  check ((employed is null) = (placed is null)),
  check (placed between 0 and employed),
  check (employed = 0 or employed >= smallest_group)
);
alter table member_figure enable row level security;
alter table member_figure force row level security;
create policy both_sides on member_figure for select
  using (association_id = app_organisation() or member_id = app_organisation());
create policy member_gives on member_figure for insert with check (
  member_id = app_organisation() and exists (
    select from membership m
    where m.association_id = member_figure.association_id and m.member_id = member_figure.member_id
      and m.valid_from <= member_figure.day and (m.valid_to is null or m.valid_to > member_figure.day)));

comment on table measurement is 'append-only: a frozen measurement never changes';
comment on table measurement_unit is 'append-only: a frozen measurement never changes';
comment on table measurement_figure is 'append-only: a frozen measurement never changes';
comment on table fully_introduced is 'append-only: the date is kept';
comment on table member_figure is 'append-only: what was given stays';
create trigger measurement_never_changes before update or delete or truncate on measurement
  for each statement execute function refuse_change();
create trigger measurement_unit_never_changes before update or delete or truncate on measurement_unit
  for each statement execute function refuse_change();
create trigger measurement_figure_never_changes before update or delete or truncate on measurement_figure
  for each statement execute function refuse_change();
create trigger fully_introduced_never_changes before update or delete or truncate on fully_introduced
  for each statement execute function refuse_change();
create trigger member_figure_never_changes before update or delete or truncate on member_figure
  for each statement execute function refuse_change();

-- Counting a day reads every period of many professions: with what it needs in the index itself.
drop index employment_period_profession;
create index employment_period_profession on employment_period (organisation_id, profession_id, valid_from, valid_to)
  include (person_id, employment_id, unit_id, form, extent, is_main);
