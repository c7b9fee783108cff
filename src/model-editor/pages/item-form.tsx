/** Everything that is said in an item, in one form that saves itself. */
import { wordValues } from "../../career-model/item-form.ts";
import { WordFields } from "../../career-model/parts/item-fields.tsx";
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import { atTime } from "../../people/parts/at-time.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import type { DraftItem } from "../draft.store.ts";
import type { NotedChange } from "../item.rules.ts";
import { AutosavedForm } from "./autosave.tsx";

export function ItemForm(props: {
  item: DraftItem;
  /** What was typed and not saved; of a level's form, the text alone. */
  typed: FormValues | undefined;
  errors: Spelled;
  action: string;
  written: Pick<NotedChange, "by" | "at"> | null;
}) {
  const { item, typed, errors, written } = props;
  const { modelEditor } = useMessages();
  const t = modelEditor.item;
  return (
    <AutosavedForm id="words" action={props.action} revision={item.revision} hidden={{ intent: "words" }}>
      <WordFields values={{ ...wordValues(item), ...typed }} error={errors.of} />
      <Actions>
        <Button>{t.save}</Button>
        {written && (
          <span className="muted">{t.writtenBy(written.by, atTime(written.at.toISOString()))}</span>
        )}
      </Actions>
    </AutosavedForm>
  );
}
