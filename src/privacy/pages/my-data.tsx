/** Everything that is held about the one who is signed in, with what they say of it and are answered (ASM-4). */
import type { ReactNode } from "react";
import { act, again, field, load, seeOther, type FormValues } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { addDays, dayOf } from "../../shared/local-date.ts";
import { Actions, Button, LinkButton } from "../../ui/actions.tsx";
import { RadioGroup, Select, TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/lists.tsx";
import { Notice } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Muted, Section } from "../../ui/shell.tsx";
import { partsOf } from "../../plan/view-plan.ts";
import { recordNames } from "../records.ts";
import { ABOUTS, LONGEST, REQUEST_KINDS, type About, type NamedRecord } from "../request.rules.ts";
import { sayAbout } from "../say-about.ts";
import type { DataRequest } from "../store.ts";
import { viewMyData, type MyData } from "../view-my-data.ts";
import { AskAbout } from "./ask-about.tsx";
import { MyPlan } from "./my-plan.tsx";
import { MyCalibrations } from "./my-calibrations.tsx";
import { MyUnshown } from "./my-unshown.tsx";
import { KeptMail } from "./kept-mail.tsx";
import { Reads } from "./reads.tsx";
import type { Route } from "./+types/my-data";

export const loader = load(async ({ work, url }) => ({
  data: await viewMyData(work),
  done: url.searchParams.get("done"),
  record: url.searchParams.get("record"),
}));

export const action = act(async ({ work, form }) => {
  const about = field(form, "about");
  const kind = field(form, `kind-${about}`);
  const words = field(form, `words-${about}`);
  const recordId = field(form, `record-${about}`) || null;
  const result = await sayAbout(work, { about, kind, words, recordId });
  if (result.ok) return seeOther(`/o/${work.tenant.slug}/my/data?done=${kind}`);
  return again(
    result.reasons.map((reason) => ({ ...reason, field: `${reason.field ?? "words"}-${about}` })),
    form,
  );
});

export default function MyDataPage({ loaderData, actionData }: Route.ComponentProps) {
  const { data, done, record } = loaderData;
  const { privacy, unshown } = useMessages();
  const t = privacy.mine;
  const { at } = useShell();
  const errors = spell(actionData?.reasons ?? [], privacy.reasons);
  const parts: Readonly<Record<About, ReactNode>> = {
    register: <Register register={data.register} />,
    placements: <Placements data={data} />,
    assessments: <Assessments assessments={data.assessments} />,
    evidence: <Evidence evidence={data.evidence} />,
    talks: <Talks talks={data.talks} />,
    plan: <MyPlan plan={data.plan} />,
    reads: <Reads reads={data.reads} />,
  };
  const records: Readonly<Partial<Record<About, readonly NamedRecord[]>>> = {
    placements: data.placements.map(recordNames.placements),
    assessments: data.assessments.map(({ head }) => recordNames.assessments(head)),
    evidence: data.evidence.pieces.map(recordNames.evidence),
    talks: data.talks.map(({ talk }) => recordNames.talks(talk)),
    plan: partsOf(data.plan).map(recordNames.plan),
  };
  return (
    <Page title={t.title} lead={t.lead} errors={errors.list} narrow>
      {done !== null && !actionData && (
        <Notice tone="success" title={done === "correction" ? t.savedCorrection : t.saved} announce />
      )}
      <Actions>
        <LinkButton href={at("/my/data/file.json")} download>
          {t.download}
        </LinkButton>
      </Actions>
      {ABOUTS.map((about) => (
        <Section key={about} title={t.abouts[about]} id={about}>
          {parts[about]}
          {data.requests
            .filter((request) => request.about === about)
            .map((request) => (
              <Said key={request.id} request={request} />
            ))}
          <Say
            about={about}
            records={records[about] ?? []}
            chosen={record}
            errors={errors}
            typed={actionData?.values}
          />
        </Section>
      ))}
      {data.calibrations.length > 0 && (
        <Section title={t.calibrations.title} id="calibrations" lead={t.calibrations.lead}>
          <MyCalibrations calibrations={data.calibrations} />
        </Section>
      )}
      {data.unshown.length > 0 && (
        <Section title={unshown.mine.title} id="unshown" lead={unshown.mine.lead}>
          <MyUnshown unshown={data.unshown} />
        </Section>
      )}
      <Section title={t.mail.title} id="mail" lead={t.mail.lead}>
        <KeptMail mail={data.mail} />
      </Section>
    </Page>
  );
}

