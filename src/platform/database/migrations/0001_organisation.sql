-- Tenants, units, professions and settings (ORG-1 … ORG-6), and the two habits that every later table keeps:
-- composite keys that carry the organisation, and row-level security on the organisation of the transaction.

create extension if not exists btree_gist;

-- The organisation that this transaction works for; null (and so no rows at all) when none was set.
create function app_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;

-- Makes a table a tenant's own: only rows of the transaction's organisation can be seen or written, by the owner too.
create procedure protect_tenant(name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy tenant on %I using (organisation_id = app_organisation()) with check (organisation_id = app_organisation())', name);
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Demo or live, decided once: demo sign-in can never appear over real people.
create table installation (
  only_row boolean primary key default true check (only_row),
  mode text not null check (mode in ('demo', 'live')),
  created_at timestamptz not null default now()
);
comment on table installation is 'append-only: the mode is stored with the data and cannot change';
create trigger installation_never_changes before update or delete or truncate on installation
  for each statement execute function refuse_change();

create table organisation (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('municipality', 'region', 'association', 'company')),
  created_at timestamptz not null default now()
);
alter table organisation enable row level security;
alter table organisation force row level security;
-- That an organisation uses Vidga, and its name, is public; everything else about it is its own.
create policy public_name on organisation for select using (true);
create policy own_row on organisation for all using (id = app_organisation()) with check (id = app_organisation());

create table organisation_setting (
  organisation_id uuid primary key references organisation (id),
  model_word text not null default 'kompetens- och karriärvägsmodell',
  talk_word text not null default 'utvecklingssamtal',
  presentation text not null default 'rings' check (presentation in ('rings', 'stairs')),
  rating_scale text[] not null default array['med stöd', 'självständigt', 'leder andra'],
  coverage_threshold integer not null default 80 check (coverage_threshold between 1 and 100),
  smallest_group integer not null default 5 check (smallest_group >= 5),
  review_interval_months integer default 24 check (review_interval_months between 1 and 120),
  move_rule text not null default 'advisory' check (move_rule in ('present-and-target', 'cumulative', 'advisory')),
  placement_principles text not null default '',
  pay_link_statement text not null default '',
  count_on_leave boolean not null default true,
  count_hourly boolean not null default false,
  theme_brand text check (theme_brand ~ '^#[0-9a-f]{6}$'),
  theme_accent text check (theme_accent ~ '^#[0-9a-f]{6}$'),
  revision integer not null default 1
);
call protect_tenant('organisation_setting');

-- An association's members, with join and leave dates (ORG-1): seen from both sides, kept by the association.
create table membership (
  association_id uuid not null references organisation (id),
  member_id uuid not null references organisation (id),
  valid_from date not null,
  valid_to date,
  primary key (association_id, member_id, valid_from),
  check (association_id <> member_id),
  check (valid_to is null or valid_to > valid_from),
  exclude using gist (association_id with =, member_id with =, daterange(valid_from, valid_to) with &&)
);
alter table membership enable row level security;
alter table membership force row level security;
create policy both_sides on membership for select using (association_id = app_organisation() or member_id = app_organisation());
create policy association_keeps on membership for all using (association_id = app_organisation()) with check (association_id = app_organisation());

-- The unit tree (ORG-2). A unit marked as its own authority draws a line that personal data does not cross by itself.
create table unit (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  parent_id uuid,
  code text check (length(code) between 1 and 60),
  name text not null check (length(name) between 1 and 200),
  is_authority boolean not null default false,
  valid_from date not null,
  valid_to date,
  revision integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references unit (organisation_id, id),
  check (parent_id <> id),
  check (valid_to is null or valid_to > valid_from)
);
create unique index unit_code on unit (organisation_id, code) where code is not null;
create index unit_parent on unit (organisation_id, parent_id);
call protect_tenant('unit');

-- No unit stands below itself.
create function unit_tree_has_no_cycle() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive above as (
      select parent_id, 1 as depth from unit where organisation_id = new.organisation_id and id = new.parent_id
      union all
      select u.parent_id, a.depth + 1 from above a
        join unit u on u.organisation_id = new.organisation_id and u.id = a.parent_id
        where a.depth < 100
    )
    select 1 from above where parent_id = new.id or depth >= 100
  ) then
    raise exception 'unit tree has a cycle' using errcode = 'check_violation', constraint = 'unit_tree_has_no_cycle';
  end if;
  return null;
end $$;
create constraint trigger unit_tree_has_no_cycle after insert or update of parent_id on unit
  deferrable initially deferred for each row when (new.parent_id is not null) execute function unit_tree_has_no_cycle();

create table profession (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name_sv text not null check (length(name_sv) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 120),
  aid_code text,
  ssyk_code text check (ssyk_code ~ '^[0-9]{4}$'),
  esco_uri text,
  jobtech_uri text,
  licensed boolean not null default false,
  unions text[] not null default '{}',
  -- Titles by which the HR system's file names this profession, beside its own name.
  titles text[] not null default '{}',
  revision integer not null default 1,
  primary key (organisation_id, id)
);
create unique index profession_name on profession (organisation_id, lower(name_sv));
call protect_tenant('profession');
