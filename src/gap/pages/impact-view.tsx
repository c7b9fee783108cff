/** What adopting a draft would do, with rules to try and to set, or what two versions ask for: the page of a version's, and of a supplement's. */
import type { Again } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import type { Reason } from "../../shared/result.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { DateField, Select } from "../../ui/fields.tsx";
import { FilterBar, FilterGroup, Form } from "../../ui/form.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { untilField, type TypedTransition } from "../transition.rules.ts";
import type { NumberedVersion } from "../compared-versions.ts";
import type { ImpactView as View } from "../view-impact.ts";
import { HowCounted } from "./amounts.tsx";
import { ImpactTable, ImpactTotals, Rules, lessOf, moreOf } from "./impact-tables.tsx";
import { UnitSelect } from "./unit-choice.tsx";
import { figureHeads, standsAs } from "./version-words.ts";

export function ImpactView(props: {
  view: View & {
    /** What is tried, as it was typed, with what is wrong in it; null where nothing is. */
    readonly typed: readonly TypedTransition[] | null;
    readonly reasons: readonly Reason[];
    readonly isSaved: boolean;
  };
  sent: Again | undefined;
  title: string;
  /** The page of the draft itself, and what it is called. */
  draft: { readonly href: string; readonly name: string; readonly read: string };
  /** The page's own path under the organisation, what its address says besides, and the field of the unit in it. */
  path: string;
  of?: Readonly<Record<string, string>>;
  unitField: "unit" | "in";
}) {
  const { view, sent, draft, of = {} } = props;
  const { gap: t, careerModel } = useMessages();
  const { at, today } = useShell();
  const { versions } = view;
  const heads = figureHeads(versions, t.impact);
  const isChosen =
    versions !== null &&
    (versions.against?.number ?? null) !== (versions.isFirst ? null : versions.choices[0]?.number);
  const named = (each: NumberedVersion): string =>
    t.impact.version(each.number, standsAs(each, careerModel.model, today));
  const errors = spell(sent?.reasons ?? view.reasons, t.reasons);
  const standing = view.typed ?? view.transitions;
  const dayOf = (levelId: string | null): string =>
    sent?.values[untilField(levelId)]?.[0] ?? standing.find((each) => each.levelId === levelId)?.until ?? "";
  const days = [
    { levelId: null, label: t.impact.all },
    ...view.levels.map((level) => ({ levelId: level.id, label: t.impact.level(level.name) })),
  ].map(({ levelId, label }) => ({ name: untilField(levelId), label, day: dayOf(levelId) }));
  const typed = Object.fromEntries(days.flatMap(({ name, day }) => (day === "" ? [] : [[name, day]])));
  const here = at(props.path);
  const query = (more: Readonly<Record<string, string>>): string => {
    const search = new URLSearchParams({ ...of, ...more }).toString();
    return search ? `?${search}` : "";
  };
  const against = isChosen ? { against: String(versions.against?.number ?? "") } : {};
  const shown = {
    [props.unitField]: view.unit?.id ?? "",
    ...against,
    ...(view.isKept ? {} : { try: "1", ...typed }),
  };
  return (
    <Page
      title={props.title}
      lead={
        versions
          ? t.impact.compares(named(versions.version), versions.against && named(versions.against))
          : t.impact.lead
      }
      errors={errors.list}
      breadcrumbs={[{ href: draft.href, label: draft.name }]}
    >
      {view.isSaved && !sent && (
        <Notice tone="success" title={t.impact.saved} announce>
          <p>{t.impact.savedText}</p>
        </Notice>
      )}
      {versions && <p>{view.mayTry ? t.impact.lead : t.impact.leadAdopted}</p>}
      <FilterBar
        label={view.mayTry ? t.impact.choose : t.impact.chooseOnly}
        submit={t.impact.show}
        action={here}
        hidden={{ ...of, ...(view.mayTry ? { try: "1" } : {}) }}
      >
        <UnitSelect view={view} name={props.unitField} />
        {versions && versions.choices.length > 0 && (
          <Select
            name="against"
            label={t.impact.against}
            defaultValue={String(versions.against?.number ?? "")}
            {...(versions.isFirst ? { empty: t.impact.nothingBefore } : {})}
            options={versions.choices.map((each) => ({
              value: String(each.number),
              label: named(each),
            }))}
          />
        )}
        {view.mayTry && (
          <FilterGroup legend={t.impact.tryTitle} hint={t.impact.tryText} id="try">
            {days.map((each) => (
              <DateField
                key={each.name}
                name={each.name}
                label={each.label}
                defaultValue={each.day}
                error={errors.of(each.name)}
              />
            ))}
          </FilterGroup>
        )}
      </FilterBar>
      {!view.mayTry && <Rules of={view} />}
      {!view.isKept && (
        <Notice tone="info" title={t.impact.trying}>
          {view.maySet && (
            <Form action={`${here}${query(against)}`} hidden={typed}>
              <Button variant="secondary">{t.impact.save}</Button>
            </Form>
          )}
        </Notice>
      )}
      {view.rows.length === 0 && (
        <EmptyState title={t.impact.none}>{versions ? t.impact.sameText : t.impact.noneText}</EmptyState>
      )}
      {view.rows.length > 0 && !view.rows.some(({ figure }) => figure.showing === "shown") && (
        <Notice tone="info" title={t.debt.small}>
          <p>{t.impact.smallText(view.k)}</p>
        </Notice>
      )}
      <ImpactTotals rows={view.rows} />
      {moreOf(view.rows).length > 0 && (
        <Section title={t.impact.more} id="more">
          <ImpactTable rows={moreOf(view.rows)} caption={t.impact.caption} k={view.k} heads={heads} />
        </Section>
      )}
      {lessOf(view.rows).length > 0 && (
        <Section title={t.impact.less} id="less">
          <ImpactTable
            rows={lessOf(view.rows)}
            caption={t.impact.lessCaption}
            k={view.k}
            heads={heads}
            less
          />
        </Section>
      )}
      <Actions>
        {view.rows.length > 0 && (
          <LinkButton href={`${here}/file.csv${query(shown)}`} download>
            {t.impact.file}
          </LinkButton>
        )}
        <LinkButton href={draft.href} variant="quiet">
          {draft.read}
        </LinkButton>
        {versions?.against && (
          <LinkButton
            href={at(
              `/models/${view.model.slug}/difference?from=${versions.against.number}&to=${view.number}`,
            )}
            variant="quiet"
          >
            {t.impact.texts}
          </LinkButton>
        )}
      </Actions>
      <Section title={t.amounts.how} id="counted">
        <HowCounted k={view.k} />
      </Section>
    </Page>
  );
}
