-- Moves (PLC-3, PLC-4, PLC-7): what a move was made in spite of, which levels are posts, what somebody applied for, and what a move set off.

alter table organisation_setting
  -- Does every move outward need a free need, or only those to posts (PLC-4)?
  add column need_for_moves boolean not null default false,
  -- Who does what a move sets off (PLC-7): writes the new local title to the HR system; makes a new agreement and sees to the pay. Null: nobody, it sets off nothing.
  add column title_task_of text check (title_task_of in ('manager', 'hr')),
  add column agreement_task_of text check (agreement_task_of in ('manager', 'hr'));

-- What was decided over requirements that weren't met, in an organisation whose rule is advisory: why, and what they said as they stood.
alter table placement
  add column despite text not null default '' check (length(despite) <= 2000),
  add column unmet jsonb not null default '[]' check (jsonb_typeof(unmet) = 'array');
alter table placement add constraint placement_despite_of_unmet check ((despite = '') = (unmet = '[]'::jsonb));

create or replace function placement_is_kept() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - array['valid_to', 'ended_because', 'corrected'] is distinct from to_jsonb(old) - array['valid_to', 'ended_because', 'corrected']
     or (old.corrected and not new.corrected) then
    raise exception 'a placement is not rewritten' using errcode = 'restrict_violation', constraint = 'placement_is_kept';
  end if;
  return new;
end $$;

-- A level of a model that is a post (tjänst): it takes a free need to come there.
create table post_level (
  organisation_id uuid not null references organisation (id),
  model_id uuid not null,
  level_id uuid not null,
  primary key (organisation_id, model_id, level_id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id),
  foreign key (organisation_id, level_id) references structure_level (organisation_id, id)
);
call protect_tenant('post_level');

-- Somebody's own wish to move, which the manager answers.
create table move_application (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- The order in which they were made, by no clock.
  number bigint generated always as identity,
  person_id uuid not null,
  model_id uuid not null,
  level_id uuid not null,
  track_id uuid,
  -- The authority where they work in the profession; null is the organisation itself (ORG-2).
  authority_id uuid,
  words text not null check (length(words) between 1 and 4000),
  applied_at timestamptz not null,
  -- Null while it is open. Lapsed: the person left the profession or the authority.
  outcome text check (outcome in ('granted', 'declined', 'withdrawn', 'lapsed')),
  ended_at timestamptz,
  answered_by uuid,
  declined_for text check (declined_for in ('need', 'requirements', 'other')),
  answer text not null default '' check (length(answer) <= 4000),
  placement_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id),
  foreign key (organisation_id, level_id) references structure_level (organisation_id, id),
  foreign key (organisation_id, authority_id) references unit (organisation_id, id),
  foreign key (organisation_id, answered_by) references person (organisation_id, id),
  foreign key (organisation_id, placement_id) references placement (organisation_id, id),
  check ((outcome is null) = (ended_at is null)),
  check ((outcome is not distinct from 'granted') = (placement_id is not null)),
  check ((outcome is not distinct from 'declined') = (declined_for is not null)),
  check ((outcome is not distinct from 'declined') = (answer <> '')),
  check (coalesce(outcome in ('granted', 'declined'), false) = (answered_by is not null)),
  check (answered_by <> person_id)
);
create unique index move_application_is_one on move_application (organisation_id, person_id, model_id) where outcome is null;
create index move_application_person on move_application (organisation_id, person_id, applied_at);
call protect_tenant('move_application');

-- What was asked and answered stays as it was.
create function move_application_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.outcome is not null
     or to_jsonb(new) - array['outcome', 'ended_at', 'answered_by', 'declined_for', 'answer', 'placement_id']
        is distinct from to_jsonb(old) - array['outcome', 'ended_at', 'answered_by', 'declined_for', 'answer', 'placement_id'] then
    raise exception 'an application is only ended' using errcode = 'restrict_violation', constraint = 'move_application_is_kept';
  end if;
  return new;
end $$;
create trigger move_application_is_kept before update or delete on move_application for each row execute function move_application_is_kept();
create trigger move_application_never_truncated before truncate on move_application for each statement execute function refuse_change();

-- What a move set off, with who does it (PLC-7).
create table move_task (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  placement_id uuid not null,
  kind text not null check (kind in ('title', 'agreement')),
  owner text not null check (owner in ('manager', 'hr')),
  -- The local title of the place as it was when the move was decided; empty for an agreement.
  title text not null default '' check (length(title) <= 200),
  done_at timestamptz,
  done_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, placement_id, kind),
  foreign key (organisation_id, placement_id) references placement (organisation_id, id),
  foreign key (organisation_id, done_by) references account (organisation_id, id),
  check ((done_at is null) = (done_by is null)),
  check ((kind = 'title') = (title <> ''))
);
create index move_task_open on move_task (organisation_id, owner) where done_at is null;
call protect_tenant('move_task');
