-- PLC-9: another view on a placement can go to the manager above, with a union representative if the person wishes; it is answered in writing, once, and both stay.
alter table placement_response
  add column to_above boolean not null default false,
  add column with_representative boolean not null default false,
  add constraint placement_response_above check ((kind = 'other-view' or not to_above) and (to_above or not with_representative));
create index placement_response_above on placement_response (organisation_id, placement_id) where to_above;

create table placement_view_answer (
  organisation_id uuid not null references organisation (id),
  response_id uuid not null,
  words text not null check (length(words) between 1 and 4000),
  answered_by uuid not null,
  at timestamptz not null,
  primary key (organisation_id, response_id),
  foreign key (organisation_id, response_id) references placement_response (organisation_id, id),
  foreign key (organisation_id, answered_by) references person (organisation_id, id)
);
call protect_tenant('placement_view_answer');
comment on table placement_view_answer is 'append-only: both views stay';
create trigger placement_view_answer_never_changes before update or delete on placement_view_answer for each row execute function refuse_change();
create trigger placement_view_answer_never_truncated before truncate on placement_view_answer for each statement execute function refuse_change();

-- ORG-4: what is answered went to the manager above, and nobody answers for themself, nor for what they decided.
create function view_answered_from_above() returns trigger language plpgsql as $$
begin
  if not exists (
    select from placement_response r join placement p on p.organisation_id = r.organisation_id and p.id = r.placement_id
    where r.organisation_id = new.organisation_id and r.id = new.response_id and r.to_above
      and p.person_id <> new.answered_by and p.decided_by is distinct from new.answered_by) then
    raise exception 'another view is answered by the manager above' using errcode = 'restrict_violation', constraint = 'view_answered_from_above';
  end if;
  return new;
end $$;
create trigger view_answered_from_above before insert on placement_view_answer for each row execute function view_answered_from_above();
