-- Assessing apart and meeting (ASM-1, ASM-3): an assessment of one person's demonstrated competence at a level, a sheet for each of the two,
-- and what they agree when they have met. What one has written is the other's to see from the day the assessment is opened.

create table assessment (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  model_id uuid not null,
  -- The version that it was begun on: both sheets and what is agreed keep to it, whatever is adopted meanwhile.
  version_id uuid not null,
  level_id uuid not null,
  track_id uuid,
  -- Where the person worked: whose supplements are part of what is asked, and whose data it is (ORG-2; null is the organisation itself).
  unit_id uuid not null,
  authority_id uuid,
  -- The words of the rating scale from the first step, as they were.
  scale text[] not null check (cardinality(scale) between 1 and 20),
  begun_on date not null,
  begun_by uuid not null,
  -- When both sheets could be read by both: by itself when both were in, or by the manager at the talk.
  opened_on date,
  opened_how text check (opened_how in ('both-in', 'at-talk')),
  opened_by uuid,
  ended_on date,
  ended_how text check (ended_how in ('agreed', 'rest-left', 'cancelled')),
  ended_by uuid,
  primary key (organisation_id, id),
  -- So that a sheet and an outcome are provably about the same person.
  unique (organisation_id, id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, model_id, version_id) references model_version (organisation_id, model_id, id),
  foreign key (organisation_id, version_id, level_id) references version_level (organisation_id, version_id, level_id),
  foreign key (organisation_id, version_id, track_id, level_id) references version_track_level (organisation_id, version_id, track_id, level_id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, authority_id) references unit (organisation_id, id),
  foreign key (organisation_id, begun_by) references person (organisation_id, id),
  foreign key (organisation_id, opened_by) references person (organisation_id, id),
  foreign key (organisation_id, ended_by) references person (organisation_id, id),
  check ((opened_on is null) = (opened_how is null) and (opened_by is not null) = (opened_how is not distinct from 'at-talk')),
  check ((ended_on is null) = (ended_how is null) and (ended_on is null) = (ended_by is null)),
  check (opened_on >= begun_on and ended_on >= begun_on),
  -- What was never opened is only cancelled, and what was opened is not.
  check (ended_how is null or (ended_how = 'cancelled') = (opened_on is null)),
  check (opened_by <> person_id and ended_by <> person_id)
);
-- One at a time for each person and model, on each side of an authority's line.
create unique index assessment_one_open on assessment (organisation_id, person_id, model_id, authority_id) nulls not distinct
  where ended_on is null;
create index assessment_person on assessment (organisation_id, person_id, begun_on);
call protect_tenant('assessment');

create table assessment_sheet (
  organisation_id uuid not null references organisation (id),
  assessment_id uuid not null,
  side text not null check (side in ('self', 'manager')),
  person_id uuid not null,
  -- Who began it; who wrote each line stands with the line.
  author_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'handed-in', 'declined')),
  handed_in_at timestamptz,
  handed_in_by uuid,
  -- Counts what is saved in it: a line carries the number of the save that it came with.
  revision integer not null default 0,
  primary key (organisation_id, assessment_id, side),
  foreign key (organisation_id, assessment_id, person_id) references assessment (organisation_id, id, person_id),
  foreign key (organisation_id, author_id) references person (organisation_id, id),
  foreign key (organisation_id, handed_in_by) references person (organisation_id, id),
  -- The self-assessment is the person's own, and nobody assesses themself on the other side (ORG-4).
  constraint assessment_sheet_side_of check ((side = 'self') = (author_id = person_id) and (side = 'self') = (coalesce(handed_in_by, author_id) = person_id)),
  check ((state = 'draft') = (handed_in_at is null) and (state = 'draft') = (handed_in_by is null)),
  check (state <> 'declined' or side = 'self')
);
call protect_tenant('assessment_sheet');

create table assessment_rating (
  organisation_id uuid not null references organisation (id),
  assessment_id uuid not null,
  side text not null,
  -- The statement's identity, in the base or in a supplement (MOD-5).
  item_id uuid not null,
  -- A step of the scale from 1; 0 is "not yet"; null is words alone.
  step integer check (step between 0 and 20),
  words text not null default '' check (length(words) <= 1000),
  author_id uuid not null,
  saved_at timestamptz not null,
  revision integer not null,
  primary key (organisation_id, assessment_id, side, item_id),
  foreign key (organisation_id, assessment_id, side) references assessment_sheet (organisation_id, assessment_id, side),
  foreign key (organisation_id, author_id) references person (organisation_id, id)
);
call protect_tenant('assessment_rating');

-- What the two of them agreed about a demonstrated requirement, by a human. The latest by (decided_on, at) on or before a day is what counts that day.
create table joint_outcome (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null,
  item_id uuid not null,
  met boolean not null,
  words text not null default '' check (length(words) <= 1000),
  decided_on date not null,
  decided_by uuid not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, assessment_id, person_id) references assessment (organisation_id, id, person_id),
  foreign key (organisation_id, decided_by) references person (organisation_id, id),
  constraint joint_outcome_not_for_oneself check (decided_by <> person_id)
);
create index joint_outcome_person on joint_outcome (organisation_id, person_id, item_id, decided_on desc, at desc);
create index joint_outcome_assessment on joint_outcome (organisation_id, assessment_id);
call protect_tenant('joint_outcome');
comment on table joint_outcome is 'append-only: what was agreed is followed by what is agreed later';
create trigger joint_outcome_never_changes before update or delete on joint_outcome for each row execute function refuse_change();
create trigger joint_outcome_never_truncated before truncate on joint_outcome for each statement execute function refuse_change();

