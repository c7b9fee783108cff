-- What is under way in a unit: a manager's days when a round is booked, and what waits for a manager above.
create index talk_under_way_in_unit on talk (organisation_id, unit_id, on_day) where state in ('planned', 'held');
