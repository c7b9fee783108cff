/** A model drawn small, without words: the rings or stairs that its page shows. Decorative, its name stands beside it. */
import { tones, type ShapeLevel } from "./model-shape.ts";

const SIZE = 64;
const GAP = 2;

/** `kinds` are the levels' from the innermost outward; an introduction is a dashed ring in the first, or a dashed step. */
export function ModelMark(props: { presentation: "rings" | "stairs"; kinds: readonly ShapeLevel["kind"][] }) {
  const levels = props.kinds.filter((kind) => kind !== "introduction").length;
  const introduction = levels < props.kinds.length;
  const tone = tones(levels);
  return (
    <svg
      className="model-mark"
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      width={SIZE}
      height={SIZE}
      aria-hidden="true"
      focusable="false"
    >
      {props.presentation === "rings" ? (
        <>
          {tone
            .map((each, index) => (
              <circle
                key={index}
                className={`ring-${each}`}
                cx={SIZE / 2}
                cy={SIZE / 2}
                r={((index + 1.6) / (levels + 0.6)) * (SIZE / 2 - 1)}
              />
            ))
            .toReversed()}
          {introduction && <circle className="ring-introduction" cx={SIZE / 2} cy={SIZE / 2} r={3.5} />}
        </>
      ) : (
        tone.map((each, index) => {
          const width = (SIZE + GAP) / levels;
          const height = (SIZE * (index + 1.2)) / (levels + 0.2);
          return (
            <rect
              key={index}
              className={`ring-${each}`}
              x={index * width}
              y={SIZE - height}
              width={width - GAP}
              height={height}
              rx={2}
            />
          );
        })
      )}
    </svg>
  );
}
