-- People, their employments and who manages what (ORG-3, ORG-4, ORG-7).

create table person (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- What the HR system joins a person's employments by, or a keyed hash of it; never a personnummer.
  person_key text,
  given_name text not null check (length(given_name) between 1 and 100),
  family_name text not null check (length(family_name) between 1 and 100),
  email text check (length(email) <= 254),
  protected_identity boolean not null default false,
  -- The one HR handler who is named for a person with protected identity.
  protected_handler_id uuid,
  -- The day from which nothing about the person is open any longer (PRV-3); null while employed.
  closed_on date,
  revision integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, protected_handler_id) references person (organisation_id, id)
);
create unique index person_person_key on person (organisation_id, person_key) where person_key is not null;
create index person_name on person (organisation_id, family_name collate "sv-SE-x-icu", given_name collate "sv-SE-x-icu", id);
call protect_tenant('person');

-- An employment is known by the employer's own number, for its whole life.
create table employment (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  number text not null check (length(number) between 1 and 60),
  valid_from date not null,
  valid_to date,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  check (valid_to is null or valid_to > valid_from)
);
create unique index employment_number on employment (organisation_id, number);
create index employment_person on employment (organisation_id, person_id);
call protect_tenant('employment');

-- What the employment was on each day: where, as what, how much. A change closes one period and opens the next, so that any past day can be counted.
create table employment_period (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  employment_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  profession_id uuid,
  title text not null default '' check (length(title) <= 200),
  aid_code text,
  form text not null check (form in ('permanent', 'fixed-term', 'hourly')),
  -- Per cent of full time.
  extent numeric(5, 2) not null check (extent >= 0 and extent <= 100),
  is_main boolean not null default true,
  valid_from date not null,
  valid_to date,
  primary key (organisation_id, id),
  foreign key (organisation_id, employment_id) references employment (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, profession_id) references profession (organisation_id, id),
  check (valid_to is null or valid_to > valid_from),
  constraint employment_period_no_overlap exclude using gist (organisation_id with =, employment_id with =, daterange(valid_from, valid_to) with &&)
);
create index employment_period_unit on employment_period (organisation_id, unit_id, valid_from);
create index employment_period_person on employment_period (organisation_id, person_id, valid_from);
create index employment_period_profession on employment_period (organisation_id, profession_id, valid_from);
call protect_tenant('employment_period');

-- That someone is on leave, and when. Never why.
create table leave_period (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  employment_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (organisation_id, id),
  foreign key (organisation_id, employment_id) references employment (organisation_id, id),
  check (valid_to is null or valid_to > valid_from),
  constraint leave_period_no_overlap exclude using gist (organisation_id with =, employment_id with =, daterange(valid_from, valid_to) with &&)
);
call protect_tenant('leave_period');

-- A unit has at most one manager on a day.
create table unit_manager (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  check (valid_to is null or valid_to > valid_from),
  constraint unit_manager_one_at_a_time exclude using gist (organisation_id with =, unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index unit_manager_person on unit_manager (organisation_id, person_id);
call protect_tenant('unit_manager');

-- A deputy acts for the manager of a unit, for a time and with a stated reason.
create table unit_deputy (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  person_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  valid_from date not null,
  valid_to date not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  check (valid_to > valid_from)
);
create index unit_deputy_person on unit_deputy (organisation_id, person_id);
call protect_tenant('unit_deputy');
