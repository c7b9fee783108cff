/** What of a supplement didn't fit the base's new version, one part at a time with three texts: the old base, the new, and the local (MOD-10). */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell } from "../../messages/spell.ts";
import { NotFound } from "../../shared/result.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { Card } from "../../ui/card.tsx";
import { Select, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Disclosure, SummaryList } from "../../ui/lists.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { CARRY_CHOICES, type Settling } from "../carry-over.rules.ts";
import {
  settlePart,
  viewCarryOver,
  type BaseSaid,
  type CarriedView,
  type CarryOverView,
} from "../carry-over.ts";
import { atField } from "../../career-model/item-form.ts";
import { PlaceFields } from "../../career-model/parts/item-fields.tsx";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { After, Before } from "../../career-model/parts/marked-text.tsx";
import { placeOf, supplementAddress } from "../parts/supplement-place.ts";
import type { Route } from "./+types/carry-over";

export const loader = load(({ work, params, url }) => viewCarryOver(work, placeOf(params, url)));

export const action = act(async ({ work, params, url, form }) => {
  const place = placeOf(params, url);
  const settling = settlingIn(form);
  const result = await settlePart(work, place, field(form, "part"), settling);
  return result.ok
    ? seeOther(`/o/${work.tenant.slug}${supplementAddress(place, "/carry-over")}`)
    : again(
        result.reasons.map((reason) => {
          const { field: where, ...rest } = atField(reason);
          return where === undefined ? rest : { ...rest, field: `${field(form, "part")}-${where}` };
        }),
        form,
      );
});

/** What was chosen, as it was sent. */
function settlingIn(form: FormValues): Settling {
  const choice = CARRY_CHOICES.find((each) => each === field(form, "intent"));
  if (!choice) throw new NotFound("choice");
  if (choice === "reword") return { choice, text: field(form, "text") };
  if (choice !== "move") return { choice };
  const itemKey = form["itemKey"] && field(form, "itemKey");
  const trackKey = field(form, "track") || null;
  return itemKey === undefined
    ? { choice, to: { levelKey: field(form, "level"), headingKey: field(form, "heading"), trackKey } }
    : { choice, to: { itemKey } };
}

export default function CarryOver({ loaderData: view, actionData }: Route.ComponentProps) {
  const { supplement } = useMessages();
  const t = supplement.carry;
  const { at, language } = useShell();
  const name = language === "sv" ? view.nameSv : view.nameEn;
  const page = at(supplementAddress({ slug: view.slug, unitId: view.unit?.id ?? null }));
  const waiting = view.parts.filter(({ settled }) => settled === null);
  const done = view.parts.filter(({ settled }) => settled !== null);
  const errors = spell(actionData?.reasons ?? [], supplement.reasons);
  return (
    <Page
      title={view.unit ? t.unitTitle(view.unit.name, name) : t.title(name)}
      lead={t.lead(view.from, view.base.number)}
      errors={errors.list}
      breadcrumbs={[
        { href: at(`/models/${view.slug}`), label: capital(name) },
        {
          href: page,
          label: view.unit ? supplement.page.unitTitle(view.unit.name, name) : supplement.page.title(name),
        },
      ]}
    >
      <Notice tone={waiting.length > 0 ? "info" : "success"}>
        <p>
          {t.fits(view.fitted)} {waiting.length > 0 ? t.left(waiting.length) : t.allSettled}
        </p>
      </Notice>
      {waiting.length > 0 && (
        <Section title={t.waiting} id="waiting">
          <div className="stack">
            {waiting.map((part) => (
              <Part
                key={part.id}
                part={part}
                view={view}
                error={(of) => errors.of(`${part.id}-${of}`)}
                values={field(actionData?.values ?? {}, "part") === part.id ? actionData?.values : undefined}
              />
            ))}
          </div>
        </Section>
      )}
      {done.length > 0 && (
        <Section title={t.done} id="done">
          <div className="stack">
            {done.map((part) => (
              <Part key={part.id} part={part} view={view} error={() => undefined} values={undefined} />
            ))}
          </div>
        </Section>
      )}
      <Actions>
        <LinkButton variant={waiting.length > 0 ? "secondary" : "primary"} href={page}>
          {t.toSupplement}
        </LinkButton>
      </Actions>
    </Page>
  );
}

