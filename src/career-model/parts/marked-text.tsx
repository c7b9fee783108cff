/** A text as it was and as it is, with the words that differ marked: for the eye, and in words for those who listen. */
import { useMessages } from "../../messages/messages.ts";
import { markedText, type Piece } from "../marked-text.ts";
import { MODEL_LANGUAGE } from "./model-text.tsx";

type Wordings = {
  readonly before: string | null;
  readonly after: string | null;
  /** A note under an item, which may be absent without a word. */
  readonly isNote?: boolean;
};

/** The earlier wording, with what is gone from it marked. */
export function Before({ before, after, isNote = false }: Wordings) {
  const t = useMessages().careerModel.difference;
  if (before === null) return isNote ? null : <span className="muted">{t.notThere}</span>;
  return (
    <Pieces
      pieces={after === null ? [{ text: before, is: "kept" }] : markedText(before, after)}
      without="added"
      isNote={isNote}
    />
  );
}

/** The later wording, with what is new in it marked. */
export function After({ before, after, isNote = false }: Wordings) {
  const t = useMessages().careerModel.difference;
  if (after === null) return isNote ? null : <span className="muted">{t.gone}</span>;
  return (
    <Pieces
      pieces={before === null ? [{ text: after, is: "kept" }] : markedText(before, after)}
      without="removed"
      isNote={isNote}
    />
  );
}

function Pieces(props: { pieces: readonly Piece[]; without: Piece["is"]; isNote: boolean }) {
  const t = useMessages().careerModel.difference;
  const shown = props.pieces.filter((piece) => piece.is !== props.without);
  return (
    <span lang={MODEL_LANGUAGE} className={props.isNote ? "item-note muted" : undefined}>
      {shown.map(({ text, is }, index) => {
        if (is === "kept") return text;
        const Mark = is === "removed" ? "del" : "ins";
        return (
          <Mark key={index}>
            <span className="visually-hidden">[{is === "removed" ? t.removed : t.added} </span>
            {text}
            <span className="visually-hidden">] </span>
          </Mark>
        );
      })}
    </span>
  );
}
