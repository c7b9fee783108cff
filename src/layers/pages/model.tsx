/** One model: drawn and told level by level, as a table, and to read. Signed in or not, the same address. */
import { load } from "../../platform/http/page.ts";
import type { Handle } from "../../platform/http/pages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Columns, Section, Tabs } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewEffectiveModel } from "../view-effective.ts";
import type { ModelView } from "../../career-model/view-models.ts";
import { viewWays } from "../../catalogue/keep-catalogue.ts";
import { ModelWays } from "../../catalogue/parts/ways.tsx";
import { capital } from "../../messages/capital.ts";
import { LayersNote } from "./layers-note.tsx";
import { LevelChoice, LevelTracks, LevelWays } from "./level-ways.tsx";
import { ModelFoot, versionBefore } from "./model-foot.tsx";
import { Quality } from "./quality.tsx";
import { ModelPicture } from "../../career-model/parts/model-picture.tsx";
import {
  LevelText,
  MODEL_LANGUAGE,
  ModelMatrix,
  ReadableModel,
} from "../../career-model/parts/model-text.tsx";
import type { Route } from "./+types/model";

const VIEWS = ["drawing", "level", "table", "text"] as const;

export const handle: Handle = { sameForAll: true };

export const loader = load(async ({ work, params, url }) => {
  const asked = url.searchParams.get("version");
  const model = await viewEffectiveModel(work, params["model"] ?? "", asked === null ? null : Number(asked), {
    unitId: url.searchParams.get("unit") || null,
    shown: url.searchParams.get("local") !== "none",
  });
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
    ways: await viewWays(work, model),
    view: VIEWS.find((each) => each === url.searchParams.get("view")) ?? "drawing",
    asked: asked === null ? null : model.version.number,
    levelKey: level?.key ?? "",
    trackKey: track?.key,
  };
});

export default function Model({ loaderData: model }: Route.ComponentProps) {
  const t = useMessages().careerModel;
  const { at, language } = useShell();
  const { content, view } = model;
  const name = language === "sv" ? model.nameSv : model.nameEn;
  const { local } = model;
  const address = (query: Readonly<Record<string, string>>): string => {
    const kept = {
      ...(model.asked === null ? {} : { version: String(model.asked) }),
      ...(local.unitId === null ? {} : { unit: local.unitId }),
      ...(local.shown ? {} : { local: "none" }),
      ...query,
    };
    const search = new URLSearchParams(Object.entries(kept).filter(([, value]) => value !== "")).toString();
    return at(`/models/${model.slug}${search ? `?${search}` : ""}`);
  };
  const levelQuery = (level: string, track?: string) => ({
    level,
    ...(track === undefined ? {} : { track }),
  });
  const toLevel = (level: string, track?: string) =>
    view === "level"
      ? address({ view, ...levelQuery(level, track) })
      : `${address(levelQuery(level, track))}#level-${level}`;
  const tabs = (
    <Tabs
      label={t.model.views}
      items={[
        { href: address({}), label: t.model[model.presentation], current: view === "drawing" },
        {
          href: address({ view: "level", ...levelQuery(model.levelKey, model.trackKey) }),
          label: t.model.oneLevel,
          current: view === "level",
        },
        { href: address({ view: "table" }), label: t.model.table, current: view === "table" },
        { href: address({ view: "text" }), label: t.model.text, current: view === "text" },
      ]}
    />
  );
  const picture = (
    <ModelPicture
      id="model"
      name={name}
      presentation={model.presentation}
      content={content}
      href={toLevel}
      current={{ levelId: model.levelKey, trackId: model.trackKey }}
    />
  );
  const place = { content, levelKey: model.levelKey, trackKey: model.trackKey, href: toLevel };
  const told = (
    <div>
      {tabs}
      {view === "level" && <LevelChoice {...place} />}
      <LevelText {...place} heading={2} />
      <LevelTracks {...place} />
      <LevelWays {...place} presentation={model.presentation} />
    </div>
  );
  return (
    <ModelWays ways={model.ways}>
      <Page
        title={capital(name)}
        lead={<span lang={MODEL_LANGUAGE}>{content.version.intro}</span>}
        breadcrumbs={[{ href: at("/models"), label: t.list.title }]}
        beside={model.isInForce ? undefined : <Tag>{t.model.status[model.version.status]}</Tag>}
      >
        <meta name="description" content={content.version.intro} lang={MODEL_LANGUAGE} />
        {!model.isInForce && <NotInForce model={model} />}
        <LayersNote
          model={model}
          address={(query) => address({ ...(view === "drawing" ? {} : { view }), ...query })}
        />
        {view === "level" && told}
        {view === "table" && (
          <>
            {tabs}
            <ModelMatrix content={content} caption={t.model.whole} href={toLevel} />
          </>
        )}
        {view === "text" && (
          <>
            {tabs}
            <ReadableModel content={content} />
          </>
        )}
        {view === "drawing" && (
          <>
            {model.presentation === "rings" ? (
              <Columns wide="even">
                <div>{picture}</div>
                {told}
              </Columns>
            ) : (
              <>
                {picture}
                {told}
              </>
            )}
            <Section title={t.model.whole} id="whole">
              <ModelMatrix content={content} caption={t.model.whole} href={toLevel} />
            </Section>
          </>
        )}
        {model.quality && <Quality points={model.quality} content={content} />}
        <ModelFoot model={model} />
      </Page>
    </ModelWays>
  );
}

/** Says that this is not the version in force, what it is, and what can be done about it. */
function NotInForce({ model }: { model: Omit<ModelView, "content"> }) {
  const { careerModel, modelEditor } = useMessages();
  const { model: t, difference } = careerModel;
  const { at, today } = useShell();
  const earlier = versionBefore(model);
  const { number, status, inForceFrom } = model.version;
  const page = at(`/models/${model.slug}`);
  return (
    <Notice tone="warning">
      <p>
        {inForceFrom === null
          ? status === "draft"
            ? t.draftNote
            : t.consultationNote
          : inForceFrom > today
            ? t.coming(number, inForceFrom)
            : t.notCurrent(number)}{" "}
        {model.inForce !== null && <a href={page}>{t.readCurrent}</a>}{" "}
        {earlier !== undefined && (
          <a href={`${page}/difference?from=${earlier}&to=${number}`}>{difference.link(earlier)}</a>
        )}{" "}
        {model.mayReadImpact && <a href={`${page}/versions/${number}/impact`}>{t.impact}</a>}
      </p>
      {model.mayEdit !== null && (
        <Actions>
          {model.mayAdopt && (
            <LinkButton variant="primary" href={`${page}/versions/${number}/adopt`}>
              {t.adopt}
            </LinkButton>
          )}
          <LinkButton href={`${page}/versions/${number}/edit`}>
            {model.mayEdit === "write" ? modelEditor.draft.link : modelEditor.draft.linkRead}
          </LinkButton>
        </Actions>
      )}
    </Notice>
  );
}
