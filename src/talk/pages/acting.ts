/** What is sent from a talk's page, the person's own and the manager's alike. */
import { ownPerson } from "../../assessment/assessment-room.ts";
import { AGREE, agreeTyped } from "../../assessment/parts/typed-outcomes.ts";
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
import { cancelTalk, rebook } from "../change-booking.ts";
import { answerView, closeUnconfirmed, confirmTalk, differ, remind } from "../confirm-talk.ts";
import { holdTalk, putToBoth, writeAgreed } from "../hold-talk.ts";
import { prepareTalk } from "../prepare-talk.ts";
import type { TalkAddress } from "../talk-room.ts";
import { QUESTIONS, type Question } from "../talk.rules.ts";
import { talkPath, type Whose } from "./places.ts";

/** The raw text of a field: what somebody wrote is not trimmed before it is shown to them again. */
const text = (form: FormValues, name: string): string => form[name]?.[0] ?? "";
const number = (form: FormValues, name: string): number => Number(field(form, name)) || 0;

const answersIn = (form: FormValues): Partial<Record<Question, string>> =>
  Object.fromEntries(
    Object.values(QUESTIONS)
      .flat()
      .map((question) => [question, text(form, question)]),
  );

/** Which talk a page is about: the person's own page is theirs alone, and the others' is never theirs. Throws NotFound for an account that is nobody's. */
export function addressOf(whose: Whose, { work, params }: Pick<Loading, "work" | "params">): TalkAddress {
  const talkId = params["talkId"] ?? "";
  return whose === "own"
    ? { personId: ownPerson(work), talkId, side: "self" }
    : { personId: params["personId"] ?? "", talkId, side: "manager" };
}

const agreedIn = (form: FormValues) => ({ agreed: text(form, "agreed"), revision: number(form, "version") });

/** Saves what stands in the form of a talk that is being held, the outcomes that were typed and the text: what can be saved is. Gives every reason against the rest. */
async function saveHeld(
  { work, form }: Pick<Acting, "work" | "form">,
  address: TalkAddress,
): Promise<readonly Reason[]> {
  const against = await agreeTyped(work, { personId: address.personId, side: "manager" }, form);
  // While another view waits for the manager above there is no text to write.
  if (form["agreed"] === undefined && field(form, AGREE) !== "") return against;
  const written = await writeAgreed(work, address, agreedIn(form));
  return written.ok ? against : [...against, ...written.reasons];
}

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
  const revision = number(form, "version");
  const item = field(form, AGREE);
  const intent = item === "" ? field(form, "intent") : AGREE;
  switch (intent) {
    case "save":
    case "share":
      return then(
        await prepareTalk(work, address, { answers: answersIn(form), share: intent === "share", revision }),
        intent === "share" ? "shown" : "saved",
      );
    case "rebook": {
      const [day, at, minutes] = [field(form, "day"), field(form, "at"), field(form, "minutes")];
      const place = text(form, "place");
      return then(await rebook(work, address, { day, at, minutes, place, booking: revision }), "rebooked");
    }
    case "cancel":
      return then(await cancelTalk(work, address, { words: text(form, "words") }), "cancelled");
    case "hold":
      return then(await holdTalk(work, address, { heldOn: field(form, "heldOn") }), "held");
    // Without a button it is the text that saves itself.
    case "":
    case "write":
    case "place":
    case "record":
    case AGREE: {
      const against = await saveHeld(page, address);
      if (against.length > 0) return again(against, form);
      if (intent === "record") return then(await putToBoth(work, address, agreedIn(form)), "recorded");
      if (intent === "place") return seeOther(`${here}/placement`);
      return seeOther(intent === AGREE ? `${here}?saved=${item}#statement-${item}` : `${here}?done=saved`);
    }
    case "confirm":
      return then(await confirmTalk(work, address, { revision }), "confirmed");
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
    case "remind":
      return then(await remind(work, address), "reminded");
    case "close":
      return then(await closeUnconfirmed(work, address), "locked");
    case "answer":
      return then(await answerView(work, address, { words: text(form, "words") }), "answered");
    default:
      throw new NotFound("act");
  }
}
