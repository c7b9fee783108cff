/** What lies over a model: whose additions are shown, ways to read without them or for a unit, and what those who write should know (MOD-9, MOD-10). */
import { useShell } from "../../platform/http/shell.ts";
import { useMessages } from "../../messages/messages.ts";
import { Notice } from "../../ui/notices.tsx";
import type { EffectiveModelView } from "../view-effective.ts";
import { supplementAddress } from "../parts/supplement-place.ts";

/** `address` gives this page with another query. */
export function LayersNote(props: {
  model: EffectiveModelView;
  address: (query: Readonly<Record<string, string>>) => string;
}) {
  const { supplement } = useMessages();
  const t = supplement.marks;
  const { at, tenant } = useShell();
  const { model, address } = props;
  const { layers, shown, unitId, units, ownUnits, mayRead, mayCompare } = model.local;
  const names = layers.map((by) => t.from(by, tenant?.name ?? ""));
  return (
    <>
      <Notes model={model} />
      {model.origin && <p className="muted">{t.shared(model.origin.name)}</p>}
      {layers.length > 0 && (
        <p>
          {shown ? t.shown(names) : t.hidden}{" "}
          <a href={address(shown ? { local: "none" } : { local: "" })}>{shown ? t.without : t.with}</a>
        </p>
      )}
      {units.length > 0 && (
        <p className="muted">
          {t.unitWay}{" "}
          {[...units, { id: "", name: t.allUnits }].map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && " · "}
              <a
                href={address({ unit: id, local: "" })}
                aria-current={id === (unitId ?? "") ? "true" : undefined}
              >
                {name}
              </a>
            </span>
          ))}
        </p>
      )}
      {mayCompare && (
        <p>
          <a href={at(`/models/${model.slug}/members`)}>{supplement.members.link}</a>
        </p>
      )}
      {(mayRead || ownUnits.length > 0) && (
        <p>
          {[
            ...(mayRead ? [{ id: null, name: t.open }] : []),
            ...ownUnits.map(({ id, name }) => ({ id, name: t.openUnit(name) })),
          ].map(({ id, name }, index) => (
            <span key={id ?? ""}>
              {index > 0 && " · "}
              <a href={at(supplementAddress({ slug: model.slug, unitId: id }))}>{name}</a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Notes({ model: { slug, notes } }: { model: EffectiveModelView }) {
  const t = useMessages().supplement.marks;
  const { at } = useShell();
  if (!notes) return null;
  return (
    <>
      {notes.carryTo !== null && (
        <Notice tone="warning">
          <p>
            {t.carryTo(notes.carryTo)}{" "}
            <a href={at(supplementAddress({ slug, unitId: null }))}>{t.carryLink}</a>
          </p>
        </Notice>
      )}
      {notes.withdrawn && (
        <Notice tone="warning">
          <p>{t.withdrawn}</p>
        </Notice>
      )}
      {notes.newer !== null && (
        <Notice tone="info">
          <p>
            {t.newer(notes.newer)} <a href={at("/shared-models")}>{t.newerLink}</a>
          </p>
        </Notice>
      )}
    </>
  );
}
