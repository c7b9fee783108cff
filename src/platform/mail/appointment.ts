/** What a mail puts in the reader's calendar. */
import type { Id } from "../../shared/ids.ts";

export type Appointment = {
  /** `request` books it, or moves it when it was booked before; `cancel` takes it away. */
  readonly method: "request" | "cancel";
  /** The same for all that is ever sent about one meeting, also when it is cancelled and booked again: the meeting's own id. */
  readonly uid: Id;
  /** From 0, one more each time something about the meeting is sent anew: calendars leave out what is not newer than what they have. */
  readonly sequence: number;
  readonly start: Date;
  readonly end: Date;
  /** Seen by whoever sees the reader's calendar: what it is and no more, `Utvecklingssamtal`. */
  readonly title: string;
  /** The room, or the address of an online meeting. */
  readonly place?: string;
};
