-- Layers (MOD-9, MOD-10, MOD-16): what an employer or a unit adds to a base model. Nothing here can hold another text for what the base says, so that
-- what lies below can't be removed, relaxed or reworded. And endorsement (MOD-2): a member's copy of its association's model, closed to the member.

-- Locked, or adaptable: may an employer say of a level, a track or a recommended item that it isn't used there?
alter table career_model add column adaptable boolean not null default false;

-- The association that a model, its structure and its versions were taken in from. Ids are the association's own, so that members can be compared.
alter table structure add column origin_id uuid references organisation (id);
alter table career_model add column origin_id uuid references organisation (id);
alter table model_version add column origin_id uuid references organisation (id);
alter table model_version add column taken_in_by uuid;
alter table model_version add foreign key (organisation_id, taken_in_by) references account (organisation_id, id);
alter table model_version add check ((origin_id is null) = (taken_in_by is null));

-- Whoever owns the tables copies what an association endorses (`take_in_endorsed`); the program's role changes nothing of it.
create function owns_table(id oid) returns boolean language sql stable
  as $$ select pg_get_userbyid(relowner) = current_user from pg_class where oid = id $$;

-- Of what has an origin only the columns that are named may change.
create function shared_is_closed() returns trigger language plpgsql as $$
begin
  if not owns_table(tg_relid)
     and ((tg_op <> 'INSERT' and old.origin_id is not null) or (tg_op <> 'DELETE' and new.origin_id is not null))
     and (tg_op <> 'UPDATE' or to_jsonb(new) - coalesce(tg_argv, '{}') is distinct from to_jsonb(old) - coalesce(tg_argv, '{}')) then
    raise exception 'what comes from an association is not changed here' using errcode = 'restrict_violation', constraint = 'shared_is_closed';
  end if;
  return coalesce(new, old);
end $$;
create trigger shared_is_closed before insert or update or delete on structure for each row execute function shared_is_closed();
create trigger shared_is_closed before insert or update or delete on career_model for each row execute function shared_is_closed('status');
create trigger shared_is_closed before insert or update or delete on model_version
  for each row execute function shared_is_closed('status', 'in_force_from', 'in_force_to', 'revision');

create function shared_parts_are_closed() returns trigger language plpgsql as $$
declare
  part jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
  former jsonb := to_jsonb(case tg_op when 'INSERT' then new else old end);
  tenant uuid := (part ->> 'organisation_id')::uuid;
  owners uuid[] := array[(part ->> tg_argv[0])::uuid, (former ->> tg_argv[0])::uuid];
  closed boolean;
begin
  if owns_table(tg_relid) then return coalesce(new, old); end if;
  execute format('select exists (select from %I where organisation_id = $1 and id = any ($2) and origin_id is not null)', tg_argv[1])
    into closed using tenant, owners;
  if closed then
    raise exception 'what comes from an association is not changed here' using errcode = 'restrict_violation', constraint = 'shared_is_closed';
  end if;
  return coalesce(new, old);
end $$;
create trigger shared_parts_are_closed before insert or update or delete on structure_level
  for each row execute function shared_parts_are_closed('structure_id', 'structure');
create trigger shared_parts_are_closed before insert or update or delete on structure_heading
  for each row execute function shared_parts_are_closed('structure_id', 'structure');
-- A model of an association has its versions from there alone.
create trigger shared_parts_are_closed before insert on model_version
  for each row execute function shared_parts_are_closed('model_id', 'career_model');
create trigger shared_parts_are_closed before insert or update or delete on version_level
  for each row execute function shared_parts_are_closed('version_id', 'model_version');
create trigger shared_parts_are_closed before insert or update or delete on version_heading
  for each row execute function shared_parts_are_closed('version_id', 'model_version');
create trigger shared_parts_are_closed before insert or update or delete on version_track
  for each row execute function shared_parts_are_closed('version_id', 'model_version');
create trigger shared_parts_are_closed before insert or update or delete on version_track_level
  for each row execute function shared_parts_are_closed('version_id', 'model_version');
create trigger shared_parts_are_closed before insert or update or delete on requirement_group
  for each row execute function shared_parts_are_closed('version_id', 'model_version');
