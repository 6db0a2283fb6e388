import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../web/kit/act-dialog.tsx";
import { Checks } from "../../../web/kit/choice.tsx";
import { Disclosure } from "../../../web/kit/disclosure.tsx";
import { useDraft } from "../../../web/kit/draft.ts";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { useSubmit } from "../../../web/kit/reading.ts";
import { isNamed, NamesFields, namesOf, type Typed, typedOf, UNNAMED } from "./names-fields.tsx";
import { type Unit, useOffice, useUnits } from "./shared.ts";

export type UnitAct = "unit-added" | "unit-changed" | "unit-closed" | "unit-opened";

interface UnitDialogProps {
  readonly act: UnitAct;
  /** Null for a new one. */
  readonly unit: Unit | null;
  readonly onClose: () => void;
  /** @param waits for a second person; otherwise it is done */
  readonly onDone: (waits: boolean) => void;
}

interface Form {
  readonly typed: Typed;
  readonly districts: readonly string[];
}

/** One change of one unit, as it is asked of a second person. */
export function UnitDialog({ act, unit, onClose, onDone }: UnitDialogProps) {
  const { t } = useTranslation("agencies");
  const { pack, language } = useOffice();
  const office = useUnits().data;
  const draft = useDraft<Form>(unit === null ? "unit/new" : `unit/${unit.id}`, {
    typed: unit === null ? UNNAMED : typedOf(unit.names),
    districts: unit?.districts ?? [],
  });
  const { typed, districts } = draft.value;
  const [tried, setTried] = useState(false);
  const send = useSubmit<object, { approvalId: string | null }>({ path: "/api/office-changes" });
  const asks = act === "unit-added" || act === "unit-changed";
  const own = (pack?.districts ?? []).filter(({ jurisdiction }) => jurisdiction === office?.jurisdiction);
  // An agency of the whole country has no districts of its own: all are open to it.
  const offered = own.length > 0 ? own : (pack?.districts ?? []);
  const name = unit === null ? "" : nameIn(unit.names, language);
  const ask = () => {
    setTried(true);
    if (asks && !isNamed(typed)) return;
    send.mutate(
      {
        change: act,
        ...(unit === null ? {} : { unitId: unit.id }),
        ...(asks ? { names: namesOf(typed), districts } : {}),
      },
      {
        onSuccess: ({ approvalId }) => {
          draft.sent();
          onDone(approvalId !== null);
        },
      },
    );
  };
  return (
    <ActDialog
      title={t(`unit.${act}`, { name })}
      lead={t(`unit.${act}-lead`)}
      act={t(office?.alone === true ? "unit.do" : "unit.ask")}
      kind={act === "unit-closed" ? "danger" : "first"}
      busy={send.isPending}
      onAct={ask}
      onClose={onClose}
      problem={send.error}
      {...(asks ? { draft } : {})}
    >
      {asks ? (
        <>
          <NamesFields
            label={t("unit.name")}
            value={typed}
            onChange={(next) => draft.set((before) => ({ ...before, typed: next }))}
            error={tried && !isNamed(typed) ? t("unit.name-needed") : null}
          />
          <Disclosure label={t("unit.districts", { count: districts.length })}>
            <Checks
              label={t("unit.districts-which")}
              hint={t("unit.districts-hint")}
              name="districts"
              value={districts}
              onChange={(next) => draft.set((before) => ({ ...before, districts: next }))}
              options={offered.map((district) => ({
                value: district.code,
                label: nameIn(district.names, language),
              }))}
            />
          </Disclosure>
        </>
      ) : null}
      <p className="small quiet">{t(office?.alone === true ? "unit.alone" : "unit.two")}</p>
    </ActDialog>
  );
}