/** What they said, and what they were answered. */
function Said({ request: { kind, record, words, at, answer } }: { request: DataRequest }) {
  const t = useMessages().privacy.mine;
  const day = (instant: string) => dayOf(new Date(instant));
  return (
    <blockquote>
      <Muted>
        {t.said[kind]} {day(at)}
        {record && `: ${record.name}`}
      </Muted>
      <p>{words}</p>
      {kind === "correction" && answer === null && <Muted>{t.waiting}</Muted>}
      {answer && (
        <>
          <Muted>{t.answeredBy(t.answered[answer.outcome], answer.by ?? t.hidden, day(answer.at))}</Muted>
          <p>{answer.words}</p>
        </>
      )}
    </blockquote>
  );
}

function Say(props: {
  about: About;
  /** What one can choose among, and what the address has chosen. */
  records: readonly NamedRecord[];
  chosen: string | null;
  errors: Spelled;
  typed: FormValues | undefined;
}) {
  const { about, records, errors, typed } = props;
  const t = useMessages().privacy.mine;
  const mine = typed?.["about"]?.[0] === about ? typed : undefined;
  const [kind, words, record] = [`kind-${about}`, `words-${about}`, `record-${about}`];
  const chosen = records.find(({ id }) => id === props.chosen)?.id;
  return (
    <details open={mine !== undefined || chosen !== undefined} id={`say-${about}`}>
      <summary>
        {t.say}
        <span className="visually-hidden">: {t.abouts[about]}</span>
      </summary>
      <Form label={`${t.say}: ${t.abouts[about]}`} hidden={{ about }} confirmLeave={t.leave}>
        {records.length > 0 && (
          <Select
            name={record}
            label={t.record}
            empty={t.allOfIt}
            defaultValue={mine?.[record]?.[0] ?? chosen}
            options={records.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <RadioGroup
          name={kind}
          label={t.kind}
          error={errors.of(kind)}
          defaultValue={mine?.[kind]?.[0] ?? (chosen && "correction")}
          options={REQUEST_KINDS.map((value) => ({ value, label: t.kinds[value], hint: t.kindHints[value] }))}
        />
        <TextArea
          name={words}
          label={t.words}
          readers={t.readers}
          maxLength={LONGEST}
          error={errors.of(words)}
          defaultValue={mine?.[words]?.[0]}
        />
        <Button variant="secondary">{t.send}</Button>
      </Form>
    </details>
  );
}

/** The last day of a range, null for none. */
const through = (to: string | null): string | null => to && addDays(to, -1);

const Lines = ({ lines }: { lines: readonly ReactNode[] }) =>
  lines.map((line, index) => <p key={index}>{line}</p>);

function Register({ register }: Pick<MyData, "register">) {
  const { people, privacy } = useMessages();
  const t = privacy.mine;
  return (
    <SummaryList
      rows={[
        { term: t.name, detail: `${register.givenName} ${register.familyName}` },
        { term: t.email, detail: register.email ?? t.none },
        ...(register.protectedIdentity
          ? [{ term: t.protected, detail: t.protectedBy(register.handlerName) }]
          : []),
        {
          term: t.employments,
          detail: (
            <Lines
              lines={register.periods.map((each) =>
                [
                  t.period(each.from, through(each.to)),
                  each.title,
                  each.unitName,
                  people.staff.forms[each.form],
                  people.staff.percent(each.extent),
                  t.number(each.number),
                ].join(" · "),
              )}
            />
          ),
        },
        ...(register.leaves.length > 0
          ? [
              {
                term: t.leaves,
                detail: <Lines lines={register.leaves.map(({ from, to }) => t.period(from, through(to)))} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Placements({ data }: { data: Pick<MyData, "placements" | "applications" | "moveTasks"> }) {
  const { placements, applications, moveTasks } = data;
  const { move, placement, privacy } = useMessages();
  const t = privacy.mine;
  const { at, language } = useShell();
  if (placements.length === 0) return <Muted>{t.noPlacements}</Muted>;
  const dayIn = (instant: string) => dayOf(new Date(instant));
  return (
    <>
      <SummaryList
        rows={placements.map((each) => ({
          term: t.placement(language === "sv" ? each.modelSv : each.modelEn, each.level),
          detail: (
            <Lines
              lines={[
                t.period(each.from, through(each.to)),
                each.motivation,
                ...(each.despite === "" ? [] : [each.despite]),
                ...moveTasks
                  .filter(({ placementId }) => placementId === each.id)
                  .map(({ kind, title }) => move.tasks.kind[kind](title)),
                ...each.responses.flatMap(({ words, answer }) => [
                  ...(words === "" ? [] : [`${t.yours}: ${words}`]),
                  ...(answer
                    ? [`${placement.above.answer(answer.by, dayIn(answer.at))}: ${answer.words}`]
                    : []),
                ]),
                <AskAbout
                  key="ask"
                  about="placements"
                  id={each.id}
                  name={t.placement(language === "sv" ? each.modelSv : each.modelEn, each.level)}
                />,
              ]}
            />
          ),
        }))}
      />
      {applications.length > 0 && (
        <SummaryList
          rows={applications.map((each) => ({
            term: `${move.mine.open(each.level)}, ${dayIn(each.appliedAt)}`,
            detail: (
              <Lines
                lines={[
                  each.words,
                  ...(each.outcome !== null && each.endedAt !== null
                    ? [move.outcome[each.outcome](dayIn(each.endedAt), each.answeredBy ?? "")]
                    : []),
                  ...(each.answer === "" ? [] : [each.answer]),
                ]}
              />
            ),
          }))}
        />
      )}
      <p>
        <a href={at("/my/placement")}>{t.more.placements}</a>
      </p>
    </>
  );
}

function Assessments({ assessments }: Pick<MyData, "assessments">) {
  const t = useMessages().privacy.mine;
  const { at, language } = useShell();
  if (assessments.length === 0) return <Muted>{t.noAssessments}</Muted>;
  return (
    <>
      <SummaryList
        rows={assessments.map(({ head, headings }) => {
          const own = headings
            .flatMap(({ statements }) => statements)
            .filter(({ self }) => self.step !== null || self.words !== "").length;
          return {
            term: t.assessment(language === "sv" ? head.modelSv : head.modelEn, head.level),
            detail: (
              <Lines
                lines={[
                  [t.begun(head.begunOn), ...(head.openedOn ? [t.opened(head.openedOn)] : [])].join(", "),
                  t.statements(own),
                  <AskAbout
                    key="ask"
                    about="assessments"
                    id={head.id}
                    name={t.assessment(language === "sv" ? head.modelSv : head.modelEn, head.level)}
                  />,
                ]}
              />
            ),
          };
        })}
      />
      <p>
        <a href={at("/my/assessment")}>{t.more.assessments}</a>
      </p>
    </>
  );
}

function Evidence({ evidence }: Pick<MyData, "evidence">) {
  const words = useMessages();
  const t = words.privacy.mine;
  const { at } = useShell();
  if (evidence.pieces.length === 0) return <Muted>{t.noEvidence}</Muted>;
  return (
    <>
      <SummaryList
        rows={evidence.pieces.map(({ id, what, issuedOn, standing }) => ({
          term: what,
          detail: (
            <Lines
              lines={[
                `${issuedOn} · ${words.evidence.standing[standing]}`,
                <AskAbout key="ask" about="evidence" id={id} name={what} />,
              ]}
            />
          ),
        }))}
      />
      <p>
        <a href={at("/my/evidence")}>{t.more.evidence}</a>
      </p>
    </>
  );
}

function Talks({ talks }: Pick<MyData, "talks">) {
  const { privacy, talk: words } = useMessages();
  const t = privacy.mine;
  const { at } = useShell();
  if (talks.length === 0) return <Muted>{t.noTalks}</Muted>;
  return (
    <>
      <SummaryList
        rows={talks.map(({ talk, phase, preparations, unshown, record, talkWord }) => ({
          term: `${capital(words.kind[talk.kind](talkWord))}, ${talk.day}`,
          detail: (
            <Lines
              lines={[
                `${words.phase[phase]}, ${talk.unit}`,
                ...[preparations.self, unshown].flatMap((own) =>
                  own ? [t.wrote(Object.values(own.answers).join(" "))] : [],
                ),
                ...(record ? [record.agreed] : []),
                <AskAbout key="ask" about="talks" id={talk.id} name={talk.day} />,
              ]}
            />
          ),
        }))}
      />
      <p>
        <a href={at("/my/talks")}>{t.more.talks}</a>
      </p>
    </>
  );
}
