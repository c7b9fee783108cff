/** A track of a draft: what it is called, and where it runs (MOD-6). */
import { mayWriteModels } from "../../career-model/access.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { NotFound } from "../../shared/result.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { CheckboxGroup, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/page.tsx";
import { headOf } from "../view-draft.ts";
import { readDraft } from "../open-draft.ts";
import { removeTrack, writeTrack } from "../write-frame.ts";
import { draftPath, Standing, useDraft } from "./draft-places.tsx";
import { textIn } from "../../career-model/item-form.ts";
import { Theirs } from "./theirs.tsx";
import type { Route } from "./+types/track";

/** The address of a track that isn't there yet. */
const NEW = "new";

const addressOf = (params: Readonly<Record<string, string>>) => ({
  slug: params["model"] ?? "",
  number: Number(params["number"]),
  track: params["track"] ?? "",
});

export const loader = load(async ({ work, params }) => {
  const address = addressOf(params);
  const draft = await readDraft(work, address);
  const track = draft.frame.tracks.find((each) => each.key === address.track) ?? null;
  if (!mayWriteModels(work.actor) || (!track && address.track !== NEW)) throw new NotFound("track");
  return { ...headOf(draft), track };
});

export const action = act(async ({ work, params, form }) => {
  const address = addressOf(params);
  const text = (prefix: string) => ({
    name: textIn(form, `${prefix}name`),
    levels: form[`${prefix}levels`] ?? [],
  });
  const result =
    field(form, "intent") === "remove"
      ? await removeTrack(work, address)
      : await writeTrack(
          work,
          { ...address, track: address.track === NEW ? null : address.track },
          text(""),
          text("was-"),
        );
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}${draftPath(address)}#tracks`)
    : again(result.reasons, form);
});

export default function TrackPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const { modelEditor } = useMessages();
  const t = modelEditor.track;
  const to = useDraft(view);
  const { track, frame } = view;
  const errors = spell(actionData?.reasons ?? [], modelEditor.reasons);
  const values = actionData?.values["intent"]?.[0] === "remove" ? undefined : actionData?.values;
  const conflict = actionData?.reasons.some((reason) => reason.code === "changed-by-other");
  const names = (keys: readonly string[]) =>
    frame.levels.filter((level) => keys.includes(level.key)).map((level) => level.name);
  return (
    <Page
      title={track ? t.title(track.name) : t.titleNew}
      breadcrumbs={to.toDraft}
      errors={errors.list}
      narrow
    >
      <Standing head={view} />
      {conflict && track && (
        <Theirs
          text={`${track.name}: ${names(track.levels).join(", ")}`}
          href={`${to.page}/tracks/${track.key}`}
        />
      )}
      <Form hidden={{ intent: "save", "was-name": track?.name ?? "" }}>
        {track?.levels.map((level) => (
          <input key={level} type="hidden" name="was-levels" value={level} />
        ))}
        <div lang={MODEL_LANGUAGE}>
          <TextField
            name="name"
            label={t.name}
            width="medium"
            error={errors.of("name")}
            defaultValue={values?.["name"]?.[0] ?? track?.name}
          />
          <CheckboxGroup
            name="levels"
            label={t.levels}
            error={errors.of("levels")}
            options={frame.levels.map(({ key, name }) => ({ value: key, label: name }))}
            defaultValues={values ? (values["levels"] ?? []) : (track?.levels ?? [])}
          />
        </div>
        <Actions>
          <Button>{t.save}</Button>
          <LinkButton variant="quiet" href={`${to.page}#tracks`}>
            {t.cancel}
          </LinkButton>
        </Actions>
      </Form>
      {track && (
        <Form hidden={{ intent: "remove" }} label={t.remove}>
          <Button variant="danger">{t.remove}</Button>
        </Form>
      )}
    </Page>
  );
}
