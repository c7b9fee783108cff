/** The fields of evidence, of its check and of the requirements that it meets. What was typed is always shown again. */
import { useShell } from "../../platform/http/shell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import { CheckboxGroup, DateField, RadioGroup, Select, TextArea, TextField } from "../../ui/fields.tsx";
import { Fieldset } from "../../ui/form.tsx";
import { Muted } from "../../ui/shell.tsx";
import { FORMAL_TYPES } from "../../career-model/rules.ts";
import { LONGEST, WAYS_TO_CHECK } from "../evidence.rules.ts";
import type { Offered, Piece } from "../view-person-evidence.ts";
import { lastDay } from "./typed-evidence.ts";

type Typed = FormValues | undefined;
type Common = { readonly typed: Typed; readonly errors: Spelled };

const valueOf = (typed: Typed, name: string, before: string): string =>
  typed ? (typed[name]?.[0] ?? "") : before;

/** What it is, from when until when, and where it can be seen. `piece` is what is changed, or renewed. */
export function EvidenceFields(
  props: Common & {
    offered: Offered;
    own: boolean;
    piece: Piece | null;
    /** A renewal is like what it renews, but for its days. */
    renewal: boolean;
  },
) {
  const { errors, piece, renewal, typed, offered } = props;
  const { evidence } = useMessages();
  const t = evidence.form;
  const { language } = useShell();
  const named = (name: string, before: string) => ({
    name,
    error: errors.of(name),
    defaultValue: valueOf(typed, name, before),
  });
  const ends = (day: string | null | undefined) => (day && !renewal ? lastDay(day) : "");
  return (
    <>
      <RadioGroup
        {...named("kind", piece?.kind ?? "")}
        label={t.kind}
        options={FORMAL_TYPES.map((value) => ({
          value,
          label: evidence.kinds[value],
          opens: value === "experience",
        }))}
      />
      <TextField
        {...named("what", piece?.what ?? "")}
        label={t.what}
        hint={t.whatHint}
        maxLength={LONGEST.what}
      />
      <DateField
        {...named("issuedOn", renewal ? "" : (piece?.issuedOn ?? ""))}
        label={t.issuedOn}
        hint={t.issuedOnHint}
      />
      <DateField
        {...named("expiresOn", ends(piece?.expiresOn))}
        label={t.expiresThrough}
        hint={t.expiresHint}
      />
      <Fieldset legend={t.experience} hint={t.experienceHint} id="experience" opened>
        <DateField {...named("untilOn", ends(piece?.untilOn))} label={t.workedThrough} />
        <Select
          {...named("professionId", piece?.profession?.id ?? "")}
          label={t.professionId}
          empty={t.choose}
          width="medium"
          options={offered.professions.map((each) => ({ value: each.id, label: each[language] }))}
        />
      </Fieldset>
      <RequirementFields typed={typed} errors={errors} offered={offered} own={props.own} piece={piece} />
      <TextArea
        {...named("seenWhere", renewal ? "" : (piece?.seenWhere ?? ""))}
        label={t.seenWhere}
        hint={t.seenWhereHint}
        readers={props.own ? t.readers : t.readersOther}
        rows={3}
        maxLength={LONGEST.seenWhere}
      />
    </>
  );
}

/** The requirements that it meets, by model and level. */
export function RequirementFields({
  typed,
  errors,
  offered,
  own,
  piece,
}: Common & { offered: Offered; own: boolean; piece: Piece | null }) {
  const { evidence, catalogue } = useMessages();
  const t = evidence.form;
  const { language } = useShell();
  if (offered.requirements.length === 0) return <Muted>{t.noRequirements}</Muted>;
  const several = new Set(offered.requirements.map(({ model }) => model.sv)).size > 1;
  return (
    <CheckboxGroup
      name="requirements"
      label={t.requirements}
      hint={own ? t.requirementsHint : t.requirementsHintCheck}
      error={errors.of("requirements")}
      defaultValues={typed ? (typed["requirements"] ?? []) : (piece?.meets.map(({ itemId }) => itemId) ?? [])}
      options={offered.requirements.map(({ itemId, text, formal, level, model, current }) => ({
        value: itemId,
        label: text,
        hint: [
          ...(several ? [model[language]] : []),
          level,
          ...(formal ? [catalogue.formalTypes[formal.type]] : []),
          ...(current ? [] : [t.earlier]),
        ].join(" · "),
      }))}
    />
  );
}

/** How it was checked, when, and where the source is; `withFiles` where there are files to go through. */
export function CheckFields({ typed, errors, withFiles }: Common & { withFiles: boolean }) {
  const { evidence } = useMessages();
  const t = evidence.form;
  const { today } = useShell();
  const named = (name: string, before: string) => ({
    name,
    error: errors.of(name),
    defaultValue: valueOf(typed, name, before),
  });
  return (
    <>
      <RadioGroup
        {...named("how", "original-shown")}
        label={t.how}
        options={WAYS_TO_CHECK.filter((value) => value !== "file" || withFiles).map((value) => ({
          value,
          label: evidence.how[value],
        }))}
      />
      <DateField {...named("checkedOn", today)} label={t.checkedOn} max={today} />
      <TextField {...named("source", "")} label={t.source} hint={t.sourceHint} maxLength={LONGEST.source} />
    </>
  );
}
