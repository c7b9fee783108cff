-- ASM-4: which of the records a comment or a request for correction is about, with what it was called when it was said: the record may be corrected, and both stay.

alter table data_request
  add column record_id uuid,
  add column record text not null default '' check (length(record) <= 400),
  add constraint data_request_record check ((record_id is null) = (record = ''));
