/** Lists that say something: facts, tasks, what has happened, and the tree of units. */
import type { ReactNode } from "react";

/** Facts as term and detail; `action` (a link, say) changes that fact. */
export function SummaryList(props: {
  rows: readonly { term: ReactNode; detail: ReactNode; action?: ReactNode }[];
}) {
  return (
    <dl className="summary-list">
      {props.rows.map((row, index) => (
        <div key={index}>
          <dt>{row.term}</dt>
          <dd>{row.detail}</dd>
          {row.action && <dd className="summary-action">{row.action}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Things with a line each and where they lead, close together: for long lists of what one can open. */
export function Listing(props: {
  label?: string | undefined;
  rows: readonly { key: string; title: ReactNode; text?: ReactNode; links: ReactNode }[];
}) {
  return (
    <ul className="listing" aria-label={props.label}>
      {props.rows.map((row) => (
        <li key={row.key}>
          <p className="listing-title">{row.title}</p>
          {row.text && <p className="listing-text">{row.text}</p>}
          <p className="listing-links">{row.links}</p>
        </li>
      ))}
    </ul>
  );
}

/**
 * Something to do or to have: `state` decides the sign and `stateLabel` says it in words to those who do not see it.
 */
export type Task = {
  key: string;
  title: ReactNode;
  text?: ReactNode;
  state: "todo" | "done" | "waiting";
  stateLabel: string;
  tag?: ReactNode;
  action?: ReactNode;
};

/** What to do, in order, each with its button or its tag to the right. */
export function TaskList({ tasks, label }: { tasks: readonly Task[]; label?: string | undefined }) {
  return (
    <ul className="task-list" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.key} className={`task task-${task.state}`}>
          <svg
            className="task-sign"
            viewBox="0 0 24 24"
            width="24"
            height="24"
            aria-hidden="true"
            focusable="false"
          >
            <circle cx="12" cy="12" r="9" />
            {task.state === "done" && <path d="M8 12.4l2.8 2.8 5.2-6" />}
          </svg>
          <div className="task-body">
            <p className="task-title">
              {task.title}
              <span className="visually-hidden"> ({task.stateLabel})</span>
            </p>
            {task.text && <p className="task-text">{task.text}</p>}
          </div>
          {(task.tag || task.action) && (
            <div className="task-end">
              {task.tag}
              {task.action}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Tasks that belong together, under what they have in common; within another list as well. */
export function TaskGroup(props: { title: ReactNode; text?: ReactNode; children: ReactNode }) {
  return (
    <div className="task-group">
      <p className="task-title">{props.title}</p>
      {props.text && <p className="task-text">{props.text}</p>}
      {props.children}
    </div>
  );
}

/** What has happened, latest first (the caller sorts). `when` is usually a `DateText`. */
export function Timeline(props: {
  label?: string | undefined;
  events: readonly {
    key: string;
    when: ReactNode;
    title: ReactNode;
    current?: boolean;
    children?: ReactNode;
  }[];
}) {
  return (
    <ol className="timeline" aria-label={props.label}>
      {props.events.map((event) => (
        <li key={event.key} className={event.current ? "timeline-current" : undefined}>
          <p className="timeline-when">{event.when}</p>
          <p className="timeline-title">{event.title}</p>
          {event.children && <div className="timeline-text">{event.children}</div>}
        </li>
      ))}
    </ol>
  );
}

/** A node of a tree; `detail` stands after its label, muted. `open` shows what it holds at first. */
export type TreeNode = {
  id: string;
  label: ReactNode;
  detail?: ReactNode;
  open?: boolean | undefined;
  children?: readonly TreeNode[];
};

/** A tree as nested lists; what holds others opens and closes by itself. `toggle` names that, as "Visa enheter i Rehab". */
export function Tree(props: {
  nodes: readonly TreeNode[];
  label?: string | undefined;
  toggle: (node: TreeNode) => string;
}) {
  return (
    <ul className="tree" aria-label={props.label}>
      {props.nodes.map((node) => (
        <li key={node.id}>
          <div className="tree-row">
            <span className="tree-label">{node.label}</span>
            {node.detail && <span className="tree-detail">{node.detail}</span>}
          </div>
          {node.children && node.children.length > 0 && (
            <details open={node.open}>
              <summary>
                <span className="tree-toggle" aria-hidden="true" />
                <span>{props.toggle(node)}</span>
              </summary>
              <Tree nodes={node.children} toggle={props.toggle} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A row to look up that opens to tell more. `id` is what an address can lead to; `open` shows it at first. */
export function Disclosure(props: { id: string; summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" id={props.id} open={props.open}>
      <summary>
        <span className="tree-toggle" aria-hidden="true" />
        {props.summary}
      </summary>
      <div className="disclosure-body">{props.children}</div>
    </details>
  );
}
