-- A transition rule (MOD-12): who was placed at a level before a version came into force is not asked for what is new in it until a day. It belongs to the
-- version, is set while that is a draft, and is in force by its adoption.

create table transition (
  organisation_id uuid not null references organisation (id),
  version_id uuid not null,
  -- Null is every level.
  level_id uuid,
  -- The first day when the new requirements count for them too.
  until_date date not null,
  foreign key (organisation_id, version_id) references model_version (organisation_id, id),
  foreign key (organisation_id, version_id, level_id) references version_level (organisation_id, version_id, level_id) on delete cascade,
  unique nulls not distinct (organisation_id, version_id, level_id)
);
call protect_tenant('transition');

create function transition_is_the_drafts() returns trigger language plpgsql as $$
declare
  touched uuid := case tg_op when 'DELETE' then old.version_id else new.version_id end;
  tenant uuid := case tg_op when 'DELETE' then old.organisation_id else new.organisation_id end;
begin
  perform 1 from model_version where organisation_id = tenant and id = touched for share;
  if exists (select from model_version where organisation_id = tenant and id = touched and status in ('adopted', 'superseded')) then
    raise exception 'an adopted version never changes' using errcode = 'restrict_violation', constraint = 'adopted_version_immutable';
  end if;
  return coalesce(new, old);
end $$;
create trigger transition_is_the_drafts before insert or update or delete on transition for each row execute function transition_is_the_drafts();
create trigger transition_never_truncated before truncate on transition for each statement execute function refuse_change();
