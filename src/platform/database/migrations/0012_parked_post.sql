-- What somebody sent after their session had expired: kept for an hour, encrypted, for the same account, so that nothing typed is lost.
create table parked_post (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  account_id uuid not null,
  created_at timestamptz not null,
  -- AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text.
  sealed bytea not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id) on delete cascade
);
create index parked_post_account on parked_post (organisation_id, account_id, created_at);
call protect_tenant('parked_post');

-- Expired sessions, invitations and forms are looked for by time.
create index session_created on session (organisation_id, created_at);
