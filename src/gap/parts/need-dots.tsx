/** Levels with dots: filled for those who are there, dashed for those who are missing. */
import { useMessages } from "../../messages/messages.ts";

/** With more of them than this a picture of dots says less than its figures. */
export const MOST_DOTS = 24;

export type DottedLevel = { readonly level: string; readonly have: number; readonly missing: number };

export function NeedDots({ levels }: { levels: readonly DottedLevel[] }) {
  const t = useMessages().gap.needs;
  return (
    <dl className="need-dots">
      {levels.map(({ level, have, missing }) => (
        <div key={level}>
          <dt>{level}</dt>
          <dd>
            {have + missing > MOST_DOTS ? (
              t.dots(have, missing)
            ) : (
              <svg
                viewBox={`0 0 ${Math.max(have + missing, 1) * 20} 20`}
                width={Math.max(have + missing, 1) * 20}
                height="20"
                role="img"
                aria-label={t.dots(have, missing)}
              >
                {Array.from({ length: have + missing }, (_, at) => (
                  <Dot key={at} isThere={at < have} x={at * 20 + 10} y={10} />
                ))}
              </svg>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export const Dot = ({ isThere, x, y }: { isThere: boolean; x: number; y: number }) => (
  <circle className={isThere ? "dot-have" : "dot-missing"} cx={x} cy={y} r="6.5" />
);
