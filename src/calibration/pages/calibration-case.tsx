/** One case: to be written by those who lead the round, and placed by a manager for themself (PLC-8). */
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { spell, type Spelled } from "../../messages/spell.ts";
import { Paragraphs, Principles } from "../../placement/parts/placement-fields.tsx";
import { writePlace } from "../../placement/rules.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { RadioGroup, Select, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Disclosure } from "../../ui/lists.tsx";
import { Page } from "../../ui/page.tsx";
import { Columns, Muted, Section } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { LONGEST_WORDS, type Mark } from "../calibration.rules.ts";
import { placeCase } from "../place-cases.ts";
import { viewCase, type CaseView } from "../view-calibration.ts";
import { removeCase, writeCase } from "../write-cases.ts";
import { CaseFields } from "./case-fields.tsx";
import { usePlaceText } from "./use-place-text.ts";
import type { Route } from "./+types/calibration-case";

const address = (params: Readonly<Record<string, string>>) => ({
  roundId: params["roundId"] ?? "",
  caseId: params["caseId"] ?? "",
});

export const loader = load(({ work, params }) => {
  const { roundId, caseId } = address(params);
  return viewCase(work, roundId, caseId);
});

const MARK = "mark-";

/** What was chosen for each requirement; those that didn't decide are none. */
const marksOf = (form: FormValues): Mark[] =>
  Object.entries(form).flatMap(([name, [value]]) =>
    name.startsWith(MARK) && (value === "shows" || value === "not")
      ? [{ itemId: name.slice(MARK.length), shows: value === "shows" }]
      : [],
  );

export const action = act(async ({ work, form, params }) => {
  const at = address(params);
  const round = `/o/${work.tenant.slug}/calibrations/${at.roundId}`;
  const intent = field(form, "intent");
  if (intent === "write" || intent === "remove") {
    const typed = { title: field(form, "title"), story: field(form, "story") };
    const result = await (intent === "remove" ? removeCase(work, at) : writeCase(work, at, typed));
    return result.ok ? seeOther(`${round}?saved#cases`) : again(result.reasons, form);
  }
  const typed = { place: field(form, "place"), words: field(form, "words"), marks: marksOf(form) };
  const result = await placeCase(work, at, typed);
  if (!result.ok) return again(result.reasons, form);
  const next = field(form, "next");
  return seeOther(intent === "next" && next !== "" ? `${round}/cases/${next}` : `${round}?saved`);
});

export default function CalibrationCase({ loaderData, actionData }: Route.ComponentProps) {
  const { round, reader, case: one } = loaderData;
  const { calibration } = useMessages();
  const { at } = useShell();
  const errors = spell(actionData?.reasons ?? [], calibration.reasons);
  const mayWrite = reader.isLead && round.state === "draft";
  const mayPlace = reader.seat !== null && !reader.seat.handedIn && round.state === "open";
  const typed = actionData?.values;
  return (
    <Page
      title={mayWrite ? calibration.case.write : one.title}
      errors={errors.list}
      narrow={mayWrite}
      breadcrumbs={[
        { href: at("/calibrations"), label: calibration.list.title },
        { href: at(`/calibrations/${round.id}`), label: round.title },
      ]}
    >
      {mayWrite ? (
        <>
          <Form label={calibration.case.write} hidden={{ intent: "write" }} confirmLeave={calibration.leave}>
            <CaseFields
              title={typed?.["title"]?.[0] ?? one.title}
              story={typed?.["story"]?.[0] ?? one.story}
              errors={errors}
            />
            <Button>{calibration.one.save}</Button>
          </Form>
          <Form label={calibration.one.remove} hidden={{ intent: "remove" }}>
            <Button variant="quiet" about={one.title}>
              {calibration.one.remove}
            </Button>
          </Form>
        </>
      ) : (
        <>
          <div className="prose">
            <Paragraphs text={one.story} />
          </div>
          {mayPlace ? (
            <PlaceIt view={loaderData} errors={errors} typed={typed} />
          ) : (
            reader.seat !== null && <OwnPlacing view={loaderData} typed={typed} />
          )}
        </>
      )}
    </Page>
  );
}

