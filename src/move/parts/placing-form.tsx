/** The form of one decision about a placement, with what isn't met beside it (PLC-1, PLC-3): on the person's page, and at a talk. */
import { field, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import type { Reason } from "../../shared/result.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { Button } from "../../ui/actions.tsx";
import { RadioGroup, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Section } from "../../ui/shell.tsx";
import { PlacementFields } from "../../placement/parts/placement-fields.tsx";
import { usePlaceName } from "../../placement/parts/placement-history.tsx";
import { shownDraft } from "../../placement/parts/typed-draft.ts";
import { draftToConfirm, EMPTY_DRAFT } from "../../placement/preparation.rules.ts";
import { LONGEST_MOTIVATION, type Draft } from "../../placement/rules.ts";
import type { PersonPlacements } from "../../placement/view-person-placements.ts";

const isUnmet = ({ code }: Reason): boolean => code === "unmet" || code === "unmet-group";

/** The requirements that aren't met stand beside the form, each with what would meet it; the summary says how many they are. */
export function withoutUnmet(all: readonly Reason[]): {
  unmet: readonly Reason[];
  reasons: readonly Reason[];
} {
  const [unmet, others] = [all.filter(isUnmet), all.filter((reason) => !isUnmet(reason))];
  const [first] = unmet;
  const told = first && { ...first, code: "unmet-count", data: { count: unmet.length } };
  return { unmet, reasons: told ? [told, ...others] : others };
}

export function PlacingForm(props: {
  placing: PersonPlacements["placings"][number];
  talkWord: string;
  errors: Spelled;
  typed: FormValues | undefined;
  /** What isn't met, of a move that was refused. */
  unmet: readonly Reason[];
  /** The dialogue that it rests on, where that isn't to be chosen; then nothing is put right either. */
  at?: Pick<Draft, "dialogueOn" | "basis">;
}) {
  const { placing, errors, typed, at } = props;
  const { placement: words, move } = useMessages();
  const t = words.person;
  const placeName = usePlaceName();
  const { today, language } = useShell();
  const { modelId, latest } = placing;
  const isNow = latest !== null && (latest.to === null || latest.to > today);
  const toConfirm = isNow && latest.takenOver ? latest : null;
  const before = toConfirm
    ? draftToConfirm(toConfirm)
    : { ...EMPTY_DRAFT, basis: latest ? "development-talk" : EMPTY_DRAFT.basis, ...at };
  const isAsked = errors.of(`despite-${modelId}`) !== undefined;
  const despite = typed ? field(typed, `despite-${modelId}`) : "";
  return (
    <Section title={(isNow ? t.move : t.place)(placing[language])} lead={isNow ? t.moveText : undefined}>
      <Form hidden={{ model: modelId, follows: latest?.id ?? "" }} confirmLeave={t.leave}>
        {toConfirm?.takenOver && (
          <Notice tone="info">
            {words.takenOver.confirm(placeName(toConfirm), toConfirm.takenOver.source)}
          </Notice>
        )}
        {isNow && !toConfirm && !at && (
          <RadioGroup
            name={`kind-${modelId}`}
            label={t.kind}
            defaultValue={typed?.[`kind-${modelId}`]?.[0] ?? "new"}
            options={[
              { value: "new", label: t.kindNew },
              { value: "correct", label: t.kindCorrect, hint: t.kindCorrectHint },
            ]}
          />
        )}
        <PlacementFields
          suffix={modelId}
          model={placing}
          draft={shownDraft(typed, modelId, before)}
          talkWord={props.talkWord}
          errorOf={errors.of}
          readers
          dialogue={at === undefined}
        />
        {props.unmet.length > 0 && (
          <Notice tone="warning" title={move.unmet.title}>
            <ul>
              {spell(props.unmet, move.reasons).list.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
            <p>{isAsked ? move.despite.text : move.unmet.text}</p>
          </Notice>
        )}
        {(isAsked || despite !== "") && (
          <TextArea
            name={`despite-${modelId}`}
            label={move.despite.label}
            hint={move.despite.hint}
            rows={3}
            maxLength={LONGEST_MOTIVATION}
            error={errors.of(`despite-${modelId}`)}
            defaultValue={despite}
          />
        )}
        <Button>{t.submit}</Button>
      </Form>
    </Section>
  );
}
