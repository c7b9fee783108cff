-- Which placements came of a talk (PLC-1, PLC-4): decided at it, or when it had been closed. The talk's own record stays as it is.
alter table placement add constraint placement_of_person unique (organisation_id, id, person_id);

create table talk_placement (
  organisation_id uuid not null references organisation (id),
  placement_id uuid not null,
  talk_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, placement_id),
  foreign key (organisation_id, talk_id, person_id) references talk (organisation_id, id, person_id),
  foreign key (organisation_id, placement_id, person_id) references placement (organisation_id, id, person_id)
);
create index talk_placement_talk on talk_placement (organisation_id, talk_id);
call protect_tenant('talk_placement');
comment on table talk_placement is 'append-only: what came of a talk stays';
create trigger talk_placement_of_held before insert on talk_placement for each row execute function talk_is_in('held', 'locked');
create trigger talk_placement_never_changes before update or delete on talk_placement for each row execute function refuse_change();
create trigger talk_placement_never_truncated before truncate on talk_placement for each statement execute function refuse_change();
