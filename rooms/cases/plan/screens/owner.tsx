import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Select } from "../../../../web/kit/choice.tsx";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { reading } from "../../../../web/kit/reading.ts";

interface Colleagues {
  readonly colleagues: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly names: Record<string, string>;
  }[];
}

/** Whose: a unit on the case, and a person only where they are colleagues. */
export function Owner({
  units,
  unitId,
  workerId,
  onUnit,
  onWorker,
  error = null,
}: {
  readonly units: readonly { readonly value: string; readonly label: string }[];
  readonly unitId: string | null;
  readonly workerId: string | null;
  readonly onUnit: (id: string | null) => void;
  readonly onWorker: (id: string | null) => void;
  readonly error?: string | null;
}) {
  const { t, i18n } = useTranslation("cases/plan");
  const language = i18n.resolvedLanguage ?? "en";
  const people = useQuery(reading<Colleagues>("/api/colleagues"));
  const here = (people.data?.colleagues ?? []).filter((one) => one.unitId === unitId);
  return (
    <>
      <Select
        label={t("task.unit")}
        hint={t("task.unit-hint")}
        value={unitId}
        onChange={(next) => {
          onUnit(next);
          onWorker(null);
        }}
        error={error}
        options={units}
      />
      {here.length === 0 ? null : (
        <Select
          label={t("task.worker")}
          hint={t("task.worker-hint")}
          value={workerId}
          onChange={onWorker}
          optional
          options={here.map((one) => ({ value: one.id, label: nameIn(one.names, language) }))}
        />
      )}
    </>
  );
}