create trigger shared_parts_are_closed before insert or update or delete on item
  for each row execute function shared_parts_are_closed('version_id', 'model_version');

-- One for the employer (no unit) and one for each unit that has one.
create table supplement (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  model_id uuid not null,
  unit_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  unique nulls not distinct (organisation_id, model_id, unit_id),
  -- So that a version's base provably is a version of the same model.
  unique (organisation_id, model_id, id)
);
call protect_tenant('supplement');

create table supplement_version (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  supplement_id uuid not null,
  model_id uuid not null,
  number integer not null check (number > 0),
  base_version_id uuid not null,
  status text not null check (status in ('draft', 'consultation', 'adopted', 'superseded')),
  in_force_from date,
  in_force_to date,
  begun_by uuid not null,
  created_at timestamptz not null,
  revision integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, model_id, supplement_id) references supplement (organisation_id, model_id, id),
  foreign key (organisation_id, model_id, base_version_id) references model_version (organisation_id, model_id, id),
  foreign key (organisation_id, begun_by) references account (organisation_id, id),
  unique (organisation_id, supplement_id, number),
  -- So that what is added and clarified provably stands in the version that it is pinned to.
  unique (organisation_id, id, base_version_id),
  check (in_force_to is null or in_force_to >= in_force_from),
  check ((status in ('adopted', 'superseded')) = (in_force_from is not null)),
  constraint supplement_one_in_force exclude using gist
    (organisation_id with =, supplement_id with =, daterange(in_force_from, in_force_to) with &&) where (in_force_from is not null)
);
call protect_tenant('supplement_version');
create index supplement_version_base on supplement_version (organisation_id, base_version_id);

-- What is added, at a place of the base version. It belongs to no group: one more way to meet a group would relax it.
create table supplement_item (
  organisation_id uuid not null references organisation (id),
  supplement_version_id uuid not null,
  base_version_id uuid not null,
  -- The item's identity, the same in every version that holds it.
  item_id uuid not null,
  level_id uuid not null,
  track_id uuid,
  heading_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('formal', 'demonstrated', 'duty', 'support')),
  mandatory boolean,
  text text not null check (length(text) between 1 and 20000),
  note text not null default '',
  visibility text not null default 'public' check (visibility in ('public', 'internal')),
  support text check (support in ('with-support', 'independent', 'leads')),
  formal jsonb,
  primary key (organisation_id, supplement_version_id, item_id),
  foreign key (organisation_id, supplement_version_id, base_version_id) references supplement_version (organisation_id, id, base_version_id),
  foreign key (organisation_id, base_version_id, level_id) references version_level (organisation_id, version_id, level_id),
  foreign key (organisation_id, base_version_id, heading_id) references version_heading (organisation_id, version_id, heading_id),
  foreign key (organisation_id, base_version_id, track_id, level_id) references version_track_level (organisation_id, version_id, track_id, level_id),
  check ((kind in ('formal', 'demonstrated')) = (mandatory is not null)),
  check (support is null or kind = 'demonstrated'),
  check (formal is null or kind = 'formal')
);
call protect_tenant('supplement_item');

-- How an item of the base is to be read here. The item's own text stands as it is.
create table clarification (
  organisation_id uuid not null references organisation (id),
  supplement_version_id uuid not null,
  base_version_id uuid not null,
  item_id uuid not null,
  text text not null check (length(text) between 1 and 20000),
  visibility text not null default 'public' check (visibility in ('public', 'internal')),
  primary key (organisation_id, supplement_version_id, item_id),
  foreign key (organisation_id, supplement_version_id, base_version_id) references supplement_version (organisation_id, id, base_version_id),
  foreign key (organisation_id, base_version_id, item_id) references item (organisation_id, version_id, item_id)
);
call protect_tenant('clarification');

