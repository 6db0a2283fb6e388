import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { Button } from "../../../web/kit/button.tsx";
import { request } from "../../../web/kit/client.ts";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Page, Section } from "../../../web/kit/page.tsx";
import { type Problem, problemOf } from "../../../web/kit/problem.ts";
import { keyOf, reading } from "../../../web/kit/reading.ts";
import { SmallRefusal } from "../../../web/kit/refusal.tsx";
import { Row, Rows } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { showToast } from "../../../web/kit/toast.tsx";
import type { KeptAgency } from "../model.ts";
import { nameOfCode } from "../pack-names.ts";
import { AgencyDialog } from "./agency-dialog.tsx";
import { ASKED, AskedChanges } from "./asked-changes.tsx";
import { OneTimeLink, type SignUp } from "./one-time-link.tsx";
import { useOffice } from "./shared.ts";

const KEPT = "/api/kept-agencies";
type Kept = z.infer<typeof KeptAgency>;

/** Every agency of this installation, for the one that keeps the list: adding one with its first administrator, and their one-time link. */
export default function Agencies() {
  const { t } = useTranslation("agencies");
  const { language, pack } = useOffice();
  const queries = useQueryClient();
  const found = useQuery(reading<{ agencies: readonly Kept[] }>(KEPT));
  const [adding, setAdding] = useState(false);
  const [link, setLink] = useState<{ readonly name: string; readonly signUp: SignUp | null } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const changed = () => {
    void queries.invalidateQueries({ queryKey: keyOf(KEPT) });
    void queries.invalidateQueries({ queryKey: keyOf(ASKED) });
  };
  const newLink = (id: string, name: string) => {
    setProblem(null);
    request("POST", `/api/first-administrators/${id}/link`)
      .then(({ signUp }) => setLink({ name, signUp }))
      .catch((thrown: unknown) => setProblem(problemOf(thrown)))
      .finally(changed);
  };
  return (
    <Shown query={found}>
      {({ agencies }) => (
        <Page
          title={t("agencies.title")}
          lead={t("agencies.lead")}
          crumbs={[{ label: t("colleagues.title"), to: "/colleagues" }, { label: t("agencies.title") }]}
          acts={
            <Button kind="first" onClick={() => setAdding(true)}>
              {t("agencies.add")}
            </Button>
          }
        >
          {problem === null ? null : <SmallRefusal problem={problem} />}
          <AskedChanges
            mine={({ action, payload }) => action === "office-change" && payload["change"] === "agency-added"}
            onDo={async ({ id, payload }) => {
              const { signUp } = await request("PUT", `/api/office-changes/${id}`);
              setLink({ name: nameIn(payload["administrator"] as Record<string, string>, language), signUp });
              changed();
            }}
          />
          <Section title={t("agencies.all")} note={t("agencies.no-sight")}>
            <Rows>
              {agencies.map((agency) => {
                const { awaits } = agency;
                const first = awaits === null ? "" : nameIn(awaits.names, language);
                return (
                  <Row
                    key={agency.id}
                    still={awaits === null}
                    what={nameIn(agency.names, language)}
                    about={[
                      nameOfCode(pack?.kinds, agency.kind, language),
                      nameOfCode(pack?.jurisdictions, agency.jurisdiction, language),
                      t("agencies.units", { count: agency.units }),
                    ].join(" · ")}
                    why={
                      awaits === null
                        ? agency.isFounding
                          ? t("agencies.founding")
                          : undefined
                        : t("agencies.awaits", { name: first })
                    }
                    act={
                      awaits === null ? undefined : (
                        <Button
                          aria-label={`${t("colleagues.new-link")}: ${first}`}
                          onClick={() => newLink(awaits.id, first)}
                        >
                          {t("colleagues.new-link")}
                        </Button>
                      )
                    }
                  />
                );
              })}
            </Rows>
          </Section>
          {adding ? (
            <AgencyDialog
              onClose={() => setAdding(false)}
              onDone={(name, waits, signUp) => {
                setAdding(false);
                changed();
                if (waits) showToast(t("units.asked"));
                else setLink({ name, signUp });
              }}
            />
          ) : null}
          {link === null ? null : <OneTimeLink {...link} onClose={() => setLink(null)} />}
        </Page>
      )}
    </Shown>
  );
}
