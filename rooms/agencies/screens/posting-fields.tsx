import { useTranslation } from "react-i18next";
import { Checks, Choice, Select } from "../../../web/kit/choice.tsx";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { useOffice } from "./shared.ts";

export interface Posting {
  readonly unitId: string | null;
  readonly roles: readonly string[];
}

/** The unit that is meant: where there is only one, nobody is asked. */
export const meant = (posting: Posting, open: readonly { readonly id: string }[]): string | null =>
  open.length === 1 ? (open[0]?.id ?? null) : posting.unitId;

interface PostingFieldsProps {
  readonly value: Posting;
  readonly onChange: (value: Posting) => void;
  /** Says what is missing once somebody tried to send. */
  readonly tried: boolean;
}

/** Where somebody serves, and in which roles. Nothing is ticked beforehand for a newcomer. */
export function PostingFields({ value, onChange, tried }: PostingFieldsProps) {
  const { t } = useTranslation("agencies");
  const { open, roles, language } = useOffice();
  const unitMissing = tried && meant(value, open) === null ? t("colleagues.unit-needed") : null;
  return (
    <>
      {open.length <= 1 ? null : open.length <= 7 ? (
        <Choice
          label={t("colleagues.unit")}
          name="unit"
          value={value.unitId}
          onChange={(unitId) => onChange({ ...value, unitId })}
          options={open.map(({ id, names }) => ({ value: id, label: nameIn(names, language) }))}
          error={unitMissing}
        />
      ) : (
        <Select
          label={t("colleagues.unit")}
          name="unit"
          value={value.unitId}
          onChange={(unitId) => onChange({ ...value, unitId })}
          options={open.map(({ id, names }) => ({ value: id, label: nameIn(names, language) }))}
          error={unitMissing}
        />
      )}
      <Checks
        label={t("colleagues.roles")}
        hint={t("colleagues.roles-hint")}
        name="roles"
        value={value.roles}
        onChange={(next) => onChange({ ...value, roles: next })}
        options={roles.map(({ code, names }) => ({ value: code, label: nameIn(names, language) }))}
        error={tried && value.roles.length === 0 ? t("colleagues.roles-needed") : null}
      />
    </>
  );
}
