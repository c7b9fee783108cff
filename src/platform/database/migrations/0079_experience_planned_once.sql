-- The time that people have worked (ASM-2), as before, asked so that one plan serves for all: whether everybody is meant stands in the text. Of a value that may or may not be
-- null PostgreSQL can't use an index, and it planned the question anew for each person.
create function counted_experience(people uuid[], everybody boolean)
  returns table (person_id uuid, profession_id uuid, during daterange, days_before integer) language sql stable as $$
  with left_out as (
    select l.employment_id, range_agg(l.during) as during
    from (select r.employment_id, unnest(range_agg(daterange(r.valid_from, r.valid_to))) as during
          from leave_period r
          where r.organisation_id = app_organisation()
            and (select s.experience_leave_days from organisation_setting s where s.organisation_id = app_organisation()) is not null
            and (everybody or r.employment_id in (
              select m.id from employment m where m.organisation_id = app_organisation() and m.person_id = any (people)))
          group by r.employment_id) l
    join organisation_setting s on s.organisation_id = app_organisation()
    where upper_inf(l.during) or upper(l.during) - lower(l.during) > s.experience_leave_days
    group by l.employment_id
  ), worked as (
    select e.person_id, e.profession_id, unnest(case when l.during is null then datemultirange(daterange(e.valid_from, e.valid_to))
      else datemultirange(daterange(e.valid_from, e.valid_to)) - l.during end) as during
    from employment_period e left join left_out l on l.employment_id = e.employment_id
    where e.organisation_id = (select app_organisation()) and e.profession_id is not null and (everybody or e.person_id = any (people))
    union all
    select e.person_id, e.profession_id, daterange(e.issued_on, e.until_on) from evidence e
    where e.organisation_id = (select app_organisation()) and e.kind = 'experience' and e.checked_on is not null and e.withdrawn_on is null
      and e.superseded_on is null and (everybody or e.person_id = any (people))
  ), piece as (
    select w.person_id, w.profession_id, unnest(range_agg(w.during)) as during from worked w group by w.person_id, w.profession_id
  )
  select p.person_id, p.profession_id, p.during,
    coalesce(sum(upper(p.during) - lower(p.during)) over (
      partition by p.person_id, p.profession_id order by lower(p.during) rows between unbounded preceding and 1 preceding), 0)::integer
  from piece p
$$;

-- As it was asked until now.
create or replace function counted_experience(people uuid[] default null)
  returns table (person_id uuid, profession_id uuid, during daterange, days_before integer) language sql stable as $$
  select * from counted_experience(people, people is null)
$$;
