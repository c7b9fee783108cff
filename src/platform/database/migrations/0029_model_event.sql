-- What has been done with a model and its versions, by whom and why (MOD-2). What was decided about a version stands in `decision`.

create table model_event (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  model_id uuid not null,
  -- Null for what concerns the model as a whole.
  version_id uuid,
  kind text not null check (kind in ('begun', 'read', 'rewritten', 'consultation', 'draft', 'active', 'dormant', 'withdrawn')),
  -- The version whose text a revision began with.
  begun_from integer,
  account_id uuid not null,
  reason text not null default '' check (length(reason) <= 2000),
  happened_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id),
  foreign key (organisation_id, model_id, version_id) references model_version (organisation_id, model_id, id),
  foreign key (organisation_id, account_id) references account (organisation_id, id),
  check ((kind in ('active', 'dormant', 'withdrawn')) = (version_id is null)),
  check ((kind = 'begun') = (begun_from is not null))
);
call protect_tenant('model_event');
create index model_event_of_model on model_event (organisation_id, model_id, happened_at);
comment on table model_event is 'append-only: what has been done is not rewritten';
create trigger event_never_changes before update or delete on model_event for each row execute function refuse_change();
create trigger event_never_truncated before truncate on model_event for each statement execute function refuse_change();
