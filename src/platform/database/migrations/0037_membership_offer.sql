-- A membership takes both sides (ORG-1): the association offers it, and it is there when the member has said yes.

create table membership_offer (
  association_id uuid not null references organisation (id),
  member_id uuid not null references organisation (id),
  valid_from date not null,
  valid_to date,
  primary key (association_id, member_id),
  check (association_id <> member_id),
  check (valid_to is null or valid_to > valid_from)
);
alter table membership_offer enable row level security;
alter table membership_offer force row level security;
create policy both_sides on membership_offer for select using (association_id = app_organisation() or member_id = app_organisation());
create policy association_offers on membership_offer for insert with check (association_id = app_organisation());
-- Taken back, or taken up, or declined.
create policy both_end on membership_offer for delete using (association_id = app_organisation() or member_id = app_organisation());

drop policy association_keeps on membership;
create policy member_joins on membership for insert with check (member_id = app_organisation() and exists (
  select from membership_offer o
  where o.association_id = membership.association_id and o.member_id = membership.member_id
    and o.valid_from = membership.valid_from and o.valid_to is not distinct from membership.valid_to));
create policy association_ends on membership for update
  using (association_id = app_organisation()) with check (association_id = app_organisation());
create policy association_removes on membership for delete using (association_id = app_organisation());

create function membership_only_ends() returns trigger language plpgsql as $$
begin
  if (new.association_id, new.member_id, new.valid_from) is distinct from (old.association_id, old.member_id, old.valid_from)
     or new.valid_to is null or new.valid_to > old.valid_to then
    raise exception 'a membership is only ended' using errcode = 'restrict_violation', constraint = 'membership_only_ends';
  end if;
  return new;
end $$;
create trigger membership_only_ends before update on membership for each row execute function membership_only_ends();
