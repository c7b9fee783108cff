/** The page of one talk: to prepare, to hold, to confirm, and when it is locked to read. The person's and the manager's are the same page, each with their own words. */
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import type { Again } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { isTyped } from "../../ui/stood.tsx";
import { Tag } from "../../ui/tag.tsx";
import { QUESTIONS } from "../talk.rules.ts";
import type { TalkView } from "../view-talk.ts";
import { Held } from "./held.tsx";
import { KeptWords } from "./kept-words.tsx";
import { listPath, type Whose } from "./places.ts";
import { Planned } from "./planned.tsx";
import { Recorded } from "./recorded.tsx";
import { PHASE_TONES } from "./talk-list.tsx";
import { useKind, useWhen } from "./when.ts";

export function OneTalk(props: {
  view: TalkView;
  whose: Whose;
  done: string | null;
  saved: string | null;
  refused: Again | undefined;
}) {
  const { view, whose, refused } = props;
  const words = useMessages().talk;
  const { at } = useShell();
  const kindOf = useKind(view.talkWord);
  const when = useWhen();
  const { talk, phase } = view;
  const name = `${talk.givenName} ${talk.familyName}`;
  const kind = kindOf(talk.kind);
  const reasons = refused?.reasons ?? [];
  const errors = spell(reasons, words.reasons);
  const part = { view, whose, errors, reasons, saved: refused ? null : props.saved, typed: refused?.values };
  // What was prepared is saved all the same when something else waits for its own button.
  const isKept =
    refused !== undefined &&
    QUESTIONS[talk.kind].some((question) => isTyped(refused.values, question)) &&
    reasons.every(({ code }) => code.endsWith("-left"));
  return (
    <Page
      title={whose === "own" ? words.one.own(kind) : capital(words.one.other(kind, name))}
      beside={<Tag tone={PHASE_TONES[phase]}>{words.phase[phase]}</Tag>}
      lead={
        <>
          {when(talk)}
          {talk.place !== "" && `. ${words.one.place(talk.place)}`}
        </>
      }
      breadcrumbs={
        // To the manager above only this talk is open.
        view.reader === "above"
          ? []
          : [
              {
                href: at(listPath(whose, talk.personId)),
                label: whose === "own" ? words.mine.title : words.person.title(name),
              },
            ]
      }
      errors={errors.list}
    >
      <Done done={refused ? (isKept ? "saved" : null) : props.done} />
      <KeptWords {...part} />
      {talk.state === "planned" && <Planned {...part} />}
      {talk.state === "held" && <Held {...part} />}
      {(talk.state === "locked" || talk.state === "cancelled") && <Recorded {...part} />}
    </Page>
  );
}

/** Of a talk that is closed the page says so itself. */
function Done({ done }: { done: string | null }) {
  const said: Readonly<Record<string, string>> = useMessages().talk.done;
  const words = done === null ? undefined : said[done];
  return words === undefined ? null : <Notice tone="success" title={words} announce />;
}
