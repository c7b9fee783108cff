-- Transition rules for supplements (MOD-12, MOD-16): as a version's, set while the supplement's version is a draft and in force by its adoption. They stand at levels
-- of the base that it is pinned to.

alter table transition alter column version_id drop not null;
alter table transition add column supplement_version_id uuid;
alter table transition add column base_version_id uuid;
alter table transition add foreign key (organisation_id, supplement_version_id, base_version_id)
  references supplement_version (organisation_id, id, base_version_id);
alter table transition add foreign key (organisation_id, base_version_id, level_id) references version_level (organisation_id, version_id, level_id);
alter table transition add check (num_nonnulls(version_id, supplement_version_id) = 1);
alter table transition add check (num_nonnulls(supplement_version_id, base_version_id) in (0, 2));
alter table transition drop constraint transition_organisation_id_version_id_level_id_key;
alter table transition add constraint transition_is_said_once
  unique nulls not distinct (organisation_id, version_id, supplement_version_id, level_id);
create index transition_of_supplement on transition (organisation_id, supplement_version_id) where supplement_version_id is not null;
create trigger content_is_immutable before insert or update or delete on transition for each row execute function supplement_content_is_immutable();
