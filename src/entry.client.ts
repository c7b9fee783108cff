/**
 * The one script. Every page is complete without it; it only spares people waiting, losing what they wrote, and
 * looking back and forth. It finds its work in data attributes that the components set.
 */

/** Fetches the page again and swaps a region in, until the server sends it without `data-refresh` (LiveRegion). */
async function refresh(region: HTMLElement): Promise<void> {
  const pause = Number(region.dataset["refresh"]) * 1000;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!region.isConnected) return;
    if (document.hidden) continue;
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      const fresh = new DOMParser()
        .parseFromString(await answer.text(), "text/html")
        .getElementById(region.id);
      // Signed out, or the region is gone: the page that the server now gives is the one to show.
      if (!answer.ok || answer.redirected || !fresh) return location.reload();
      // The region itself stays, so that what changes in it is read out.
      if (region.innerHTML !== fresh.innerHTML) region.innerHTML = fresh.innerHTML;
      if (fresh.dataset["refresh"] === undefined) return;
    } catch {
      // The network is away for a moment; the next round tries again.
    }
  }
}

/** Asks before leaving a form, or a part of one, in which something is typed and not sent. */
function guardForms(): void {
  const changed = new Set<Element>();
  const note = (field: Element): void => {
    const part = field.closest("[data-confirm-leave]");
    if (part) changed.add(part);
  };
  // What was refused stands there as it was typed, and isn't saved either.
  document.querySelectorAll("[data-invalid]").forEach(note);
  document.addEventListener("input", ({ target }) => {
    if (target instanceof Element) note(target);
  });
  document.addEventListener("submit", ({ target: form }) => {
    if (!(form instanceof HTMLFormElement)) return;
    for (const part of changed)
      if (part === form || [...form.elements].some((field) => part.contains(field))) changed.delete(part);
  });
  addEventListener("beforeunload", (event) => {
    if ([...changed].some((part) => part.isConnected)) event.preventDefault();
  });
}

/** Lets a form be sent once; the pressed button shows it. Coming back to the page opens it again. */
function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (form.hasAttribute("data-sent")) return event.preventDefault();
    form.setAttribute("data-sent", "");
    event.submitter?.setAttribute("aria-disabled", "true");
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) {
      form.removeAttribute("data-sent");
      // Its buttons may stand outside it.
      for (const part of form.elements) part.removeAttribute("aria-disabled");
    }
  });
}

/** Shows that a file may be dropped on the field. */
function dropTarget(field: HTMLInputElement): void {
  const set = (on: boolean) => () => field.toggleAttribute("data-dragging", on);
  field.addEventListener("dragover", set(true));
  for (const name of ["dragleave", "drop"]) field.addEventListener(name, set(false));
}

/** Pointing at a level in rings or stairs lights the same level in the table, and the other way round. */
function lightLevels(): void {
  const light = (level: string | undefined) => {
    for (const lit of document.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
    if (level === undefined) return;
    for (const part of document.querySelectorAll<HTMLElement>("[data-level]")) {
      if (part.dataset["level"] === level) part.setAttribute("data-lit", "");
    }
  };
  for (const name of ["pointerover", "focusin"]) {
    document.addEventListener(name, ({ target }) => {
      const part = target instanceof Element ? target.closest("[data-level]") : null;
      light(part?.getAttribute("data-level") ?? undefined);
    });
  }
}

/** Menus close when something else is pressed, or by Escape, which gives the focus back. */
function closeMenus(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>("details[data-close-outside][open]");
  document.addEventListener("click", ({ target }) => {
    for (const menu of open()) if (!(target instanceof Node && menu.contains(target))) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
      menu.open = false;
    }
  });
}

for (const region of document.querySelectorAll<HTMLElement>("[data-refresh]")) void refresh(region);
sendOnce();
guardForms();
for (const field of document.querySelectorAll<HTMLInputElement>("input[data-file]")) dropTarget(field);
if (document.querySelector("[data-level]")) lightLevels();
closeMenus();
if (document.querySelector("form[data-autosave], form[data-move]"))
  void import("./editor.client.ts").then(({ easeWriting }) => easeWriting());
document.querySelector<HTMLElement>("[data-focus]")?.focus();