function Part(props: {
  part: CarriedView;
  view: CarryOverView;
  error: (field: string) => string | undefined;
  values: FormValues | undefined;
}) {
  const t = useMessages().supplement.carry;
  const { part, view } = props;
  const { before, after } = part;
  return (
    <Card title={`${t.kinds[part.kind]}: ${t.about(part.local)}`} level={3} size="small">
      <p className="tags">
        {part.whys.map((why) => (
          <Tag key={why} tone="attention">
            {t.whys[why]}
          </Tag>
        ))}
      </p>
      <SummaryList
        rows={[
          { term: t.oldBase, detail: <Said said={before} other={after} side="before" /> },
          { term: t.newBase, detail: <Said said={after} other={before} side="after" /> },
          { term: t.local, detail: <span lang={MODEL_LANGUAGE}>{part.local}</span> },
        ]}
      />
      {part.settled && (
        <p className="muted">{t.settledBy(t.settledAs[part.settled.as], part.settled.by, part.settled.on)}</p>
      )}
      {part.settled === null && view.mayWrite && <Choices {...props} />}
    </Card>
  );
}

/** A base's text with the words marked that differ from the other's, and where it stands. */
function Said(props: { said: BaseSaid | null; other: BaseSaid | null; side: "before" | "after" }) {
  const t = useMessages().supplement.carry;
  const { said, other, side } = props;
  if (!said) return <span className="muted">{t.notThere}</span>;
  return (
    <>
      {side === "before" ? (
        <Before before={said.text} after={other?.text ?? null} />
      ) : (
        <After before={other?.text ?? null} after={said.text} />
      )}
      {said.level !== "" && (
        <span className="item-note muted" lang={MODEL_LANGUAGE}>
          {t.place(said.level, said.heading)}
        </span>
      )}
    </>
  );
}

function Choices(props: {
  part: CarriedView;
  view: CarryOverView;
  error: (field: string) => string | undefined;
  values: FormValues | undefined;
}) {
  const t = useMessages().supplement.carry;
  const { part, view, error, values } = props;
  const { structure, version } = view.text;
  const about = t.about(part.local);
  const plain = (["keep", "drop"] as const).filter((choice) => part.choices.includes(choice));
  return (
    <>
      {part.choices.includes("reword") && (
        <Disclosure
          id={`reword-${part.id}`}
          summary={t.choices.reword}
          open={values !== undefined && field(values, "intent") === "reword"}
        >
          <Form hidden={{ part: part.id, intent: "reword" }} label={`${t.choices.reword}: ${about}`}>
            <TextArea
              name="text"
              id={`${part.id}-text`}
              label={t.rewordLabel}
              error={error("text") ?? error("reason")}
              defaultValue={values ? field(values, "text") : part.local}
            />
            <Button variant="secondary">{t.choices.reword}</Button>
          </Form>
        </Disclosure>
      )}
      {part.choices.includes("move") && (
        <Disclosure
          id={`move-${part.id}`}
          summary={t.choices.move}
          open={values !== undefined && field(values, "intent") === "move"}
        >
          <Form hidden={{ part: part.id, intent: "move" }} label={`${t.choices.move}: ${about}`}>
            {part.kind === "item" ? (
              <PlaceFields
                structure={structure}
                version={version}
                values={values ?? {}}
                error={error}
                idPrefix={`${part.id}-`}
              />
            ) : (
              <Select
                name="itemKey"
                id={`${part.id}-itemKey`}
                label={t.moveItem}
                empty={t.choose}
                error={error("itemKey")}
                defaultValue={values ? field(values, "itemKey") : undefined}
                options={structure.levels.map(({ key, name }) => ({
                  group: name,
                  options: version.items
                    .filter(({ levelKey }) => levelKey === key)
                    .map((item) => ({ value: item.key, label: item.text })),
                }))}
              />
            )}
            <Button variant="secondary">{t.choices.move}</Button>
          </Form>
        </Disclosure>
      )}
      <Form hidden={{ part: part.id }} label={about}>
        <Actions>
          {plain.map((choice) => (
            <Button
              key={choice}
              variant={choice === plain[0] ? "secondary" : "quiet"}
              name="intent"
              value={choice}
              about={about}
            >
              {t.choices[choice]}
            </Button>
          ))}
        </Actions>
      </Form>
    </>
  );
}
