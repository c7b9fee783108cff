/** How an organisation works with its models: reading and changing its settings (ORG-5). */
import type { Work } from "../platform/database/work.ts";
import { done, NotFound, refused, type Result } from "../shared/result.ts";
import { mayKeepOrganisation } from "./access.ts";
import { checkSettings, type Settings, type SettingsCode } from "./rules.ts";
import { saveSettings, settings } from "./store.ts";

export async function viewSettings(work: Work): Promise<Settings> {
  if (!mayKeepOrganisation(work.actor)) throw new NotFound("settings");
  return settings(work);
}

/** Replaces the settings. `stale` when they are no longer at `wanted.revision`: then both texts are shown and nothing is lost. */
export async function changeSettings(
  work: Work,
  wanted: Settings,
): Promise<Result<void, SettingsCode | "stale">> {
  const present = await viewSettings(work);
  const reasons = checkSettings(present, wanted);
  if (wanted.revision !== present.revision) return refused({ code: "stale" }, ...reasons);
  if (reasons.length > 0) return refused(...reasons);
  return (await saveSettings(work, wanted)) ? done(undefined) : refused({ code: "stale" });
}

/** The organisation's colours, null for the product's own. Public: every page of the organisation wears them. */
export async function viewTheme(work: Work): Promise<Settings["theme"]> {
  return (await settings(work)).theme;
}