-- Not used here, and why: a level, a track or a recommended item of an adaptable base. The base's text still shows.
create table unused_mark (
  organisation_id uuid not null references organisation (id),
  supplement_version_id uuid not null,
  base_version_id uuid not null,
  level_id uuid,
  track_id uuid,
  item_id uuid,
  reason text not null check (length(reason) between 1 and 20000),
  unique nulls not distinct (organisation_id, supplement_version_id, level_id, track_id, item_id),
  foreign key (organisation_id, supplement_version_id, base_version_id) references supplement_version (organisation_id, id, base_version_id),
  foreign key (organisation_id, base_version_id, level_id) references version_level (organisation_id, version_id, level_id),
  foreign key (organisation_id, base_version_id, track_id) references version_track (organisation_id, version_id, track_id),
  foreign key (organisation_id, base_version_id, item_id) references item (organisation_id, version_id, item_id),
  check (num_nonnulls(level_id, track_id, item_id) = 1)
);
call protect_tenant('unused_mark');

create function unused_mark_is_allowed() returns trigger language plpgsql as $$
begin
  if not exists (
    select from supplement_version v
      join supplement s on s.organisation_id = v.organisation_id and s.id = v.supplement_id
      join career_model m on m.organisation_id = s.organisation_id and m.id = s.model_id
    where v.organisation_id = new.organisation_id and v.id = new.supplement_version_id and m.adaptable and s.unit_id is null) then
    raise exception 'the base is locked' using errcode = 'check_violation', constraint = 'unused_needs_adaptable_base';
  end if;
  if new.item_id is not null and (
    select mandatory from item where organisation_id = new.organisation_id and version_id = new.base_version_id and item_id = new.item_id)
      is distinct from false then
    raise exception 'only what is recommended may be left unused' using errcode = 'check_violation', constraint = 'unused_only_recommended';
  end if;
  return new;
end $$;
create trigger unused_mark_is_allowed before insert or update on unused_mark for each row execute function unused_mark_is_allowed();

-- A supplement is pinned to a version that was adopted, and so never changes under it.
create function supplement_base_is_adopted() returns trigger language plpgsql as $$
begin
  if not exists (select from model_version where organisation_id = new.organisation_id and id = new.base_version_id
                   and status in ('adopted', 'superseded')) then
    raise exception 'a supplement needs an adopted base' using errcode = 'check_violation', constraint = 'supplement_base_is_adopted';
  end if;
  return new;
end $$;
create trigger supplement_base_is_adopted before insert or update of base_version_id on supplement_version
  for each row execute function supplement_base_is_adopted();

-- An adopted supplement never changes, as an adopted version never does (MOD-2, MOD-16).
create function supplement_is_immutable() returns trigger language plpgsql as $$
begin
  if old.status in ('adopted', 'superseded')
     and (tg_op = 'DELETE'
       or new.status not in ('adopted', 'superseded') or (old.status = 'superseded' and new.status = 'adopted')
       or to_jsonb(new) - array['status', 'in_force_to', 'revision'] is distinct from to_jsonb(old) - array['status', 'in_force_to', 'revision']
       or (old.in_force_to is not null and new.in_force_to is distinct from old.in_force_to)) then
    raise exception 'an adopted supplement never changes' using errcode = 'restrict_violation', constraint = 'adopted_supplement_immutable';
  end if;
  return coalesce(new, old);
end $$;
create trigger supplement_is_immutable before update or delete on supplement_version for each row execute function supplement_is_immutable();

create function supplement_content_is_immutable() returns trigger language plpgsql as $$
declare
  touched uuid[] := case tg_op when 'INSERT' then array[new.supplement_version_id] when 'DELETE' then array[old.supplement_version_id]
    else array[old.supplement_version_id, new.supplement_version_id] end;
  tenant uuid := case tg_op when 'DELETE' then old.organisation_id else new.organisation_id end;
begin
  -- The lock keeps a draft from being adopted between this look and our commit.
  perform 1 from supplement_version where organisation_id = tenant and id = any (touched) for share;
  if exists (select 1 from supplement_version
             where organisation_id = tenant and id = any (touched) and status in ('adopted', 'superseded')) then
    raise exception 'an adopted supplement never changes' using errcode = 'restrict_violation', constraint = 'adopted_supplement_immutable';
  end if;
  return coalesce(new, old);
