/** How the organisation works with its models (ORG-5): all of it on one page, for administrators. */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { Checkbox, CheckboxGroup, RadioGroup, TextArea, TextField } from "../../ui/fields.tsx";
import { Fieldset, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { DEFAULT_THEME } from "../../ui/theme.ts";
import { changeSettings, viewSettings } from "../keep-settings.ts";
import type { Settings } from "../rules.ts";
import { linesOf, wholeNumber } from "./lines.ts";
import { ThemePreview } from "./theme-preview.tsx";
import type { Route } from "./+types/settings";

export const loader = load(async ({ work, url }) => ({
  settings: await viewSettings(work),
  saved: url.searchParams.has("saved"),
}));

export const action = act(async ({ work, form }) => {
  const result = await changeSettings(work, settingsOf(form));
  return result.ok ? seeOther(`/o/${work.tenant.slug}/settings?saved`) : again(result.reasons, form);
});

const MOVE_RULES = ["present-and-target", "cumulative", "advisory"] as const;

const TASK_OWNERS = ["manager", "hr"] as const;
const taskOwner = (typed: string) => TASK_OWNERS.find((each) => each === typed) ?? null;

function settingsOf(form: FormValues): Settings {
  const months = field(form, "reviewIntervalMonths");
  const rule = field(form, "moveRule");
  const leave = field(form, "experienceLeaveDays");
  return {
    modelWord: field(form, "modelWord"),
    talkWord: field(form, "talkWord"),
    presentation: field(form, "presentation") === "stairs" ? "stairs" : "rings",
    ratingScale: linesOf(form, "ratingScale"),
    coverageThreshold: wholeNumber(field(form, "coverageThreshold")),
    smallestGroup: wholeNumber(field(form, "smallestGroup")),
    reviewIntervalMonths: months === "" ? null : wholeNumber(months),
    moveRule: MOVE_RULES.find((each) => each === rule) ?? "advisory",
    needForMoves: (form["needs"] ?? []).includes("every-move"),
    titleTaskOf: taskOwner(field(form, "titleTaskOf")),
    agreementTaskOf: taskOwner(field(form, "agreementTaskOf")),
    placementPrinciples: field(form, "placementPrinciples"),
    payLinkStatement: field(form, "payLinkStatement"),
    countOnLeave: (form["counts"] ?? []).includes("on-leave"),
    countHourly: (form["counts"] ?? []).includes("hourly"),
    experienceLeaveDays: leave === "" ? null : wholeNumber(leave),
    evidenceFiles: field(form, "evidenceFiles") !== "",
    theme: field(form, "ownTheme")
      ? { brand: field(form, "brand").toLowerCase(), accent: field(form, "accent").toLowerCase() }
      : null,
    revision: wholeNumber(field(form, "version")),
  };
}

const evidenceFiles = (settings: Settings): "" | "kept" => (settings.evidenceFiles ? "kept" : "");

const HEX = /^#[0-9a-f]{6}$/;

export default function SettingsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation } = useMessages();
  const t = organisation.settings;
  const { at } = useShell();
  const { settings: present } = loaderData;
  // A refused form shows what was typed; without one, what is in force.
  const shown = actionData ? settingsOf(actionData.values) : present;
  const stale = actionData?.reasons.some((reason) => reason.code === "stale") ?? false;
  const errors = spell(actionData?.reasons ?? [], organisation.reasons);
  const typed = (name: string, value: string | number | null): string =>
    actionData ? (actionData.values[name]?.[0] ?? "") : String(value ?? "");
  /** The hint of a text field; when somebody else was first, what is in force now as well. */
  const hint = (name: string, value: string | number | null, text?: string) => {
    const now = String(value ?? "");
    if (!stale || typed(name, now).replaceAll("\r\n", "\n").trim() === now) return text;
    return (
      <>
        {text} <strong>{t.now(now || t.empty)}</strong>
      </>
    );
  };
  const choice = (mine: string, now: string, words: string) =>
    stale && mine !== now ? <strong>{t.now(words)}</strong> : undefined;
  const text = (
    name: "modelWord" | "talkWord" | "placementPrinciples" | "payLinkStatement",
    words?: string,
  ) => ({
    name,
    label: t[name],
    error: errors.of(name),
    defaultValue: typed(name, present[name]),
    hint: hint(name, present[name], words),
  });
  const number = (
    name: "coverageThreshold" | "smallestGroup" | "reviewIntervalMonths" | "experienceLeaveDays",
    words: string,
  ) => ({
    name,
    error: errors.of(name),
    defaultValue: typed(name, present[name]),
    hint: hint(name, present[name], words),
    inputMode: "numeric" as const,
    width: "short" as const,
  });
  const theme = shown.theme ?? DEFAULT_THEME;
  const counted = (settings: Settings) => [
    ...(settings.countOnLeave ? ["on-leave"] : []),
    ...(settings.countHourly ? ["hourly"] : []),
  ];
  const countWords = { "on-leave": t.countOnLeave, hourly: t.countHourly } as Record<string, string>;
  const scale = present.ratingScale.join("\n");
  return (
    <Page title={t.title} lead={t.lead} errors={errors.list} narrow>
      {loaderData.saved && !actionData && (
        <Notice tone="success" announce>
          {t.saved}
        </Notice>
      )}
      {stale && <Notice tone="warning">{t.stale}</Notice>}
      <p>
        <a href={at("/professions")}>{t.professions}</a> · <a href={at("/settings/logo")}>{t.logo}</a> ·{" "}
        <a href={at("/settings/memberships")}>{t.memberships}</a>
      </p>
      <Form label={t.title} version={present.revision} action={at("/settings")}>
        <Fieldset legend={t.words} title>
          <TextField {...text("modelWord", t.modelWordHint)} width="medium" />
          <TextField {...text("talkWord", t.talkWordHint)} width="medium" />
          <TextArea
            name="ratingScale"
            label={t.ratingScale}
            rows={4}
            hint={hint("ratingScale", scale, t.ratingScaleHint)}
            error={errors.of("ratingScale")}
            defaultValue={typed("ratingScale", scale)}
          />
        </Fieldset>
        <Fieldset legend={t.show} title>
          <RadioGroup
            name="presentation"
            label={t.presentation}
            hint={choice(shown.presentation, present.presentation, t.presentations[present.presentation])}
            defaultValue={shown.presentation}
            options={(["rings", "stairs"] as const).map((value) => ({
              value,
              label: t.presentations[value],
              hint: t.presentationHints[value],
            }))}
          />
        </Fieldset>
        <Fieldset legend={t.figures} title>
          <TextField
            {...number("coverageThreshold", t.coverageThresholdHint)}
            label={t.coverageThreshold}
            suffix={t.percent}
          />
          <TextField
            {...number("smallestGroup", t.smallestGroupHint(present.smallestGroup))}
            label={t.smallestGroup}
            suffix={t.people}
          />
          <CheckboxGroup
            name="counts"
            label={t.counts}
            hint={choice(
              counted(shown).join(),
              counted(present).join(),
              counted(present)
                .map((each) => countWords[each])
                .join(", ") || t.empty,
            )}
            defaultValues={counted(shown)}
            options={Object.entries(countWords).map(([value, label]) => ({ value, label }))}
          />
        </Fieldset>
        <Fieldset legend={t.review} title>
          <TextField
            {...number("reviewIntervalMonths", t.reviewIntervalHint)}
            label={t.reviewInterval}
            suffix={t.months}
          />
        </Fieldset>
        <Fieldset legend={t.experience} title>
          <TextField
            {...number("experienceLeaveDays", t.experienceLeaveHint)}
            label={t.experienceLeave}
            suffix={t.days}
          />
        </Fieldset>
        <Fieldset legend={t.evidence} title>
          <RadioGroup
            name="evidenceFiles"
            label={t.evidenceFiles}
            hint={
              <>
                {t.evidenceFilesHint}{" "}
                {choice(
                  evidenceFiles(shown),
                  evidenceFiles(present),
                  t.evidenceFilesChoices[evidenceFiles(present)],
                )}
              </>
            }
            defaultValue={evidenceFiles(shown)}
            options={(["", "kept"] as const).map((value) => ({
              value,
              label: t.evidenceFilesChoices[value],
            }))}
          />
        </Fieldset>
        <Fieldset legend={t.placing} title>
          <RadioGroup
            name="moveRule"
            label={t.moveRule}
            hint={choice(shown.moveRule, present.moveRule, t.moveRules[present.moveRule])}
            defaultValue={shown.moveRule}
            options={MOVE_RULES.map((value) => ({ value, label: t.moveRules[value] }))}
          />
          <CheckboxGroup
            name="needs"
            label={t.needs}
            hint={choice(
              String(shown.needForMoves),
              String(present.needForMoves),
              present.needForMoves ? t.needForMoves : t.empty,
            )}
            defaultValues={shown.needForMoves ? ["every-move"] : []}
            options={[{ value: "every-move", label: t.needForMoves, hint: t.needForMovesHint }]}
          />
          {(["titleTaskOf", "agreementTaskOf"] as const).map((name) => (
            <RadioGroup
              key={name}
              name={name}
              label={t[name]}
              hint={
                choice(shown[name] ?? "", present[name] ?? "", t.taskOwners[present[name] ?? "nobody"]) ??
                t.taskHints[name]
              }
              defaultValue={shown[name] ?? "nobody"}
              options={(["nobody", ...TASK_OWNERS] as const).map((value) => ({
                value,
                label: t.taskOwners[value],
              }))}
            />
          ))}
          <TextArea {...text("placementPrinciples", t.placementPrinciplesHint)} rows={6} />
          <TextArea {...text("payLinkStatement", t.payLinkStatementHint)} rows={4} />
        </Fieldset>
        <Fieldset legend={t.theme} title hint={t.themeLead} id="theme">
          <Checkbox name="ownTheme" label={t.ownTheme} defaultChecked={shown.theme !== null} />
          {(["brand", "accent"] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              label={t[name]}
              width="short"
              spellCheck={false}
              hint={hint(name, present.theme?.[name] ?? DEFAULT_THEME[name], t.colourHint)}
              error={errors.of(name)}
              defaultValue={typed(name, present.theme?.[name] ?? DEFAULT_THEME[name])}
            />
          ))}
          <ThemePreview
            theme={HEX.test(theme.brand) && HEX.test(theme.accent) ? theme : DEFAULT_THEME}
            words={t}
          />
        </Fieldset>
        <Actions sticky>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
