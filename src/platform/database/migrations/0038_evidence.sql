-- Evidence (ASM-2): what shows that a person meets formal requirements. Nothing is recomputed when it expires, is withdrawn or renewed
-- (ASM-5): what holds is asked for a day. It counts on day D when `checked_on is not null and issued_on <= D`, D is before whichever there is of
-- `expires_on`, `withdrawn_on` and `superseded_on`, and before `issued_on` + the requirement's `validMonths` in the version that is asked (MOD-7).

create table evidence (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('licence', 'degree', 'specialist', 'course', 'experience', 'merit')),
  what text not null check (length(what) between 1 and 300),
  issued_on date not null,
  -- The first day on which it is good no longer.
  expires_on date,
  -- Experience elsewhere: worked in the profession in [issued_on, until_on).
  until_on date,
  profession_id uuid,
  -- In the person's own words: where the original can be seen, and what else the one who checks should know.
  seen_where text not null default '' check (length(seen_where) <= 1000),
  -- The authority that it was handed in to, as a placement has one; null is the organisation itself (ORG-2).
  authority_id uuid,
  added_by uuid not null,
  created_at timestamptz not null,
  -- Handed back to the person, until it's handed in again. What was missing stands in `evidence_event`.
  returned_on date,
  checked_on date,
  checked_by uuid,
  checked_as text check (checked_as in ('manager', 'deputy', 'manager-above')),
  how text check (how in ('original-shown', 'register')),
  -- The register that it was looked up in, or who issued it.
  source text not null default '' check (length(source) <= 300),
  withdrawn_on date,
  -- What it renews: from the day that it's issued, once it has been checked.
  renews_id uuid,
  superseded_by uuid,
  superseded_on date,
  revision integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, profession_id) references profession (organisation_id, id),
  foreign key (organisation_id, authority_id) references unit (organisation_id, id),
  foreign key (organisation_id, added_by) references person (organisation_id, id),
  foreign key (organisation_id, checked_by) references person (organisation_id, id),
  foreign key (organisation_id, renews_id) references evidence (organisation_id, id),
  foreign key (organisation_id, superseded_by) references evidence (organisation_id, id),
  check (expires_on > issued_on),
  check (until_on > issued_on),
  check (case kind when 'experience' then num_nonnulls(until_on, profession_id) = 2 and expires_on is null
         else num_nonnulls(until_on, profession_id) = 0 end),
  check (num_nonnulls(checked_on, checked_by, checked_as, how) in (0, 4)),
  -- ORG-4: nobody checks their own.
  check (checked_by <> person_id),
  check (returned_on is null or checked_on is null),
  check (num_nonnulls(superseded_by, superseded_on) in (0, 2)),
  check (superseded_by is null or checked_on is not null)
);
create index evidence_person on evidence (organisation_id, person_id);
call protect_tenant('evidence');

-- Which requirements it meets, by their identity: in any version, model and layer that holds them (MOD-5).
create table evidence_requirement (
  organisation_id uuid not null references organisation (id),
  evidence_id uuid not null,
  item_id uuid not null,
  primary key (organisation_id, evidence_id, item_id),
  foreign key (organisation_id, evidence_id) references evidence (organisation_id, id)
);
create index evidence_requirement_item on evidence_requirement (organisation_id, item_id, evidence_id);
call protect_tenant('evidence_requirement');

-- What was checked is not rewritten: it is only ever withdrawn or superseded. A renewal that is withdrawn gives way to what it superseded.
create function evidence_is_kept() returns trigger language plpgsql as $$
begin
  if (new.organisation_id, new.id, new.person_id, new.added_by, new.created_at)
       is distinct from (old.organisation_id, old.id, old.person_id, old.added_by, old.created_at)
     or (old.withdrawn_on is not null and to_jsonb(new) - array['superseded_by', 'superseded_on', 'revision']
           is distinct from to_jsonb(old) - array['superseded_by', 'superseded_on', 'revision'])
     or (old.checked_on is not null and to_jsonb(new) - array['withdrawn_on', 'superseded_by', 'superseded_on', 'revision']
           is distinct from to_jsonb(old) - array['withdrawn_on', 'superseded_by', 'superseded_on', 'revision']) then
    raise exception 'evidence that was checked is not rewritten' using errcode = 'restrict_violation', constraint = 'evidence_is_kept';
  end if;
  return new;
end $$;
create trigger evidence_is_kept before update on evidence for each row execute function evidence_is_kept();

-- Who did what with it, and what they said. Both sides stay.
create table evidence_event (
  organisation_id uuid not null references organisation (id),
  id bigint generated always as identity,
  evidence_id uuid not null,
  kind text not null check (kind in ('added', 'changed', 'returned', 'checked', 'linked', 'withdrawn', 'superseded')),
  person_id uuid not null,
  words text not null default '' check (length(words) <= 2000),
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, evidence_id) references evidence (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index evidence_event_evidence on evidence_event (organisation_id, evidence_id, id);
call protect_tenant('evidence_event');
comment on table evidence_event is 'append-only: what was done and said stays';
create trigger evidence_event_never_changes before update or delete on evidence_event for each row execute function refuse_change();

-- ASM-2: how leave is counted in experience. A leave of up to so many days counts whole and a longer one not at all; null is that all leave counts.
alter table organisation_setting add column experience_leave_days integer check (experience_leave_days between 0 and 3650);

-- Leave is looked up by its employment.
create index leave_period_employment on leave_period (organisation_id, employment_id);

-- ASM-2: the time that people have worked in each profession, of these people or of everybody: disjoint pieces, each with the days that were counted before
-- it. Employments at the same time count once, and leave as the setting says; leaves that follow each other are one. So many months are reached in the first piece in
-- which `lower(during) - days_before` plus the months is not after `upper(during)`, and on that day: as if all earlier time had come just before the piece.
-- The same as `countedExperience` in `src/evidence/experience.rules.ts`.
create function counted_experience(people uuid[] default null)
  returns table (person_id uuid, profession_id uuid, during daterange, days_before integer) language sql stable as $$
  with left_out as (
    select l.employment_id, range_agg(l.during) as during
    from (select r.employment_id, unnest(range_agg(daterange(r.valid_from, r.valid_to))) as during
          from leave_period r where r.organisation_id = app_organisation() group by r.employment_id) l
    join organisation_setting s on s.organisation_id = app_organisation()
    where s.experience_leave_days is not null and (upper_inf(l.during) or upper(l.during) - lower(l.during) > s.experience_leave_days)
    group by l.employment_id
  ), worked as (
    select e.person_id, e.profession_id, unnest(datemultirange(daterange(e.valid_from, e.valid_to)) - coalesce(l.during, '{}')) as during
    from employment_period e left join left_out l on l.employment_id = e.employment_id
    where e.organisation_id = app_organisation() and e.profession_id is not null and (people is null or e.person_id = any (people))
    union all
    select e.person_id, e.profession_id, daterange(e.issued_on, e.until_on) from evidence e
    where e.organisation_id = app_organisation() and e.kind = 'experience' and e.checked_on is not null and e.withdrawn_on is null
      and e.superseded_on is null and (people is null or e.person_id = any (people))
  ), piece as (
    select w.person_id, w.profession_id, unnest(range_agg(w.during)) as during from worked w group by w.person_id, w.profession_id
  )
  select p.person_id, p.profession_id, p.during,
    coalesce(sum(upper(p.during) - lower(p.during)) over (
      partition by p.person_id, p.profession_id order by lower(p.during) rows between unbounded preceding and 1 preceding), 0)::integer
  from piece p
$$;
