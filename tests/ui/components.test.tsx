import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CourseChart, type CoursePoint } from "../../src/ui/course-chart.tsx";
import { DataTable } from "../../src/ui/data-table.tsx";
import { formatDay } from "../../src/ui/date-text.tsx";
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  FileField,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from "../../src/ui/fields.tsx";
import { ErrorSummary, Form } from "../../src/ui/form.tsx";
import { Gallery } from "../../src/ui/gallery.tsx";
import { Matrix } from "../../src/ui/matrix.tsx";
import { LiveRegion } from "../../src/ui/notices.tsx";

const html = renderToStaticMarkup;
const options = [
  { value: "a", label: "Ett" },
  { value: "b", label: "Två" },
];

type More = { hint?: string; error?: string };
const FIELDS: Readonly<Record<string, (more: More) => ReactElement>> = {
  TextField: (more) => <TextField name="f" label="Etikett" {...more} />,
  TextArea: (more) => <TextArea name="f" label="Etikett" {...more} />,
  Select: (more) => <Select name="f" label="Etikett" options={options} {...more} />,
  DateField: (more) => <DateField name="f" label="Etikett" {...more} />,
  FileField: (more) => <FileField name="f" label="Etikett" {...more} />,
  Checkbox: (more) => <Checkbox name="f" label="Etikett" {...more} />,
};
const GROUPS: Readonly<Record<string, (more: More) => ReactElement>> = {
  RadioGroup: (more) => <RadioGroup name="f" label="Etikett" options={options} defaultValue="b" {...more} />,
  CheckboxGroup: (more) => (
    <CheckboxGroup name="f" label="Etikett" options={options} defaultValues={["b"]} {...more} />
  ),
};
const told = { hint: "Ledtråd", error: "Rätta detta" };

describe("fields", () => {
  test.each(Object.entries(FIELDS))("%s wires label, hint and error to its control", (_, field) => {
    const markup = html(field(told));
    expect(markup).toMatch(/<label for="f"[^>]*>Etikett/);
    expect(markup).toMatch(/<(input|select|textarea)[^>]* id="f"[^>]*aria-describedby="f-hint f-error"/);
    expect(markup).toMatch(/<(input|select|textarea)[^>]*aria-invalid="true"/);
    expect(markup).toMatch(/id="f-hint"[^>]*>Ledtråd/);
    expect(markup).toMatch(/id="f-error"[^>]*>Rätta detta/);
  });

  test.each(Object.entries({ ...FIELDS, ...GROUPS }))(
    "%s without hint and error points at nothing",
    (_, field) => {
      expect(html(field({}))).not.toContain("aria-describedby");
      expect(html(field({}))).not.toContain("aria-invalid");
    },
  );

  test.each(Object.entries(GROUPS))(
    "%s wires legend, hint and error, and each choice its label",
    (_, group) => {
      const markup = html(group(told));
      expect(markup).toMatch(/<fieldset[^>]*aria-describedby="f-hint f-error"[^>]*><legend[^>]*>Etikett/);
      expect(markup).toMatch(/<input[^>]* id="f"[^>]*value="a"[^>]*><label for="f">Ett/);
      expect(markup).toMatch(
        /<input(?=[^>]* id="f-2")(?=[^>]* checked="")[^>]*value="b"[^>]*><label for="f-2">Två/,
      );
      expect(markup).toContain('id="f-error"');
    },
  );

  test("a text says who can read it", () => {
    expect(html(<TextArea name="f" label="Motivering" readers="Din chef" />)).toMatch(
      /aria-describedby="f-readers".*id="f-readers">Din chef/,
    );
  });

  test("the error summary leads to each field, and is nothing without errors", () => {
    const markup = html(
      <ErrorSummary title="Fel" errors={[{ field: "f", message: "Rätta" }, { message: "Allmänt" }]} />,
    );
    expect(markup).toMatch(/role="alert"/);
    expect(markup).toContain('<a href="#f">Rätta</a>');
    expect(markup).toContain("<li>Allmänt</li>");
    expect(html(<ErrorSummary title="Fel" errors={[]} />)).toBe("");
  });

  test("a form posts its version, and each sheet has a token of its own", () => {
    const sheet = () =>
      html(
        <Form version={3} hidden={{ a: "1" }} files>
          x
        </Form>,
      );
    expect(sheet()).toContain('method="post"');
    expect(sheet()).toMatch(/enctype="multipart\/form-data"/i);
    expect(sheet()).toContain('name="version" value="3"');
    expect(sheet()).toContain('name="a" value="1"');
    const token = /name="idempotency-token" value="([^"]{20,})"/;
    expect(token.exec(sheet())?.[1]).not.toBe(token.exec(sheet())?.[1]);
  });
});

