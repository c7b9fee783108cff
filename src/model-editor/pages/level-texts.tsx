/** What a level says of itself for the profession, and where one can go on from it. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import type { Reason } from "../../shared/result.ts";
import { Button } from "../../ui/actions.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Disclosure } from "../../ui/lists.tsx";
import type { LevelView } from "../view-draft.ts";
import { useDraft } from "./draft-places.tsx";
import { Theirs } from "./theirs.tsx";

export function LevelTexts(props: {
  view: LevelView;
  values: FormValues | undefined;
  reasons: readonly Reason[] | undefined;
}) {
  const { view, values, reasons = [] } = props;
  const { modelEditor } = useMessages();
  const t = modelEditor.level;
  const to = useDraft(view);
  const { level } = view;
  const now = { intro: level.intro, onward: level.onward.join("\n") };
  if (!view.mayWrite)
    return (
      <div lang={MODEL_LANGUAGE}>
        {level.intro && <p>{level.intro}</p>}
        {level.onward.length > 0 && (
          <p>
            {t.onward}: {level.onward.join(", ")}
          </p>
        )}
      </div>
    );
  const errors = spell(reasons, modelEditor.reasons);
  return (
    <Disclosure id="texts" summary={t.texts} open={values !== undefined}>
      <Form hidden={{ intent: "texts", "was-intro": now.intro, "was-onward": now.onward }} label={t.texts}>
        {(["intro", "onward"] as const).map((name) => (
          <div key={name} lang={MODEL_LANGUAGE}>
            {reasons.some((reason) => reason.code === "changed-by-other" && reason.field === name) && (
              <Theirs text={now[name]} href={`${to.level(level.key)}#texts`} />
            )}
            <TextArea
              name={name}
              label={t[name]}
              hint={t[`${name}Hint`]}
              error={errors.of(name)}
              defaultValue={values?.[name]?.[0] ?? now[name]}
            />
          </div>
        ))}
        <Button variant="secondary">{t.save}</Button>
      </Form>
    </Disclosure>
  );
}
