-- MOD-9: what the employer has said isn't used of a version on a day: its levels, tracks and items. (`unused_places` gives the first two.)
create function unused_parts(tenant uuid, version uuid, on_day date) returns uuid[] language sql stable as $$
  select coalesce(array_agg(coalesce(u.level_id, u.track_id, u.item_id)), '{}')
  from unused_mark u
  where u.organisation_id = tenant and u.supplement_version_id = (
    select v.id from supplement_version v join supplement s on s.organisation_id = v.organisation_id and s.id = v.supplement_id
    where v.organisation_id = tenant and v.base_version_id = version and s.unit_id is null and v.in_force_from <= on_day
    order by v.in_force_from desc limit 1)
$$;

-- MOD-13: as in 0045, with the track, which may be one that isn't used.
drop function local_requirements(uuid, uuid, date);
create function local_requirements(tenant uuid, version uuid, on_day date) returns table (
    item_id uuid, level_id uuid, track_id uuid, heading_id uuid, ordinal integer, kind text, mandatory boolean, words text, visibility text,
    formal jsonb, unit_name text)
  language sql stable as $$
  select i.item_id, i.level_id, i.track_id, i.heading_id, i.position, i.kind, i.mandatory, i.text, i.visibility, i.formal, u.name
  from supplement s
  join lateral (
    select v.organisation_id, v.id from supplement_version v
    where v.organisation_id = s.organisation_id and v.supplement_id = s.id and v.base_version_id = version and v.in_force_from <= on_day
    order by v.in_force_from desc limit 1) v on true
  join supplement_item i on i.organisation_id = v.organisation_id and i.supplement_version_id = v.id
  left join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
  where s.organisation_id = tenant and i.kind in ('formal', 'demonstrated')
$$;
