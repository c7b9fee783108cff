/** The gallery's forms: each field at rest, with a hint, and with an error. */
import { Actions, Button } from "./actions.tsx";
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  FileField,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from "./fields.tsx";
import { ErrorSummary, Fieldset, FilterBar, Form } from "./form.tsx";
import { Columns, Section } from "./shell.tsx";

const LEVELS = [
  { value: "erfaren", label: "Erfaren" },
  { value: "skicklig", label: "Skicklig" },
];

export function GalleryForms() {
  return (
    <Section id="forms" title="Formulär">
      <FilterBar
        label="Filtrera medarbetare"
        submit="Visa"
        action="#filtered"
        clear={{ href: "#all", label: "Rensa" }}
      >
        <TextField name="q" label="Namn" type="search" />
        <Select
          name="unit"
          label="Enhet"
          empty="Alla"
          options={[{ group: "Orust", options: [{ value: "rehab", label: "Rehab" }] }]}
        />
        <DateField name="on" label="Dag" defaultValue="2026-11-22" />
      </FilterBar>
      <Columns wide="even">
        <Form label="Placering" action="#placed" version={3} confirmLeave="Du har inte sparat." files>
          <TextField
            name="title"
            label="Titel"
            hint="Som den ska stå på sidan."
            defaultValue="Fysioterapeut"
          />
          <TextField
            name="extent"
            label="Omfattning"
            width="short"
            suffix="%"
            inputMode="numeric"
            defaultValue={75}
          />
          <Select name="level" label="Nivå" empty="Välj nivå" options={LEVELS} width="medium" />
          <DateField name="from" label="Gäller från" hint="Dagen för samtalet." />
          <RadioGroup
            name="basis"
            label="Underlag"
            options={[
              { value: "talk", label: "Utvecklingssamtal", hint: "Ni har pratats vid." },
              { value: "hire", label: "Anställning" },
              { value: "other", label: "Något annat", disabled: true },
            ]}
            defaultValue="talk"
          />
          <TextArea
            name="why"
            label="Motivering"
            optional="(valfritt)"
            readers="Det du skriver kan läsas av medarbetaren och av en ny chef."
          />
          <FileField
            name="file"
            label="Fil från HR-systemet"
            accept=".csv,.xlsx,.json"
            hint="CSV, XLSX eller JSON."
          />
          <Checkbox name="sure" label="Vi har hållit samtalet" hint="Placeringen gäller från den dagen." />
          <Actions sticky>
            <Button>Spara</Button>
            <Button variant="secondary" name="intent" value="draft">
              Spara utkast
            </Button>
          </Actions>
        </Form>
        <Form label="Placering med fel" action="#refused">
          <ErrorSummary
            title="Det här behöver rättas"
            errors={[
              { field: "e-title", message: "Skriv en titel" },
              { field: "e-level", message: "Välj en nivå" },
              { field: "e-from", message: "Dagen kan inte ligga före anställningen" },
              { field: "e-basis", message: "Välj ett underlag" },
              { field: "e-why", message: "Motivera placeringen" },
              { message: "Någon annan har sparat under tiden" },
            ]}
          />
          <TextField name="e-title" label="Titel" error="Skriv en titel" hint="Som den ska stå på sidan." />
          <Select name="e-level" label="Nivå" empty="Välj nivå" options={LEVELS} error="Välj en nivå" />
          <DateField
            name="e-from"
            label="Gäller från"
            defaultValue="2011-01-01"
            error="Dagen kan inte ligga före anställningen"
          />
          <RadioGroup name="e-basis" label="Underlag" inline options={LEVELS} error="Välj ett underlag" />
          <TextArea name="e-why" label="Motivering" error="Motivera placeringen" />
          <Fieldset legend="Vilka ska få besked?" id="e-told" hint="Medarbetaren får alltid besked." title>
            <CheckboxGroup name="e-who" label="Fler" options={LEVELS} defaultValues={["erfaren"]} />
            <Checkbox name="e-sure" label="Vi har hållit samtalet" error="Bekräfta att samtalet är hållet" />
          </Fieldset>
          <FileField name="e-file" label="Fil" error="Filen är tom" />
          <Actions>
            <Button>Spara</Button>
          </Actions>
        </Form>
      </Columns>
    </Section>
  );
}
