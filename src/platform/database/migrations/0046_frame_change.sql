-- What has been done with what stands around the items of a draft (MOD-4, MOD-6): its introduction, its levels' texts, its tracks and groups, so that
-- it can be taken back as the items can. Each is a revision of the draft, as in item_change.
create table frame_change (
  organisation_id uuid not null references organisation (id),
  version_id uuid not null,
  -- The draft's revision after the change.
  revision integer not null,
  part text not null check (part in ('intro', 'level', 'track', 'group')),
  -- The part's own key; empty for the introduction.
  key text not null,
  account_id uuid not null,
  happened_at timestamptz not null,
  -- The part as it stood; null before it was made, and after it was removed.
  before jsonb,
  after jsonb,
  primary key (organisation_id, version_id, revision, part, key),
  foreign key (organisation_id, version_id) references model_version (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id),
  check (before is not null or after is not null)
);
call protect_tenant('frame_change');
comment on table frame_change is 'append-only: what has been written is not rewritten';
create trigger change_never_changes before update or delete on frame_change for each row execute function refuse_change();
create trigger change_never_truncated before truncate on frame_change for each statement execute function refuse_change();
