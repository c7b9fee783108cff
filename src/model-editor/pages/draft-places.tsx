/** What the pages of a draft share: their addresses, the way there, and what an item is in words. */
import type { Item } from "../../career-model/rules.ts";
import { capital } from "../../messages/capital.ts";
import { useMessages, type Messages } from "../../messages/messages.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Notice } from "../../ui/notices.tsx";
import type { DraftHead } from "../view-draft.ts";

/** Where a draft's pages are, under the organisation's own address. */
export const draftPath = ({ slug, number }: { readonly slug: string; readonly number: number }): string =>
  `/models/${slug}/versions/${number}/edit`;

/** A draft's name and addresses, and the way to each of its pages. */
export function useDraft(head: DraftHead) {
  const { careerModel, modelEditor } = useMessages();
  const { at, language } = useShell();
  const name = capital(language === "sv" ? head.nameSv : head.nameEn);
  const model = at(`/models/${head.slug}?version=${head.number}`);
  const page = at(draftPath(head));
  const t = modelEditor.draft;
  const title = head.mayWrite ? t.title(name, head.number) : t.titleRead(name, head.number);
  const toModel = [
    { href: at("/models"), label: careerModel.list.title },
    { href: model, label: name },
  ];
  return {
    title,
    model,
    page,
    level: (key: string, query: Readonly<Record<string, string>> = {}): string => {
      const search = new URLSearchParams(query).toString();
      return `${page}/levels/${key}${search ? `?${search}` : ""}`;
    },
    item: (id: string): string => `${page}/items/${id}`,
    toModel,
    toDraft: [...toModel, { href: page, label: title }],
  };
}

/** Why a version can't be written in, for those who came to write. */
export function Standing({ head }: { head: DraftHead }) {
  const t = useMessages().modelEditor.draft;
  const { at } = useShell();
  if (head.status === "draft") return null;
  return (
    <Notice tone="info">
      <p>
        {head.status === "consultation" ? t.consultation : t.adopted}{" "}
        <a href={at(`/models/${head.slug}/history`)}>{t.toHistory}</a>
      </p>
    </Notice>
  );
}

/** What an item is, in words, but for its text. */
export function factsOf(item: Item, messages: Messages): string {
  const {
    item: words,
    modelEditor: { facts },
  } = messages;
  const { formal } = item;
  const detail = formal && [
    words.types[formal.type],
    ...(formal.credits === undefined ? [] : [facts.credits(String(formal.credits).replace(".", ","))]),
    ...(formal.level ? [words.studyLevels[formal.level]] : []),
    ...(formal.months === undefined ? [] : [facts.months(formal.months)]),
  ];
  return [
    words.kinds[item.kind] + (detail ? `: ${detail.join(", ")}` : ""),
    ...(item.mandatory === null ? [] : [item.mandatory ? facts.mandatory : facts.recommended]),
    ...(item.support ? [words.stages[item.support].toLowerCase()] : []),
    ...(formal?.validMonths === undefined ? [] : [facts.valid(formal.validMonths)]),
    ...(item.visibility === "internal" ? [facts.internal] : []),
  ].join(" · ");
}

/** A text's first words, to tell it by. */
export const inShort = (text: string): string =>
  text.length > 70 ? `${text.slice(0, 68).trimEnd()} …` : text;
