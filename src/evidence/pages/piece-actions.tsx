/** What can be done with a piece of evidence: by the person before it has been checked, and by whoever decides for them. */
import type { ReactNode } from "react";
import type { FormValues } from "../../platform/http/page.ts";
import { useMessages } from "../../messages/messages.ts";
import { spell, type Spelled } from "../../messages/spell.ts";
import { Actions, Button } from "../../ui/actions.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/shell.tsx";
import { LONGEST } from "../evidence.rules.ts";
import type { PieceView } from "../view-person-evidence.ts";
import { FileFields } from "./file-fields.tsx";
import { CheckFields, EvidenceFields, RequirementFields } from "./evidence-fields.tsx";

type Props = { view: PieceView; typed: FormValues | undefined; errors: Spelled };

export function PieceActions({ view, typed, errors }: Props) {
  const { own, mayCheck, piece } = view;
  const isOpen = piece.standing === "waiting" || piece.standing === "returned";
  if (own && isOpen) return <Change view={view} typed={typed} errors={errors} />;
  if (!mayCheck) return null;
  if (piece.standing === "waiting") return <Check view={view} typed={typed} errors={errors} />;
  if (isOpen || piece.standing === "withdrawn") return null;
  return <Checked view={view} typed={typed} errors={errors} />;
}

const NONE = spell([], {});

/** What was typed and what was wrong, in the form that was sent and in no other. */
const sentWith = (intent: string, { typed, errors }: Props) =>
  typed?.["intent"]?.[0] === intent ? { typed, errors } : { typed: undefined, errors: NONE };

function Change(props: Props) {
  const { piece, offered } = props.view;
  const { evidence } = useMessages();
  const t = evidence.form;
  const { typed, errors } = sentWith("change", props);
  const isReturned = piece.standing === "returned";
  return (
    <>
      <Folded summary={evidence.piece.edit} open={isReturned || typed !== undefined}>
        <Form
          label={evidence.piece.edit}
          version={piece.revision}
          hidden={{ intent: "change" }}
          confirmLeave={t.leave}
          files={offered.files}
        >
          <EvidenceFields typed={typed} errors={errors} offered={offered} own piece={piece} renewal={false} />
          {offered.files && <FileFields typed={typed} errors={errors} own kept={piece.files} />}
          <Actions>
            <Button>{t.resubmit}</Button>
          </Actions>
        </Form>
      </Folded>
      <Form label={t.takeBack} version={piece.revision} hidden={{ intent: "take-back" }}>
        <Actions>
          <Button variant="quiet">{t.takeBack}</Button>
        </Actions>
      </Form>
    </>
  );
}

function Check(props: Props) {
  const { piece, offered } = props.view;
  const { evidence } = useMessages();
  const t = evidence.piece;
  const check = sentWith("check", props);
  const back = sentWith("return", props);
  return (
    <>
      <Section title={t.check} lead={piece.files.length > 0 ? t.checkLeadFiles : t.checkLead}>
        <Form label={t.check} version={piece.revision} hidden={{ intent: "check" }}>
          <CheckFields {...check} withFiles={piece.files.length > 0} />
          <RequirementFields {...check} offered={offered} own={false} piece={piece} />
          <Actions>
            <Button>{t.checkSubmit}</Button>
          </Actions>
        </Form>
      </Section>
      <Folded summary={t.giveBack} open={back.typed !== undefined}>
        <Form
          label={t.giveBack}
          version={piece.revision}
          hidden={{ intent: "return" }}
          confirmLeave={evidence.form.leave}
        >
          <TextArea
            name="missing"
            label={t.missing}
            readers={evidence.form.readersOther}
            rows={3}
            maxLength={LONGEST.words}
            error={back.errors.of("missing")}
            defaultValue={back.typed?.["missing"]?.[0]}
          />
          <Button variant="secondary">{t.giveBackSubmit}</Button>
        </Form>
      </Folded>
    </>
  );
}

function Checked(props: Props) {
  const { piece, offered } = props.view;
  const { evidence } = useMessages();
  const t = evidence.piece;
  const link = sentWith("link", props);
  const withdraw = sentWith("withdraw", props);
  const tied = new Set(piece.meets.map(({ itemId }) => itemId));
  const more = offered.requirements.filter(({ itemId }) => !tied.has(itemId));
  return (
    <>
      {more.length > 0 && (
        <Folded summary={t.link} open={link.typed !== undefined}>
          <p>{t.linkLead}</p>
          <Form label={t.link} version={piece.revision} hidden={{ intent: "link" }}>
            <RequirementFields
              {...link}
              offered={{ ...offered, requirements: more }}
              own={false}
              piece={null}
            />
            <Button variant="secondary">{t.linkSubmit}</Button>
          </Form>
        </Folded>
      )}
      <Folded summary={t.withdraw} open={withdraw.typed !== undefined}>
        <p>{t.withdrawLead}</p>
        <Form
          label={t.withdraw}
          version={piece.revision}
          hidden={{ intent: "withdraw" }}
          confirmLeave={evidence.form.leave}
        >
          <TextArea
            name="words"
            label={t.words}
            readers={evidence.form.readersOther}
            rows={3}
            maxLength={LONGEST.words}
            error={withdraw.errors.of("words")}
            defaultValue={withdraw.typed?.["words"]?.[0]}
          />
          <Button variant="danger">{t.withdrawSubmit}</Button>
        </Form>
      </Folded>
    </>
  );
}

/** Opens when it is wanted, and by itself when what was sent from it was refused. */
const Folded = ({ summary, open, children }: { summary: string; open: boolean; children: ReactNode }) => (
  <details open={open}>
    <summary>{summary}</summary>
    {children}
  </details>
);
