-- Whom each entry of the log is about, a row each: everyone may ask who has read about them (PRV-1), and is told on their first page. The
-- array in the log can't be searched by an index under row-level security, whose rule goes before every condition that might tell of hidden
-- rows; an equal id might not. What the log says is kept by its chain; this only finds it, so that it holds no reference to the log.
create table access_log_about (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  entry_id bigint not null,
  primary key (organisation_id, person_id, entry_id)
);
call protect_tenant('access_log_about');
comment on table access_log_about is 'append-only: whom the entries of the log are about';
create trigger access_log_about_never_changes before update or delete on access_log_about
  for each row execute function refuse_change();

create function access_log_tells_about() returns trigger language plpgsql as $$
begin
  insert into access_log_about (organisation_id, person_id, entry_id)
  select distinct organisation_id, unnest(person_ids), id from added;
  return null;
end $$;
create trigger access_log_tells_about after insert on access_log
  referencing new table as added for each statement execute function access_log_tells_about();

-- The entries of all organisations, which the owner sees only while the rule doesn't bind it.
alter table access_log no force row level security;
alter table access_log_about no force row level security;
insert into access_log_about (organisation_id, person_id, entry_id)
select distinct organisation_id, unnest(person_ids), id from access_log;
alter table access_log force row level security;
alter table access_log_about force row level security;
drop index access_log_person;
