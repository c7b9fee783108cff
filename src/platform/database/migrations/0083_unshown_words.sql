-- Words that somebody wrote in a talk and hadn't shown when it closed are theirs (TLK-1, PRV-2): who wrote the text that the two were to
-- agree is kept, and what was never shown can be taken away by its writer when the talk is closed. What was shown changes in nothing.
alter table talk add column agreed_by uuid;
alter table talk add foreign key (organisation_id, agreed_by) references person (organisation_id, id);
alter table talk add constraint talk_agreed_not_by_oneself check (agreed_by <> person_id);
create index talk_agreed_by on talk (organisation_id, agreed_by);
create index talk_preparation_unshown on talk_preparation (organisation_id, author_id) where shared_on is null;

-- Until now it wasn't kept who wrote: it was who held the talk, where nobody else has acted in their place. The talks of all
-- organisations, which the owner sees only while the rule doesn't bind it.
alter table talk no force row level security;
alter table talk_event no force row level security;
alter table talk disable trigger talk_is_kept;
update talk t set agreed_by = held_by
where t.agreed <> '' and not exists (
  select from talk_event e where e.organisation_id = t.organisation_id and e.talk_id = t.id
    and e.kind in ('recorded', 'asked', 'confirmed') and e.by_id not in (t.person_id, t.held_by));
alter table talk enable trigger talk_is_kept;
alter table talk force row level security;
alter table talk_event force row level security;

-- Of a closed talk the text that was being written can be taken away, and nothing else changes.
drop trigger talk_is_kept on talk;
create trigger talk_is_kept before update on talk for each row
  when (not (old.state in ('locked', 'cancelled') and new.agreed = '' and new.agreed_by is null
    and to_jsonb(new.*) - 'agreed' - 'agreed_by' = to_jsonb(old.*) - 'agreed' - 'agreed_by'))
  execute function talk_is_kept();

-- What was prepared for a talk that was called off before it was held, and never shown.
create function talk_preparation_is_taken_away() returns trigger language plpgsql as $$
begin
  if old.shared_on is not null or not exists (
      select from talk where organisation_id = old.organisation_id and id = old.talk_id and state = 'cancelled' and held_on is null) then
    raise exception 'what was prepared is kept' using errcode = 'restrict_violation', constraint = 'talk_is_in';
  end if;
  return old;
end $$;
drop trigger talk_preparation_before_held on talk_preparation;
create trigger talk_preparation_before_held before insert or update on talk_preparation for each row execute function talk_is_in('planned');
create trigger talk_preparation_is_taken_away before delete on talk_preparation for each row execute function talk_preparation_is_taken_away();
