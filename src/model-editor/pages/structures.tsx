/** The structures that give the organisation's models their shape (MOD-1). */
import { viewStructures } from "../../career-model/keep-structure.ts";
import { MODEL_LANGUAGE } from "../../career-model/parts/model-text.tsx";
import { useMessages } from "../../messages/messages.ts";
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { Listing } from "../../ui/lists.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import type { Route } from "./+types/structures";

export const loader = load(({ work }) => viewStructures(work));

export default function Structures({ loaderData: structures }: Route.ComponentProps) {
  const { careerModel, modelEditor } = useMessages();
  const t = modelEditor.structure;
  const { at } = useShell();
  const add = <LinkButton href={at("/structures/new")}>{t.add}</LinkButton>;
  return (
    <Page
      title={t.listTitle}
      lead={t.listLead}
      breadcrumbs={[{ href: at("/models"), label: careerModel.list.title }]}
    >
      {structures.length === 0 ? (
        <EmptyState title={t.none} action={add}>
          {t.noneText}
        </EmptyState>
      ) : (
        <>
          <Listing
            label={t.listTitle}
            rows={structures.map(({ id, name, levels, models, isShared }) => ({
              key: id,
              title: <span lang={MODEL_LANGUAGE}>{name}</span>,
              text: <span lang={MODEL_LANGUAGE}>{levels.map((level) => level.name).join(" · ")}</span>,
              links: (
                <>
                  <span className="muted">{t.models(models)}</span>{" "}
                  {isShared ? (
                    <span className="muted">{t.isShared}</span>
                  ) : (
                    <a href={at(`/structures/${id}`)}>
                      {t.change}
                      <span className="visually-hidden"> {name}</span>
                    </a>
                  )}
                </>
              ),
            }))}
          />
          <Actions>{add}</Actions>
        </>
      )}
    </Page>
  );
}
