/** How the API's page shows one operation, and the shape of what is sent. */
import { Fragment, type ReactElement, type ReactNode } from "react";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Disclosure } from "../../ui/lists.tsx";
import type { ApiView, Field, Kind, OperationView } from "./api-description.ts";

/** The description's own words, which are English on either page. */
function Words({ children }: { children: ReactNode }) {
  return <span lang="en">{children}</span>;
}

function KindText({ kind }: { kind: Kind }) {
  const code = <code>{kind.text}</code>;
  return kind.schema === null ? code : <a href={`#schema-${kind.schema}`}>{code}</a>;
}

/** One after the other, with commas between. */
const Separated = ({ children }: { children: readonly ReactElement[] }) =>
  children.map((child, index) => (
    <Fragment key={child.key}>
      {index > 0 && ", "}
      {child}
    </Fragment>
  ));

/** An address that may break before a slash, so that its names stay whole on a phone. */
const Address = ({ path }: { path: string }) =>
  path.split(/(?=\/)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));

export function Operation({ operation: each }: { operation: OperationView }) {
  const t = useMessages().api;
  const { language } = useShell();
  return (
    <Disclosure
      id={each.id}
      summary={
        <>
          <span className="method">{each.method}</span>
          <code className="address">
            <Address path={each.path} />
          </code>
          <span>{language === "sv" ? each.sv : each.en}</span>
        </>
      }
    >
      {each.description && (
        <p>
          <Words>{each.description}</Words>
        </p>
      )}
      <p>
        {t.scope}: {each.scope === null ? t.anyScope : <code>{each.scope}</code>}. {t.called}:{" "}
        <code>{each.id}</code>.
      </p>
      {each.parameters.length > 0 && (
        <FieldTable
          caption={t.parameters(each.id)}
          fields={each.parameters.map((parameter) => ({ ...parameter, where: t.where[parameter.where] }))}
        />
      )}
      {each.body.length > 0 && (
        <p>
          {t.body}:{" "}
          <Separated>
            {each.body.map(({ type, kind }) => (
              <span key={type}>
                <code>{type}</code> {kind.schema && <KindText kind={kind} />}
              </span>
            ))}
          </Separated>
        </p>
      )}
      {each.body.map(({ type, example }) => example && <Example key={type}>{example}</Example>)}
      <DataTable
        caption={t.answers(each.id)}
        rows={each.answers}
        rowKey={({ status }) => status}
        empty={null}
        columns={[
          { key: "status", header: t.status, rowHeader: true, cell: ({ status }) => status },
          { key: "words", header: t.meaning, cell: ({ words }) => <Words>{words}</Words> },
          { key: "kind", header: t.holds, cell: ({ kind }) => (kind ? <KindText kind={kind} /> : t.nothing) },
        ]}
      />
      <p>
        {t.refusals}:{" "}
        <Separated>
          {each.problems.map(({ status, code }) => (
            <a key={code} href={`#problem-${code}`}>
              {status} {code}
            </a>
          ))}
        </Separated>
      </p>
      {each.reasons.length > 0 && (
        <p>
          {t.reasons}:{" "}
          <Separated>
            {each.reasons.map((reason) => (
              <code key={reason}>{reason}</code>
            ))}
          </Separated>
        </p>
      )}
    </Disclosure>
  );
}

export const Example = ({ children }: { children: string }) => (
  <pre className="example">
    <code>{children}</code>
  </pre>
);

function FieldTable(props: {
  caption: string;
  captionHidden?: boolean;
  fields: readonly (Field & { readonly where?: string | undefined })[];
}) {
  const t = useMessages().api;
  return (
    <DataTable
      caption={props.caption}
      captionHidden={props.captionHidden ?? false}
      rows={props.fields}
      rowKey={({ name }) => name}
      empty={null}
      columns={[
        { key: "name", header: t.name, rowHeader: true, cell: ({ name }) => <code>{name}</code> },
        { key: "kind", header: t.kind, cell: ({ kind }) => <KindText kind={kind} /> },
        {
          key: "needed",
          header: t.needed,
          cell: ({ required, where }) => `${required ? t.required : t.optional}${where ? `, ${where}` : ""}`,
        },
        {
          key: "description",
          header: t.meaning,
          cell: ({ description }) => (description ? <Words>{description}</Words> : t.nothing),
        },
      ]}
    />
  );
}

export function SchemaView({ schema }: { schema: ApiView["schemas"][number] }) {
  const { name, description, fields } = schema;
  return (
    <Disclosure id={`schema-${name}`} summary={<code className="address">{name}</code>}>
      {description && (
        <p>
          <Words>{description}</Words>
        </p>
      )}
      <FieldTable caption={name} captionHidden fields={fields} />
    </Disclosure>
  );
}
