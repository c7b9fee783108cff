/** What adopting a version's draft would do, and transition rules to try and to set. */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { isId } from "../../shared/ids.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { DateField, Select } from "../../ui/fields.tsx";
import { FilterBar, Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { setTransitions, triedTransitions, untilField, type TypedTransition } from "../set-transitions.ts";
import { viewImpact } from "../view-impact.ts";
import { HowCounted } from "./amounts.tsx";
import { ImpactTable, lessOf, moreOf } from "./impact-tables.tsx";
import type { Route } from "./+types/impact";

/** The rules in an address or a form, by the names of their fields. */
const typedIn = (entries: Iterable<readonly [string, string]>): TypedTransition[] =>
  [...entries].flatMap(([name, value]): TypedTransition[] => {
    if (name === untilField(null)) return [{ levelId: null, until: value.trim() }];
    const levelId = name.startsWith("until-") ? name.slice("until-".length) : "";
    return isId(levelId) ? [{ levelId, until: value.trim() }] : [];
  });

export const loader = load(async ({ work, params, url }) => {
  const tries = url.searchParams.has("try");
  return {
    ...(await viewImpact(work, {
      slug: params["model"] ?? "",
      number: Number(params["number"]),
      unitId: url.searchParams.get("unit") ?? "",
      tried: tries ? triedTransitions(typedIn(url.searchParams)) : null,
    })),
    isSaved: url.searchParams.has("saved"),
  };
});

export const action = act(async ({ work, params, form }) => {
  const [slug, number] = [params["model"] ?? "", Number(params["number"])];
  const entries = Object.keys(form).map((name) => [name, field(form, name)] as const);
  const result = await setTransitions(work, { slug, number, typed: typedIn(entries) });
  if (!result.ok) return again(result.reasons, form);
  return seeOther(`/o/${work.tenant.slug}/models/${slug}/versions/${number}/impact?saved=1`);
});

export default function Impact({ loaderData: view, actionData }: Route.ComponentProps) {
  const t = useMessages().gap;
  const { at, language } = useShell();
  const { model, number, unit } = view;
  const name = capital(language === "sv" ? model.nameSv : model.nameEn);
  const here = at(`/models/${model.slug}/versions/${number}/impact`);
  const version = at(`/models/${model.slug}?version=${number}`);
  const errors = spell(actionData?.reasons ?? [], t.reasons);
  const whole = view.mayChooseWhole ? [{ value: "", label: t.needs.whole }] : [];
  const own = unit && !view.choices.some(({ id }) => id === unit.id) ? [unit] : [];
  const dayOf = (levelId: string | null): string =>
    actionData?.values[untilField(levelId)]?.[0] ??
    view.transitions.find((each) => each.levelId === levelId)?.until ??
    "";
  const days = [
    { levelId: null, label: t.impact.all },
    ...view.levels.map((level) => ({ levelId: level.id, label: t.impact.level(level.name) })),
  ].map(({ levelId, label }) => ({ name: untilField(levelId), label, day: dayOf(levelId) }));
  return (
    <Page
      title={t.impact.title(name, number)}
      lead={t.impact.lead}
      errors={errors.list}
      breadcrumbs={[{ href: version, label: name }]}
    >
      {view.isSaved && !actionData && (
        <Notice tone="success" title={t.impact.saved} announce>
          <p>{t.impact.savedText}</p>
        </Notice>
      )}
      {!view.isKept && <Notice tone="info" title={t.impact.trying} />}
      <FilterBar label={t.impact.choose} submit={t.impact.show} action={here} hidden={{ try: "1" }}>
        <Select
          name="unit"
          label={t.impact.unit}
          defaultValue={unit?.id ?? ""}
          options={[
            ...whole,
            ...[...own, ...view.choices].map(({ id, name: label }) => ({ value: id, label })),
          ]}
        />
        {days.map((each) => (
          <DateField
            key={each.name}
            name={each.name}
            label={each.label}
            defaultValue={each.day}
            error={errors.of(each.name)}
          />
        ))}
      </FilterBar>
      <p className="muted">{t.impact.tryText}</p>
      {view.maySet && !view.isKept && (
        <Form action={here} hidden={Object.fromEntries(days.map((each) => [each.name, each.day]))}>
          <Button variant="secondary">{t.impact.save}</Button>
        </Form>
      )}
      {view.rows.length === 0 && <EmptyState title={t.impact.none}>{t.impact.noneText}</EmptyState>}
      {moreOf(view.rows).length > 0 && (
        <Section title={t.impact.more} id="more">
          <ImpactTable rows={moreOf(view.rows)} caption={t.impact.caption} k={view.k} />
        </Section>
      )}
      {lessOf(view.rows).length > 0 && (
        <Section title={t.impact.less} id="less">
          <ImpactTable rows={lessOf(view.rows)} caption={t.impact.lessCaption} k={view.k} less />
        </Section>
      )}
      <Actions>
        {view.rows.length > 0 && (
          <LinkButton href={`${here}/file.csv`} download>
            {t.impact.file}
          </LinkButton>
        )}
        <LinkButton href={version} variant="quiet">
          {t.impact.read}
        </LinkButton>
      </Actions>
      <Section title={t.amounts.how} id="counted">
        <HowCounted k={view.k} />
      </Section>
    </Page>
  );
}
