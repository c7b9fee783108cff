-- Calibration (PLC-8): managers place the same invented cases apart, see where they differ and by which requirement, and agree on how a requirement is read.

create table calibration (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  model_id uuid not null,
  -- The cases are placed in this version, with the employer's supplement as it was on the day that it was opened.
  version_id uuid not null,
  title text not null check (length(title) between 1 and 120),
  -- The last day that the managers are asked to keep to.
  until date not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  begun_by uuid not null,
  begun_on date not null,
  opened_on date,
  closed_on date,
  primary key (organisation_id, id),
  -- So that a placing is provably in the version of its round.
  unique (organisation_id, id, version_id),
  foreign key (organisation_id, model_id, version_id) references model_version (organisation_id, model_id, id),
  foreign key (organisation_id, begun_by) references account (organisation_id, id),
  check ((state = 'draft') = (opened_on is null) and (state = 'closed') = (closed_on is not null) and closed_on >= opened_on)
);
call protect_tenant('calibration');

create table calibration_case (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  calibration_id uuid not null,
  position integer not null,
  title text not null check (length(title) between 1 and 120),
  -- Somebody invented: never anybody who works here.
  story text not null check (length(story) between 1 and 3000),
  primary key (organisation_id, id),
  unique (organisation_id, calibration_id, id),
  foreign key (organisation_id, calibration_id) references calibration (organisation_id, id)
);
call protect_tenant('calibration_case');

