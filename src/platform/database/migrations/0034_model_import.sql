-- A model's spreadsheet on its way in (MOD-15): the file until it has become a draft or is left, and how it is read. Nothing of it is a model before.

create table model_import (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  filename text not null check (length(filename) <= 200),
  -- preview → done; or cancelled.
  state text not null default 'preview' check (state in ('preview', 'done', 'cancelled')),
  file bytea,
  -- Which sheet, which row has the headings, what each column is, and the structure that it is held against; null for Vidga's own list.
  reading jsonb,
  revision integer not null default 1,
  finished_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, created_by) references account (organisation_id, id),
  check ((file is not null) = (state = 'preview')),
  check ((finished_at is null) = (state = 'preview'))
);
create index model_import_created on model_import (organisation_id, created_at desc);
call protect_tenant('model_import');
