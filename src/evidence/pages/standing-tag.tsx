/** How a piece of evidence stands, in a word or two. */
import { useMessages } from "../../messages/messages.ts";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import type { Standing } from "../evidence.rules.ts";

const TONES: Readonly<Record<Standing, TagTone>> = {
  waiting: "brand",
  returned: "attention",
  counts: "good",
  "not-yet": "neutral",
  expired: "attention",
  withdrawn: "neutral",
  superseded: "neutral",
};

export const StandingTag = ({ standing }: { standing: Standing }) => (
  <Tag tone={TONES[standing]}>{useMessages().evidence.standing[standing]}</Tag>
);
