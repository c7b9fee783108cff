-- Structures, models and their versions (MOD-1, MOD-2, MOD-3, MOD-6). A version carries its own levels and headings, so that
-- an adopted one stays as it was when the structure goes on.

create table structure (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  core_competencies text[] not null default '{}',
  rating_scale text[] not null default '{}',
  primary key (organisation_id, id)
);
create unique index structure_name on structure (organisation_id, lower(name));
call protect_tenant('structure');

create table structure_level (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  structure_id uuid not null,
  key text not null,
  position integer not null,
  name text not null,
  short_text text not null default '',
  kind text not null check (kind in ('introduction', 'core', 'outer')),
  primary key (organisation_id, id),
  foreign key (organisation_id, structure_id) references structure (organisation_id, id),
  unique (organisation_id, structure_id, key),
  unique (organisation_id, structure_id, position) deferrable initially deferred
);
call protect_tenant('structure_level');

create table structure_heading (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  structure_id uuid not null,
  key text not null,
  position integer not null,
  name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, structure_id) references structure (organisation_id, id),
  unique (organisation_id, structure_id, key),
  unique (organisation_id, structure_id, position) deferrable initially deferred
);
call protect_tenant('structure_heading');

create table career_model (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  structure_id uuid not null,
  profession_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name_sv text not null check (length(name_sv) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 120),
  status text not null default 'active' check (status in ('active', 'dormant', 'withdrawn')),
  primary key (organisation_id, id),
  foreign key (organisation_id, structure_id) references structure (organisation_id, id),
  foreign key (organisation_id, profession_id) references profession (organisation_id, id)
);
create unique index career_model_slug on career_model (organisation_id, slug);
call protect_tenant('career_model');

create table model_version (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  model_id uuid not null,
  number integer not null check (number > 0),
  status text not null check (status in ('draft', 'consultation', 'adopted', 'superseded')),
  intro text not null default '',
  core_competencies text[] not null default '{}',
  rating_scale text[] not null default '{}',
  in_force_from date,
  in_force_to date,
  created_at timestamptz not null default now(),
  revision integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id),
  unique (organisation_id, model_id, number),
  -- So that a placement's version provably belongs to its model.
  unique (organisation_id, model_id, id),
  check (in_force_to is null or in_force_to >= in_force_from),
  check ((status in ('adopted', 'superseded')) = (in_force_from is not null)),
  constraint model_version_one_in_force exclude using gist
    (organisation_id with =, model_id with =, daterange(in_force_from, in_force_to) with &&) where (in_force_from is not null)
);
call protect_tenant('model_version');

create table version_level (
  organisation_id uuid not null references organisation (id),
  version_id uuid not null,
  level_id uuid not null,
  position integer not null,
  name text not null,
  short_text text not null default '',
  kind text not null check (kind in ('introduction', 'core', 'outer')),
  intro text not null default '',
  onward text[] not null default '{}',
  primary key (organisation_id, version_id, level_id),
  foreign key (organisation_id, version_id) references model_version (organisation_id, id),
  foreign key (organisation_id, level_id) references structure_level (organisation_id, id)
);
call protect_tenant('version_level');

create table version_heading (
  organisation_id uuid not null references organisation (id),
  version_id uuid not null,
  heading_id uuid not null,
  position integer not null,
  name text not null,
  primary key (organisation_id, version_id, heading_id),
  foreign key (organisation_id, version_id) references model_version (organisation_id, id),
  foreign key (organisation_id, heading_id) references structure_heading (organisation_id, id)
);
call protect_tenant('version_heading');

-- A track is the same through versions (`track_id`); where it runs and what it is called belongs to each version.
create table version_track (
  organisation_id uuid not null references organisation (id),
  version_id uuid not null,
  track_id uuid not null,
  key text not null,
  position integer not null,
  name text not null,
  primary key (organisation_id, version_id, track_id),
  foreign key (organisation_id, version_id) references model_version (organisation_id, id),
  unique (organisation_id, version_id, key)
);
call protect_tenant('version_track');

create table version_track_level (
  organisation_id uuid not null references organisation (id),
  version_id uuid not null,
  track_id uuid not null,
  level_id uuid not null,
  primary key (organisation_id, version_id, track_id, level_id),
  foreign key (organisation_id, version_id, track_id) references version_track (organisation_id, version_id, track_id),
  foreign key (organisation_id, version_id, level_id) references version_level (organisation_id, version_id, level_id)
);
call protect_tenant('version_track_level');

