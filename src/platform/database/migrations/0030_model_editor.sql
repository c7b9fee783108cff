-- Writing models in the browser (MOD-1, MOD-3): who changed which item, so that nothing is lost when two write at once, and
-- everything can be taken back. The release before this one reads and writes on, and sees parts of a structure that were dropped.

-- The draft's revision in which the item's words were last written: a save that was based on an earlier one is refused.
alter table item add column revision integer not null default 1;

-- What has been done with each item of a draft. Each change is one revision of the draft; several items may change in one.
create table item_change (
  organisation_id uuid not null references organisation (id),
  version_id uuid not null,
  -- The draft's revision after the change.
  revision integer not null,
  -- Stays when the item itself is removed.
  item_id uuid not null,
  account_id uuid not null,
  happened_at timestamptz not null,
  -- The item as it stood, with its places by their keys; null before it was added, and after it was removed.
  before jsonb,
  after jsonb,
  primary key (organisation_id, version_id, revision, item_id),
  foreign key (organisation_id, version_id) references model_version (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id),
  check (before is not null or after is not null)
);
call protect_tenant('item_change');
create index item_change_of_item on item_change (organisation_id, version_id, item_id, revision);
comment on table item_change is 'append-only: what has been written is not rewritten';
create trigger change_never_changes before update or delete on item_change for each row execute function refuse_change();
create trigger change_never_truncated before truncate on item_change for each statement execute function refuse_change();

-- A level or heading that a structure no longer has stays for the versions that were adopted with it.
alter table structure add column revision integer not null default 1;
alter table structure_level add column dropped boolean not null default false;
alter table structure_heading add column dropped boolean not null default false;

-- A version that was begun from nothing.
alter table model_event drop constraint model_event_kind_check;
alter table model_event add constraint model_event_kind_check
  check (kind in ('created', 'begun', 'read', 'rewritten', 'consultation', 'draft', 'active', 'dormant', 'withdrawn'));
