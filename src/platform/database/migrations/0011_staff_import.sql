-- Staff imports (INT-1): the file until it is done, how its columns are read, what its rows would change, and how far it has come.

create table staff_import (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  filename text not null check (length(filename) <= 200),
  -- reading → mapping → comparing → preview → queued → applying → done; or refused (the file as a whole), or cancelled.
  state text not null check (state in ('mapping', 'comparing', 'preview', 'queued', 'applying', 'done', 'refused', 'cancelled')),
  file bytea,
  format jsonb not null default '{}',
  header text[] not null default '{}',
  sample jsonb not null default '[]',
  mapping jsonb not null,
  -- The day from which changes hold.
  effective_on date not null,
  counts jsonb,
  -- What the preview showed, so that what is carried out is what was confirmed.
  fingerprint text,
  left_out boolean not null default false,
  refusal jsonb,
  -- The data changed between the preview and the merge: it is to be looked at again.
  changed_since boolean not null default false,
  finished_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, created_by) references account (organisation_id, id)
);
create index staff_import_created on staff_import (organisation_id, created_at desc);
call protect_tenant('staff_import');

-- Written apart from the import's own transaction, so that it shows while that one runs.
create table staff_import_progress (
  organisation_id uuid not null references organisation (id),
  import_id uuid not null,
  step text not null,
  done integer not null,
  total integer not null,
  at timestamptz not null,
  primary key (organisation_id, import_id),
  foreign key (organisation_id, import_id) references staff_import (organisation_id, id) on delete cascade
);
call protect_tenant('staff_import_progress');

-- A null is a column that the file does not have: what is there stays.
create table staff_import_row (
  organisation_id uuid not null references organisation (id),
  import_id uuid not null,
  line integer not null,
  number text not null,
  person_group text not null,
  person_key text,
  given_name text not null,
  family_name text not null,
  email text,
  unit_id uuid not null,
  manager_number text,
  title text,
  profession_id uuid,
  aid_code text,
  form text,
  extent numeric(5, 2),
  is_main boolean not null,
  valid_from date not null,
  valid_to date,
  leave_from date,
  leave_to date,
  protected_identity boolean not null,
  notes jsonb not null default '[]',
  -- What the comparison found.
  employment_id uuid,
  person_id uuid,
  change text check (change in ('join', 'move', 'change', 'end', 'same')),
  what text[] not null default '{}',
  primary key (organisation_id, import_id, number),
  foreign key (organisation_id, import_id) references staff_import (organisation_id, id) on delete cascade
);
create index staff_import_row_group on staff_import_row (organisation_id, import_id, person_group);
call protect_tenant('staff_import_row');

create table staff_import_problem (
  organisation_id uuid not null references organisation (id),
  import_id uuid not null,
  line integer not null,
  number text,
  name text,
  reasons jsonb not null,
  primary key (organisation_id, import_id, line),
  foreign key (organisation_id, import_id) references staff_import (organisation_id, id) on delete cascade
);
call protect_tenant('staff_import_problem');

-- How the columns of the latest file were read, for the next one.
create table staff_import_mapping (
  organisation_id uuid primary key references organisation (id),
  mapping jsonb not null,
  saved_at timestamptz not null default now()
);
call protect_tenant('staff_import_mapping');
