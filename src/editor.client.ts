/**
 * Comfort for those who write a model, loaded on their pages alone: what is written saves itself, and lines are moved by dragging.
 * Both send the forms that are there without it, and read the page that answers.
 */

const PAUSE_MS = 1500;
const TRY_AGAIN_MS = 5000;

/** Times are Stockholm's, as everywhere. */
const clock = new Intl.DateTimeFormat("sv-SE", { timeStyle: "short", timeZone: "Europe/Stockholm" });

/** What saves itself in the form: a part that asks before it is left is sent by a button. */
function dataIn(form: HTMLFormElement): FormData {
  const data = new FormData(form);
  for (const field of form.elements)
    if (field.closest("[data-confirm-leave]")) data.delete(field.getAttribute("name") ?? "");
  return data;
}

/** The form's fields as they stand; two alike say the same. */
const wordsIn = (form: HTMLFormElement): string => {
  const data = dataIn(form);
  for (const name of ["idempotency-token", "version"]) data.delete(name);
  return JSON.stringify([...data]);
};

const fieldOf = (form: ParentNode, name: string): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>(`input[name="${name}"]`);

/** Sends a form as the browser would, and gives the page that answers. */
async function send(form: HTMLFormElement, data: FormData): Promise<{ page: Document; refused: boolean }> {
  const body = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === "string") body.append(name, value);
  const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "text/html" } });
  if (answer.status >= 500) throw new Error(`answered ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { page, refused: !answer.ok };
}

/** Saves the form a while after something is written in it, and when it is left; says how that went. */
function saveByItself(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>(".save-state");
  const token = fieldOf(form, "idempotency-token");
  const version = fieldOf(form, "version");
  if (!state || !token || !version) return;
  let saved = wordsIn(form);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  form.toggleAttribute("data-autosaving", true);

  const tell = (name: string, words: string): void => {
    state.dataset["state"] = name;
    if (state.textContent !== words) state.textContent = words;
  };
  const isUndecided = (): boolean => form.hasAttribute("data-undecided");

  async function save(): Promise<void> {
    const sent = wordsIn(form);
    if (sent === saved || isUndecided()) return;
    tell("saving", form.dataset["saving"] ?? "");
    const data = dataIn(form);
    // The page of the item answers: it is small, and has both texts when there are two.
    data.delete("back");
    try {
      const { page, refused } = await send(form, data);
      const answered = page.querySelector<HTMLFormElement>("form[data-autosave]");
      if (token) token.value = crypto.randomUUID();
      // Nobody is signed in any longer: the form's own button leads by the way of signing in, and its words along.
      if (!refused && !answered) return tell("refused", form.dataset["signedOut"] ?? "");
      if (refused || !answered) return showRefusal(page, answered);
      if (version) version.value = fieldOf(answered, "version")?.value ?? version.value;
      saved = sent;
      clearRefusal();
      tell("saved", (form.dataset["saved"] ?? "").replace("{time}", clock.format().replace(":", ".")));
      if (wordsIn(form) !== saved) later(PAUSE_MS);
    } catch {
      // The network is away: the words stay, and it is tried again with the same sheet.
      tell("away", form.dataset["away"] ?? "");
      later(TRY_AGAIN_MS);
    }
  }

  function clearRefusal(): void {
    form.querySelector("[data-conflict]")?.remove();
  }

  /** What was refused is for the writer to decide: both texts when there are two, else why. */
  function showRefusal(page: Document, answered: HTMLFormElement | null): void {
    clearRefusal();
    const conflict = page.querySelector("main [data-conflict]");
    const why = page.querySelector("main .error-summary li")?.textContent ?? form.dataset["notSaved"] ?? "";
    if (conflict) {
      form.prepend(document.importNode(conflict, true));
      if (version && answered) version.value = fieldOf(answered, "version")?.value ?? version.value;
      form.toggleAttribute("data-undecided", true);
    }
    tell("refused", why);
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void now(), ms);
  }

  /** Saves at once, after what is already on its way. */
  function now(): Promise<void> {
    clearTimeout(timer);
    saving = (saving ?? Promise.resolve()).then(save);
    return saving;
  }

  form.addEventListener("input", () => later(PAUSE_MS));
  form.addEventListener("change", () => later(PAUSE_MS));
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) void now();
  });
  // Its own button: what is on its way is waited for, so that it is not taken for somebody else's.
  form.addEventListener(
    "submit",
    (event) => {
      if (form.hasAttribute("data-sent-after")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      clearTimeout(timer);
      form.toggleAttribute("data-sent-after", true);
      const { submitter } = event;
      const again = (): void => {
        saved = wordsIn(form);
        form.requestSubmit(submitter);
      };
      // Not before this event is over: until then the form takes no other.
      void (saving ?? Promise.resolve()).then(() => setTimeout(again));
    },
    { capture: true },
  );
  addEventListener("beforeunload", (event) => {
    if (form.isConnected && wordsIn(form) !== saved) event.preventDefault();
  });
}

/** Lines are dragged to another place among those shown, or onto another level; the form of the line's own page moves them. */
function dragLines(): void {
  let dragged: HTMLElement | null = null;
  const lineOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>("[data-item]") : null;
  const clear = (): void => {
    for (const marked of document.querySelectorAll("[data-drop]")) marked.removeAttribute("data-drop");
  };

  for (const handle of document.querySelectorAll<HTMLElement>("[data-drag]")) {
    handle.draggable = true;
    handle.addEventListener("dragstart", (event) => {
      dragged = lineOf(handle);
      if (!dragged || !event.dataTransfer) return;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
      event.dataTransfer.setDragImage(dragged, 0, 0);
      dragged.toggleAttribute("data-dragged", true);
    });
    handle.addEventListener("dragend", () => {
      dragged?.removeAttribute("data-dragged");
      dragged = null;
      clear();
    });
  }

  /** Where the line would be put: in a list, before one of its lines or last; or at another level. */
  const targetOf = (event: DragEvent): { at: HTMLElement; before: boolean } | null => {
    if (!dragged || !(event.target instanceof Element)) return null;
    const level = event.target.closest<HTMLElement>("[data-level-key]");
    if (level) return { at: level, before: false };
    const line = lineOf(event.target);
    if (line?.parentElement?.hasAttribute("data-spot")) {
      const { top, height } = line.getBoundingClientRect();
      return { at: line, before: event.clientY < top + height / 2 };
    }
    const spot = event.target.closest<HTMLElement>("[data-spot-room]");
    return spot && { at: spot, before: false };
  };

  document.addEventListener("dragover", (event) => {
    const target = targetOf(event);
    if (!target) return;
    event.preventDefault();
    clear();
    target.at.dataset["drop"] = target.before ? "before" : "after";
  });

  document.addEventListener("drop", (event) => {
    const target = targetOf(event);
    const form = document.querySelector<HTMLFormElement>("form[data-move]");
    if (!target || !dragged || !form) return;
    event.preventDefault();
    const set = (name: string, value: string | undefined): void => {
      const input = fieldOf(form, name);
      if (input) input.value = value ?? "";
    };
    const spot = target.at.closest<HTMLElement>("[data-spot-room]");
    const lines = spot ? [...spot.querySelectorAll<HTMLElement>("[data-item]")] : [];
    const others = lines.filter((line) => line !== dragged);
    const index = others.indexOf(target.at);
    form.action = `${form.dataset["move"]}/${dragged.dataset["item"]}`;
    set("level", target.at.dataset["levelKey"] ?? spot?.dataset["atLevel"]);
    set(
      "heading",
      spot?.dataset["heading"] ?? dragged.closest<HTMLElement>("[data-spot-room]")?.dataset["heading"],
    );
    set("track", spot?.dataset["track"] ?? "");
    set("position", index < 0 ? "" : String(index + (target.before ? 1 : 2)));
    form.requestSubmit();
  });
}

/** Sets all of it going on the page that is shown. */
export function easeWriting(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosave]")) saveByItself(form);
  if (document.querySelector("form[data-move]")) dragLines();
}
