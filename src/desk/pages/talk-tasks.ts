/** What waits for somebody in talks, as tasks: the nearest in time first. What only waits for the other, and what is prepared already, is no task. */
import type { Messages } from "../../messages/messages.ts";
import type { TalkTask } from "../../talk/view-talks.ts";

export type TalkToDo = {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly path: string;
};

/** `inWords` is a day in running text. */
export function talksToDo(
  tasks: readonly TalkTask[],
  words: Messages["talk"],
  { talkWord, today, inWords }: { talkWord: string; today: string; inWords: (day: string) => string },
): TalkToDo[] {
  const t = words.tasks;
  return tasks.flatMap(({ talk, isOwn, acts }): TalkToDo[] => {
    const name = `${talk.givenName} ${talk.familyName}`;
    const kind = words.kind[talk.kind](talkWord);
    const when = `${inWords(talk.day)} ${talk.at}`;
    const held = talk.heldOn === null ? "" : t.heldOn(inWords(talk.heldOn));
    const path = isOwn ? `/my/talks/${talk.id}` : `/people/${talk.personId}/talks/${talk.id}`;
    const task = (title: string, text: string): TalkToDo[] => [{ key: talk.id, title, text, path }];
    if (acts.includes("answer")) return task(t.answer(name), held);
    if (acts.includes("hold") && talk.day <= today) return task(t.hold(kind, name), when);
    if (acts.includes("prepare")) {
      if (isOwn) return talk.sharedSelf ? [] : task(t.prepareOwn(kind), when);
      return talk.sharedManager ? [] : task(t.prepare(kind, name), when);
    }
    if (acts.includes("close")) return task(t.close(name), held);
    if (acts.includes("confirm"))
      return isOwn
        ? task(t.confirmOwn(kind), held)
        : task(t.confirm(kind, name), talk.confirmedSelf ? t.theirsConfirmed(talk.givenName) : held);
    if (acts.includes("remind")) return task(t.remind(name), held);
    return acts.includes("write") && talk.record === 0 ? task(t.write(kind, name), held) : [];
  });
}
