-- Talks (TLK-1, TLK-2, PLC-9): one employee and one manager, booked, prepared by each, held, confirmed by each as themselves, and locked with what it rested on.

create table talk (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('introduction', 'development', 'pay', 'follow-up')),
  -- Where the person worked when it was booked, and whose data it is (ORG-2; null is the organisation itself).
  unit_id uuid not null,
  authority_id uuid,
  state text not null default 'planned' check (state in ('planned', 'held', 'locked', 'cancelled')),
  -- The day and the time as the clocks in Stockholm show them: what was agreed stays so, whatever daylight saving does.
  on_day date not null,
  at_time time not null,
  minutes integer not null check (minutes between 10 and 480),
  -- A room, or the address of a video meeting.
  place text not null default '' check (length(place) <= 300),
  -- Counts how many times a time has been set.
  booking integer not null default 1 check (booking > 0),
  booked_on date not null,
  held_on date,
  held_by uuid,
  -- What the two agree, while it is being written; what was put to them stands in talk_record.
  agreed text not null default '' check (length(agreed) <= 6000),
  agreed_revision integer not null default 0,
  closed_on date,
  closed_how text check (closed_how in ('both', 'other-view', 'unconfirmed', 'left', 'pay', 'cancelled')),
  primary key (organisation_id, id),
  -- So that everything about a talk is provably about the same person.
  unique (organisation_id, id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, authority_id) references unit (organisation_id, id),
  foreign key (organisation_id, held_by) references person (organisation_id, id),
  check ((held_on is null) = (held_by is null)),
  check (state <> 'planned' or held_on is null),
  check (state not in ('held', 'locked') or held_on is not null),
  check ((state in ('locked', 'cancelled')) = (closed_on is not null) and (closed_on is null) = (closed_how is null)),
  check (state <> 'locked' or (closed_how <> 'cancelled' and (closed_how = 'left' or (closed_how = 'pay') = (kind = 'pay')))),
  check (state <> 'cancelled' or closed_how in ('cancelled', 'left')),
  constraint talk_not_with_oneself check (held_by <> person_id)
);
-- One to come of each kind for each person, on each side of an authority's line: a round that is booked twice books nobody twice.
create unique index talk_one_planned on talk (organisation_id, person_id, kind, authority_id) nulls not distinct where state = 'planned';
create index talk_person on talk (organisation_id, person_id, on_day);
call protect_tenant('talk');

-- What each of the two writes beforehand: their own, until they show it or the talk is held.
create table talk_preparation (
  organisation_id uuid not null references organisation (id),
  talk_id uuid not null,
  side text not null check (side in ('self', 'manager')),
  person_id uuid not null,
  -- Who wrote it last: a manager who takes over goes on where the former one was.
  author_id uuid not null,
  -- The questions of the talk's kind with what is written to each.
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  shared_on date,
  saved_at timestamptz not null,
  revision integer not null,
  primary key (organisation_id, talk_id, side),
  foreign key (organisation_id, talk_id, person_id) references talk (organisation_id, id, person_id),
  foreign key (organisation_id, author_id) references person (organisation_id, id),
  constraint talk_preparation_side_of check ((side = 'self') = (author_id = person_id))
);
call protect_tenant('talk_preparation');

-- What was put to the two of them to confirm: the words, the pay link statement that was shown (TLK-2), and what it rested on as it stood. A changed
-- text is a new revision; none is ever rewritten.
create table talk_record (
  organisation_id uuid not null references organisation (id),
  talk_id uuid not null,
  revision integer not null check (revision > 0),
  person_id uuid not null,
  agreed text not null check (length(agreed) <= 6000),
  pay_link_shown text not null,
  snapshot jsonb not null check (jsonb_typeof(snapshot) = 'object'),
  written_by uuid not null,
  written_on date not null,
  at timestamptz not null,
  primary key (organisation_id, talk_id, revision),
  foreign key (organisation_id, talk_id, person_id) references talk (organisation_id, id, person_id),
  foreign key (organisation_id, written_by) references person (organisation_id, id),
  constraint talk_record_not_by_oneself check (written_by <> person_id)
);
call protect_tenant('talk_record');
comment on table talk_record is 'append-only: what was put to the two to confirm is not rewritten';

-- What has happened with it, and what each has said of its record: confirmed, or another view in their own words (PLC-9), and the answer from the manager above.
create table talk_event (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  talk_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('booked', 'rebooked', 'cancelled', 'held', 'recorded', 'asked', 'confirmed', 'other-view', 'answered', 'locked')),
  -- Which record it is about; 0 before there is one.
  revision integer not null default 0,
  -- Null is nobody: what follows from an employment that ended.
  by_id uuid,
  acting_as text check (acting_as in ('self', 'manager', 'deputy', 'manager-above')),
  words text not null default '' check (length(words) <= 4000),
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, talk_id, person_id) references talk (organisation_id, id, person_id),
  foreign key (organisation_id, by_id) references person (organisation_id, id),
  check ((by_id is null) = (acting_as is null) and (by_id is not null or kind in ('cancelled', 'locked'))),
  check (kind <> 'other-view' or (acting_as = 'self' and length(words) > 0)),
  check (kind <> 'answered' or (acting_as = 'manager-above' and length(words) > 0)),
  -- ORG-4: each as themself.
  constraint talk_event_each_as_themself check (by_id is null or (acting_as = 'self') = (by_id = person_id))
);
create index talk_event_talk on talk_event (organisation_id, talk_id, at);
create unique index talk_confirmed_once on talk_event (organisation_id, talk_id, revision, (acting_as = 'self')) where kind = 'confirmed';
create unique index talk_viewed_once on talk_event (organisation_id, talk_id, revision) where kind = 'other-view';
create unique index talk_answered_once on talk_event (organisation_id, talk_id, revision) where kind = 'answered';
call protect_tenant('talk_event');
comment on table talk_event is 'append-only: what has been done and said stays';

