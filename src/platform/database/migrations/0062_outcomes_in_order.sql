-- Which outcome was agreed last goes by the order in which they were written down, and by no clock: two can be of the same instant, and clocks are moved.

alter table joint_outcome add column number bigint generated always as identity;
drop index joint_outcome_person;
create index joint_outcome_person on joint_outcome (organisation_id, person_id, item_id, decided_on desc, number desc);
