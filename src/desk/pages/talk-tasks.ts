/** What waits for somebody in talks, as tasks: the nearest in time first. What only waits for the other, and what is prepared already, is no task. */
import type { Messages } from "../../messages/messages.ts";
import type { TalkTask } from "../../talk/view-talks.ts";

export type TalkToDo = {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly path: string;
  /** The unit whose talk it is; null is one's own. */
  readonly unitId: string | null;
};

/** `inWords` is a day in running text, `at` a day and a time. */
export function talksToDo(
  tasks: readonly TalkTask[],
  words: Messages["talk"],
  page: {
    readonly talkWord: string;
    readonly today: string;
    readonly inWords: (day: string) => string;
    readonly at: (day: string, time: string) => string;
  },
): TalkToDo[] {
  const t = words.tasks;
  const { open, prepare, hold, confirm, goOn } = { ...words.unit, open: t.open };
  return tasks.flatMap(({ talk, isOwn, acts }): TalkToDo[] => {
    const name = `${talk.givenName} ${talk.familyName}`;
    const kind = words.kind[talk.kind](page.talkWord);
    const when = page.at(talk.day, talk.at);
    const held = talk.heldOn === null ? "" : t.heldOn(page.inWords(talk.heldOn));
    const path = isOwn ? `/my/talks/${talk.id}` : `/people/${talk.personId}/talks/${talk.id}`;
    const task = (title: string, text: string, button: string): TalkToDo[] => [
      { key: talk.id, title, text, button, path, unitId: isOwn ? null : talk.unitId },
    ];
    if (acts.includes("answer")) return task(t.answer(name), held, open);
    if (acts.includes("hold") && talk.day <= page.today) return task(t.hold(kind, name), when, hold);
    if (acts.includes("prepare")) {
      if (isOwn) return talk.sharedSelf ? [] : task(t.prepareOwn(kind), when, prepare);
      return talk.sharedManager ? [] : task(t.prepare(kind, name), when, prepare);
    }
    if (acts.includes("close")) return task(t.close(name), held, open);
    if (acts.includes("confirm"))
      return isOwn
        ? task(t.confirmOwn(kind), held, confirm)
        : task(t.confirm(kind, name), talk.confirmedSelf ? t.theirsConfirmed(talk.givenName) : held, confirm);
    if (acts.includes("remind")) return task(t.remind(name), held, open);
    return acts.includes("write") && talk.record === 0 ? task(t.write(kind, name), held, goOn) : [];
  });
}
