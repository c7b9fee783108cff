/** The unit tree: whole where it is small, a level at a time where it is large (ORG-2, ORG-8). */
import { load } from "../../platform/http/page.ts";
import { useShell } from "../../platform/http/shell.ts";
import { useMessages, type Messages } from "../../messages/messages.ts";
import { addDays } from "../../shared/local-date.ts";
import { Actions, LinkButton } from "../../ui/actions.tsx";
import { DateField, TextField } from "../../ui/fields.tsx";
import { FilterBar } from "../../ui/form.tsx";
import { Tree, type TreeNode } from "../../ui/lists.tsx";
import { EmptyState } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Breadcrumbs, Muted } from "../../ui/shell.tsx";
import { Tag } from "../../ui/tag.tsx";
import { viewUnits, type UnitShown } from "../view-units.ts";
import type { Route } from "./+types/units";

export const loader = load(({ work, url }) => {
  const asked = (name: string) => (url.searchParams.get(name) ?? "").trim().slice(0, 200);
  return viewUnits(work, { under: asked("under"), q: asked("q"), day: asked("day") });
});

type Words = Messages["people"];
type At = (path: string) => string;

export default function Units({ loaderData: view }: Route.ComponentProps) {
  const { people } = useMessages();
  const t = people.units;
  const { at, today } = useShell();
  const elsewhen = view.day !== today;
  const day = elsewhen ? `&day=${view.day}` : "";
  const level = (id: string) => at(`/units?under=${id}${day}`);
  /** Where a tree is shown a level at a time, the name leads to what stands below it. */
  const levelOf = (unit: UnitShown) => (view.shape !== "tree" && unit.below > 0 ? level(unit.id) : undefined);
  const node = (unit: UnitShown): TreeNode => {
    const below = view.shape === "tree" ? childrenOf.get(unit.id) : undefined;
    return {
      id: unit.id,
      label: <Name unit={unit} at={at} level={levelOf(unit)} />,
      detail: (
        <Detail
          unit={unit}
          words={people}
          at={at}
          mayKeep={view.mayKeep}
          named={levelOf(unit) === undefined}
        />
      ),
      open: below && (unit.parentId === null || view.size <= 40),
      ...(below ? { children: below.map(node) } : {}),
    };
  };
  const names = new Map(view.units.map((unit) => [unit.id, unit.name]));
  const childrenOf = new Map<string | null, UnitShown[]>();
  for (const unit of view.units)
    childrenOf.set(unit.parentId, [...(childrenOf.get(unit.parentId) ?? []), unit]);
  const roots = view.shape === "tree" ? (childrenOf.get(null) ?? []) : view.units;
  const add = view.mayKeep && <LinkButton href={at("/units/new")}>{t.add}</LinkButton>;
  return (
    <Page title={t.title} lead={elsewhen ? t.leadOn(view.day) : t.lead}>
      {view.size === 0 && !elsewhen && view.q === "" ? (
        <EmptyState title={t.empty.title} action={add}>
          {view.mayKeep ? t.empty.text : t.empty.reader}
        </EmptyState>
      ) : (
        <>
          <FilterBar
            label={t.filter}
            submit={t.find}
            clear={
              view.q !== "" || elsewhen || view.path.length > 0
                ? { href: at("/units"), label: t.clear }
                : undefined
            }
          >
            <TextField name="q" type="search" label={t.q} defaultValue={view.q} width="medium" />
            <DateField name="day" label={t.day} defaultValue={view.day} />
          </FilterBar>
          {view.path.length > 0 && (
            <Breadcrumbs
              label={t.tree}
              items={[
                { href: at(`/units${day.replace("&", "?")}`), label: t.all },
                ...view.path.map((unit, index) =>
                  index < view.path.length - 1
                    ? { href: level(unit.id), label: unit.name }
                    : { label: unit.name },
                ),
              ]}
            />
          )}
          {view.shape === "found" && view.units.length > 0 && (
            <Muted>{t.found(view.units.length + view.more)}</Muted>
          )}
          {roots.length > 0 ? (
            <Tree
              label={t.tree}
              nodes={roots.map(node)}
              toggle={(each) => t.toggle(each.children?.length ?? 0, names.get(each.id) ?? "")}
            />
          ) : (
            <EmptyState title={t.none.title}>{t.none.text}</EmptyState>
          )}
          {view.more > 0 && <Muted>{t.more(view.more)}</Muted>}
          <Actions>{add}</Actions>
        </>
      )}
    </Page>
  );
}

function Name({ unit, at, level }: { unit: UnitShown; at: At; level: string | undefined }) {
  const href = level ?? (unit.staff ? at(`/units/${unit.id}`) : undefined);
  return href ? <a href={href}>{unit.name}</a> : <>{unit.name}</>;
}

/** Who manages it, or where the gap is. */
function managerText(unit: Pick<UnitShown, "manager" | "acting">, words: Words["manager"]): string {
  if (unit.manager) return unit.manager.name ?? words.hidden;
  if (!unit.acting) return words.gap;
  return unit.acting.name === null ? words.someoneActs : words.acts(unit.acting.name);
}

/** `named`: the name itself leads to the staff, so that no second link has to. */
function Detail(props: { unit: UnitShown; words: Words; at: At; mayKeep: boolean; named: boolean }) {
  const { unit, words, at } = props;
  const t = words.units;
  const manager = managerText(unit, words.manager);
  return (
    <>
      {unit.manager || unit.acting ? manager : <Tag tone="attention">{manager}</Tag>}
      {unit.isAuthority && (
        <>
          {" "}
          <Tag tone="brand">{t.authority}</Tag>
        </>
      )}
      {unit.validTo !== null && (
        <>
          {" "}
          <Tag>{t.ends(addDays(unit.validTo, -1))}</Tag>
        </>
      )}
      {unit.staff && !props.named && (
        <>
          {" · "}
          <a href={at(`/units/${unit.id}`)}>
            {t.staff}
            <span className="visually-hidden"> {t.staffAbout(unit.name)}</span>
          </a>
        </>
      )}
      {props.mayKeep && (
        <>
          {" · "}
          <a href={at(`/units/${unit.id}/keep`)}>
            {t.keep}
            <span className="visually-hidden"> {unit.name}</span>
          </a>
        </>
      )}
    </>
  );
}
