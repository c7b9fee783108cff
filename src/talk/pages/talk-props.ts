/** What each part of a talk's page is given. */
import type { Reason } from "../../shared/result.ts";
import type { Spelled } from "../../messages/spell.ts";
import type { FormValues } from "../../platform/http/page.ts";
import type { TalkView } from "../view-talk.ts";
import type { Whose } from "./places.ts";

export type TalkProps = {
  readonly view: TalkView;
  readonly whose: Whose;
  readonly saved: string | null;
  readonly errors: Spelled;
  readonly reasons: readonly Reason[];
  /** What was sent and refused. */
  readonly typed: FormValues | undefined;
};