end $$;
create trigger content_is_immutable before insert or update or delete on supplement_item for each row execute function supplement_content_is_immutable();
create trigger content_is_immutable before insert or update or delete on clarification for each row execute function supplement_content_is_immutable();
create trigger content_is_immutable before insert or update or delete on unused_mark for each row execute function supplement_content_is_immutable();
create trigger content_never_truncated before truncate on supplement_item for each statement execute function refuse_change();
create trigger content_never_truncated before truncate on clarification for each statement execute function refuse_change();
create trigger content_never_truncated before truncate on unused_mark for each statement execute function refuse_change();

-- A decision is about a version or about a supplement's version.
alter table decision alter column version_id drop not null;
alter table decision add column supplement_version_id uuid;
alter table decision add foreign key (organisation_id, supplement_version_id) references supplement_version (organisation_id, id);
alter table decision add unique (organisation_id, supplement_version_id, kind);
alter table decision add check (num_nonnulls(version_id, supplement_version_id) = 1);

create function adopted_supplement_needs_decision() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from decision
                 where organisation_id = new.organisation_id and supplement_version_id = new.id and kind = 'adopt') then
    raise exception 'adopted without a decision' using errcode = 'restrict_violation', constraint = 'adopted_needs_decision';
  end if;
  return null;
end $$;
create constraint trigger adopted_needs_decision after insert or update of status on supplement_version
  deferrable initially deferred for each row when (new.status in ('adopted', 'superseded')) execute function adopted_supplement_needs_decision();

-- What a supplement's version says, of what may be seen, its places and what it points at by their keys.
create function supplement_content(tenant uuid, version uuid, seen text[] default array['public', 'internal']) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'items', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('support', i.support, 'formal', i.formal, 'note', nullif(i.note, '')))
          || jsonb_build_object('key', i.item_id, 'levelKey', lk.key, 'trackKey', t.key, 'headingKey', hk.key, 'kind', i.kind,
            'mandatory', i.mandatory, 'text', i.text, 'visibility', i.visibility) order by i.position), '[]')
        from supplement_item i
        join structure_level lk on lk.organisation_id = i.organisation_id and lk.id = i.level_id
        join structure_heading hk on hk.organisation_id = i.organisation_id and hk.id = i.heading_id
        left join version_track t on t.organisation_id = i.organisation_id and t.version_id = i.base_version_id and t.track_id = i.track_id
        where i.organisation_id = tenant and i.supplement_version_id = version and i.visibility = any (seen)),
    'clarifications', (select coalesce(jsonb_agg(jsonb_build_object('itemKey', i.key, 'text', c.text, 'visibility', c.visibility) order by i.position), '[]')
        from clarification c join item i on i.organisation_id = c.organisation_id and i.version_id = c.base_version_id and i.item_id = c.item_id
        where c.organisation_id = tenant and c.supplement_version_id = version and c.visibility = any (seen)),
    'unused', (select coalesce(jsonb_agg(jsonb_build_object(
          'of', case when u.level_id is not null then 'level' when u.track_id is not null then 'track' else 'item' end,
          'key', coalesce(lk.key, t.key, i.key), 'reason', u.reason) order by lk.position, t.position, i.position), '[]')
        from unused_mark u
        left join structure_level lk on lk.organisation_id = u.organisation_id and lk.id = u.level_id
        left join version_track t on t.organisation_id = u.organisation_id and t.version_id = u.base_version_id and t.track_id = u.track_id
        left join item i on i.organisation_id = u.organisation_id and i.version_id = u.base_version_id and i.item_id = u.item_id
        where u.organisation_id = tenant and u.supplement_version_id = version))
$$;

-- What the associations of which the organisation is a member on the day endorse: adopted there, and not over. Models that they have withdrawn too.
create function endorsed_versions(on_day date) returns table (
    association_id uuid, association text, model_id uuid, slug text, name_sv text, name_en text, profession text, adaptable boolean, status text,
    version_id uuid, number integer, in_force_from date, in_force_to date)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  member uuid := app_organisation();
  each_association uuid;
