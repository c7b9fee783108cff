/** One model: drawn and told level by level, as a table, and to read. Signed in or not, the same address. */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Columns, Muted, Section, Tabs } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewModel } from "../view-models.ts";
import { capital } from "./capital.ts";
import { ModelPicture } from "./model-picture.tsx";
import { CoreCompetencies, LevelText, ModelMatrix, ReadableModel } from "./model-text.tsx";
import type { Route } from "./+types/model";

const VIEWS = ["drawing", "table", "text"] as const;

export const loader = load(async ({ work, params, url }) => {
  const asked = url.searchParams.get("version");
  const model = await viewModel(work, params["model"] ?? "", asked === null ? null : Number(asked));
  const { levels } = model.content.structure;
  const level =
    levels.find((each) => each.key === url.searchParams.get("level")) ??
    levels.find((each) => each.kind === "core") ??
    levels[0];
  const track = model.content.version.tracks.find(
    (each) => each.key === url.searchParams.get("track") && level && each.levels.includes(level.key),
  );
  return {
    ...model,
    view: VIEWS.find((each) => each === url.searchParams.get("view")) ?? "drawing",
    asked: asked === null ? null : model.version.number,
    levelKey: level?.key ?? "",
    trackKey: track?.key,
  };
});

export default function Model({ loaderData: model }: Route.ComponentProps) {
  const t = useMessages().careerModel;
  const { at, language, today } = useShell();
  const { content, version, view } = model;
  const name = language === "sv" ? model.nameSv : model.nameEn;
  const address = (query: Readonly<Record<string, string>>): string => {
    const search = new URLSearchParams({
      ...(model.asked === null ? {} : { version: String(model.asked) }),
      ...query,
    }).toString();
    return at(`/models/${model.slug}${search ? `?${search}` : ""}`);
  };
  const tabs = (
    <Tabs
      label={t.model.views}
      items={[
        {
          href: address({}),
          label: model.presentation === "rings" ? t.model.rings : t.model.stairs,
          current: view === "drawing",
        },
        { href: address({ view: "table" }), label: t.model.table, current: view === "table" },
        { href: address({ view: "text" }), label: t.model.text, current: view === "text" },
      ]}
    />
  );
  return (
    <Page
      title={capital(name)}
      lead={content.version.intro}
      breadcrumbs={[{ href: at("/models"), label: t.list.title }]}
      beside={model.isInForce ? undefined : <Tag>{t.model.status[version.status]}</Tag>}
    >
      {!model.isInForce && (
        <Notice tone="warning">
          {version.status === "adopted" || version.status === "superseded"
            ? t.model.notCurrent(version.number)
            : t.model.draftNote}
        </Notice>
      )}
      {view === "drawing" ? (
        <>
          <Columns wide="even">
            <ModelPicture
              id="model"
              name={name}
              presentation={model.presentation}
              content={content}
              href={(level, track) => `${address({ level, ...(track ? { track } : {}) })}#level-${level}`}
              current={{ levelId: model.levelKey, trackId: model.trackKey }}
            />
            <div>
              {tabs}
              <LevelText content={content} levelKey={model.levelKey} trackKey={model.trackKey} heading={2} />
            </div>
          </Columns>
          <Section title={t.model.whole} id="whole">
            <ModelMatrix content={content} caption={t.model.whole} />
          </Section>
        </>
      ) : (
        <>
          {tabs}
          {view === "table" ? (
            <ModelMatrix content={content} caption={t.model.whole} />
          ) : (
            <ReadableModel content={content} />
          )}
        </>
      )}
      <CoreCompetencies content={content} />
      {model.layer === "internal" && <Muted>{t.model.internalNote}</Muted>}
      <Section title={t.model.otherVersions} id="versions">
        <ul>
          {model.versions.map((each) => (
            <li key={each.number}>
              <a
                href={at(`/models/${model.slug}?version=${each.number}`)}
                aria-current={each.number === version.number || undefined}
              >
                {t.model.version(each.number)}
              </a>
              {" · "}
              {t.model.status[each.status]}
              {each.inForceFrom &&
                ` · ${each.inForceFrom > today ? t.model.inForceFrom(each.inForceFrom) : t.model.inForceSince(each.inForceFrom)}`}
            </li>
          ))}
        </ul>
        {model.decision && (
          <Muted>
            {t.model.decided(
              model.decision.decidedBy,
              model.decision.decidedAs,
              model.decision.decidedOn,
              model.decision.diaryNumber,
            )}
          </Muted>
        )}
        <Actions>
          {model.mayAdopt && (
            <LinkButton variant="primary" href={at(`/models/${model.slug}/versions/${version.number}/adopt`)}>
              {t.model.adopt}
            </LinkButton>
          )}
          <LinkButton
            variant="quiet"
            href={at(`/models/${model.slug}/versions/${version.number}/file.yaml`)}
            download
          >
            {t.model.download}
          </LinkButton>
        </Actions>
      </Section>
    </Page>
  );
}