function PlaceIt({
  view,
  errors,
  typed,
}: {
  view: CaseView;
  errors: Spelled;
  typed: FormValues | undefined;
}) {
  const { round, places, own, next, principles } = view;
  const { case: t, leave } = useMessages().calibration;
  const { at } = useShell();
  const placeText = usePlaceText();
  const marks = new Map((typed ? marksOf(typed) : (own?.marks ?? [])).map((mark) => [mark.itemId, mark]));
  const where = typed ? typed["place"]?.[0] : own ? writePlace(own.levelId, own.trackId) : undefined;
  return (
    <Columns wide="start">
      <Form confirmLeave={leave} hidden={{ next: next ?? "" }}>
        <Select
          name="place"
          label={t.where}
          width="medium"
          empty={t.choose}
          error={errors.of("place")}
          defaultValue={where}
          options={places.map((place) => ({
            value: writePlace(place.levelId, place.trackId),
            label: placeText(place),
          }))}
        />
        <TextArea
          name="words"
          label={t.words}
          hint={t.wordsHint}
          readers={t.readers}
          rows={4}
          maxLength={LONGEST_WORDS}
          error={errors.of("words")}
          defaultValue={typed ? typed["words"]?.[0] : own?.words}
        />
        <Section title={t.marks} id="marks" lead={t.marksLead}>
          {places
            .filter(({ requirements }) => requirements.length > 0)
            .map((place) => {
              const value = writePlace(place.levelId, place.trackId);
              const chosen = place.requirements.filter(({ itemId }) => marks.has(itemId)).length;
              return (
                <Disclosure
                  key={value}
                  id={`at-${value.replace(":", "-")}`}
                  open={chosen > 0}
                  summary={
                    <span>
                      <span lang={MODEL_LANGUAGE}>{placeText(place)}</span>{" "}
                      <span className="muted">{t.marked(chosen)}</span>
                    </span>
                  }
                >
                  {place.requirements.map(({ itemId, text, mandatory }) => {
                    const mark = marks.get(itemId);
                    return (
                      <RadioGroup
                        key={itemId}
                        name={`${MARK}${itemId}`}
                        label={<span lang={MODEL_LANGUAGE}>{text}</span>}
                        hint={mandatory ? undefined : t.recommended}
                        inline
                        defaultValue={mark === undefined ? "" : mark.shows ? "shows" : "not"}
                        options={[
                          { value: "", label: t.none },
                          { value: "shows", label: t.shows },
                          { value: "not", label: t.not },
                        ]}
                      />
                    );
                  })}
                </Disclosure>
              );
            })}
        </Section>
        <Actions sticky>
          <Button name="intent" value={next === null ? "save" : "next"}>
            {next === null ? t.save : t.saveNext}
          </Button>
          <a href={at(`/calibrations/${round.id}`)}>{t.back}</a>
        </Actions>
      </Form>
      <Principles text={principles} />
    </Columns>
  );
}

/** One's own, when it can't be changed any more. What was typed too late is still shown. */
function OwnPlacing({ view: { own, places }, typed }: { view: CaseView; typed: FormValues | undefined }) {
  const words = useMessages().calibration;
  const t = words.case;
  const placeText = usePlaceText();
  const place = places.find(({ levelId, trackId }) => levelId === own?.levelId && trackId === own.trackId);
  const texts = new Map(
    places.flatMap(({ requirements }) => requirements.map(({ itemId, text }) => [itemId, text])),
  );
  return (
    <Section title={t.own} id="own">
      {typed?.["words"]?.[0] && (
        <blockquote>
          <Paragraphs text={typed["words"][0]} />
        </blockquote>
      )}
      {own && place ? (
        <>
          <p>
            <strong lang={MODEL_LANGUAGE}>{placeText(place)}</strong>
          </p>
          <Paragraphs text={own.words} />
          {own.marks.map(({ itemId, shows }) => (
            <p key={itemId}>
              <Tag tone={shows ? "good" : "attention"}>{shows ? t.shows : t.not}</Tag>{" "}
              <span lang={MODEL_LANGUAGE}>{texts.get(itemId)}</span>
            </p>
          ))}
        </>
      ) : (
        <Muted>{t.ownNone}</Muted>
      )}
    </Section>
  );
}
