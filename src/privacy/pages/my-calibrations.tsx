/** What one has answered in calibrations, among all that is held about oneself (ASM-4, PLC-8). */
import { useShell } from "../../platform/http/shell.ts";
import { dayOf } from "../../shared/local-date.ts";
import { useMessages } from "../../messages/messages.ts";
import { SummaryList } from "../../ui/lists.tsx";
import type { MyData } from "../view-my-data.ts";

export function MyCalibrations({ calibrations }: Pick<MyData, "calibrations">) {
  const { calibration, privacy } = useMessages();
  const t = privacy.mine.calibrations;
  const { at } = useShell();
  return calibrations.map(({ id, title, handedInAt, answers }) => (
    <div key={id}>
      <h3>
        <a href={at(`/calibrations/${id}`)}>{title}</a>
      </h3>
      <p>{handedInAt === null ? t.notHandedIn : t.handedIn(dayOf(new Date(handedInAt)))}</p>
      {answers.length > 0 && (
        <SummaryList
          rows={answers.map((answer) => ({
            term: answer.case,
            detail: [
              [answer.level, answer.track].filter(Boolean).join(" · "),
              answer.words,
              ...answer.marks.map(
                ({ text, shows }) => `${shows ? calibration.result.shows : calibration.result.not} ${text}`,
              ),
            ].map((line, index) => <p key={index}>{line}</p>),
          }))}
        />
      )}
    </div>
  ));
}
