-- Placements (PLC-1, PLC-2, PLC-5, PLC-6): a person in a model at a level and track from a day, decided after a dialogue.

create table placement (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  model_id uuid not null,
  version_id uuid not null,
  level_id uuid not null,
  track_id uuid,
  valid_from date not null,
  valid_to date,
  -- The day of the dialogue that it rests on; placements that go on by themselves (a return) point back at the one they continue.
  dialogue_on date not null,
  basis text not null check (basis in ('development-talk', 'introduction-talk', 'first-introduction', 'return')),
  continues_id uuid,
  motivation text not null check (length(motivation) between 1 and 2000),
  decided_by uuid not null,
  decided_as text not null check (decided_as in ('manager', 'deputy', 'manager-above')),
  unit_id uuid not null,
  -- The authority whose data this is: the nearest unit at or above that is marked as one; null is the organisation itself (ORG-2).
  authority_id uuid,
  created_at timestamptz not null default now(),
  -- Put right by a later record of the same day: kept in the history, no longer counted.
  corrected boolean not null default false,
  ended_because text check (ended_because in ('moved', 'corrected', 'left', 'profession')),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, model_id, version_id) references model_version (organisation_id, model_id, id),
  foreign key (organisation_id, version_id, level_id) references version_level (organisation_id, version_id, level_id),
  foreign key (organisation_id, version_id, track_id, level_id) references version_track_level (organisation_id, version_id, track_id, level_id),
  foreign key (organisation_id, decided_by) references person (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, authority_id) references unit (organisation_id, id),
  foreign key (organisation_id, continues_id) references placement (organisation_id, id),
  check (valid_to is null or valid_to > valid_from),
  check (decided_by <> person_id),
  check ((basis = 'return') = (continues_id is not null)),
  constraint placement_no_overlap exclude using gist
    (organisation_id with =, person_id with =, model_id with =, daterange(valid_from, valid_to) with &&) where (not corrected)
);
create index placement_person on placement (organisation_id, person_id);
create index placement_model on placement (organisation_id, model_id, valid_from);
call protect_tenant('placement');

-- What the employee answered: acknowledged, or another view in their own words. Both stay.
create table placement_response (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  placement_id uuid not null,
  kind text not null check (kind in ('acknowledged', 'other-view')),
  words text not null default '' check (length(words) <= 4000),
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, placement_id) references placement (organisation_id, id),
  check (kind = 'acknowledged' or length(words) > 0)
);
create index placement_response_placement on placement_response (organisation_id, placement_id);
call protect_tenant('placement_response');
comment on table placement_response is 'append-only: both views stay';
create trigger placement_response_never_changes before update or delete on placement_response
  for each row execute function refuse_change();

-- What a manager has written down before the dialogue (PLC-5). Becomes a placement when the dialogue has been held.
create table placement_preparation (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  model_id uuid not null,
  unit_id uuid not null,
  level_id uuid,
  track_id uuid,
  dialogue_on date,
  basis text,
  motivation text not null default '' check (length(motivation) <= 2000),
  prepared_by uuid not null,
  updated_at timestamptz not null default now(),
  revision integer not null default 1,
  primary key (organisation_id, person_id, model_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, prepared_by) references account (organisation_id, id)
);
call protect_tenant('placement_preparation');
