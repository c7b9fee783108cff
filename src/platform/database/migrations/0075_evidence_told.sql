-- That a person was told by mail that a piece of evidence ends on a day: once for each piece and day, also when the mail is kept no longer.
create table evidence_told (
  organisation_id uuid not null references organisation (id),
  evidence_id uuid not null,
  ends_on date not null,
  told_at timestamptz not null,
  primary key (organisation_id, evidence_id, ends_on),
  foreign key (organisation_id, evidence_id) references evidence (organisation_id, id)
);
call protect_tenant('evidence_told');