create function talk_begins_planned() returns trigger language plpgsql as $$
begin
  raise exception 'a talk begins as planned' using errcode = 'restrict_violation', constraint = 'talk_begins_planned';
end $$;
create trigger talk_begins_planned before insert on talk for each row when (new.state <> 'planned') execute function talk_begins_planned();

-- What a talk is about never changes; its state goes one way; it is locked only with what that asks for; and then nothing of it changes.
create function talk_is_kept() returns trigger language plpgsql as $$
declare
  latest integer;
  mine boolean;
  theirs boolean;
  other record;
begin
  if (new.organisation_id, new.id, new.person_id, new.kind, new.unit_id, new.booked_on) is distinct from (old.organisation_id, old.id, old.person_id, old.kind, old.unit_id, old.booked_on)
     or new.authority_id is distinct from old.authority_id
     or old.state in ('locked', 'cancelled')
     or (old.state = 'held' and (new.state = 'planned' or (new.on_day, new.at_time, new.minutes, new.booking) is distinct from (old.on_day, old.at_time, old.minutes, old.booking)
         or (new.held_on, new.held_by) is distinct from (old.held_on, old.held_by)))
     or (old.state = 'planned' and new.state = 'locked') then
    raise exception 'a talk is not rewritten' using errcode = 'restrict_violation', constraint = 'talk_is_kept';
  end if;
  if new.state = 'locked' then
    select max(revision) into latest from talk_record where organisation_id = new.organisation_id and talk_id = new.id;
    select coalesce(bool_or(acting_as = 'self'), false), coalesce(bool_or(acting_as <> 'self'), false) into mine, theirs
      from talk_event where organisation_id = new.organisation_id and talk_id = new.id and kind = 'confirmed' and revision = latest;
    select coalesce((details ->> 'toAbove')::boolean, false) as to_above, exists (
        select from talk_event a where a.organisation_id = e.organisation_id and a.talk_id = e.talk_id and a.kind = 'answered' and a.revision = e.revision) as answered
      into other from talk_event e where e.organisation_id = new.organisation_id and e.talk_id = new.id and e.kind = 'other-view' and e.revision = latest;
    if latest is null
       or (new.closed_how = 'both' and not (mine and theirs))
       or (new.closed_how = 'other-view' and not (theirs and other.to_above is not null and (other.answered or not other.to_above)))
       or (new.closed_how = 'unconfirmed' and (mine or not theirs or other.to_above is not null
           or (select count(*) from talk_event a where a.organisation_id = new.organisation_id and a.talk_id = new.id and a.kind = 'asked' and a.revision = latest) < 3)) then
      raise exception 'a talk is locked when both have confirmed it, or as it may close without' using errcode = 'restrict_violation', constraint = 'talk_locked_when_confirmed';
    end if;
  end if;
  return new;
end $$;
create trigger talk_is_kept before update on talk for each row execute function talk_is_kept();

-- The lock keeps the talk from moving on between this look and our commit. Each table says in its trigger which states it is written in.
create function talk_is_in() returns trigger language plpgsql as $$
declare
  written record;
begin
  if tg_op = 'DELETE' then
    raise exception '% is kept', tg_table_name using errcode = 'restrict_violation', constraint = 'talk_is_in';
  end if;
  written := new;
  perform 1 from talk where organisation_id = written.organisation_id and id = written.talk_id and state = any (tg_argv) for share;
  if not found then
    raise exception 'a talk that has gone on is not written in' using errcode = 'restrict_violation', constraint = 'talk_is_in';
  end if;
  return new;
end $$;
create trigger talk_preparation_before_held before insert or update or delete on talk_preparation for each row execute function talk_is_in('planned');
create trigger talk_record_while_held before insert on talk_record for each row execute function talk_is_in('held');
create trigger talk_event_until_closed before insert on talk_event for each row execute function talk_is_in('planned', 'held');

-- What is confirmed, or seen otherwise, is the latest text, and no other.
create function talk_says_of_the_latest() returns trigger language plpgsql as $$
begin
  if new.revision is distinct from (select max(revision) from talk_record where organisation_id = new.organisation_id and talk_id = new.talk_id) then
    raise exception 'what is confirmed is the latest text' using errcode = 'restrict_violation', constraint = 'talk_says_of_the_latest';
  end if;
  return new;
end $$;
create trigger talk_says_of_the_latest before insert on talk_event for each row
  when (new.kind in ('asked', 'confirmed', 'other-view', 'answered')) execute function talk_says_of_the_latest();

create trigger talk_never_deleted before delete or truncate on talk for each statement execute function refuse_change();
create trigger talk_preparation_never_truncated before truncate on talk_preparation for each statement execute function refuse_change();
create trigger talk_record_never_changes before update or delete on talk_record for each row execute function refuse_change();
create trigger talk_record_never_truncated before truncate on talk_record for each statement execute function refuse_change();
create trigger talk_event_never_changes before update or delete on talk_event for each row execute function refuse_change();
create trigger talk_event_never_truncated before truncate on talk_event for each statement execute function refuse_change();
