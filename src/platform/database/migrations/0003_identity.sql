-- Sign-in, sessions, given roles, and submitted forms.

create table account (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid,
  username text not null check (username = lower(username) and length(username) between 1 and 254),
  display_name text not null check (length(display_name) between 1 and 200),
  -- argon2id, with its parameters inside; null when the account cannot sign in with a password.
  password_hash text,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  disabled boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create unique index account_username on account (organisation_id, username);
create unique index account_person on account (organisation_id, person_id) where person_id is not null;
call protect_tenant('account');

-- Only the SHA-256 of the cookie's value is kept.
create table session (
  organisation_id uuid not null references organisation (id),
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (organisation_id, token_hash),
  foreign key (organisation_id, account_id) references account (organisation_id, id) on delete cascade
);
create index session_account on session (organisation_id, account_id);
call protect_tenant('session');

create table role_grant (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('hr_partner', 'hr_handler', 'process_lead', 'rollout_lead', 'adopter', 'association_lead',
                                     'union_representative', 'data_protection_officer', 'administrator')),
  unit_id uuid,
  profession_ids uuid[] not null default '{}',
  person_id uuid,
  reason text,
  valid_from date not null,
  valid_to date,
  primary key (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  check (valid_to is null or valid_to > valid_from),
  check (role <> 'rollout_lead' or unit_id is not null),
  check (role <> 'union_representative' or cardinality(profession_ids) > 0),
  -- An HR partner helps in one case, for a time, with a stated reason (ORG-8).
  check (role <> 'hr_partner' or (person_id is not null and valid_to is not null and length(reason) > 0))
);
create index role_grant_account on role_grant (organisation_id, account_id);
call protect_tenant('role_grant');

-- A form that was sent once is not carried out twice: its token is taken in the same transaction as what it does.
create table submission (
  organisation_id uuid not null references organisation (id),
  token uuid not null,
  account_id uuid,
  at timestamptz not null default now(),
  -- Where the person was sent afterwards, so that the second sending ends in the same place.
  location text,
  primary key (organisation_id, token)
);
create index submission_at on submission (at);
call protect_tenant('submission');
