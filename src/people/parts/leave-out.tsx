/** Yes to leaving out the rows of a file that can't be read, with the first of those whom it concerns (INT-1, INT-4). */
import type { FormValues } from "../../platform/http/page.ts";
import { Checkbox } from "../../ui/fields.tsx";

export function LeaveOut(props: {
  count: number;
  leftOut: { readonly names: readonly string[]; readonly more: number };
  words: {
    readonly confirmLeaveOut: (count: number) => string;
    readonly confirmLeaveOutHint: (names: string, more: number) => string;
  };
  typed: FormValues | undefined;
  error: string | undefined;
}) {
  const { count, leftOut, words: t } = props;
  return (
    <Checkbox
      name="leaveOut"
      label={t.confirmLeaveOut(count)}
      hint={leftOut.names.length > 0 && t.confirmLeaveOutHint(leftOut.names.join(", "), leftOut.more)}
      error={props.error}
      defaultChecked={props.typed?.["leaveOut"]?.[0] === "yes"}
    />
  );
}
