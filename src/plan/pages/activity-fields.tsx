/** What an activity is, to write or to change: something of the catalogue with the places that are left, or something else. */
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { DateField, RadioGroup, Select, TextField } from "../../ui/fields.tsx";
import type { Choices } from "../keep-activity.ts";
import type { Offer } from "../offers.store.ts";
import { LONGEST, OWNERS, placesLeft, type ActivityText } from "../plan.rules.ts";
import type { Activity } from "../plan.store.ts";
import { useWired, type Typing } from "./wired.ts";

export const emptyActivity = (goalId: string): ActivityText => ({
  title: "",
  entryId: "",
  goalId,
  owner: "self",
  mentor: "",
  from: "",
  until: "",
});

/** An entry in a list to choose from, with the places that are left this year and the next. */
export function useChoice(): (offer: Offer) => { value: string; label: string } {
  const t = useMessages().plan.activity;
  const { today } = useShell();
  const year = Number(today.slice(0, 4));
  return ({ id, name, places, taken }) => {
    const left = [year, year + 1].flatMap((each) => {
      const count = placesLeft(places, taken[String(each)] ?? 0);
      return count === null ? [] : [t.left(count, String(each))];
    });
    return { value: id, label: t.choice(name, left) };
  };
}

export function ActivityFields(
  props: Typing & {
    present: ActivityText;
    choices: Choices;
    isOwn: boolean;
    /** As it stands, of one that is changed. */
    activity?: Activity;
  },
) {
  const { present, choices, isOwn, activity } = props;
  const { plan: t } = useMessages();
  const wired = useWired(props);
  const choice = useChoice();
  const kept =
    activity?.entry && !choices.offers.some(({ id }) => id === activity.entry?.id)
      ? [{ value: activity.entry.id, label: `${activity.title} (${t.withdrawn.toLowerCase()})` }]
      : [];
  const leading = choices.offers.filter(({ leadsThere }) => leadsThere);
  const others = choices.offers.filter(({ leadsThere }) => !leadsThere);
  const goalTitle = choices.goals.find(({ id }) => id === present.goalId)?.title;
  const owners = isOwn ? t.ownerSelf : t.owner;
  return (
    <>
      {(choices.offers.length > 0 || kept.length > 0) && (
        <Select
          {...wired("entryId", present.entryId, {
            hint: t.activity.entryHint,
            said: activity?.entry ? activity.title : t.activity.entryNone,
          })}
          label={t.activity.entry}
          optional={t.optional}
          empty={t.activity.entryNone}
          options={[
            ...kept,
            ...(leading.length > 0
              ? [
                  { group: t.activity.leadsThere, options: leading.map(choice) },
                  { group: t.activity.others, options: others.map(choice) },
                ]
              : others.map(choice)),
          ]}
        />
      )}
      <TextField
        {...wired("title", present.title, { hint: t.activity.titleHint })}
        label={t.activity.title}
        maxLength={LONGEST.title}
      />
      <Select
        {...wired("goalId", present.goalId, { said: goalTitle ?? t.activity.goalNone })}
        label={t.activity.goal}
        empty={t.activity.goalNone}
        options={choices.goals.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <DateField {...wired("from", present.from)} label={t.activity.from} optional={t.optional} />
      <DateField {...wired("until", present.until)} label={t.activity.until} />
      <RadioGroup
        {...wired("owner", present.owner, {
          said: present.owner === "manager" ? owners.manager : owners.self,
        })}
        label={t.activity.owner}
        inline
        options={OWNERS.map((value) => ({ value, label: owners[value] }))}
      />
      <TextField
        {...wired("mentor", present.mentor)}
        label={t.activity.mentor}
        optional={t.optional}
        maxLength={LONGEST.mentor}
      />
    </>
  );
}
