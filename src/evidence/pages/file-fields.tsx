/** The files of a piece of evidence: choosing them, taking them away, and the links to them (ASM-2). */
import type { FormValues } from "../../platform/http/page.ts";
import { useMessages } from "../../messages/messages.ts";
import type { Spelled } from "../../messages/spell.ts";
import { CheckboxGroup, FileField } from "../../ui/fields.tsx";
import { FILE_TYPES } from "../../platform/files/file-type.ts";
import { FILES } from "../file.rules.ts";
import type { Piece } from "../view-person-evidence.ts";

const ACCEPTED = Object.values(FILE_TYPES)
  .map(({ media }) => media)
  .join();

type Kept = Piece["files"];

/** `kept` is what the piece has already, and can be taken away. */
export function FileFields(props: {
  typed: FormValues | undefined;
  errors: Spelled;
  own: boolean;
  kept: Kept;
}) {
  const { typed, errors, own, kept } = props;
  const t = useMessages().evidence.files;
  // Each file's own fault, for all of them were chosen in one field.
  const told = errors.list.flatMap(({ field, message }) => (field === "files" ? [message] : [])).join(" ");
  return (
    <>
      {kept.length > 0 && (
        <CheckboxGroup
          name="drop"
          label={t.drop}
          defaultValues={typed?.["drop"] ?? []}
          options={kept.map(({ id, name, bytes }) => ({ value: id, label: name, hint: t.size(bytes) }))}
        />
      )}
      <FileField
        name="files"
        label={own ? t.choose : t.chooseShown}
        hint={
          <>
            {t.hint(FILES.most, FILES.largest / 1024 / 1024)} {own && t.number}
            {typed?.["files"]?.[0] && <strong> {t.again}</strong>}
          </>
        }
        error={told === "" ? undefined : told}
        accept={ACCEPTED}
        multiple
      />
    </>
  );
}

/** `here` is the address of the piece. */
export function FileLinks({ files, here }: { files: Kept; here: string }) {
  const t = useMessages().evidence.files;
  return (
    <>
      {files.map(({ id, name, type, bytes }) => (
        <p key={id}>
          <a href={`${here}/files/${id}`} download>
            {name}
          </a>{" "}
          <span className="muted">
            {type.toUpperCase()}, {t.size(bytes)}
          </span>
        </p>
      ))}
    </>
  );
}
