-- Every read of another person's data (PRV-1): who, whom, what, why allowed, when. The log only grows, and is sealed into a chain.

create table access_log_seal (
  organisation_id uuid not null references organisation (id),
  number bigint not null,
  sealed_at timestamptz not null,
  entries integer not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organisation_id, number)
);
call protect_tenant('access_log_seal');
comment on table access_log_seal is 'append-only: the chain of sealed segments';
create trigger access_log_seal_never_changes before update or delete on access_log_seal
  for each row execute function refuse_change();

create table access_log (
  organisation_id uuid not null references organisation (id),
  id bigint generated always as identity,
  at timestamptz not null,
  request_id uuid not null,
  account_id uuid not null,
  person_ids uuid[] not null check (cardinality(person_ids) > 0),
  -- What was read, and why it was allowed: codes that the page turns into words.
  what text not null,
  basis text not null,
  reason text,
  seal bigint,
  primary key (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id),
  foreign key (organisation_id, seal) references access_log_seal (organisation_id, number)
);
create index access_log_person on access_log using gin (person_ids);
create index access_log_unsealed on access_log (organisation_id, id) where seal is null;
call protect_tenant('access_log');

-- The one change that a row ever sees: it is put into a segment, once.
create function access_log_only_seals() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.seal is not null or new.seal is null
     or (new.organisation_id, new.id, new.at, new.request_id, new.account_id, new.person_ids, new.what, new.basis)
        is distinct from (old.organisation_id, old.id, old.at, old.request_id, old.account_id, old.person_ids, old.what, old.basis)
     or new.reason is distinct from old.reason then
    raise exception 'access_log is append-only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger access_log_only_seals before update or delete on access_log
  for each row execute function access_log_only_seals();
create trigger access_log_never_truncated before truncate on access_log
  for each statement execute function refuse_change();
