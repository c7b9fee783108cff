-- An invitation to choose a password: a link that works once, for a while. Only the SHA-256 of its token is kept.
create table invitation (
  organisation_id uuid not null references organisation (id),
  token_hash bytea not null,
  account_id uuid not null,
  expires_at timestamptz not null,
  primary key (organisation_id, token_hash),
  foreign key (organisation_id, account_id) references account (organisation_id, id)
);
create index invitation_account on invitation (organisation_id, account_id);
call protect_tenant('invitation');
