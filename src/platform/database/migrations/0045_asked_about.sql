-- MOD-16: that a supplement was sent out for consultation, and taken back to be written on: by whom, when and why. Decisions stand for themselves.
create table supplement_event (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  supplement_version_id uuid not null,
  kind text not null check (kind in ('consultation', 'draft')),
  account_id uuid not null,
  reason text not null default '' check (length(reason) <= 2000),
  happened_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, supplement_version_id) references supplement_version (organisation_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id)
);
call protect_tenant('supplement_event');
create index supplement_event_of_version on supplement_event (organisation_id, supplement_version_id, happened_at);
comment on table supplement_event is 'append-only: what has been done is not rewritten';
create trigger event_never_changes before update or delete on supplement_event for each row execute function refuse_change();
create trigger event_never_truncated before truncate on supplement_event for each statement execute function refuse_change();
