-- Local titles (INT-4, PLC-7): which title the HR system has for a level, and for a track in it. A level and a track are the same through the
-- versions of a model, and so a title stays when a version is superseded.

create table local_title_list (
  organisation_id uuid not null references organisation (id),
  model_id uuid not null,
  revision integer not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (organisation_id, model_id),
  foreign key (organisation_id, model_id) references career_model (organisation_id, id),
  foreign key (organisation_id, updated_by) references account (organisation_id, id)
);
call protect_tenant('local_title_list');

create table local_title (
  organisation_id uuid not null references organisation (id),
  model_id uuid not null,
  level_id uuid not null,
  track_id uuid,
  -- The first of a level, 0, is the one that is written out to the HR system; the others are read alike.
  position integer not null check (position >= 0),
  title text not null check (length(title) between 1 and 200 and title = btrim(title)),
  foreign key (organisation_id, model_id) references local_title_list (organisation_id, model_id),
  foreign key (organisation_id, level_id) references structure_level (organisation_id, id),
  unique nulls not distinct (organisation_id, model_id, level_id, track_id, position)
);
-- A title means one level in a model.
create unique index local_title_means_one_level on local_title (organisation_id, model_id, lower(title));
call protect_tenant('local_title');
