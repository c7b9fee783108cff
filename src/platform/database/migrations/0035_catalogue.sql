-- A catalogue of development (MOD-13): what can lead to what models ask for, and which levels and requirements each is a way to.

create table catalogue_entry (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind in ('course', 'programme', 'assignment', 'role', 'mentoring', 'supervision', 'hospitering',
    'utbildningsanstallning', 'kliniskt-basar', 'forenad-anstallning')),
  name text not null check (length(name) between 1 and 200),
  provider text not null default '' check (length(provider) <= 200),
  -- Whole or half higher education credits (hp); hours; kronor for one participant; participants a year.
  credits numeric(4, 1) check (credits > 0),
  hours integer check (hours > 0),
  cost integer check (cost >= 0),
  places integer check (places >= 0),
  funding text[] not null default '{}'
    check (funding <@ array['omstallningsfonden', 'aldreomsorgslyftet', 'studiestod', 'own']),
  link text not null default '' check (length(link) <= 500),
  text text not null default '' check (length(text) <= 3000),
  visibility text not null default 'internal' check (visibility in ('public', 'internal')),
  -- From this day it is offered no longer; what it was a way to is kept.
  retired_on date,
  revision integer not null default 1,
  created_at timestamptz not null,
  primary key (organisation_id, id)
);
create index catalogue_entry_name on catalogue_entry (organisation_id, name);
call protect_tenant('catalogue_entry');

-- A way to a level of a model, or to a requirement: by its identity, so that the tie lasts through versions (MOD-5).
create table catalogue_tie (
  organisation_id uuid not null references organisation (id),
  entry_id uuid not null,
  model_id uuid not null,
  target text not null check (target in ('level', 'item')),
  target_id uuid not null,
  primary key (organisation_id, entry_id, model_id, target_id),
  foreign key (organisation_id, entry_id) references catalogue_entry (organisation_id, id) on delete cascade,
  foreign key (organisation_id, model_id) references career_model (organisation_id, id)
);
create index catalogue_tie_target on catalogue_tie (organisation_id, model_id, target_id);
call protect_tenant('catalogue_tie');
