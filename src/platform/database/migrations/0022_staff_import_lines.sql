-- A staff import keeps what would change and nothing of the rows that are as they were (INT-1). What it was compared with is known by `staged_for`.

-- The file's rows as they were read. They are there for the length of a comparison: no other transaction sees them, and no crash need bring them back.
create unlogged table staff_import_line (
  organisation_id uuid not null,
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
  notes jsonb not null
);
call protect_tenant('staff_import_line');

-- The employments that the file leaves out.
alter table staff_import add column leavers uuid[] not null default '{}';
-- What the file says of the units' managers, where that is not as it stands.
alter table staff_import add column managers jsonb not null default '[]';
-- Rows are written once.
alter table staff_import_row reset (fillfactor);
