/** One level of a draft: its items under its headings and tracks, each to write in, and a place to add one. */
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { linesOf, type Line } from "../../career-model/group.rules.ts";
import type { Heading, ItemKind, Track } from "../../career-model/rules.ts";
import { FORMAL_TYPES, ITEM_KINDS } from "../../career-model/rules.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { PageLinks } from "../../people/parts/page-links.tsx";
import { act, again, field, load, pageNumber, seeOther, type FormValues } from "../../platform/http/page.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { NumberField, Select, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Disclosure } from "../../ui/lists.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section, Tabs } from "../../ui/shell.tsx";
import { isId } from "../../shared/ids.ts";
import type { DraftItem } from "../draft.store.ts";
import { viewLevel, type LevelView } from "../view-draft.ts";
import { writeLevelTexts } from "../write-frame.ts";
import { addItem } from "../write-item.ts";
import { Standing, draftPath, useDraft } from "./draft-places.tsx";
import { placeIn, textIn, wordsIn } from "../../career-model/item-form.ts";
import { ItemRow } from "./item-row.tsx";
import { LevelTexts } from "./level-texts.tsx";
import type { Route } from "./+types/level";

const addressOf = (params: Readonly<Record<string, string>>) => ({
  slug: params["model"] ?? "",
  number: Number(params["number"]),
  level: params["level"] ?? "",
});

export const loader = load(async ({ work, params, url }) => {
  const removed = url.searchParams.get("removed");
  return {
    ...(await viewLevel(work, {
      ...addressOf(params),
      heading: url.searchParams.get("heading"),
      page: pageNumber(url),
    })),
    removed: isId(removed) ? removed : null,
    added: url.searchParams.get("added"),
  };
});

export const action = act(async ({ work, params, form }) => {
  const address = addressOf(params);
  const page = `/o/${work.tenant.slug}${draftPath(address)}/levels/${address.level}`;
  if (field(form, "intent") === "texts") {
    const texts = (prefix: string) => ({
      intro: textIn(form, `${prefix}intro`),
      onward: textIn(form, `${prefix}onward`),
    });
    const result = await writeLevelTexts(work, address, texts(""), texts("was-"));
    return result.ok ? seeOther(`${page}#texts`) : again(result.reasons, form);
  }
  const place = { ...placeIn(form), levelKey: address.level };
  const result = await addItem(work, address, { ...place, ...wordsIn(form) });
  if (!result.ok) return again(result.reasons, form);
  const spot = spotOf(place.headingKey, place.trackKey);
  const query = new URLSearchParams({ heading: place.headingKey, added: spot }).toString();
  return seeOther(`${page}?${query}#add-${spot}`);
});

/** A heading, or a track's part of it, in addresses of parts of the page. */
const spotOf = (heading: string, track: string | null): string =>
  track === null ? heading : `${heading}.${track}`;

export default function Level({ loaderData: view, actionData }: Route.ComponentProps) {
  const { modelEditor, people } = useMessages();
  const t = modelEditor.level;
  const to = useDraft(view);
  const { level, frame } = view;
  const errors = spell(actionData?.reasons ?? [], modelEditor.reasons);
  const values = actionData?.values;
  const isOfTexts = values?.["intent"]?.[0] === "texts";
  const shown = frame.headings.filter((each) => view.heading === null || each.key === view.heading);
  const count = (levelKey: string, headingKey?: string): number =>
    view.counts
      .filter((each) => each.levelKey === levelKey && (headingKey ?? each.headingKey) === each.headingKey)
      .reduce((sum, { items }) => sum + items, 0);
  const adding = { values: isOfTexts ? undefined : values, errors, added: view.added };
  return (
    <Page
      title={t.title(level.name)}
      lead={<span lang={MODEL_LANGUAGE}>{level.shortText}</span>}
      breadcrumbs={to.toDraft}
      errors={errors.list}
    >
      <Standing head={view} />
      {view.removed !== null && view.mayWrite && (
        <Notice tone="success" announce>
          <p>
            {t.removed} <a href={to.item(view.removed)}>{t.bringBack}</a>
          </p>
        </Notice>
      )}
      <Tabs
        label={t.others}
        items={frame.levels.map(({ key, name }) => ({
          href: to.level(key),
          label: `${name} (${count(key)})`,
          current: key === level.key,
          data: { "data-level-key": key },
        }))}
      />
      <LevelTexts
        view={view}
        values={isOfTexts ? values : undefined}
        reasons={isOfTexts ? actionData?.reasons : undefined}
      />
      {view.heading !== null && (
        <Tabs
          label={t.headings}
          items={frame.headings.map(({ key, name }) => ({
            href: to.level(level.key, { heading: key }),
            label: `${name} (${count(level.key, key)})`,
            current: key === view.heading,
          }))}
        />
      )}
      {shown.map((heading) => (
        <Section
          key={heading.key}
          id={`heading-${heading.key}`}
          title={<span lang={MODEL_LANGUAGE}>{heading.name}</span>}
        >
          <Spot view={view} heading={heading} track={null} adding={adding} />
          {frame.tracks
            .filter((track) => track.levels.includes(level.key))
            .map((track) => (
              <div key={track.key} className="level-track">
                <h3 lang={MODEL_LANGUAGE}>{t.track(track.name)}</h3>
                <Spot view={view} heading={heading} track={track} adding={adding} />
              </div>
            ))}
        </Section>
      ))}
      {view.mayWrite && (
        <Form
          hidden={{ intent: "move", back: "level", level: "", heading: "", track: "", position: "" }}
          data={{ "data-move": `${to.page}/items` }}
        >
          {null}
        </Form>
      )}
      {view.heading !== null && (
        <PageLinks
          page={view.page}
          pages={view.pages}
          total={count(level.key, view.heading)}
          size={view.pageSize}
          href={(page) => to.level(level.key, { heading: view.heading ?? "", page: String(page) })}
          words={people}
        />
      )}
    </Page>
  );
}

