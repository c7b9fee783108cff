/** What a model's page says last and quietly: its core competencies, which version this is, who decided it, and the others. */
import { Fragment } from "react";
import { useMessages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { standing } from "../../career-model/parts/standing.ts";
import type { ModelView } from "../../career-model/view-models.ts";

export function ModelFoot({ model }: { model: ModelView }) {
  const { careerModel, move, takeOver } = useMessages();
  // Of those who keep the titles, process leads alone take part in writing the model.
  const isLead = model.mayKeepTitles && model.mayReadHistory;
  const t = careerModel.model;
  const titles = takeOver.localTitles.link;
  const { at, today } = useShell();
  const { version, decision } = model;
  const words = model.content.structure.coreCompetencies;
  const earlier = versionBefore(model);
  const who = decision?.decidedBy !== undefined && decision.decidedAs !== undefined;
  return (
    <footer className="model-foot">
      {words.length > 0 && (
        <p>
          {t.coreCompetencies}: <span lang={MODEL_LANGUAGE}>{words.join(" · ")}</span>
        </p>
      )}
      {model.layer === "internal" && <p>{t.internalNote}</p>}
      <p>
        {decision
          ? [
              t.adopted(version.number, decision.decidedOn),
              who && ` ${t.decidedBy(decision.decidedBy ?? "", decision.decidedAs ?? "")}`,
              ` · ${t.diary(decision.diaryNumber)}`,
            ]
          : `${t.version(version.number)} · ${t.status[version.status]}`}
      </p>
      {decision?.delegation && <p>{t.delegation(decision.delegation)}</p>}
      {decision?.restsOn && <p>{t.restsOn(decision.restsOn)}</p>}
      <div className="no-print">
        <p>
          {t.download}{" "}
          {(["xlsx", "csv", "yaml", "json"] as const).map((format, index) => (
            <Fragment key={format}>
              {index > 0 && ", "}
              <a href={at(`/models/${model.slug}/versions/${version.number}/file/${format}`)} download>
                {t.formats[format]}
              </a>
            </Fragment>
          ))}
        </p>
        {model.mayKeepTitles && (
          <p>
            <a href={at(`/models/${model.slug}/titles`)}>{titles}</a>
          </p>
        )}
        {isLead && (
          <p>
            <a href={at(`/models/${model.slug}/posts`)}>{move.posts.link}</a>
          </p>
        )}
        {model.mayReadHistory && (
          <p>
            <a href={at(`/models/${model.slug}/history`)}>{careerModel.history.link}</a>
          </p>
        )}
        {earlier !== undefined && (
          <p>
            <a href={at(`/models/${model.slug}/difference?from=${earlier}&to=${version.number}`)}>
              {careerModel.difference.link(earlier)}
            </a>
          </p>
        )}
        {model.mayReadImpact && (
          <p>
            <a href={at(`/models/${model.slug}/versions/${version.number}/impact`)}>{t.impact}</a>
          </p>
        )}
        {model.versions.length > 1 && (
          <details>
            <summary>{t.allVersions}</summary>
            <ul>
              {model.versions.map((each) => (
                <li key={each.number}>
                  <a
                    href={at(`/models/${model.slug}?version=${each.number}`)}
                    aria-current={each.number === version.number ? "page" : undefined}
                  >
                    {t.version(each.number)}
                  </a>
                  {" · "}
                  {standing(each, t, today)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </footer>
  );
}

/** The number of the newest version before the one that is read, if the reader may read any. */
export const versionBefore = ({
  version,
  versions,
}: Pick<ModelView, "version" | "versions">): number | undefined =>
  versions
    .map(({ number }) => number)
    .filter((number) => number < version.number)
    .toSorted((a, b) => b - a)[0];