-- What an assessment is about never changes, it is opened once and ended once, and opened by itself only when both sheets are in.
create function assessment_is_kept() returns trigger language plpgsql as $$
declare
  handed_in text[] := array(select side from assessment_sheet s
    where s.organisation_id = new.organisation_id and s.assessment_id = new.id and s.state = 'handed-in');
begin
  if (new.organisation_id, new.id, new.person_id, new.model_id, new.version_id, new.level_id, new.unit_id, new.scale, new.begun_on, new.begun_by)
     is distinct from (old.organisation_id, old.id, old.person_id, old.model_id, old.version_id, old.level_id, old.unit_id, old.scale, old.begun_on, old.begun_by)
     or (new.track_id, new.authority_id) is distinct from (old.track_id, old.authority_id)
     or old.ended_on is not null
     or (old.opened_on is not null
         and (new.opened_on, new.opened_how, new.opened_by) is distinct from (old.opened_on, old.opened_how, old.opened_by)) then
    raise exception 'an assessment is not rewritten' using errcode = 'restrict_violation', constraint = 'assessment_is_kept';
  end if;
  if old.opened_on is null and new.opened_on is not null
     and (not 'manager' = any (handed_in) or (new.opened_how = 'both-in') <> ('self' = any (handed_in))) then
    raise exception 'an assessment opens when both sheets are in, or at the talk'
      using errcode = 'restrict_violation', constraint = 'assessment_opens_when_both_are_in';
  end if;
  return new;
end $$;
create trigger assessment_is_kept before update on assessment for each row execute function assessment_is_kept();
create function assessment_begins_closed() returns trigger language plpgsql as $$
begin
  raise exception 'an assessment begins with both apart' using errcode = 'restrict_violation', constraint = 'assessment_begins_closed';
end $$;
create trigger assessment_begins_closed before insert on assessment
  for each row when (new.opened_on is not null or new.ended_on is not null) execute function assessment_begins_closed();

-- A sheet is written only while it is a draft of an assessment that is neither opened nor ended.
create function sheet_is_written_apart() returns trigger language plpgsql as $$
declare
  asked record;
begin
  if tg_op <> 'INSERT' then asked := old; else asked := new; end if;
  -- The lock keeps the sheet from being handed in, and the assessment from being opened, between this look and our commit.
  if tg_table_name = 'assessment_rating' then
    perform 1 from assessment_sheet where organisation_id = asked.organisation_id and assessment_id = asked.assessment_id
      and side = asked.side and state = 'draft' for share;
    if not found then
      raise exception 'a sheet that is handed in never changes' using errcode = 'restrict_violation', constraint = 'sheet_is_written_apart';
    end if;
  elsif tg_op <> 'INSERT' and (old.state <> 'draft'
      or (tg_op = 'UPDATE' and (new.organisation_id, new.assessment_id, new.side, new.person_id, new.author_id)
        is distinct from (old.organisation_id, old.assessment_id, old.side, old.person_id, old.author_id))) then
    raise exception 'a sheet that is handed in never changes' using errcode = 'restrict_violation', constraint = 'sheet_is_written_apart';
  end if;
  perform 1 from assessment where organisation_id = asked.organisation_id and id = asked.assessment_id
    and opened_on is null and ended_on is null for share;
  if not found then
    raise exception 'a sheet is written before the assessment is opened' using errcode = 'restrict_violation', constraint = 'sheet_is_written_apart';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger sheet_is_written_apart before insert or update or delete on assessment_sheet
  for each row execute function sheet_is_written_apart();
create trigger rating_is_written_apart before insert or update or delete on assessment_rating
  for each row execute function sheet_is_written_apart();
create trigger sheet_never_truncated before truncate on assessment_sheet for each statement execute function refuse_change();
create trigger rating_never_truncated before truncate on assessment_rating for each statement execute function refuse_change();

-- Nobody but the person writes in the self-assessment, and the person not in the manager's (ORG-4).
create function rating_is_of_its_side() returns trigger language plpgsql as $$
begin
  if (new.side = 'self') <> exists (
    select from assessment a where a.organisation_id = new.organisation_id and a.id = new.assessment_id and a.person_id = new.author_id) then
    raise exception 'nobody overwrites anybody' using errcode = 'restrict_violation', constraint = 'rating_is_of_its_side';
  end if;
  return new;
end $$;
create trigger rating_is_of_its_side before insert or update on assessment_rating for each row execute function rating_is_of_its_side();

-- The two of them agree only when they have met: on an assessment that is open, from that day.
create function outcome_when_opened() returns trigger language plpgsql as $$
begin
  perform 1 from assessment where organisation_id = new.organisation_id and id = new.assessment_id
    and opened_on <= new.decided_on and ended_on is null for share;
  if not found then
    raise exception 'an outcome is agreed when the assessment is open' using errcode = 'restrict_violation', constraint = 'outcome_when_opened';
  end if;
  return new;
end $$;
create trigger outcome_when_opened before insert on joint_outcome for each row execute function outcome_when_opened();
