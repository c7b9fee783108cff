-- Placements that were there before Vidga (INT-4): taken over from a file or from the HR system's titles, marked with their source until a
-- manager has decided after a dialogue. The release before this one goes on beside it: it doesn't show what was taken over, and decides as before.

alter table placement add column taken_over_source text check (length(taken_over_source) between 1 and 500);
alter table placement add column taken_over_by uuid;
alter table placement add column taken_over_at timestamptz;
alter table placement add foreign key (organisation_id, taken_over_by) references account (organisation_id, id);
-- Nobody here decided what was taken over, and its `dialogue_on` is the day from which the source says that it holds.
alter table placement alter column decided_by drop not null;
alter table placement alter column decided_as drop not null;
alter table placement add constraint placement_taken_over_check check (
  (taken_over_source is null) = (decided_by is not null)
  and (taken_over_source is null) = (decided_as is not null)
  and (taken_over_source is null) = (taken_over_by is null)
  and (taken_over_source is null) = (taken_over_at is null));
alter table placement drop constraint placement_basis_check;
alter table placement add constraint placement_basis_check
  check (basis in ('development-talk', 'introduction-talk', 'first-introduction', 'return', 'hand-over', 'taken-over'));
-- What is taken over, and only that, goes on as taken over: a return and what the person takes along keep the mark.
alter table placement add constraint placement_taken_over_basis_check check (
  case when taken_over_source is null then basis <> 'taken-over' else basis in ('taken-over', 'return', 'hand-over') end);
alter table placement drop constraint placement_motivation_check;
alter table placement add constraint placement_motivation_check
  check (length(motivation) <= 2000 and (length(motivation) > 0 or taken_over_source is not null));
create index placement_taken_over on placement (organisation_id, person_id) where taken_over_source is not null and not corrected;

create or replace function placement_is_kept() returns trigger language plpgsql as $$
begin
  if (new.organisation_id, new.id, new.person_id, new.model_id, new.version_id, new.level_id, new.valid_from, new.dialogue_on,
      new.basis, new.motivation, new.unit_id, new.created_at)
     is distinct from
     (old.organisation_id, old.id, old.person_id, old.model_id, old.version_id, old.level_id, old.valid_from, old.dialogue_on,
      old.basis, old.motivation, old.unit_id, old.created_at)
     or (new.track_id, new.authority_id, new.continues_id, new.decided_by, new.decided_as)
        is distinct from (old.track_id, old.authority_id, old.continues_id, old.decided_by, old.decided_as)
     or (new.taken_over_source, new.taken_over_by, new.taken_over_at)
        is distinct from (old.taken_over_source, old.taken_over_by, old.taken_over_at)
     or (old.corrected and not new.corrected) then
    raise exception 'a placement is not rewritten' using errcode = 'restrict_violation', constraint = 'placement_is_kept';
  end if;
  return new;
end $$;

-- A take-over on its way: the file until it is done, how its columns are read, and what each row would do.
create table take_over (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  -- A file, or the titles that the HR system's file has given the employments already.
  origin text not null check (origin in ('file', 'titles')),
  filename text not null check (length(filename) <= 200),
  -- mapping → preview → done; or cancelled.
  state text not null check (state in ('mapping', 'preview', 'done', 'cancelled')),
  file bytea,
  format jsonb not null default '{}',
  header text[] not null default '{}',
  sample jsonb not null default '[]',
  mapping jsonb not null default '{}',
  counts jsonb,
  -- What the preview showed, so that what is carried out is what was confirmed.
  fingerprint text,
  changed_since boolean not null default false,
  finished_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, created_by) references account (organisation_id, id),
  check (file is null or (origin = 'file' and state in ('mapping', 'preview')))
);
create index take_over_created on take_over (organisation_id, created_at desc);
call protect_tenant('take_over');

create table take_over_row (
  organisation_id uuid not null references organisation (id),
  take_over_id uuid not null,
  line integer not null,
  outcome text not null check (outcome in ('place', 'same', 'conflict', 'unreadable')),
  -- What the row is known by, as far as it can be read.
  number text,
  name text,
  person_id uuid,
  model_id uuid,
  version_id uuid,
  level_id uuid,
  track_id uuid,
  valid_from date,
  motivation text not null default '',
  source text not null default '',
  unit_id uuid,
  authority_id uuid,
  -- Why it can't be read; or what stands against it.
  reasons jsonb not null default '[]',
  primary key (organisation_id, take_over_id, line),
  foreign key (organisation_id, take_over_id) references take_over (organisation_id, id) on delete cascade
);
create index take_over_row_outcome on take_over_row (organisation_id, take_over_id, outcome, line);
call protect_tenant('take_over_row');
