-- How many a unit needs at a level and track of a model, and by when (NED-1). What was said earlier is kept: a new word ends the one before it.

create table need (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  unit_id uuid not null,
  model_id uuid not null,
  level_id uuid not null,
  track_id uuid,
  people integer not null check (people between 0 and 9999),
  -- Full-time equivalents (årsarbetare), where the unit counts in them.
  full_time numeric(6, 2) check (full_time between 0 and 9999),
  needed_by date,
  valid_from date not null,
  -- The first day when it is no longer what the unit says; the same day when it was put right.
  valid_to date,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id),
  foreign key (organisation_id, level_id) references structure_level (organisation_id, id),
  foreign key (organisation_id, set_by) references account (organisation_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
create unique index need_is_one on need (organisation_id, unit_id, model_id, level_id, track_id) nulls not distinct where valid_to is null;
create index need_of_model on need (organisation_id, model_id, valid_from);
call protect_tenant('need');

-- What has been said is only ever ended.
create function need_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.valid_to is not null or new.valid_to is null
     or to_jsonb(new) - 'valid_to' is distinct from to_jsonb(old) - 'valid_to' then
    raise exception 'a need is only ended' using errcode = 'restrict_violation', constraint = 'need_is_kept';
  end if;
  return new;
end $$;
create trigger need_is_kept before update or delete on need for each row execute function need_is_kept();
create trigger need_never_truncated before truncate on need for each statement execute function refuse_change();
