/** Somebody's own spreadsheet: how it is read and can be corrected, what it holds, and the choices that make a draft of it (MOD-15). */
import type { FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { capital } from "../../messages/capital.ts";
import type { Spelled } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Checkbox, Select, TextArea, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { LEVEL_KINDS } from "../../career-model/rules.ts";
import { LEFT_OUT } from "../model-of-found.ts";
import { LINE_KINDS } from "../cell.rules.ts";
import { ROLES } from "../reading.rules.ts";
import type { SheetImportView } from "../view-import.ts";
import { CellFaults } from "./cell-faults.tsx";

type Props = { view: SheetImportView; typed: FormValues | undefined; errors: Spelled };

export function SheetImport({ view, typed, errors }: Props) {
  const t = useMessages().modelImport;
  const read = typed?.["intent"]?.[0] === "reading" ? undefined : typed;
  return (
    <>
      {view.lineCount === 0 ? (
        <Notice tone="warning" title={t.found.none}>
          {t.found.noneText}
        </Notice>
      ) : (
        <p>{t.found.counts(view.levels.length, view.headings.length, view.lineCount)}</p>
      )}
      {view.faults.length > 0 && (
        <CellFaults id="faults" sheet={view.sheets[view.reading.sheet] ?? ""} faults={view.faults} />
      )}
      {view.doubles.length > 0 && <Muted>{t.found.doubles(view.doubles)}</Muted>}
      <ReadingForm view={view} />
      {view.lineCount > 0 && (
        <>
          <Lines view={view} />
          <ChoiceForm view={view} typed={read} errors={errors} />
        </>
      )}
      <Form label={t.cancel}>
        <Button variant="quiet" name="intent" value="cancel">
          {t.cancel}
        </Button>
      </Form>
    </>
  );
}

/** Which sheet, which row has the headings, what each column is, and which structure it is held against. */
function ReadingForm({ view }: { view: SheetImportView }) {
  const t = useMessages().modelImport;
  const { reading } = view;
  const roles = ROLES.map((role) => ({ value: role, label: t.roles[role] }));
  return (
    <Section title={t.reading.title} id="reading" lead={t.reading.lead}>
      <details open={view.lineCount === 0}>
        <summary>{t.reading.correct}</summary>
        <Form
          label={t.reading.title}
          version={view.revision}
          hidden={{ width: String(Math.max(0, ...view.columns.map(({ at }) => at + 1))) }}
        >
          {view.sheets.length > 1 && (
            <Select
              name="sheet"
              label={t.reading.sheet}
              width="medium"
              options={view.sheets.map((label, at) => ({ value: String(at), label }))}
              defaultValue={String(reading.sheet)}
            />
          )}
          <Select
            name="header"
            label={t.reading.header}
            hint={t.reading.headerHint}
            options={view.rows.map(({ number, text }) => ({
              value: String(number),
              label: t.reading.row(number, text),
            }))}
            defaultValue={String(reading.header)}
          />
          <Select
            name="structureId"
            label={t.reading.structure}
            hint={t.reading.structureHint}
            width="medium"
            empty={t.reading.newStructure}
            options={view.structures.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={reading.structureId ?? ""}
          />
          <DataTable
            caption={t.reading.columns}
            even
            rows={view.columns}
            rowKey={({ at }) => at}
            empty={null}
            columns={[
              {
                key: "column",
                header: t.reading.column,
                rowHeader: true,
                cell: ({ name, header, values }) => (
                  <>
                    {t.reading.named(name, header)}
                    {values.length > 0 && <div className="hint">{values.join(" | ")}</div>}
                  </>
                ),
              },
              {
                key: "role",
                header: t.reading.role,
                cell: ({ at, name, header }) => (
                  <Select
                    name={`column-${at}`}
                    label={t.reading.roleOf(t.reading.named(name, header))}
                    labelHidden
                    empty={t.roles.none}
                    options={roles}
                    defaultValue={reading.columns[at] ?? ""}
                  />
                ),
              },
            ]}
          />
          <Button variant="secondary" name="intent" value="reading">
            {t.reading.submit}
          </Button>
        </Form>
      </details>
    </Section>
  );
}

/** The first lines as they would be. */
function Lines({ view }: { view: SheetImportView }) {
  const { modelImport: t, careerModel } = useMessages();
  const kinds = careerModel.difference.kindOf;
  return (
    <Section title={t.found.title} id="found" lead={t.found.lead}>
      <DataTable
        caption={t.found.title}
        captionHidden
        rows={view.lines.map((line, key) => ({ ...line, key }))}
        rowKey={({ key }) => key}
        empty={null}
        columns={[
          { key: "cell", header: t.faults.cell, cell: ({ cell }) => cell },
          { key: "text", header: t.found.text, rowHeader: true, cell: ({ text }) => text },
          {
            key: "place",
            header: t.found.place,
            cell: ({ level, track, heading }) => [level, track, heading].filter(Boolean).join(" · "),
          },
          {
            key: "kind",
            header: t.found.kind,
            cell: ({ kind, mandatory }) =>
              (kind === "formal" || kind === "demonstrated") && !mandatory
                ? `${kinds[kind]}, ${careerModel.model.recommended}`
                : kinds[kind],
          },
        ]}
      />
      {view.lineCount > view.lines.length && (
        <Muted>{t.found.more(view.lineCount - view.lines.length)}</Muted>
      )}
    </Section>
  );
}

const partChoice = ({ key, name }: { key: string; name: string }) => ({ value: key, label: name });

/** The profession, where levels and headings go, and yes to leaving out what can't be understood. */
function ChoiceForm({ view, typed, errors }: Props) {
  const t = useMessages().modelImport;
  const { language } = useShell();
  const { structure } = view;
  const leftOut = { value: LEFT_OUT, label: t.levels.leaveOut };
  const value = (name: string, otherwise: string): string => typed?.[name]?.[0] ?? otherwise;
  return (
    <Section title={t.choices.title} id="choices" lead={t.choices.lead}>
      <Form
        label={t.choices.title}
        version={view.revision}
        hidden={{ levels: String(view.levels.length), headings: String(view.headings.length) }}
        confirmLeave={t.choices.confirmLeave}
      >
        <Select
          name="professionId"
          label={t.choices.profession}
          hint={t.choices.professionHint}
          width="medium"
          empty={t.choices.choose}
          options={view.professions.map(({ id, nameSv, nameEn }) => ({
            value: id,
            label: capital(language === "sv" ? nameSv : nameEn),
          }))}
          defaultValue={value("professionId", view.professionId ?? "")}
          error={errors.of("professionId")}
        />
        <TextArea
          name="intro"
          label={t.choices.intro}
          hint={t.choices.introHint}
          rows={3}
          defaultValue={value("intro", view.intro)}
          error={errors.of("intro")}
        />
        {structure === null && (
          <TextField
            name="structureName"
            label={t.choices.structureName}
            hint={t.choices.structureNameHint}
            width="medium"
            defaultValue={value("structureName", "")}
            error={errors.of("structureName")}
          />
        )}
        <DataTable
          caption={t.levels.title}
          even
          rows={view.levels.map((level, at) => ({ ...level, at }))}
          rowKey={({ at }) => at}
          empty={null}
          columns={[
            {
              key: "name",
              header: t.levels.found,
              rowHeader: true,
              cell: ({ name, lines }) => (
                <>
                  {name}
                  <div className="hint">{t.found.lines(lines)}</div>
                </>
              ),
            },
            structure === null
              ? {
                  key: "kind",
                  header: t.levels.kind,
                  cell: ({ at, name, kind }) => (
                    <Select
                      name={`level-kind-${at}`}
                      label={t.levels.kindOf(name)}
                      labelHidden
                      options={[
                        ...LEVEL_KINDS.map((each) => ({ value: each, label: capital(t.levels.kinds[each]) })),
                        leftOut,
                      ]}
                      defaultValue={value(`level-kind-${at}`, kind)}
                      error={errors.of(`level-kind-${at}`) ?? errors.of(`level-${at}`)}
                    />
                  ),
                }
              : {
                  key: "to",
                  header: t.levels.to(structure.name),
                  cell: ({ at, name, to }) => (
                    <Select
                      name={`level-${at}`}
                      label={t.levels.toOf(name)}
                      labelHidden
                      empty={t.choices.choose}
                      options={[...structure.levels.map(partChoice), leftOut]}
                      defaultValue={value(`level-${at}`, to)}
                      error={errors.of(`level-${at}`)}
                    />
                  ),
                },
            ...(structure === null
              ? [
                  {
                    key: "short",
                    header: t.levels.short,
                    cell: ({ at, name }: { at: number; name: string }) => (
                      <TextField
                        name={`level-short-${at}`}
                        label={t.levels.shortOf(name)}
                        labelHidden
                        defaultValue={value(`level-short-${at}`, "")}
                        error={errors.of(`level-short-${at}`)}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
        <DataTable
          caption={t.headings.title}
          even
          rows={view.headings.map((heading, at) => ({ ...heading, at }))}
          rowKey={({ at }) => at}
          empty={null}
          columns={[
            {
              key: "name",
              header: t.headings.found,
              rowHeader: true,
              cell: ({ name, lines }) => (
                <>
                  {name}
                  <div className="hint">{t.found.lines(lines)}</div>
                </>
              ),
            },
            {
              key: "to",
              header: structure === null ? t.headings.use : t.levels.to(structure.name),
              cell: ({ at, name, to }) => (
                <Select
                  name={`heading-${at}`}
                  label={t.levels.toOf(name)}
                  labelHidden
                  empty={structure === null ? undefined : t.choices.choose}
                  options={[
                    ...(structure === null
                      ? [{ value: "new", label: t.headings.asIs }]
                      : structure.headings.map(partChoice)),
                    leftOut,
                  ]}
                  defaultValue={value(`heading-${at}`, to)}
                  error={errors.of(`heading-${at}`)}
                />
              ),
            },
            {
              key: "kind",
              header: t.headings.kind,
              cell: ({ at, name, kind }) => (
                <Select
                  name={`heading-kind-${at}`}
                  label={t.headings.kindOf(name)}
                  labelHidden
                  options={LINE_KINDS.map((each) => ({
                    value: each,
                    label: capital(t.headings.kinds[each]),
                  }))}
                  defaultValue={value(`heading-kind-${at}`, kind)}
                />
              ),
            },
          ]}
        />
        {view.faults.length > 0 && (
          <Checkbox
            name="leaveOut"
            label={t.choices.leaveOut(view.faults.length)}
            error={errors.of("leaveOut")}
            defaultChecked={typed?.["leaveOut"]?.[0] === "yes"}
          />
        )}
        <Actions>
          <Button name="intent" value="save">
            {t.save}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
