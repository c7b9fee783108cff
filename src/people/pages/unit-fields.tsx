/** The fields of a unit, for a new one and for one to change. */
import type { FormValues } from "../../platform/http/page.ts";
import { field } from "../../platform/http/page.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { Unit } from "../../organisation/unit.rules.ts";
import { addDays, isDay } from "../../shared/local-date.ts";
import { Checkbox, DateField, Select, TextField } from "../../ui/fields.tsx";

/** The first day outside, from the last day that was typed. What is no day is kept as it is, for the rules to refuse. */
export const dayAfter = (text: string): string | null => {
  if (text === "") return null;
  return isDay(text) ? addDays(text, 1) : text;
};

export const unitOf = (form: FormValues): Omit<Unit, "id"> => ({
  name: field(form, "name"),
  code: field(form, "code") || null,
  parentId: field(form, "parentId") || null,
  isAuthority: field(form, "isAuthority") !== "",
  validFrom: field(form, "validFrom"),
  validTo: dayAfter(field(form, "validTo")),
  revision: Number(field(form, "version")),
});

export function UnitFields(props: {
  unit: Omit<Unit, "id" | "revision">;
  typed: FormValues | undefined;
  places: readonly Pick<Unit, "id" | "name" | "code">[];
  errors: Spelled;
  words: Messages["people"]["unit"];
}) {
  const { unit, typed, errors, words: t } = props;
  const value = (name: string, otherwise: string) => typed?.[name]?.[0] ?? otherwise;
  return (
    <>
      <TextField
        name="name"
        label={t.name}
        error={errors.of("name")}
        defaultValue={value("name", unit.name)}
        width="medium"
      />
      <TextField
        name="code"
        label={t.code}
        hint={t.codeHint}
        optional={t.optional}
        error={errors.of("code")}
        defaultValue={value("code", unit.code ?? "")}
        width="short"
      />
      <Select
        name="parentId"
        label={t.parent}
        empty={t.noParent}
        error={errors.of("parentId")}
        defaultValue={value("parentId", unit.parentId ?? "")}
        options={props.places.map(({ id, name, code }) => ({
          value: id,
          label: code ? `${name} (${code})` : name,
        }))}
      />
      <Checkbox
        name="isAuthority"
        label={t.authority}
        hint={t.authorityHint}
        defaultChecked={typed ? field(typed, "isAuthority") !== "" : unit.isAuthority}
      />
      <DateField
        name="validFrom"
        label={t.validFrom}
        error={errors.of("validFrom")}
        defaultValue={value("validFrom", unit.validFrom)}
      />
      <DateField
        name="validTo"
        label={t.lastDay}
        hint={t.lastDayHint}
        optional={t.optional}
        error={errors.of("validTo")}
        defaultValue={value("validTo", unit.validTo === null ? "" : addDays(unit.validTo, -1))}
      />
    </>
  );
}