describe("tables", () => {
  const columns = [
    {
      key: "n",
      header: "Namn",
      rowHeader: true,
      cell: (row: { n: string; v: number }) => row.n,
      sort: { href: "?s=n", direction: "ascending" as const },
    },
    {
      key: "v",
      header: "Antal",
      numeric: true,
      cell: (row: { n: string; v: number }) => row.v,
      sort: { href: "?s=v" },
    },
  ];

  test("cells know their headers, the sorted column says so, and the row has a name", () => {
    const markup = html(
      <DataTable
        caption="Lista"
        columns={columns}
        rows={[{ n: "Åsa", v: 2 }]}
        rowKey={({ n }) => n}
        empty="Tomt"
      />,
    );
    expect(markup).toMatch(/<th scope="col"[^>]*aria-sort="ascending"><a href="\?s=n"/);
    expect(markup.match(/aria-sort/g)).toHaveLength(1);
    expect(markup).toMatch(/<th scope="row"[^>]*>Åsa/);
    expect(markup).toMatch(/<td[^>]*class="numeric"[^>]*data-label="Antal"[^>]*>2/);
  });

  test("an empty table says what to do instead", () => {
    expect(
      html(
        <DataTable caption="Lista" columns={columns} rows={[]} rowKey={({ n }) => n} empty={<p>Tomt</p>} />,
      ),
    ).toBe("<p>Tomt</p>");
  });

  test("MOD-14 the matrix puts every cell under its level, with its heading's words", () => {
    const markup = html(
      <Matrix
        caption="M"
        corner="Rubrik"
        levels={[
          { id: "a", name: "Bas" },
          { id: "b", name: "Fördjupad" },
        ]}
        headings={[{ id: "h", name: "Krav" }]}
        cell={(level, heading) => `${level}:${heading}`}
      />,
    );
    expect(markup).toMatch(/<td[^>]*class="level-2"[^>]*data-label="Krav"[^>]*data-level="b"[^>]*>b:h/);
    expect(markup).toMatch(/<th scope="row"[^>]*>Krav/);
  });
});

describe("the course of coverage", () => {
  const points: readonly CoursePoint[] = [
    { day: "2025-06-01", share: null, frozen: true },
    { day: "2026-02-01", share: 0.61, frozen: true },
    { day: "2026-10-01", share: 0.83, frozen: false },
  ];
  const markup = html(
    <CourseChart
      id="c"
      points={points}
      threshold={0.8}
      introduced="2026-10-01"
      words={{
        title: "Täckning",
        description: "Från 61 till 83 procent",
        threshold: "Gräns 80 %",
        fullyIntroduced: "Fullt införd",
        suppressed: "Visas inte",
        percent: (share) => `${Math.round(share * 100)} %`,
      }}
    />,
  );

  test("FUP-3 the threshold and the day of full introduction are named", () => {
    expect(markup).toContain("Gräns 80 %");
    expect(markup).toContain("Fullt införd");
  });

  test("SUP-2 a figure that is not shown is a word, and is neither point nor line", () => {
    const wide = markup.slice(0, markup.indexOf("</svg>"));
    expect(wide).toContain("Visas inte");
    expect(wide.match(/class="chart-point/g)).toHaveLength(2);
    expect(/class="chart-line" d="([^"]+)"/.exec(wide)?.[1]).toMatch(/^M[\d.]+,[\d.]+L[\d.]+,[\d.]+$/);
  });

  test("points carry their figures", () => {
    expect(markup).toContain("61 %");
    expect(markup).toContain("83 %");
  });
});

test("days are in words in running text", () => {
  expect(formatDay("2026-12-03", "sv-SE")).toBe("3 december 2026");
  expect(formatDay("2026-12-03", "en-GB")).toBe("3 December 2026");
});

test("a live region asks for news only while work goes on", () => {
  expect(html(<LiveRegion id="r">x</LiveRegion>)).toContain('aria-live="polite" data-refresh="2"');
  expect(
    html(
      <LiveRegion id="r" done>
        x
      </LiveRegion>,
    ),
  ).not.toContain("data-refresh");
});

describe("the gallery", () => {
  const markup = html(<Gallery />);

  test("no style attribute and no script in it, for the policy forbids them", () => {
    expect(markup.length).toBeGreaterThan(50_000);
    expect(markup).not.toMatch(/\sstyle=/);
    expect(markup).not.toMatch(/<script|<style|\son[a-z]+=/);
  });

  test("every id is its own, and every reference leads to one", () => {
    const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const references = [...markup.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(
      (match) => (match[1] ?? "").split(" "),
    );
    expect(references.length).toBeGreaterThan(30);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