begin
  foreach each_association in array array(
    select m.association_id from membership m
    where m.member_id = member and m.valid_from <= on_day and (m.valid_to is null or m.valid_to > on_day)) loop
    perform set_config('app.organisation', each_association::text, true);
    return query
      select o.id, o.name, m.id, m.slug, m.name_sv, m.name_en, p.name_sv, m.adaptable, m.status, v.id, v.number, v.in_force_from, v.in_force_to
      from model_version v
      join career_model m on m.organisation_id = v.organisation_id and m.id = v.model_id
      join profession p on p.organisation_id = m.organisation_id and p.id = m.profession_id
      join organisation o on o.id = m.organisation_id
      where v.organisation_id = each_association and v.in_force_from is not null and (v.in_force_to is null or v.in_force_to > on_day)
      order by m.name_sv collate "sv-SE-x-icu", v.number desc;
    perform set_config('app.organisation', member::text, true);
  end loop;
end $$;

-- Copies an endorsed version into the member's own rows, as a draft to be decided there, under the ids that it has in the association.
-- `slug` and `profession` are the member's own, and count the first time.
create function take_in_endorsed(of_association uuid, version uuid, slug text, profession uuid, account uuid, at_time timestamptz, on_day date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  member uuid := app_organisation();
  own jsonb := jsonb_build_object('organisation_id', member);
  origin jsonb := own || jsonb_build_object('origin_id', of_association);
  shared jsonb;
begin
  if not exists (select from endorsed_versions(on_day) e
                 where e.association_id = of_association and e.version_id = version and e.status <> 'withdrawn') then
    raise exception 'not endorsed for this organisation' using errcode = 'insufficient_privilege', constraint = 'not_endorsed';
  end if;
  perform set_config('app.organisation', of_association::text, true);
  select jsonb_build_object('version', to_jsonb(v), 'model', to_jsonb(m), 'structure', to_jsonb(s), 'association', o.name,
      'structure_levels', (select jsonb_agg(to_jsonb(x)) from structure_level x where x.organisation_id = s.organisation_id and x.structure_id = s.id),
      'structure_headings', (select jsonb_agg(to_jsonb(x)) from structure_heading x where x.organisation_id = s.organisation_id and x.structure_id = s.id),
      'levels', (select jsonb_agg(to_jsonb(x)) from version_level x where x.organisation_id = v.organisation_id and x.version_id = v.id),
      'headings', (select jsonb_agg(to_jsonb(x)) from version_heading x where x.organisation_id = v.organisation_id and x.version_id = v.id),
      'tracks', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from version_track x where x.organisation_id = v.organisation_id and x.version_id = v.id),
      'track_levels', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from version_track_level x where x.organisation_id = v.organisation_id and x.version_id = v.id),
      'groups', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from requirement_group x where x.organisation_id = v.organisation_id and x.version_id = v.id),
      'items', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from item x where x.organisation_id = v.organisation_id and x.version_id = v.id))
    into shared
    from model_version v
    join career_model m on m.organisation_id = v.organisation_id and m.id = v.model_id
    join structure s on s.organisation_id = m.organisation_id and s.id = m.structure_id
    join organisation o on o.id = v.organisation_id
    where v.organisation_id = of_association and v.id = version;
  perform set_config('app.organisation', member::text, true);

  -- The name may be taken by a structure that the member made itself.
  if exists (select from structure s where s.organisation_id = member and s.id <> (shared -> 'structure' ->> 'id')::uuid
               and lower(s.name) = lower(shared -> 'structure' ->> 'name')) then
    shared := jsonb_set(shared, '{structure,name}',
      to_jsonb(left(shared -> 'structure' ->> 'name', 80) || ' (' || left(shared ->> 'association', 36) || ')'));
  end if;
  insert into structure select * from jsonb_populate_record(null::structure, shared -> 'structure' || origin)
    on conflict (organisation_id, id) do update
      set core_competencies = excluded.core_competencies, rating_scale = excluded.rating_scale;
  insert into structure_level select r.* from jsonb_array_elements(shared -> 'structure_levels') e
      cross join lateral jsonb_populate_record(null::structure_level, e || own) r
    on conflict (organisation_id, id) do update
      set position = excluded.position, name = excluded.name, short_text = excluded.short_text, kind = excluded.kind;
  insert into structure_heading select r.* from jsonb_array_elements(shared -> 'structure_headings') e
      cross join lateral jsonb_populate_record(null::structure_heading, e || own) r
    on conflict (organisation_id, id) do update set position = excluded.position, name = excluded.name;
  insert into career_model select * from jsonb_populate_record(null::career_model,
      shared -> 'model' || origin || jsonb_build_object('slug', slug, 'profession_id', profession, 'status', 'active'))
    on conflict (organisation_id, id) do update
      set name_sv = excluded.name_sv, name_en = excluded.name_en, adaptable = excluded.adaptable;
  insert into model_version select * from jsonb_populate_record(null::model_version, shared -> 'version' || origin
      || jsonb_build_object('status', 'draft', 'in_force_from', null, 'in_force_to', null, 'revision', 1, 'taken_in_by', account, 'created_at', at_time));
  insert into version_level select r.* from jsonb_array_elements(shared -> 'levels') e cross join lateral jsonb_populate_record(null::version_level, e || own) r;
  insert into version_heading select r.* from jsonb_array_elements(shared -> 'headings') e cross join lateral jsonb_populate_record(null::version_heading, e || own) r;
  insert into version_track select r.* from jsonb_array_elements(shared -> 'tracks') e cross join lateral jsonb_populate_record(null::version_track, e || own) r;
  insert into version_track_level select r.* from jsonb_array_elements(shared -> 'track_levels') e cross join lateral jsonb_populate_record(null::version_track_level, e || own) r;
  insert into requirement_group select r.* from jsonb_array_elements(shared -> 'groups') e cross join lateral jsonb_populate_record(null::requirement_group, e || own) r;
  insert into item select r.* from jsonb_array_elements(shared -> 'items') e cross join lateral jsonb_populate_record(null::item, e || own) r;
