-- The organisation's logo (ORG-5), small enough to be a row. Its hash stands with the organisation, which every request reads anyway.

alter table organisation add column logo_hash text check (logo_hash ~ '^[0-9a-f]{64}$');

create table organisation_logo (
  organisation_id uuid primary key references organisation (id),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  png bytea not null check (octet_length(png) between 1 and 100000)
);
call protect_tenant('organisation_logo');
