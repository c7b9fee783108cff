/** Where an item stands, the form that moves it, and the group that it belongs to. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { NumberField, Select } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import type { DraftItem } from "../draft.store.ts";
import type { ItemView } from "../view-draft.ts";
import { useDraft } from "./draft-places.tsx";

/** The form's fields have ids of their own, which the faults of a place are about. */
export function MoveForm(props: {
  view: ItemView;
  item: DraftItem;
  errors: Spelled | undefined;
  values: FormValues | undefined;
}) {
  const { view, item, errors } = props;
  const t = useMessages().modelEditor.item;
  const { frame } = view;
  const value = (name: string, kept: string): string => (errors && props.values?.[name]?.[0]) ?? kept;
  const level = frame.levels.find((each) => each.key === item.levelKey)?.name ?? "";
  const heading = frame.headings.find((each) => each.key === item.headingKey)?.name ?? "";
  const options = (parts: readonly { readonly key: string; readonly name: string }[]) =>
    parts.map((part) => ({ value: part.key, label: part.name }));
  return (
    <>
      <p lang={MODEL_LANGUAGE}>{t.placeText(level, heading, view.position, view.beside)}</p>
      {item.groupKey !== undefined && <p className="muted">{t.leavesGroup}</p>}
      <Form hidden={{ intent: "move" }} label={t.move}>
        <div className="add-facts">
          <Select
            name="level"
            id="levelKey"
            label={t.level}
            width="medium"
            error={errors?.of("levelKey")}
            options={options(frame.levels)}
            defaultValue={value("level", item.levelKey)}
          />
          {frame.tracks.length > 0 && (
            <Select
              name="track"
              id="trackKey"
              label={t.track}
              width="medium"
              error={errors?.of("trackKey")}
              empty={t.noTrack}
              options={options(frame.tracks)}
              defaultValue={value("track", item.trackKey ?? "")}
            />
          )}
          <Select
            name="heading"
            id="headingKey"
            label={t.heading}
            width="medium"
            error={errors?.of("headingKey")}
            options={options(frame.headings)}
            defaultValue={value("heading", item.headingKey)}
          />
          <NumberField
            name="position"
            label={t.position}
            hint={t.positionHint}
            defaultValue={value("position", String(view.position))}
          />
        </div>
        <Actions>
          <Button variant="secondary">{t.moveSubmit}</Button>
        </Actions>
      </Form>
    </>
  );
}

export function GroupOf({ view, item }: { view: ItemView; item: DraftItem }) {
  const t = useMessages().modelEditor.item;
  const to = useDraft(view);
  return item.groupKey === undefined ? (
    <>
      <p>{t.groupNone}</p>
      <Actions>
        <LinkButton href={`${to.page}/groups/new?with=${item.id}`}>{t.makeGroup}</LinkButton>
      </Actions>
    </>
  ) : (
    <>
      <p>{t.groupIn}</p>
      <Actions>
        <LinkButton href={`${to.page}/groups/${item.groupKey}`}>{t.toGroup}</LinkButton>
      </Actions>
    </>
  );
}
