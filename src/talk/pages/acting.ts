/** What is sent from a talk's page, the person's own and the manager's alike. */
import { ownPerson } from "../../assessment/assessment-room.ts";
import { AGREE, agreeTyped, typedOutcomes } from "../../assessment/parts/typed-outcomes.ts";
import {
  again,
  field,
  seeOther,
  type Acting,
  type Again,
  type FormValues,
  type Loading,
  type SeeOther,
} from "../../platform/http/page.ts";
import { NotFound, type Reason, type Result } from "../../shared/result.ts";
import { isTyped } from "../../ui/stood.tsx";
import { cancelTalk, rebook } from "../change-booking.ts";
import { answerView, closeUnconfirmed, confirmTalk, differ, remind } from "../confirm-talk.ts";
import { holdTalk, putToBoth, restoreAgreed, writeAgreed } from "../hold-talk.ts";
import { prepareTalk } from "../prepare-talk.ts";
import { heldTalk, type TalkAddress } from "../talk-room.ts";
import { QUESTIONS, type Act, type Question } from "../talk.rules.ts";
import { removeUnshown } from "../unshown.ts";
import { talkPath, type Whose } from "./places.ts";
import { leftUndone } from "./typed.tsx";

/** The raw text of a field: what somebody wrote is not trimmed before it is shown to them again. */
const text = (form: FormValues, name: string): string => form[name]?.[0] ?? "";
const number = (form: FormValues, name: string): number => Number(field(form, name)) || 0;

const ALL_QUESTIONS = Object.values(QUESTIONS).flat();

const answersIn = (form: FormValues): Partial<Record<Question, string>> =>
  Object.fromEntries(ALL_QUESTIONS.map((question) => [question, text(form, question)]));

/** Which talk a page is about: the person's own page is theirs alone, and the others' is never theirs. Throws NotFound for an account that is nobody's. */
export function addressOf(whose: Whose, { work, params }: Pick<Loading, "work" | "params">): TalkAddress {
  const talkId = params["talkId"] ?? "";
  return whose === "own"
    ? { personId: ownPerson(work), talkId, side: "self" }
    : { personId: params["personId"] ?? "", talkId, side: "manager" };
}

const agreedIn = (form: FormValues) => ({ agreed: text(form, "agreed"), revision: number(form, "version") });

/** Saves what is prepared: when its own button is pressed, and with any other what somebody has typed. */
async function savePrepared(
  { work, form }: Pick<Acting, "work" | "form">,
  address: TalkAddress,
  intent: string,
): Promise<readonly Reason[]> {
  const isOwn = intent === "" || intent === "save" || intent === "share";
  if (!isOwn && !ALL_QUESTIONS.some((question) => isTyped(form, question))) return [];
  const typed = { answers: answersIn(form), share: intent === "share", revision: number(form, "version") };
  const result = await prepareTalk(work, address, typed);
  return result.ok ? [] : result.reasons;
}

/** Saves what stands in the form for the writer to go on with, whichever button was pressed: what can be saved is. Gives every reason against the rest. */
async function saveWritten(
  page: Pick<Acting, "work" | "form">,
  address: TalkAddress,
  intent: string,
): Promise<readonly Reason[]> {
  const { work, form } = page;
  if (ALL_QUESTIONS.some((question) => form[question] !== undefined))
    return savePrepared(page, address, intent);
  if (address.side === "self") return [];
  const against = await agreeTyped(work, { personId: address.personId, side: "manager" }, form);
  // While another view waits for the manager above there is no text to write.
  if (form["agreed"] === undefined || intent === "restore") return against;
  const written = await writeAgreed(work, address, agreedIn(form));
  if (written.ok) return against;
  const isUntouched = !isTyped(form, "agreed") && intent !== "write" && intent !== "record";
  return [...against, ...written.reasons.filter(({ code }) => code !== "changed-by-other" || !isUntouched)];
}

/** Whose buttons these are, that do nothing but save what is written. */
const SAVES: Readonly<Record<string, Act>> = {
  // Without a button it is what is written that saves itself.
  "": "prepare",
  save: "prepare",
  share: "prepare",
  write: "write",
  place: "write",
  [AGREE]: "write",
};

export async function actOnTalk(
  page: Pick<Acting, "work" | "params" | "form">,
  whose: Whose,
): Promise<SeeOther | Again> {
  const { work, form } = page;
  const address = addressOf(whose, page);
  const here = `/o/${work.tenant.slug}${talkPath(whose, { id: address.talkId, personId: address.personId })}`;
  const then = (result: Result<unknown>, done: string): SeeOther | Again => {
    if (!result.ok) return again(result.reasons, form);
    // A result that says how the talk closed closes it.
    return seeOther(`${here}?done=${typeof result.value === "string" ? "locked" : done}`);
  };
  const item = field(form, AGREE);
  const intent = item === "" ? field(form, "intent") : AGREE;
  const outcomes = typedOutcomes(form);
  const saves = SAVES[intent];
  if (saves) await heldTalk(work, address, saves);
  const against = [...(await saveWritten(page, address, intent)), ...leftUndone(form, intent)];
  if (against.length > 0) return again(against, form);
  const revision = number(form, "record");
  switch (intent) {
    case "":
    case "save":
    case "write":
      return seeOther(`${here}?done=saved`);
    case "share":
      return seeOther(`${here}?done=shown`);
    case AGREE:
      return seeOther(`${here}?saved=${item}#statement-${item}`);
    case "place":
      return seeOther(`${here}/placement`);
    case "rebook": {
      const [day, at, minutes] = [field(form, "day"), field(form, "at"), field(form, "minutes")];
      const [place, booking] = [text(form, "place"), number(form, "booking")];
      return then(await rebook(work, address, { day, at, minutes, place, booking }), "rebooked");
    }
    case "cancel": {
      const result = await cancelTalk(work, address, { words: text(form, "why") });
      // Of the page's one form, the words are another's.
      return result.ok
        ? then(result, "cancelled")
        : again(
            result.reasons.map((reason) => (reason.field === "words" ? { ...reason, field: "why" } : reason)),
            form,
          );
    }
    case "hold":
      return then(await holdTalk(work, address, { heldOn: field(form, "heldOn") }), "held");
    case "record":
      return then(await putToBoth(work, address, agreedIn(form)), "recorded");
    case "restore":
      return then(await restoreAgreed(work, address), "restored");
    case "confirm":
    case "remind":
    case "close":
      // What was agreed of a statement in the same moment is in nothing that anybody has read.
      if (outcomes.length > 0)
        return again([{ code: "outcome-not-shown", field: `statement-${outcomes[0]}` }], form);
      if (intent === "confirm") return then(await confirmTalk(work, address, { revision }), "confirmed");
      if (intent === "remind") return then(await remind(work, address), "reminded");
      return then(await closeUnconfirmed(work, address), "locked");
    case "differ":
      return then(
        await differ(work, address, {
          revision,
          words: text(form, "words"),
          toAbove: field(form, "toAbove") === "yes",
          withRepresentative: field(form, "withRepresentative") === "yes",
        }),
        "differed",
      );
    case "remove-unshown":
      return then(await removeUnshown(work, address), "removed");
    case "answer":
      return then(await answerView(work, address, { words: text(form, "words") }), "answered");
    default:
      throw new NotFound("act");
  }
}
