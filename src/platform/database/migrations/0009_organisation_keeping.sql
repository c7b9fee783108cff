-- What keeps an organisation's own record true: k is never lowered (ORG-5), and the look-ups that its pages make.

-- What was once hidden would otherwise show.
create function smallest_group_is_never_lowered() returns trigger language plpgsql as $$
begin
  if new.smallest_group < old.smallest_group then
    raise exception 'smallest_group is never lowered' using errcode = 'check_violation', constraint = 'smallest_group_is_never_lowered';
  end if;
  return new;
end $$;
create trigger smallest_group_is_never_lowered before update of smallest_group on organisation_setting
  for each row execute function smallest_group_is_never_lowered();

create index unit_deputy_unit on unit_deputy (organisation_id, unit_id);
create index person_email on person (organisation_id, lower(email)) where email is not null;

-- A segment of the log is read back whole when the chain is verified (PRV-1).
create index access_log_segment on access_log (organisation_id, seal, id) where seal is not null;
