-- What a frozen measurement says of each unit in a model at a k (SUP-2): decided once, for a reader who knows nobody, and then read. It follows from
-- the measurement alone, so that it can be written down at any time; rows of a model, a measurement and a k are written together, the whole's among them.
create table measurement_showing (
  organisation_id uuid not null references organisation (id),
  measurement_id uuid not null,
  model_id uuid not null,
  smallest_group integer not null,
  -- Without a unit: the organisation as a whole, which has a row even if nobody was there.
  unit_id uuid,
  -- At or below the unit. Absent where they are hidden: the hidden figure is not here.
  employed integer,
  placed integer,
  unique nulls not distinct (organisation_id, model_id, measurement_id, smallest_group, unit_id),
  foreign key (organisation_id, measurement_id) references measurement (organisation_id, id),
  foreign key (organisation_id, measurement_id, unit_id) references measurement_unit (organisation_id, measurement_id, unit_id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id),
  check ((employed is null) = (placed is null)),
  check (placed between 0 and employed),
  check (employed >= smallest_group or (employed = 0 and unit_id is null))
);
call protect_tenant('measurement_showing');

comment on table measurement_showing is 'append-only: a frozen measurement never changes';
create trigger measurement_showing_never_changes before update or delete or truncate on measurement_showing
  for each statement execute function refuse_change();

-- Counting leaves out the few with protected identity: they are looked up, and not everybody.
create index person_protected on person (organisation_id, id) where protected_identity;
