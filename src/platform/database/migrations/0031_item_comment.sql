-- What those who take part in writing a version say about its items, and whether it has been dealt with (MOD-3).

create table item_comment (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version_id uuid not null,
  -- Stays when the item itself is removed.
  item_id uuid not null,
  account_id uuid not null,
  written_at timestamptz not null,
  text text not null check (length(text) between 1 and 2000),
  resolved_by uuid,
  resolved_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, version_id) references model_version (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id),
  foreign key (organisation_id, resolved_by) references account (organisation_id, id),
  check ((resolved_by is null) = (resolved_at is null))
);
call protect_tenant('item_comment');
create index item_comment_of_item on item_comment (organisation_id, version_id, item_id);
