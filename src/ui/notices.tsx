/** What the page tells: notices, confirmations, empty states, progress, and figures that are not shown. */
import type { ReactNode } from "react";

/** What kind of message; the words carry the meaning, the colour and the sign support it. */
export type NoticeTone = "info" | "success" | "warning" | "error";

const SIGNS: Record<NoticeTone, string> = {
  info: "M12 10.5v6.5M12 7v.01",
  success: "M7 12.5l3.5 3.5 6.5-7.5",
  warning: "M12 7v6.5M12 17v.01",
  error: "M8 8l8 8M16 8l-8 8",
};

function Sign({ tone }: { tone: NoticeTone }) {
  return (
    <svg className="sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {tone === "warning" ? (
        <path className="sign-shape" d="M12 1.6 23 21.4a.8.8 0 0 1-.7 1.2H1.7a.8.8 0 0 1-.7-1.2Z" />
      ) : (
        <circle className="sign-shape" cx="12" cy="12" r="11" />
      )}
      <path className="sign-mark" d={SIGNS[tone]} />
    </svg>
  );
}

/** A message in the page. `announce` reads it out when it arrives as the answer to something done. */
export function Notice(props: {
  tone: NoticeTone;
  title?: ReactNode;
  announce?: boolean;
  children?: ReactNode;
}) {
  const role = props.announce ? (props.tone === "error" ? "alert" : "status") : undefined;
  return (
    <div className={`notice notice-${props.tone}`} role={role}>
      <Sign tone={props.tone} />
      <div className="notice-text">
        {props.title && <p className="notice-title">{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}

/** The answer to a finished task: what was done, and (as children) what happens next. */
export function ConfirmationPanel(props: { title: ReactNode; level?: 1 | 2 | 3; children?: ReactNode }) {
  const Heading = `h${props.level ?? 1}` as const;
  return (
    <div className="confirmation" tabIndex={-1} data-focus="">
      <Sign tone="success" />
      <Heading>{props.title}</Heading>
      {props.children}
    </div>
  );
}

/** Nothing here yet: says what to do first. */
export function EmptyState(props: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
        <circle cx="24" cy="24" r="22" />
        <circle cx="24" cy="24" r="14" />
        <circle cx="24" cy="24" r="6" />
      </svg>
      <p className="empty-title">{props.title}</p>
      {props.children && <div className="muted">{props.children}</div>}
      {props.action && <div className="actions">{props.action}</div>}
    </div>
  );
}

/** How far something has come: the bar and the same in words. Without `value` it only says that it is under way. */
export function ProgressBar(props: {
  id: string;
  label: string;
  value?: number | undefined;
  max: number;
  text: ReactNode;
}) {
  return (
    <div className="progress">
      <label htmlFor={props.id}>{props.label}</label>
      <progress id={props.id} value={props.value} max={props.max} />
      <p className="muted">{props.text}</p>
    </div>
  );
}

/**
 * A part of the page that is fetched anew every `seconds` while work goes on, and read out politely. Render it
 * with `done` when the work has ended: the fetching stops. Without script a reload of the page does the same.
 */
export function LiveRegion(props: { id: string; seconds?: number; done?: boolean; children: ReactNode }) {
  return (
    <div id={props.id} aria-live="polite" data-refresh={props.done ? undefined : (props.seconds ?? 2)}>
      {props.children}
    </div>
  );
}

/** A word where a figure is not shown, with the reason; `href` leads to a longer explanation. */
export function Suppressed(props: { word: string; explanation: string; href?: string | undefined }) {
  if (props.href)
    return (
      <a className="suppressed" href={props.href}>
        {props.word}
        <span className="visually-hidden">, {props.explanation}</span>
      </a>
    );
  return (
    <span className="suppressed" title={props.explanation}>
      {props.word}
      <span className="visually-hidden">, {props.explanation}</span>
    </span>
  );
}
