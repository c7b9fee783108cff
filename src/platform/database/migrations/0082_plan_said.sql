-- How a goal or an activity goes can have a comment in every state, not only when it wasn't done: why it wasn't is still asked for (PLN-1).
alter table plan_goal drop constraint plan_goal_check3;
alter table plan_goal add constraint plan_goal_says_why check (state <> 'not-done' or reason <> '' or has_left);
alter table plan_goal add constraint plan_goal_left_ended check (not has_left or state = 'not-done');
alter table plan_activity drop constraint plan_activity_check2;
alter table plan_activity add constraint plan_activity_says_why check (state <> 'not-done' or reason <> '' or has_left);
alter table plan_activity add constraint plan_activity_left_ended check (not has_left or state = 'not-done');
