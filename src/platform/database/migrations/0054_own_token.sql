-- What somebody says for themself is said with a token that their own account made (INT-3, ASM-1): nobody gives one out in another's name.
alter table api_token add constraint api_token_speaks_for_oneself
  check (not scopes && array['my:read', 'my:write'] or created_by is not distinct from account_id);
