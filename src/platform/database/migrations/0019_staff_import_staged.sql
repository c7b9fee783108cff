-- Staged rows are kept from the preview for carrying out (INT-1): with what they were staged for, and the identities that whoever is new will get.

-- A mark of the day, the units and the professions; null where the rows must be staged again.
alter table staff_import add column staged_for text;

alter table staff_import_row add column new_employment_id uuid;
alter table staff_import_row add column new_person_id uuid;
-- The comparison writes on every row once or twice: on the row's own page, where there is room.
alter table staff_import_row set (fillfactor = 40);
drop index staff_import_row_group;
