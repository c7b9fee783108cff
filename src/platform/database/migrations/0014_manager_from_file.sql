-- Whether the staff import named a unit's manager (INT-1, ORG-4): what a person has decided by hand, a file that says nothing does not end.
alter table unit_manager add column from_file boolean not null default false;
