/** What an answer tells of others: each person's name and each text, to those alone who may know it. */
import { mayKnow, mayRead } from "./expectations.ts";
import { ACTORS, NOBODY, type AccessWorld, type ActorName } from "./world.ts";

/** Who, and which texts, the answer tells of to somebody who may not know it. */
export function toldOf(world: AccessWorld, body: string, actor: ActorName): string[] {
  const text = body.toLowerCase();
  const people = ACTORS.filter((name) => {
    const surname = world.surnames[name];
    if (surname === undefined || !text.includes(surname.toLowerCase())) return false;
    if (NOBODY.includes(actor)) return true;
    return !(mayKnow[name] ?? ACTORS).includes(actor) && name !== actor;
  });
  const marks = [
    "secretWords",
    "ownWords",
    "managersWords",
    "unshownWords",
    "draftText",
    "internalText",
  ] as const;
  const texts = marks.filter((name) => body.includes(world.models[name]) && !mayRead[name].includes(actor));
  return [...people, ...texts];
}
