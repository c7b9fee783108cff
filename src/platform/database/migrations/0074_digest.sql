-- How a person gets their mail. Without a row each comes by itself, in Swedish.
create table mail_setting (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  -- What isn't urgent comes once a day, in one mail.
  gathered boolean not null,
  language text not null check (language in ('sv', 'en')),
  chosen_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
call protect_tenant('mail_setting');

-- A mail that came in another, which gathers what has come since the last one.
alter table mail add column gathered_in uuid;
alter table mail add foreign key (organisation_id, gathered_in) references mail (organisation_id, id) on delete set null (gathered_in);
alter table mail drop constraint mail_state_check;
alter table mail add constraint mail_state_check check (state in ('waiting', 'sent', 'caught', 'withheld', 'given-up', 'gathered'));
alter table mail add constraint mail_gathered_in_check check (state = 'gathered' or gathered_in is null);
create index mail_gathered on mail (organisation_id, gathered_in) where gathered_in is not null;
