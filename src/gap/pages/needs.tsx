/** Need, have and gap, model by model, for a unit or the whole. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Section } from "../../ui/shell.tsx";
import { viewNeeds } from "../view-needs.ts";
import { NeedDrawing, NeedTable } from "./need-figures.tsx";
import { UnitPage } from "./unit-choice.tsx";
import type { Route } from "./+types/needs";

export const loader = load(({ work, url }) =>
  viewNeeds(work, { unitId: url.searchParams.get("unit") ?? "" }),
);

export default function Needs({ loaderData: view }: Route.ComponentProps) {
  const t = useMessages().gap;
  const { at, language } = useShell();
  const { unit } = view;
  const here = at("/needs");
  const query = unit ? `?unit=${unit.id}` : "";
  const others = view.settable.filter(({ slug }) => !view.models.some((shown) => shown.slug === slug));
  const nameOf = (model: { nameSv: string; nameEn: string }) =>
    capital(language === "sv" ? model.nameSv : model.nameEn);
  return (
    <UnitPage
      view={view}
      path="/needs"
      title={unit ? t.needs.titleIn(unit.name) : t.needs.title}
      lead={t.needs.lead}
    >
      {view.models.length === 0 && <EmptyState title={t.needs.none}>{t.needs.noneText}</EmptyState>}
      {view.models.map((model) => (
        <Section
          key={model.slug}
          title={nameOf(model)}
          id={model.slug}
          aside={
            unit &&
            view.settable.some(({ slug }) => slug === model.slug) && (
              <a href={at(`/units/${unit.id}/needs/${model.slug}`)}>{t.needs.set(nameOf(model))}</a>
            )
          }
        >
          <NeedDrawing model={model} name={nameOf(model)} presentation={view.presentation} />
          <NeedTable model={model} k={view.k} name={nameOf(model)} language={language} />
        </Section>
      ))}
      {unit && others.length > 0 && (
        <Section title={view.models.length > 0 ? t.needs.setOthers : t.needs.setTitle} id="set">
          <ul>
            {others.map((model) => (
              <li key={model.slug}>
                <a href={at(`/units/${unit.id}/needs/${model.slug}`)}>{nameOf(model)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.models.length > 0 && (
        <>
          <Actions>
            <LinkButton href={`${here}/file.csv${query}`} download>
              {t.needs.file}
            </LinkButton>
            <LinkButton href={at(`/debt${query}`)} variant="quiet">
              {t.debt.title}
            </LinkButton>
          </Actions>
          <Section title={t.needs.how} id="counted">
            <p>{t.needs.counted}</p>
            <p>{t.needs.small(view.k)}</p>
          </Section>
        </>
      )}
    </UnitPage>
  );
}
