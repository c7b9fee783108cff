-- Which key (VIDGA_SECRET) the data was made with: its mark, which tells keys apart without giving them away. The last row is the one that
-- counts: another key would know nobody by the numbers that were keyed with this one, and the start refuses it.
create table installation_key (
  number integer primary key,
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  since timestamptz not null default now()
);
comment on table installation_key is 'append-only: the marks of the keys that the data has been made with';
create trigger installation_key_never_changes before update or delete or truncate on installation_key
  for each statement execute function refuse_change();
