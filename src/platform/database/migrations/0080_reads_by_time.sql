-- The newest read stands first for whom it is about (PRV-1), also where entries came in another order than their times. The time is in the
-- key, so that a page of them is one walk along it, and no second index is kept. What the log says is written out anew: an append-only row
-- doesn't change, and this only finds what the log holds.
truncate access_log_about;
alter table access_log_about drop constraint access_log_about_pkey;
alter table access_log_about add column at timestamptz not null;

create or replace function access_log_tells_about() returns trigger language plpgsql as $$
begin
  insert into access_log_about (organisation_id, person_id, at, entry_id)
  select distinct organisation_id, unnest(person_ids), at, id from added;
  return null;
end $$;

-- The entries of all organisations, which the owner sees only while the rule doesn't bind it.
alter table access_log no force row level security;
alter table access_log_about no force row level security;
insert into access_log_about (organisation_id, person_id, at, entry_id)
select distinct organisation_id, unnest(person_ids), at, id from access_log;
alter table access_log force row level security;
alter table access_log_about force row level security;
alter table access_log_about add primary key (organisation_id, person_id, at, entry_id);
