import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../web/kit/button.tsx";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Section } from "../../../web/kit/page.tsx";
import { type Problem, problemOf } from "../../../web/kit/problem.ts";
import { keyOf, reading } from "../../../web/kit/reading.ts";
import { SmallRefusal } from "../../../web/kit/refusal.tsx";
import { Row, Rows } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { When } from "../../../web/kit/when.tsx";
import type { AskedApproval } from "../../access/model.ts";

export const ASKED = "/api/approvals/asked";

interface AskedChangesProps {
  /** Which of what I asked belongs to this page. */
  readonly mine: (asked: AskedApproval) => boolean;
  /** Does what was agreed to. */
  readonly onDo: (asked: AskedApproval) => Promise<void>;
}

const names = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === "object" && value !== null ? (value as Record<string, string>) : {};

/** What I asked a second person for on this page, while it stands: what it waits for, and the act once it was agreed to. Nothing: no section. */
export function AskedChanges({ mine, onDo }: AskedChangesProps) {
  const { t, i18n } = useTranslation("agencies");
  const language = i18n.resolvedLanguage ?? "en";
  const queries = useQueryClient();
  const found = useQuery(reading<{ approvals: readonly AskedApproval[] }>(ASKED));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = (asked: AskedApproval) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    onDo(asked)
      .catch((thrown: unknown) => setProblem(problemOf(thrown)))
      .finally(() => {
        setBusy(false);
        void queries.invalidateQueries({ queryKey: keyOf(ASKED) });
      });
  };
  const standing = (found.data?.approvals ?? []).filter(
    (one) => mine(one) && one.usedAt === null && Date.parse(one.expiresAt) > Date.now(),
  );
  if (found.data !== undefined && standing.length === 0) return null;
  return (
    <Section title={t("asked.title")} note={t("asked.note")}>
      {problem === null ? null : <SmallRefusal problem={problem} />}
      <Shown query={found} small>
        {() => (
          <Rows>
            {standing.map((one) => {
              const { payload } = one;
              const name = nameIn(names(payload["names"] ?? payload["unitNames"]), language);
              const what = t(`asked.${payload["change"] ?? one.action}`, { name });
              return (
                <Row
                  key={one.id}
                  time={<When dueAt={one.expiresAt} startedAt={one.askedAt} />}
                  still={one.decision !== "approved"}
                  what={what}
                  why={
                    one.decision === "declined"
                      ? `${t("asked.declined")} ${t(`asked.why.${one.decisionCode}`, { defaultValue: "" })}`
                      : t(one.decision === "approved" ? "asked.approved" : "asked.waits")
                  }
                  act={
                    one.decision === "approved" ? (
                      <Button busy={busy} aria-label={`${t("asked.do")}: ${what}`} onClick={() => act(one)}>
                        {t("asked.do")}
                      </Button>
                    ) : undefined
                  }
                />
              );
            })}
          </Rows>
        )}
      </Shown>
    </Section>
  );
}
