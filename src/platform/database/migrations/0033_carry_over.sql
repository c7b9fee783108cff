-- What of a supplement doesn't fit a new version of its base (MOD-10): each to be settled, by somebody, before the supplement is adopted on it. `part` is what the
-- supplement said, of the version that it was carried over from.

create table carry_over (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  supplement_version_id uuid not null,
  from_version_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('item', 'clarification', 'unused')),
  part jsonb not null,
  whys text[] not null check (cardinality(whys) > 0),
  settled text check (settled in ('kept', 'reworded', 'moved', 'dropped')),
  settled_by uuid,
  settled_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, supplement_version_id) references supplement_version (organisation_id, id),
  foreign key (organisation_id, from_version_id) references supplement_version (organisation_id, id),
  foreign key (organisation_id, settled_by) references account (organisation_id, id),
  check (num_nonnulls(settled, settled_by, settled_at) in (0, 3))
);
call protect_tenant('carry_over');
create index carry_over_of_version on carry_over (organisation_id, supplement_version_id, position);
create trigger content_is_immutable before insert or update or delete on carry_over for each row execute function supplement_content_is_immutable();
create trigger content_never_truncated before truncate on carry_over for each statement execute function refuse_change();

-- Nothing is lost: what is listed stays listed, and is settled once.
create function carry_over_is_settled_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.settled is not null
     or to_jsonb(new) - array['settled', 'settled_by', 'settled_at'] is distinct from to_jsonb(old) - array['settled', 'settled_by', 'settled_at'] then
    raise exception 'what is carried over is settled once' using errcode = 'restrict_violation', constraint = 'carry_over_is_settled_once';
  end if;
  return new;
end $$;
create trigger carry_over_is_settled_once before update or delete on carry_over for each row execute function carry_over_is_settled_once();

create function adopted_supplement_is_settled() returns trigger language plpgsql as $$
begin
  if exists (select from carry_over where organisation_id = new.organisation_id and supplement_version_id = new.id and settled is null) then
    raise exception 'not everything is settled' using errcode = 'check_violation', constraint = 'adopted_supplement_is_settled';
  end if;
  return new;
end $$;
create trigger adopted_supplement_is_settled before insert or update of status on supplement_version
  for each row when (new.status = 'adopted') execute function adopted_supplement_is_settled();
