-- What somebody says of what is held about them, and the answer (ASM-4): a comment that stays beside it, or a request for correction. Both stay.

create table data_request (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('comment', 'correction')),
  about text not null check (about in ('register', 'placements', 'assessments', 'evidence', 'reads')),
  words text not null check (length(words) between 1 and 4000),
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index data_request_person on data_request (organisation_id, person_id, at);
call protect_tenant('data_request');
comment on table data_request is 'append-only: what was said stays';
create trigger data_request_never_changes before update or delete on data_request for each row execute function refuse_change();

create table data_answer (
  organisation_id uuid not null references organisation (id),
  request_id uuid not null,
  outcome text not null check (outcome in ('corrected', 'kept')),
  words text not null check (length(words) between 1 and 4000),
  answered_by uuid not null,
  at timestamptz not null,
  primary key (organisation_id, request_id),
  foreign key (organisation_id, request_id) references data_request (organisation_id, id),
  foreign key (organisation_id, answered_by) references person (organisation_id, id)
);
call protect_tenant('data_answer');
comment on table data_answer is 'append-only: what was answered stays';
create trigger data_answer_never_changes before update or delete on data_answer for each row execute function refuse_change();