-- A manager who is asked, for one of the units that they manage.
create table calibration_seat (
  organisation_id uuid not null references organisation (id),
  calibration_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  handed_in_at timestamptz,
  primary key (organisation_id, calibration_id, person_id),
  foreign key (organisation_id, calibration_id) references calibration (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
create index calibration_seat_person on calibration_seat (organisation_id, person_id);
call protect_tenant('calibration_seat');

create table calibration_placing (
  organisation_id uuid not null references organisation (id),
  calibration_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  version_id uuid not null,
  level_id uuid not null,
  track_id uuid,
  words text not null check (length(words) between 1 and 2000),
  saved_at timestamptz not null,
  primary key (organisation_id, case_id, person_id),
  foreign key (organisation_id, calibration_id, version_id) references calibration (organisation_id, id, version_id),
  foreign key (organisation_id, calibration_id, case_id) references calibration_case (organisation_id, calibration_id, id),
  foreign key (organisation_id, calibration_id, person_id) references calibration_seat (organisation_id, calibration_id, person_id),
  foreign key (organisation_id, version_id, level_id) references version_level (organisation_id, version_id, level_id),
  foreign key (organisation_id, version_id, track_id, level_id) references version_track_level (organisation_id, version_id, track_id, level_id)
);
create index calibration_placing_round on calibration_placing (organisation_id, calibration_id, person_id);
call protect_tenant('calibration_placing');

-- A requirement that decided: as the manager reads it, the case shows it or doesn't.
create table calibration_mark (
  organisation_id uuid not null references organisation (id),
  case_id uuid not null,
  person_id uuid not null,
  -- Its identity, in the base or in the supplement (MOD-5).
  item_id uuid not null,
  shows boolean not null,
  primary key (organisation_id, case_id, person_id, item_id),
  foreign key (organisation_id, case_id, person_id) references calibration_placing (organisation_id, case_id, person_id)
);
call protect_tenant('calibration_mark');

-- How those who met agreed to read a requirement, or a principle of placing when it is about none. The latest of each counts.
create table calibration_reading (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  calibration_id uuid not null,
  item_id uuid,
  words text not null check (length(words) between 1 and 1800),
  written_by uuid not null,
  at timestamptz not null,
  -- Counts what is written in the round.
  number integer not null,
  primary key (organisation_id, id),
  unique (organisation_id, calibration_id, number),
  foreign key (organisation_id, calibration_id) references calibration (organisation_id, id),
  foreign key (organisation_id, written_by) references account (organisation_id, id)
);
call protect_tenant('calibration_reading');
comment on table calibration_reading is 'append-only: what was agreed is followed by what is agreed later';
create trigger calibration_reading_never_changes before update or delete on calibration_reading for each row execute function refuse_change();
create trigger calibration_reading_never_truncated before truncate on calibration_reading for each statement execute function refuse_change();

-- That a reading was put to those who write the model, as a comment on the item in a draft.
create table calibration_raised (
  organisation_id uuid not null references organisation (id),
  reading_id uuid not null,
  version_id uuid not null,
  raised_by uuid not null,
  raised_at timestamptz not null,
  primary key (organisation_id, reading_id, version_id),
  foreign key (organisation_id, reading_id) references calibration_reading (organisation_id, id),
  foreign key (organisation_id, version_id) references model_version (organisation_id, id),
  foreign key (organisation_id, raised_by) references account (organisation_id, id)
);
call protect_tenant('calibration_raised');
comment on table calibration_raised is 'append-only: what was put to those who write the model';
create trigger calibration_raised_never_changes before update or delete on calibration_raised for each row execute function refuse_change();
create trigger calibration_raised_never_truncated before truncate on calibration_raised for each statement execute function refuse_change();

-- A round is begun, opened and closed, once each; what it is about never changes.
create function calibration_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.state <> 'draft'
     or tg_op = 'UPDATE' and ((new.organisation_id, new.id, new.model_id, new.version_id, new.begun_by, new.begun_on)
          is distinct from (old.organisation_id, old.id, old.model_id, old.version_id, old.begun_by, old.begun_on)
        or old.state = 'closed' or (old.state, new.state) in (('open', 'draft'), ('draft', 'closed'))
        or (old.opened_on is not null and new.opened_on is distinct from old.opened_on)) then
    raise exception 'a round is begun, opened and closed' using errcode = 'restrict_violation', constraint = 'calibration_is_kept';
  end if;
  return new;
end $$;
create trigger calibration_is_kept before insert or update on calibration for each row execute function calibration_is_kept();

-- The lock keeps the round from moving on between this look and our commit. Each table says in its trigger in which states it is written.
create function calibration_is_in() returns trigger language plpgsql as $$
declare
  written record;
begin
  if tg_op = 'DELETE' then written := old; else written := new; end if;
  perform 1 from calibration where organisation_id = written.organisation_id and id = written.calibration_id and state = any (tg_argv) for share;
  if not found then
    raise exception 'a round that has gone on is not written in' using errcode = 'restrict_violation', constraint = 'calibration_is_in';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger calibration_case_before_opened before insert or update or delete on calibration_case
  for each row execute function calibration_is_in('draft');
create trigger calibration_seat_until_closed before insert or update on calibration_seat
  for each row execute function calibration_is_in('draft', 'open');
create trigger calibration_seat_before_opened before delete on calibration_seat
  for each row execute function calibration_is_in('draft');
create trigger calibration_placing_while_open before insert or update on calibration_placing
  for each row execute function calibration_is_in('open');

-- What a manager has handed in never changes, and only a manager who has placed every case hands in.
create function calibration_seat_hands_in() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.handed_in_at is not null
     or tg_op = 'UPDATE' and (old.handed_in_at is not null
       or (new.organisation_id, new.calibration_id, new.person_id, new.unit_id) is distinct from (old.organisation_id, old.calibration_id, old.person_id, old.unit_id)
       or new.handed_in_at is null
       or not exists (select from calibration where organisation_id = new.organisation_id and id = new.calibration_id and state = 'open')
       or exists (select from calibration_case c where c.organisation_id = new.organisation_id and c.calibration_id = new.calibration_id
            and not exists (select from calibration_placing p where p.organisation_id = c.organisation_id and p.case_id = c.id and p.person_id = new.person_id))) then
    raise exception 'a manager hands in once, with every case placed' using errcode = 'restrict_violation', constraint = 'calibration_seat_hands_in';
  end if;
  return new;
end $$;
create trigger calibration_seat_hands_in before insert or update on calibration_seat for each row execute function calibration_seat_hands_in();

create function calibration_written_apart() returns trigger language plpgsql as $$
declare
  written record;
begin
  if tg_op = 'DELETE' then written := old; else written := new; end if;
  perform 1 from calibration_seat s join calibration_case c on c.organisation_id = s.organisation_id and c.calibration_id = s.calibration_id
    where s.organisation_id = written.organisation_id and c.id = written.case_id and s.person_id = written.person_id and s.handed_in_at is null for share of s;
  if not found then
    raise exception 'what is handed in never changes' using errcode = 'restrict_violation', constraint = 'calibration_written_apart';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger calibration_placing_written_apart before insert or update or delete on calibration_placing
  for each row execute function calibration_written_apart();
create trigger calibration_mark_written_apart before insert or update or delete on calibration_mark
  for each row execute function calibration_written_apart();
create trigger calibration_seat_never_truncated before truncate on calibration_seat for each statement execute function refuse_change();
create trigger calibration_placing_never_truncated before truncate on calibration_placing for each statement execute function refuse_change();
create trigger calibration_mark_never_truncated before truncate on calibration_mark for each statement execute function refuse_change();

-- What a reader may hold side by side: what has been handed in, when they have handed in their own, when everybody has, or when the round is closed. It is the only way to another's.
create function calibration_side_by_side(tenant uuid, round uuid, reader uuid) returns setof calibration_placing language sql stable as $$
  select p.* from calibration_placing p
  join calibration_seat s on s.organisation_id = p.organisation_id and s.calibration_id = p.calibration_id and s.person_id = p.person_id and s.handed_in_at is not null
  where p.organisation_id = tenant and p.calibration_id = round and (
    exists (select from calibration c where c.organisation_id = tenant and c.id = round and c.state = 'closed')
    or exists (select from calibration_seat r where r.organisation_id = tenant and r.calibration_id = round and r.person_id = reader and r.handed_in_at is not null)
    or not exists (select from calibration_seat o where o.organisation_id = tenant and o.calibration_id = round and o.handed_in_at is null))
$$;

-- What is agreed is agreed when the answers can be held side by side.
create function calibration_reading_when_met() returns trigger language plpgsql as $$
begin
  perform 1 from calibration where organisation_id = new.organisation_id and id = new.calibration_id
    and (state = 'closed' or (state = 'open' and not exists (select from calibration_seat s
      where s.organisation_id = new.organisation_id and s.calibration_id = new.calibration_id and s.handed_in_at is null))) for share;
  if not found then
    raise exception 'a reading is agreed when all have handed in, or the round is closed' using errcode = 'restrict_violation', constraint = 'calibration_reading_when_met';
  end if;
  return new;
end $$;
create trigger calibration_reading_when_met before insert on calibration_reading for each row execute function calibration_reading_when_met();

-- MOD-9: `unused_parts` (0048) took its place, and nothing has asked for it since.
drop function unused_places(uuid, uuid, date);
