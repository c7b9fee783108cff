/** The words of a decision: in which role, by which delegation, where it is filed, and from when it holds (GOV-4). */
import { useMessages } from "../../messages/messages.ts";
import { field, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import type { Spelled } from "../../messages/spell.ts";
import { DateField, TextArea, TextField } from "../../ui/fields.tsx";
import type { AdoptionInput } from "../adopt-version.ts";

/** The form's own fields; a fault of the content has no field to lead to. */
export const DECISION_FIELDS: readonly string[] = [
  "decidedAs",
  "delegation",
  "diaryNumber",
  "restsOn",
  "inForceFrom",
];

/** The decision that was sent, about the revision that was read. */
export const decisionIn = (form: FormValues): AdoptionInput => ({
  decidedAs: field(form, "decidedAs"),
  delegation: field(form, "delegation"),
  diaryNumber: field(form, "diaryNumber"),
  restsOn: field(form, "restsOn"),
  inForceFrom: field(form, "inForceFrom"),
  revision: Number(field(form, "version")),
});

export function DecisionFields({ errors, values }: { errors: Spelled; values: FormValues | undefined }) {
  const t = useMessages().careerModel.adopt;
  const { today } = useShell();
  const text = (name: "decidedAs" | "delegation" | "diaryNumber") => ({
    name,
    label: t[name],
    error: errors.of(name),
    defaultValue: values?.[name]?.[0],
  });
  return (
    <>
      <TextField {...text("decidedAs")} hint={t.decidedAsHint} />
      <TextField {...text("delegation")} hint={t.delegationHint} />
      <TextField {...text("diaryNumber")} width="medium" />
      <TextArea
        name="restsOn"
        label={t.restsOn}
        hint={t.restsOnHint}
        optional={t.optional}
        error={errors.of("restsOn")}
        defaultValue={values?.["restsOn"]?.[0]}
      />
      <DateField
        name="inForceFrom"
        label={t.inForceFrom}
        hint={t.inForceFromHint}
        error={errors.of("inForceFrom")}
        defaultValue={values?.["inForceFrom"]?.[0] ?? today}
      />
    </>
  );
}
