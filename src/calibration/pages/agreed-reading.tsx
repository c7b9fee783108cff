/** What was agreed about one requirement, or the principles: what counts, what was said before, the form, and its way to the model's draft. */
import { dayOf } from "../../shared/local-date.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import { Paragraphs } from "../../placement/parts/placement-fields.tsx";
import { Button } from "../../ui/actions.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Muted } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { LONGEST_READING } from "../calibration.rules.ts";
import type { Agreed } from "../store.ts";
import type { ResultView } from "../view-result.ts";

export function AgreedReading(props: {
  view: ResultView;
  itemId: string | null;
  errors: Spelled;
  typed: FormValues | undefined;
}) {
  const { view, itemId, typed } = props;
  const { result: t, leave } = useMessages().calibration;
  const [latest, ...earlier] = view.agreed.filter((each) => each.itemId === itemId);
  const name = `words-${itemId ?? ""}`;
  const own = typed?.[name]?.[0];
  return (
    <div id={`reading-${itemId ?? "principles"}`}>
      {latest && <Said reading={latest} />}
      {earlier.length > 0 && (
        <details>
          <summary>{t.earlier}</summary>
          {earlier.map((each) => (
            <Said key={each.id} reading={each} />
          ))}
        </details>
      )}
      {latest?.raisedTo.map((number) => (
        <p key={number}>
          <Tag tone="good">{t.raised(number)}</Tag>
        </p>
      ))}
      {latest && itemId !== null && view.raiseTo !== null && !latest.raisedTo.includes(view.raiseTo) && (
        <Form label={t.raise(view.raiseTo)} hidden={{ intent: "raise", reading: latest.id, item: itemId }}>
          <Button variant="secondary" about={latest.words}>
            {t.raise(view.raiseTo)}
          </Button>
        </Form>
      )}
      {view.mayAgree && (
        <details open={own !== undefined}>
          <summary>{latest ? t.writeAgain : t.write}</summary>
          <Form
            label={t.write}
            confirmLeave={leave}
            hidden={{ intent: "agree", item: itemId ?? "", read: String(latest?.number ?? 0) }}
          >
            <TextArea
              name={name}
              label={t.words}
              hint={t.wordsHint}
              readers={t.readers}
              rows={3}
              maxLength={LONGEST_READING}
              error={props.errors.of(name)}
              defaultValue={own ?? latest?.words}
            />
            <Button variant="secondary">{t.save}</Button>
          </Form>
        </details>
      )}
    </div>
  );
}

function Said({ reading }: { reading: Agreed }) {
  const t = useMessages().calibration.result;
  return (
    <>
      <p>
        <strong>{t.agreed}</strong>
      </p>
      <blockquote>
        <Paragraphs text={reading.words} />
      </blockquote>
      <Muted>{t.agreedBy(reading.by, dayOf(new Date(reading.at)))}</Muted>
    </>
  );
}
