/** The page of one assessment: apart, then side by side. The person's and the manager's are the same page, each with their own words. */
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import type { Again } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import type { AssessmentView } from "../view-assessment.ts";
import { Apart } from "./apart.tsx";
import { Meeting } from "./meeting.tsx";
import { listPath, type Whose } from "./places.ts";

export function OneAssessment(props: {
  view: AssessmentView;
  whose: Whose;
  done: string | null;
  saved: string | null;
  refused: Again | undefined;
}) {
  const { view, whose, refused } = props;
  const words = useMessages().assessment;
  const { at, language } = useShell();
  const { head, reader } = view;
  const isOpened = head.openedOn !== null;
  const errors = spell(refused?.reasons ?? [], words.reasons);
  const { sheet, meeting } = words;
  const hasBoth = head.sheets.self.state === "handed-in";
  const opened = hasBoth
    ? { self: meeting.titleSelf, other: meeting.title(head.givenName) }
    : { self: meeting.titleOneSelf, other: meeting.titleOne(head.givenName) };
  const titles = isOpened
    ? { ...opened, manager: opened.other }
    : {
        self: sheet.titleSelf,
        manager: sheet.titleManager(head.givenName),
        other: sheet.titleOther(head.givenName),
      };
  const model = language === "sv" ? head.modelSv : head.modelEn;
  const about = words.about(words.place(head.level, head.track), model);
  return (
    <Page
      title={titles[reader]}
      caption={about}
      lead={isOpened && head.endedOn === null ? (hasBoth ? meeting.lead : meeting.leadOne) : undefined}
      breadcrumbs={[
        {
          href: at(listPath(whose, head.personId)),
          label:
            whose === "own" ? words.mine.title : words.person.title(`${head.givenName} ${head.familyName}`),
        },
      ]}
      errors={errors.list}
    >
      <Done done={refused || head.endedHow === "cancelled" ? null : props.done} />
      {isOpened ? (
        <Meeting view={view} saved={refused ? null : props.saved} errors={errors} typed={refused?.values} />
      ) : (
        <Apart view={view} whose={whose} isNews={props.done === "in" || props.done === "declined"} />
      )}
    </Page>
  );
}

function Done({ done }: { done: string | null }) {
  const { sheet, meeting } = useMessages().assessment;
  const said: Readonly<Record<string, string>> = {
    begun: sheet.doneBegun,
    opened: sheet.doneOpened,
    "at-talk": sheet.doneAtTalk,
    again: sheet.doneAgain,
    ended: meeting.doneEnded,
  };
  const words = done === null ? undefined : said[done];
  return words === undefined ? null : <Notice tone="success" title={words} announce />;
}