create table item (
  organisation_id uuid not null references organisation (id),
  version_id uuid not null,
  -- The item's identity, the same in every version that holds it.
  item_id uuid not null,
  key text not null,
  level_id uuid not null,
  track_id uuid,
  heading_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('formal', 'demonstrated', 'duty', 'support')),
  -- Mandatory or recommended: for requirements, and only for them.
  mandatory boolean,
  text text not null check (length(text) between 1 and 20000),
  note text not null default '',
  visibility text not null default 'public' check (visibility in ('public', 'internal')),
  support text check (support in ('with-support', 'independent', 'leads')),
  formal jsonb,
  primary key (organisation_id, version_id, item_id),
  unique (organisation_id, version_id, key),
  foreign key (organisation_id, version_id) references model_version (organisation_id, id),
  foreign key (organisation_id, version_id, level_id) references version_level (organisation_id, version_id, level_id),
  foreign key (organisation_id, version_id, heading_id) references version_heading (organisation_id, version_id, heading_id),
  foreign key (organisation_id, version_id, track_id, level_id) references version_track_level (organisation_id, version_id, track_id, level_id),
  check ((kind in ('formal', 'demonstrated')) = (mandatory is not null)),
  check (support is null or kind = 'demonstrated'),
  check (formal is null or kind = 'formal')
);
call protect_tenant('item');

create table decision (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('adopt')),
  version_id uuid not null,
  decided_by uuid not null,
  decided_as text not null check (length(decided_as) between 1 and 200),
  delegation text not null check (length(delegation) between 1 and 500),
  decided_on date not null,
  diary_number text not null check (length(diary_number) between 1 and 100),
  rests_on text not null default '',
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, version_id) references model_version (organisation_id, id),
  foreign key (organisation_id, decided_by) references account (organisation_id, id),
  unique (organisation_id, version_id, kind)
);
call protect_tenant('decision');
comment on table decision is 'append-only: what was decided is not rewritten';
create trigger decision_never_changes before update or delete on decision for each row execute function refuse_change();
create trigger decision_never_truncated before truncate on decision for each statement execute function refuse_change();

-- An adopted version never changes (MOD-2): its texts not at all, and of itself only that a later one supersedes it.
create function version_is_immutable() returns trigger language plpgsql as $$
begin
  if old.status not in ('adopted', 'superseded') then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'DELETE'
     or new.status not in ('adopted', 'superseded') or (old.status = 'superseded' and new.status = 'adopted')
     or (new.organisation_id, new.id, new.model_id, new.number, new.intro, new.core_competencies, new.rating_scale, new.in_force_from, new.created_at)
        is distinct from
        (old.organisation_id, old.id, old.model_id, old.number, old.intro, old.core_competencies, old.rating_scale, old.in_force_from, old.created_at)
     or (old.in_force_to is not null and new.in_force_to is distinct from old.in_force_to) then
    raise exception 'an adopted version never changes' using errcode = 'restrict_violation', constraint = 'adopted_version_immutable';
  end if;
  return new;
end $$;
create trigger version_is_immutable before update or delete on model_version for each row execute function version_is_immutable();

create function version_content_is_immutable() returns trigger language plpgsql as $$
declare
  touched uuid[] := case tg_op when 'INSERT' then array[new.version_id] when 'DELETE' then array[old.version_id] else array[old.version_id, new.version_id] end;
  tenant uuid := case tg_op when 'DELETE' then old.organisation_id else new.organisation_id end;
begin
  -- The lock keeps a draft from being adopted between this look and our commit.
  perform 1 from model_version where organisation_id = tenant and id = any (touched) for share;
  if exists (select 1 from model_version
             where organisation_id = tenant and id = any (touched) and status in ('adopted', 'superseded')) then
    raise exception 'an adopted version never changes' using errcode = 'restrict_violation', constraint = 'adopted_version_immutable';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger content_is_immutable before insert or update or delete on version_level for each row execute function version_content_is_immutable();
create trigger content_is_immutable before insert or update or delete on version_heading for each row execute function version_content_is_immutable();
create trigger content_is_immutable before insert or update or delete on version_track for each row execute function version_content_is_immutable();
create trigger content_is_immutable before insert or update or delete on version_track_level for each row execute function version_content_is_immutable();
create trigger content_is_immutable before insert or update or delete on item for each row execute function version_content_is_immutable();
create trigger content_never_truncated before truncate on item for each statement execute function refuse_change();

-- Never adopted without a decision row.
create function adopted_needs_decision() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from decision where organisation_id = new.organisation_id and version_id = new.id and kind = 'adopt') then
    raise exception 'adopted without a decision' using errcode = 'restrict_violation', constraint = 'adopted_needs_decision';
  end if;
  return null;
end $$;
create constraint trigger adopted_needs_decision after insert or update of status on model_version
  deferrable initially deferred for each row when (new.status in ('adopted', 'superseded')) execute function adopted_needs_decision();
