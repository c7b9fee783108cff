-- Tokens for integrations (INT-3). Only the SHA-256 of a token is kept; its first characters tell people which one it is.
create table api_token (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  account_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  token_hash bytea not null check (length(token_hash) = 32),
  prefix text not null check (length(prefix) between 1 and 20),
  scopes text[] not null check (cardinality(scopes) between 1 and 50),
  created_at timestamptz not null,
  -- Null when it was made from the command line, by whoever runs the installation.
  created_by uuid,
  expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '2 years 2 days'),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id),
  foreign key (organisation_id, created_by) references account (organisation_id, id)
);
create unique index api_token_hash on api_token (organisation_id, token_hash);
create index api_token_account on api_token (organisation_id, account_id);
create index api_token_created_by on api_token (organisation_id, created_by);
call protect_tenant('api_token');

-- A request with an Idempotency-Key that has been carried out, and what it was answered with: sent again, it gets the same answer.
create table api_answer (
  organisation_id uuid not null references organisation (id),
  account_id uuid not null,
  -- SHA-256 of the key, and of the method, the address and the body that it came with.
  key_hash bytea not null check (length(key_hash) = 32),
  request_hash bytea not null check (length(request_hash) = 32),
  at timestamptz not null,
  status smallint,
  location text,
  body text,
  primary key (organisation_id, account_id, key_hash),
  foreign key (organisation_id, account_id) references account (organisation_id, id)
);
create index api_answer_at on api_answer (organisation_id, at);
call protect_tenant('api_answer');
