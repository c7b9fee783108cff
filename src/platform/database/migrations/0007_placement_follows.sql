-- A placement follows the person (PLC-2), and crosses an authority's line only when the person takes it along (ORG-2).

alter table placement drop constraint placement_ended_because_check;
alter table placement add constraint placement_ended_because_check
  check (ended_because in ('moved', 'corrected', 'left', 'profession', 'authority'));
alter table placement drop constraint placement_basis_check;
alter table placement add constraint placement_basis_check
  check (basis in ('development-talk', 'introduction-talk', 'first-introduction', 'return', 'hand-over'));
-- The old check of the same columns knew returns only.
alter table placement drop constraint placement_check2;
alter table placement add constraint placement_continues_check
  check ((basis in ('return', 'hand-over')) = (continues_id is not null));

-- What was decided is not rewritten: a placement is only ever ended, or put right by a later one.
create function placement_is_kept() returns trigger language plpgsql as $$
begin
  if (new.organisation_id, new.id, new.person_id, new.model_id, new.version_id, new.level_id, new.valid_from, new.dialogue_on,
      new.basis, new.motivation, new.decided_by, new.decided_as, new.unit_id, new.created_at)
     is distinct from
     (old.organisation_id, old.id, old.person_id, old.model_id, old.version_id, old.level_id, old.valid_from, old.dialogue_on,
      old.basis, old.motivation, old.decided_by, old.decided_as, old.unit_id, old.created_at)
     or (new.track_id, new.authority_id, new.continues_id) is distinct from (old.track_id, old.authority_id, old.continues_id)
     or (old.corrected and not new.corrected) then
    raise exception 'a placement is not rewritten' using errcode = 'restrict_violation', constraint = 'placement_is_kept';
  end if;
  return new;
end $$;
create trigger placement_is_kept before update on placement for each row execute function placement_is_kept();

-- The person's own act: which placement they took along (the one that `placement_id` continues), and when.
create table placement_hand_over (
  organisation_id uuid not null references organisation (id),
  placement_id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, placement_id),
  foreign key (organisation_id, placement_id) references placement (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id)
);
call protect_tenant('placement_hand_over');
comment on table placement_hand_over is 'append-only: an act that was done stays done';
create trigger placement_hand_over_never_changes before update or delete on placement_hand_over
  for each row execute function refuse_change();

create function handed_over_by_the_person() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from placement_hand_over h join account a on a.organisation_id = h.organisation_id and a.id = h.account_id
    where h.organisation_id = new.organisation_id and h.placement_id = new.id and a.person_id = new.person_id
  ) then
    raise exception 'a placement crosses to another authority only by the person''s own act'
      using errcode = 'restrict_violation', constraint = 'handed_over_by_the_person';
  end if;
  return null;
end $$;
create constraint trigger handed_over_by_the_person after insert on placement
  deferrable initially deferred for each row when (new.basis = 'hand-over') execute function handed_over_by_the_person();

-- Someone with two workplaces in one profession is prepared at each of them.
alter table placement_preparation drop constraint placement_preparation_pkey;
alter table placement_preparation add primary key (organisation_id, person_id, model_id, unit_id);
create index placement_preparation_unit on placement_preparation (organisation_id, unit_id);