end $$;

-- What a member has decided on its own for a model of the association's: its employer's supplement in force on the day, as the public may read it.
create function member_supplement(of_member uuid, of_model uuid, on_day date) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  association uuid := app_organisation();
  found jsonb;
begin
  if not exists (select from membership m where m.association_id = association and m.member_id = of_member
                   and m.valid_from <= on_day and (m.valid_to is null or m.valid_to > on_day)) then
    return null;
  end if;
  perform set_config('app.organisation', of_member::text, true);
  select jsonb_build_object('number', b.number, 'from', b.in_force_from, 'supplement', (
      select jsonb_build_object('number', v.number, 'from', v.in_force_from, 'content', supplement_content(v.organisation_id, v.id, array['public']))
      from supplement s
      join supplement_version v on v.organisation_id = s.organisation_id and v.supplement_id = s.id
      where s.organisation_id = m.organisation_id and s.model_id = m.id and s.unit_id is null and v.base_version_id = b.id
        and v.in_force_from <= on_day
      order by v.in_force_from desc limit 1))
    into found
    from career_model m
    join model_version b on b.organisation_id = m.organisation_id and b.model_id = m.id
      and b.in_force_from <= on_day and (b.in_force_to is null or b.in_force_to > on_day)
    where m.organisation_id = of_member and m.id = of_model and m.origin_id = association and m.status <> 'withdrawn';
  perform set_config('app.organisation', association::text, true);
  return found;
end $$;

-- That a model was locked or left open is done to the model as a whole.
alter table model_event drop constraint model_event_kind_check;
alter table model_event add constraint model_event_kind_check
  check (kind in ('created', 'begun', 'read', 'rewritten', 'consultation', 'draft', 'active', 'dormant', 'withdrawn', 'adaptable', 'locked'));
alter table model_event drop constraint model_event_check;
alter table model_event add constraint model_event_check
  check ((kind in ('active', 'dormant', 'withdrawn', 'adaptable', 'locked')) = (version_id is null));

-- The levels and tracks of a version that the employer doesn't use on the day: they take no placements.
create function unused_places(tenant uuid, version uuid, on_day date) returns uuid[] language sql stable as $$
  select coalesce(array_agg(coalesce(u.level_id, u.track_id)) filter (where u.item_id is null), '{}')
  from unused_mark u
  where u.organisation_id = tenant and u.supplement_version_id = (
    select v.id from supplement_version v join supplement s on s.organisation_id = v.organisation_id and s.id = v.supplement_id
    where v.organisation_id = tenant and v.base_version_id = version and s.unit_id is null and v.in_force_from <= on_day
    order by v.in_force_from desc limit 1)
$$;
