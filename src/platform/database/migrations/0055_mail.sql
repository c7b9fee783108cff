-- Mail that is to be sent, put here in the transaction that causes it and sent by a background job: at least once, always with the same Message-ID.
-- Who it is for is a person, whose address is looked up when it is sent (ORG-7), or an address.
create table mail (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- What makes it one: what is asked for twice is one mail, for as long as it is kept.
  key text not null check (length(key) between 1 and 200),
  kind text not null check (length(kind) between 1 and 60),
  person_id uuid,
  address text check (length(address) between 3 and 254),
  -- Whose address an answer goes to.
  reply_to uuid,
  language text not null check (language in ('sv', 'en')),
  subject text not null check (length(subject) between 1 and 200 and subject !~ '[[:cntrl:]]'),
  body text not null check (length(body) between 1 and 20000),
  -- The page that it is about, within the organisation's own address.
  path text not null check (path ~ '^(/|$)' and length(path) <= 500),
  -- An appointment for the calendar: `Appointment` in src/platform/mail/appointment.ts.
  appointment jsonb,
  queued_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'caught', 'withheld', 'given-up')),
  -- Not tried before this; while a process is at it, the time when another may take it over.
  next_try_at timestamptz not null,
  -- Nobody is helped by it any longer.
  give_up_at timestamptz not null,
  attempts integer not null default 0 check (attempts >= 0),
  -- Given at the first try and never changed.
  message_id text check (length(message_id) <= 400),
  -- A code: why it was not sent, or has not been yet.
  why text check (length(why) between 1 and 60),
  settled_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, key),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, reply_to) references person (organisation_id, id),
  check (num_nonnulls(person_id, address) = 1),
  check ((state = 'waiting') = (settled_at is null)),
  check (state not in ('sent', 'caught') or message_id is not null)
);
create index mail_due on mail (organisation_id, next_try_at) where state = 'waiting';
create index mail_person on mail (organisation_id, person_id, queued_at) where person_id is not null;
create index mail_settled on mail (organisation_id, settled_at) where settled_at is not null;
call protect_tenant('mail');

-- What a person has chosen to get by mail, or not to. Without a row it is as src/shared/mail-kinds.ts says.
create table mail_choice (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  kind text not null check (length(kind) between 1 and 60),
  wanted boolean not null,
  chosen_at timestamptz not null,
  primary key (organisation_id, person_id, kind),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
call protect_tenant('mail_choice');
