/** The answers side by side, differences first, and what was agreed (PLC-8). */
import { act, again, field, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { spell } from "../../messages/spell.ts";
import { Card } from "../../ui/card.tsx";
import { EmptyState, Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { agreeReading, raiseReading } from "../agree-reading.ts";
import { viewResult } from "../view-result.ts";
import { CaseResult } from "./case-result.tsx";
import { AgreedReading } from "./agreed-reading.tsx";
import type { Route } from "./+types/result";

export const loader = load(async ({ work, params, url }) => ({
  ...(await viewResult(work, params["roundId"] ?? "")),
  did: (["saved", "raised"] as const).find((each) => url.searchParams.has(each)) ?? null,
}));

export const action = act(async ({ work, form, params }) => {
  const roundId = params["roundId"] ?? "";
  const here = `/o/${work.tenant.slug}/calibrations/${roundId}/result`;
  const itemId = field(form, "item");
  const anchor = `#reading-${itemId === "" ? "principles" : itemId}`;
  if (field(form, "intent") === "raise") {
    const result = await raiseReading(work, roundId, field(form, "reading"));
    return result.ok ? seeOther(`${here}?raised${anchor}`) : again(result.reasons, form);
  }
  const typed = { itemId, words: field(form, `words-${itemId}`), read: Number(field(form, "read")) };
  const result = await agreeReading(work, roundId, typed);
  return result.ok ? seeOther(`${here}?saved${anchor}`) : again(result.reasons, form);
});

export default function Result({ loaderData, actionData }: Route.ComponentProps) {
  const { round, cases, places, requirements, did } = loaderData;
  const { calibration } = useMessages();
  const t = calibration.result;
  const { at } = useShell();
  const errors = spell(actionData?.reasons ?? [], calibration.reasons);
  const said = { errors, typed: actionData?.values };
  const titles = new Map(cases.map(({ id, title }) => [id, title]));
  const texts = new Map(
    places.flatMap((place) =>
      place.requirements.map(({ itemId, text }) => [itemId, { text, level: place.level }] as const),
    ),
  );
  return (
    <Page
      title={t.title(round.title)}
      lead={t.lead}
      errors={errors.list}
      breadcrumbs={[
        { href: at("/calibrations"), label: calibration.list.title },
        { href: at(`/calibrations/${round.id}`), label: round.title },
      ]}
    >
      {did && !actionData && (
        <Notice tone="success" title={did === "saved" ? t.saved : t.raisedNow} announce />
      )}
      {!loaderData.isMet && (
        <Notice tone="info" title={t.partial(round.handedIn, round.seats)}>
          {t.partialText}
        </Notice>
      )}
      {loaderData.isMet && !loaderData.hasNames && (
        <Notice tone="info" title={t.noNames}>
          {t.noNamesText}
        </Notice>
      )}
      {round.handedIn === 0 ? (
        <EmptyState title={t.nobody}>{t.nobodyText}</EmptyState>
      ) : (
        <>
          <Section title={t.cases} id="by-case">
            <div className="stack">
              {loaderData.sideBySide.map((each) => (
                <CaseResult
                  key={each.caseId}
                  compared={each}
                  story={cases.find(({ id }) => id === each.caseId)}
                  places={places}
                  hasNames={loaderData.hasNames}
                  textOf={(itemId) => texts.get(itemId)?.text ?? ""}
                />
              ))}
            </div>
          </Section>
          <Section title={t.requirements} id="by-requirement" lead={t.requirementsLead}>
            {requirements.length === 0 && (
              <EmptyState title={t.noRequirements}>{t.noRequirementsText}</EmptyState>
            )}
            <div className="stack">
              {requirements.map(({ itemId, cases: own, divides }) => (
                <Card
                  key={itemId}
                  level={3}
                  size="small"
                  title={
                    <>
                      <span lang={MODEL_LANGUAGE}>{texts.get(itemId)?.text}</span>{" "}
                      {divides && <Tag tone="attention">{t.divides}</Tag>}
                    </>
                  }
                >
                  <p className="muted" lang={MODEL_LANGUAGE}>
                    {texts.get(itemId)?.level}
                  </p>
                  <ul>
                    {own.map(({ caseId, shows, not }) => (
                      <li key={caseId}>{t.inCase(titles.get(caseId) ?? "", shows, not)}</li>
                    ))}
                  </ul>
                  <AgreedReading view={loaderData} itemId={itemId} {...said} />
                </Card>
              ))}
            </div>
          </Section>
          <Section title={t.principles} id="principles" lead={t.principlesLead}>
            <AgreedReading view={loaderData} itemId={null} {...said} />
          </Section>
        </>
      )}
      {loaderData.mayRaise && loaderData.raiseTo === null && loaderData.agreed.length > 0 && (
        <Notice tone="info" title={t.noDraft}>
          <a href={at(`/models/${round.slug}`)}>{t.toModel}</a>
        </Notice>
      )}
    </Page>
  );
}
