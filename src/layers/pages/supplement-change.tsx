/** One change to a supplement: a line of its own, a clarification of one of the base's, or that a part of the base isn't used. */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { NotFound } from "../../shared/result.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { RadioGroup, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { changeSupplement } from "../change-supplement.ts";
import { atField, itemIn, itemValues } from "../../career-model/item-form.ts";
import { PlaceFields, WordFields } from "../../career-model/parts/item-fields.tsx";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { VISIBILITIES } from "../../career-model/rules.ts";
import { viewSupplement, type SupplementView } from "../view-supplement.ts";
import { asked, made, type Asked } from "./supplement-asked.ts";
import { placeOf, supplementAddress } from "../parts/supplement-place.ts";
import type { Route } from "./+types/supplement-change";

export const loader = load(async ({ work, params, url }) => {
  const place = placeOf(params, url);
  const view = await viewSupplement(work, place.slug, place.unitId);
  const what = asked(view, url);
  if (!view.mayWrite || !what) throw new NotFound("change");
  return { view, what };
});

export const action = act(async ({ work, params, url, form }) => {
  const place = placeOf(params, url);
  const what = asked(await viewSupplement(work, place.slug, place.unitId), url);
  if (!what) throw new NotFound("change");
  const result = await changeSupplement(work, place, (content) => made(content, what, form, itemIn));
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}${supplementAddress(place, "", { level: what.levelKey })}`)
    : again(result.reasons.map(atField), form);
});

export default function SupplementChange({ loaderData: { view, what }, actionData }: Route.ComponentProps) {
  const { supplement } = useMessages();
  const t = supplement.change;
  const { at, language } = useShell();
  const name = language === "sv" ? view.nameSv : view.nameEn;
  const place = { slug: view.slug, unitId: view.unit?.id ?? null };
  const back = at(supplementAddress(place, "", { level: what.levelKey }));
  const reasons = actionData?.reasons ?? [];
  const errors = spell(reasons, supplement.reasons);
  const level = view.text.structure.levels.find(({ key }) => key === what.levelKey)?.name ?? "";
  const title = {
    item: what.was === "" ? t.add(level) : t.edit,
    clarification: t.clarify,
    unused: t.unuse(what.name),
  }[what.kind];
  const remove = {
    item: t.removeItem,
    clarification: t.removeClarification,
    unused: t.removeUnused,
  }[what.kind];
  return (
    <Page
      title={title}
      errors={errors.list}
      breadcrumbs={[
        { href: at(`/models/${view.slug}`), label: capital(name) },
        {
          href: back,
          label: view.unit ? supplement.page.unitTitle(view.unit.name, name) : supplement.page.title(name),
        },
      ]}
      narrow
    >
      {what.kind !== "item" && what.baseText !== "" && (
        <>
          <h2>{t.baseText}</h2>
          <blockquote lang={MODEL_LANGUAGE}>{what.baseText}</blockquote>
          {what.kind === "clarification" && <p className="muted">{t.baseNote}</p>}
        </>
      )}
      {reasons.some(({ code }) => code === "changed-since") && (
        <Notice tone="warning" title={t.now}>
          <p lang={MODEL_LANGUAGE}>{what.text}</p>
        </Notice>
      )}
      <Form hidden={{ was: what.was }} label={title}>
        <Fields view={view} what={what} values={actionData?.values} error={errors.of} />
        <Actions>
          <Button name="intent" value="save">
            {t.save}
          </Button>
          {what.was !== "" && (
            <Button variant="danger" name="intent" value="remove">
              {remove}
            </Button>
          )}
          <LinkButton variant="quiet" href={back}>
            {t.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </Page>
  );
}

function Fields(props: {
  view: SupplementView;
  what: Asked;
  values: FormValues | undefined;
  error: (field: string) => string | undefined;
}) {
  const { supplement, item } = useMessages();
  const t = supplement.change;
  const { view, what, values, error } = props;
  if (what.kind === "item") {
    const filled = values ?? (what.item ? itemValues(what.item) : what.begin);
    return (
      <>
        <PlaceFields {...view.text} values={filled} error={error} />
        <WordFields values={filled} error={error} />
      </>
    );
  }
  const typed = (name: string) => (values ? field(values, name) : undefined);
  if (what.kind === "unused")
    return (
      <TextArea
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        error={error("reason") ?? error("unused")}
        defaultValue={typed("reason") ?? what.text}
      />
    );
  return (
    <>
      <TextArea
        name="text"
        label={t.clarification}
        error={error("text")}
        defaultValue={typed("text") ?? what.text}
      />
      <RadioGroup
        name="visibility"
        label={item.visibility}
        defaultValue={typed("visibility") ?? what.visibility}
        options={VISIBILITIES.map((value) => ({ value, label: item[value] }))}
      />
    </>
  );
}
