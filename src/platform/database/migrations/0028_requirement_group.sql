-- Requirements that are met together (MOD-4): all of a group's members, or any `needed` of them. Members stand where the group
-- stands. The release before this one writes no groups, and may delete a draft's levels, headings and tracks under them.

create table requirement_group (
  organisation_id uuid not null references organisation (id),
  version_id uuid not null,
  -- The group's identity, the same in every version that holds it.
  group_id uuid not null,
  key text not null,
  level_id uuid not null,
  track_id uuid,
  heading_id uuid not null,
  position integer not null,
  -- Null is all of them.
  needed integer check (needed > 0),
  parent_id uuid check (parent_id <> group_id),
  primary key (organisation_id, version_id, group_id),
  unique (organisation_id, version_id, key),
  -- So that a member provably stands where its group does.
  unique (organisation_id, version_id, group_id, level_id, heading_id),
  foreign key (organisation_id, version_id) references model_version (organisation_id, id),
  foreign key (organisation_id, version_id, level_id) references version_level (organisation_id, version_id, level_id) on delete cascade,
  foreign key (organisation_id, version_id, heading_id) references version_heading (organisation_id, version_id, heading_id) on delete cascade,
  foreign key (organisation_id, version_id, track_id, level_id) references version_track_level (organisation_id, version_id, track_id, level_id) on delete cascade,
  foreign key (organisation_id, version_id, parent_id, level_id, heading_id)
    references requirement_group (organisation_id, version_id, group_id, level_id, heading_id) deferrable initially deferred
);
call protect_tenant('requirement_group');
create trigger content_is_immutable before insert or update or delete on requirement_group for each row execute function version_content_is_immutable();
create trigger content_never_truncated before truncate on requirement_group for each statement execute function refuse_change();

alter table item add column group_id uuid check (group_id is null or mandatory is not null);
alter table item add foreign key (organisation_id, version_id, group_id, level_id, heading_id)
  references requirement_group (organisation_id, version_id, group_id, level_id, heading_id) deferrable initially deferred;
