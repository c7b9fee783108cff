-- A staff file is read back a piece at a time (INT-1), which takes that it is kept as it came.
alter table staff_import alter column file set storage external;
