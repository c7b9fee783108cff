-- For how long evidence is good is said by few items. Each piece of evidence asks for its own, whatever the number of models in force (MOD-7).
create index item_validity on item (organisation_id, item_id) where (formal ->> 'validMonths') is not null;
