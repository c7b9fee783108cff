-- ASM-4: a comment or a request for correction can be about one's plan, too.

alter table data_request drop constraint data_request_about_check;
alter table data_request add constraint data_request_about_check
  check (about in ('register', 'placements', 'assessments', 'evidence', 'talks', 'plan', 'reads'));
