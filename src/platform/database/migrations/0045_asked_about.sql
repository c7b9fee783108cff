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

-- MOD-13: the requirements that the employer and its units have added to a version of a base, in the supplements in force on the day.
create function local_requirements(tenant uuid, version uuid, on_day date) returns table (
    item_id uuid, level_id uuid, heading_id uuid, ordinal integer, kind text, mandatory boolean, words text, visibility text, formal jsonb, unit_name text)
  language sql stable as $$
  select i.item_id, i.level_id, i.heading_id, i.position, i.kind, i.mandatory, i.text, i.visibility, i.formal, u.name
  from supplement s
  join lateral (
    select v.organisation_id, v.id from supplement_version v
    where v.organisation_id = s.organisation_id and v.supplement_id = s.id and v.base_version_id = version and v.in_force_from <= on_day
    order by v.in_force_from desc limit 1) v on true
  join supplement_item i on i.organisation_id = v.organisation_id and i.supplement_version_id = v.id
  left join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
  where s.organisation_id = tenant and i.kind in ('formal', 'demonstrated')
$$;

-- MOD-13: what the public reads of the associations' catalogues and that is a way to something in a model that the organisation has taken in from them.
-- The ids of models, levels and requirements are the associations' own, and the same in the organisation.
create function association_ways(on_day date) returns table (
    association text, slug text, model_id uuid, target text, target_id uuid, entry_id uuid, name text, kind text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  member uuid := app_organisation();
  each_association uuid;
  taken_in uuid[];
begin
  foreach each_association in array array(
    select m.association_id from membership m
    where m.member_id = member and m.valid_from <= on_day and (m.valid_to is null or m.valid_to > on_day)) loop
    taken_in := array(select m.id from career_model m where m.organisation_id = member and m.origin_id = each_association and m.status <> 'withdrawn');
    continue when cardinality(taken_in) = 0;
    perform set_config('app.organisation', each_association::text, true);
    return query
      select o.name, o.slug, t.model_id, t.target, t.target_id, e.id, e.name, e.kind
      from catalogue_entry e
      join catalogue_tie t on t.organisation_id = e.organisation_id and t.entry_id = e.id
      join organisation o on o.id = e.organisation_id
      where e.organisation_id = each_association and e.visibility = 'public' and (e.retired_on is null or e.retired_on > on_day)
        and t.model_id = any (taken_in);
    perform set_config('app.organisation', member::text, true);
  end loop;
end $$;
