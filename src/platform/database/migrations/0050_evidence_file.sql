-- Files of evidence (ASM-2): off until the organisation turns them on. The bytes are kept outside the database, under their hash.

alter table organisation_setting add column evidence_files boolean not null default false;

alter table evidence drop constraint evidence_how_check;
alter table evidence add constraint evidence_how_check check (how in ('original-shown', 'register', 'file'));

create table evidence_file (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  evidence_id uuid not null,
  -- SHA-256 of what it holds: where its bytes are.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- As whoever sent it called it, with its type's own ending.
  name text not null check (length(name) between 1 and 210),
  type text not null check (type in ('pdf', 'jpeg', 'png')),
  bytes integer not null check (bytes between 1 and 10485760),
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, evidence_id) references evidence (organisation_id, id),
  foreign key (organisation_id, added_by) references person (organisation_id, id)
);
create index evidence_file_evidence on evidence_file (organisation_id, evidence_id);
create index evidence_file_hash on evidence_file (organisation_id, hash);
call protect_tenant('evidence_file');

-- What was checked is not rewritten, and its files are what was looked at: they come with the piece or before its check, and stay.
create function evidence_file_is_kept() returns trigger language plpgsql as $$
declare
  asked record;
begin
  if tg_op = 'UPDATE' then
    raise exception 'a file is not rewritten' using errcode = 'restrict_violation', constraint = 'evidence_file_is_kept';
  end if;
  if tg_op = 'INSERT' then asked := new; else asked := old; end if;
  -- The lock keeps the piece from being checked between this look and our commit.
  perform 1 from evidence e where e.organisation_id = asked.organisation_id and e.id = asked.evidence_id
    and (e.checked_on is null or (tg_op = 'INSERT' and e.created_at = asked.added_at)) for share;
  if not found then
    raise exception 'the files of evidence that was checked stay as they are' using errcode = 'restrict_violation', constraint = 'evidence_file_is_kept';
  end if;
  return asked;
end $$;
create trigger evidence_file_is_kept before insert or update or delete on evidence_file for each row execute function evidence_file_is_kept();

-- Every file that any row names: what isn't here is taken away from where files are kept, and what is here goes along in a backup.
create view stored_file with (security_invoker = true) as
  select distinct organisation_id, hash from evidence_file;
