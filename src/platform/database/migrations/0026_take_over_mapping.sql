-- How the columns of the latest file of placements were read, for the next one (INT-4).
create table take_over_mapping (
  organisation_id uuid primary key references organisation (id),
  -- Each field with the header of its column.
  columns jsonb not null,
  -- The headers that were there to choose among, so that a new one shows.
  seen text[] not null,
  saved_at timestamptz not null default now()
);
call protect_tenant('take_over_mapping');
