/** A draft as a whole: its levels and what stands in them, what is left to do, its introduction and its tracks. */
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { act, again, load, seeOther } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Matrix } from "../../ui/matrix.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewDraft, type DraftView } from "../view-draft.ts";
import { writeIntro } from "../write-frame.ts";
import { Standing, draftPath, inShort, useDraft } from "./draft-places.tsx";
import { textIn } from "../../career-model/item-form.ts";
import { Theirs } from "./theirs.tsx";
import type { Route } from "./+types/draft";

export const loader = load(({ work, params }) =>
  viewDraft(work, { slug: params["model"] ?? "", number: Number(params["number"]) }),
);

export const action = act(async ({ work, params, form }) => {
  const address = { slug: params["model"] ?? "", number: Number(params["number"]) };
  const result = await writeIntro(work, address, textIn(form, "intro"), textIn(form, "was"));
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}${draftPath(address)}#intro`)
    : again(result.reasons, form);
});

export default function Draft({ loaderData: view, actionData }: Route.ComponentProps) {
  const { modelEditor } = useMessages();
  const t = modelEditor.draft;
  const { at } = useShell();
  const to = useDraft(view);
  const { frame, mayWrite } = view;
  const errors = spell(actionData?.reasons ?? [], modelEditor.reasons);
  const conflict = actionData?.reasons.some((reason) => reason.code === "changed-by-other");
  return (
    <Page
      title={to.title}
      lead={mayWrite ? t.lead : t.leadRead}
      breadcrumbs={to.toModel}
      errors={errors.list}
    >
      <Standing head={view} />
      <Actions>
        <LinkButton href={to.model}>{t.preview}</LinkButton>
        <LinkButton variant="quiet" href={`${to.page}/changes`}>
          {t.changes}
        </LinkButton>
        {view.mayReadImpact && (
          <LinkButton variant="quiet" href={at(`/models/${view.slug}/versions/${view.number}/impact`)}>
            {t.impact}
          </LinkButton>
        )}
        {mayWrite && (
          <LinkButton variant="quiet" href={`${to.page}/reuse`}>
            {modelEditor.reuse.link}
          </LinkButton>
        )}
      </Actions>
      <Section title={t.levels} id="levels">
        <Levels view={view} />
      </Section>
      {view.mayComment && (
        <Section title={t.left} id="left">
          <Left view={view} />
          <Actions>
            {mayWrite && view.left.length === 0 && (
              <LinkButton href={at(`/models/${view.slug}/history`)}>{t.send}</LinkButton>
            )}
            {view.mayAdopt && (
              <LinkButton variant="primary" href={at(`/models/${view.slug}/versions/${view.number}/adopt`)}>
                {t.adopt}
              </LinkButton>
            )}
          </Actions>
        </Section>
      )}
      <Section title={t.intro} id="about">
        {mayWrite ? (
          <Form hidden={{ was: frame.intro }}>
            {conflict && <Theirs text={frame.intro} href={`${to.page}#intro`} />}
            <TextArea
              name="intro"
              label={t.intro}
              labelHidden
              hint={t.introHint}
              error={errors.of("intro")}
              defaultValue={actionData?.values["intro"]?.[0] ?? frame.intro}
            />
            <Button variant="secondary">{t.save}</Button>
          </Form>
        ) : (
          <p lang={MODEL_LANGUAGE}>{frame.intro}</p>
        )}
      </Section>
      <Section title={t.tracks} id="tracks">
        <Tracks view={view} />
      </Section>
    </Page>
  );
}

/** Levels by headings, with how much stands in each place. */
function Levels({ view }: { view: DraftView }) {
  const t = useMessages().modelEditor.draft;
  const to = useDraft(view);
  const { levels, headings } = view.frame;
  return (
    <div lang={MODEL_LANGUAGE}>
      <Matrix
        caption={t.levels}
        captionHidden
        corner={t.corner}
        levels={levels.map(({ key, name }) => ({ id: key, name, href: to.level(key) }))}
        headings={headings.map(({ key, name }) => ({ id: key, name }))}
        cell={(level, heading) => {
          const count = view.counts.find((each) => each.levelKey === level && each.headingKey === heading);
          const levelName = levels.find((each) => each.key === level)?.name ?? "";
          const headingName = headings.find((each) => each.key === heading)?.name ?? "";
          return (
            <>
              <a
                href={`${to.level(level, { heading })}#heading-${heading}`}
                className={count ? undefined : "muted"}
              >
                {count ? t.rows(count.items) : t.empty}
                <span className="visually-hidden">
                  {" "}
                  {levelName}, {headingName}
                </span>
              </a>
              {count !== undefined && count.comments > 0 && (
                <span className="item-note muted">{t.comments(count.comments)}</span>
              )}
            </>
          );
        }}
      />
      {[...levels, ...headings].some((part) => part.isDropped) && (
        <ul>
          {[...levels, ...headings]
            .filter((part) => part.isDropped)
            .map((part) => (
              <li key={part.id}>
                <strong>{part.name}</strong> <Tag tone="attention">{t.dropped}</Tag> {t.droppedText}
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}

/** So much is told at once. */
const MOST = 12;

function Left({ view }: { view: DraftView }) {
  const { careerModel, modelEditor } = useMessages();
  const t = modelEditor.draft;
  const to = useDraft(view);
  const quality = view.quality > 0 && (
    <p>
      <a href={`${to.model}#quality`}>{t.quality(view.quality)}</a>
    </p>
  );
  if (view.left.length === 0)
    return (
      <>
        <Notice tone="success">
          <p>{t.ready}</p>
        </Notice>
        {quality}
      </>
    );
  const words = { ...careerModel.fileFaults, ...careerModel.reasons, "no-intro": () => t.noIntro };
  const said = spell(
    view.left.map(({ code, data }) => ({ code, data })),
    words,
  ).list;
  return (
    <>
      <p>{t.leftLead}</p>
      <ul>
        {view.left.slice(0, MOST).map(({ levelKey, text, code }, index) => {
          const level = view.frame.levels.find((each) => each.key === levelKey);
          return (
            <li key={index}>
              <a href={level ? to.level(level.key) : code === "no-intro" ? "#intro" : to.page}>
                {said[index]?.message}
              </a>
              {level && code !== "level-without-items" && <span lang={MODEL_LANGUAGE}> ({level.name})</span>}
              {text && <span lang={MODEL_LANGUAGE}> ”{inShort(text)}”</span>}
            </li>
          );
        })}
      </ul>
      {view.left.length > MOST && <p>{t.more(view.left.length - MOST)}</p>}
      {quality}
    </>
  );
}

function Tracks({ view }: { view: DraftView }) {
  const t = useMessages().modelEditor.draft;
  const to = useDraft(view);
  const { levels, tracks } = view.frame;
  return (
    <>
      <p>{tracks.length > 0 ? t.tracksText : `${t.tracksText} ${t.noTracks}`}</p>
      {tracks.length > 0 && (
        <ul lang={MODEL_LANGUAGE}>
          {tracks.map((track) => {
            const names = levels
              .filter((level) => track.levels.includes(level.key))
              .map((level) => level.name);
            return (
              <li key={track.key}>
                {view.mayWrite ? <a href={`${to.page}/tracks/${track.key}`}>{track.name}</a> : track.name}{" "}
                <span className="muted">{t.runsAt(names.join(", "))}</span>
              </li>
            );
          })}
        </ul>
      )}
      {view.mayWrite && (
        <Actions>
          <LinkButton href={`${to.page}/tracks/new`}>{t.addTrack}</LinkButton>
        </Actions>
      )}
    </>
  );
}
