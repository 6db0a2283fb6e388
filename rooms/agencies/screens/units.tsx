import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../web/kit/button.tsx";
import { request } from "../../../web/kit/client.ts";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Page, Section } from "../../../web/kit/page.tsx";
import { keyOf } from "../../../web/kit/reading.ts";
import { Row, Rows } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { showToast } from "../../../web/kit/toast.tsx";
import { nameOfCode } from "../pack-names.ts";
import { ASKED, AskedChanges } from "./asked-changes.tsx";
import { UNITS, type Unit, useOffice, useUnits } from "./shared.ts";
import { type UnitAct, UnitDialog } from "./unit-dialog.tsx";

/** The agency's units: which there are, for which districts, who serves there; each change is asked of a second person. */
export default function Units() {
  const { t } = useTranslation("agencies");
  const { language, pack, me } = useOffice();
  const queries = useQueryClient();
  const found = useUnits();
  const [over, setOver] = useState<{ readonly act: UnitAct; readonly unit: Unit | null } | null>(null);
  const changed = () => {
    void queries.invalidateQueries({ queryKey: keyOf(UNITS) });
    void queries.invalidateQueries({ queryKey: keyOf(ASKED) });
  };
  const territory = (unit: Unit) =>
    unit.districts.length === 0
      ? t("units.no-district")
      : unit.districts.map((code) => nameOfCode(pack?.districts, code, language)).join(", ");
  return (
    <Page
      title={t("units.title")}
      lead={me.worker.agency === null ? undefined : nameIn(me.worker.agency.names, language)}
      crumbs={[{ label: t("colleagues.title"), to: "/colleagues" }, { label: t("units.title") }]}
      acts={
        <Button kind="first" onClick={() => setOver({ act: "unit-added", unit: null })}>
          {t("units.add")}
        </Button>
      }
    >
      <AskedChanges
        mine={({ action, payload }) => action === "office-change" && String(payload["change"]).startsWith("unit-")}
        onDo={async ({ id }) => {
          await request("PUT", `/api/office-changes/${id}`);
          showToast(t("units.done"));
          changed();
        }}
      />
      <Section title={t("units.all")} {...(found.data?.alone === true ? {} : { note: t("units.by-two") })}>
        <Shown query={found}>
          {({ units }) => (
            <Rows>
              {units.map((unit) => {
                const name = nameIn(unit.names, language);
                const button = (act: UnitAct, kind: "second" | "danger" = "second") => (
                  <Button
                    kind={kind}
                    aria-label={`${t(`units.${act}`)}: ${name}`}
                    onClick={() => setOver({ act, unit })}
                  >
                    {t(`units.${act}`)}
                  </Button>
                );
                return (
                  <Row
                    key={unit.id}
                    still
                    what={name}
                    about={territory(unit)}
                    why={unit.closedAt === null ? t("units.serve", { count: unit.colleagues }) : t("units.closed")}
                    act={
                      <div className="acts">
                        {unit.closedAt === null ? (
                          <>
                            {button("unit-changed")}
                            {button("unit-closed", "danger")}
                          </>
                        ) : (
                          button("unit-opened")
                        )}
                      </div>
                    }
                  />
                );
              })}
            </Rows>
          )}
        </Shown>
      </Section>
      {over === null ? null : (
        <UnitDialog
          {...over}
          onClose={() => setOver(null)}
          onDone={(waits) => {
            setOver(null);
            changed();
            showToast(t(waits ? "units.asked" : "units.done"));
          }}
        />
      )}
    </Page>
  );
}