type Adding = {
  readonly values: FormValues | undefined;
  readonly errors: Spelled;
  /** Where a line has just been added. */
  readonly added: string | null;
};

/** What stands under a heading for everyone, or in a track, and the form to add to it. */
function Spot(props: { view: LevelView; heading: Heading; track: Track | null; adding: Adding }) {
  const { view, heading, track } = props;
  const t = useMessages().modelEditor.level;
  const items = view.items.filter(
    (item) => item.headingKey === heading.key && item.trackKey === (track?.key ?? null),
  );
  const byKey = new Map(items.map((item) => [item.key, item]));
  return (
    <div data-spot-room="" data-heading={heading.key} data-track={track?.key} data-at-level={view.level.key}>
      {items.length === 0 && <p className="muted">{t.none}</p>}
      <Lines view={view} lines={linesOf(items, view.groups)} byKey={byKey} isOutermost />
      {view.mayWrite && <AddItem {...props} usual={items.at(-1)?.kind} />}
    </div>
  );
}

function Lines(props: {
  view: LevelView;
  lines: readonly Line[];
  byKey: ReadonlyMap<string, DraftItem>;
  /** A dragged item can be put here: not within a group, whose members are chosen on its own page. */
  isOutermost?: boolean;
}) {
  const { view, lines, byKey } = props;
  const t = useMessages().modelEditor.level;
  const to = useDraft(view);
  return (
    <ol className="item-rows" data-spot={props.isOutermost ? "" : undefined}>
      {lines.map((line) => {
        if ("item" in line) {
          const item = byKey.get(line.item.key);
          return item && <ItemRow key={item.id} head={view} item={item} />;
        }
        const { group, lines: members } = line;
        const groupRow = view.groups.find((each) => each.key === group.key);
        return (
          <li key={group.key} className="item-together">
            <p>
              <strong>{t.groupOf(group.needed === null, group.needed ?? 0, members.length)}</strong>{" "}
              {view.mayWrite && groupRow && <a href={`${to.page}/groups/${group.key}`}>{t.changeGroup}</a>}
            </p>
            <Lines view={view} lines={members} byKey={byKey} />
          </li>
        );
      })}
    </ol>
  );
}

/** The kind that most of what stands under the heading has, at this level or any. */
function usualKind(view: LevelView, heading: string): ItemKind {
  const most = view.counts
    .filter((count) => count.headingKey === heading)
    .toSorted((a, b) => b.items - a.items);
  return (most.find((count) => count.levelKey === view.level.key) ?? most[0])?.kind ?? "demonstrated";
}

/** The place to add an item: closed until it is asked for, and open again for the next one. */
function AddItem(props: {
  view: LevelView;
  heading: Heading;
  track: Track | null;
  adding: Adding;
  usual: ItemKind | undefined;
}) {
  const { view, heading, track, adding } = props;
  const { modelEditor, item: words } = useMessages();
  const t = modelEditor.level;
  const spot = spotOf(heading.key, track?.key ?? null);
  const values =
    adding.values?.["heading"]?.[0] === heading.key &&
    (adding.values["track"]?.[0] ?? "") === (track?.key ?? "")
      ? adding.values
      : undefined;
  const error = (name: string) => (values ? adding.errors.of(name) : undefined);
  const place = track ? `${heading.name}, ${t.track(track.name)}` : heading.name;
  const isOpen = values !== undefined || adding.added === spot;
  // The error summary leads to the field by its name: the one that was filled in has it as its id.
  const id = (name: string) => (values ? name : `${name}-${spot}`);
  return (
    <Disclosure
      id={`add-${spot}`}
      open={isOpen}
      summary={<span className="summary-text">{t.add(place)}</span>}
    >
      <Form hidden={{ intent: "add", heading: heading.key, track: track?.key ?? "" }}>
        <div lang={MODEL_LANGUAGE}>
          <TextArea
            focus={adding.added === spot && values === undefined}
            name="text"
            id={id("text")}
            label={t.newText}
            rows={2}
            error={error("text")}
            defaultValue={values?.["text"]?.[0]}
          />
        </div>
        <div className="add-facts">
          <Select
            name="kind"
            id={id("kind")}
            label={t.kind}
            width="medium"
            options={ITEM_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            defaultValue={values?.["kind"]?.[0] ?? props.usual ?? usualKind(view, heading.key)}
          />
          <div data-for="formal">
            <Select
              name="type"
              id={id("formal")}
              label={t.type}
              width="medium"
              error={error("formal")}
              options={FORMAL_TYPES.map((type) => ({ value: type, label: words.types[type] }))}
              defaultValue={values?.["type"]?.[0] ?? "course"}
            />
          </div>
          <div data-for="experience">
            <NumberField
              name="months"
              id={id("months")}
              label={t.months}
              error={error("months")}
              defaultValue={values?.["months"]?.[0]}
            />
          </div>
        </div>
        <Actions>
          <Button variant="secondary" about={t.under(place)}>
            {t.addShort}
          </Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
