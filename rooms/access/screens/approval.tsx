import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../web/kit/button.tsx";
import { Choice } from "../../../web/kit/choice.tsx";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Notice } from "../../../web/kit/notice.tsx";
import { Page, Section } from "../../../web/kit/page.tsx";
import { ownProblem } from "../../../web/kit/problem.ts";
import { keyOf, reading, useSubmit } from "../../../web/kit/reading.ts";
import { Refusal, useProblemWords } from "../../../web/kit/refusal.tsx";
import { Facts } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { showToast } from "../../../web/kit/toast.tsx";
import { Moment, When } from "../../../web/kit/when.tsx";
import { nameOfCode } from "../../agencies/pack-names.ts";
import { type ApprovalView, DECISION_CODES } from "../model.ts";
import { approvals, useAsked, usePack } from "./shared.ts";

interface CaseForSecond {
  readonly ref: string;
  readonly sex: string;
  readonly age: number | null;
  readonly situation: string;
  readonly jurisdiction: Readonly<Record<string, string>>;
  readonly openedAt: string;
  readonly openTasks: number;
  readonly screenings: number;
  readonly lastEventAt: string | null;
  readonly reason: string | null;
}

/** One thing that waits for a second person's word: exactly what is asked, what is still open, why; then yes or no, with a reason. */
export default function ApprovalPage() {
  const { approvalId = "" } = useParams({ strict: false }) as { approvalId?: string };
  const found = useQuery(approvals());
  return (
    <Shown query={found}>
      {(read) => {
        const one = read.approvals.find((approval) => approval.id === approvalId);
        return one === undefined ? (
          <Refusal problem={ownProblem("not-found", 404)} onBack={() => history.back()} />
        ) : (
          <OneApproval approval={one} />
        );
      }}
    </Shown>
  );
}

const YES = ["in-order"] as const;

function OneApproval({ approval }: { readonly approval: ApprovalView }) {
  const { t, i18n } = useTranslation("access");
  const language = i18n.resolvedLanguage ?? "en";
  const words = useProblemWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const asked = useAsked()(approval);
  const pack = usePack().data;
  const about = useQuery({
    ...reading<CaseForSecond>(`/api/approvals/${approval.id}/case`),
    enabled: approval.onCase,
  });
  const [decision, setDecision] = useState<"approved" | "declined" | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [missing, setMissing] = useState({ decision: false, code: false });
  const send = useSubmit<object, null>({
    path: `/api/approvals/${approval.id}/decision`,
  });
  const codes = DECISION_CODES.filter((one) => (decision === "approved") === (YES as readonly string[]).includes(one));
  const decide = () => {
    const chosen = decision === "approved" ? "in-order" : code;
    setMissing({ decision: decision === null, code: decision === "declined" && chosen === null });
    if (decision === null || chosen === null) return;
    send.mutate(
      { payloadHash: approval.payloadHash, decision, code: chosen },
      {
        onSuccess: () => {
          showToast(t(decision === "approved" ? "one.agreed" : "one.declined"));
          // The page goes first: what is decided is not shown again, and must not be asked for.
          void navigate({ to: "/approvals" }).then(() => {
            queries.removeQueries({ queryKey: keyOf(`/api/approvals/${approval.id}/case`) });
            return queries.invalidateQueries({ queryKey: keyOf("/api/approvals") });
          });
        },
      },
    );
  };
  return (
    <Page
      title={asked.title}
      lead={asked.details}
      crumbs={[{ label: t("inbox.title"), to: "/approvals" }, { label: asked.title }]}
      shape="narrow"
    >
      <Facts
        facts={[
          { name: t("one.by"), value: approval.askedBy === null ? t("day.why") : nameIn(approval.askedBy, language) },
          { name: t("one.asked"), value: <Moment at={approval.askedAt} /> },
          { name: t("one.until"), value: <When dueAt={approval.expiresAt} startedAt={approval.askedAt} inline /> },
        ]}
      />
      {approval.onCase ? (
        <Shown query={about} small>
          {(read) => (
            <>
              <Section title={t("one.why")}>
                {read.reason === null ? (
                  <p className="quiet">{t("one.no-reason")}</p>
                ) : (
                  <blockquote className="said" dir="auto">
                    {read.reason}
                  </blockquote>
                )}
              </Section>
              <Section title={t("one.case")} note={t("one.case-note")}>
                <Facts
                  facts={[
                    { name: t("one.number"), value: read.ref },
                    {
                      name: t("one.child"),
                      value: [t(`sex.${read.sex}`), read.age === null ? "" : t("one.age", { age: read.age })]
                        .filter((part) => part !== "")
                        .join(", "),
                    },
                    { name: t("one.found"), value: nameOfCode(pack?.situations, read.situation, language) },
                    { name: t("one.state"), value: nameIn(read.jurisdiction, language) },
                    { name: t("one.opened"), value: <Moment at={read.openedAt} as="day-year" /> },
                    { name: t("one.open-tasks"), value: String(read.openTasks) },
                    { name: t("one.screenings"), value: String(read.screenings) },
                    {
                      name: t("one.last-event"),
                      value: read.lastEventAt === null ? t("one.none") : <Moment at={read.lastEventAt} />,
                    },
                  ]}
                />
              </Section>
            </>
          )}
        </Shown>
      ) : null}
      <Section title={t("one.your-word")} note={t("one.your-word-note")}>
        <form
          className="act-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!send.isPending) decide();
          }}
        >
          {send.error === null ? null : (
            <Notice meaning="late" title={words(send.error.problem).title} speak>
              {words(send.error.problem).next}
            </Notice>
          )}
          <Choice
            name="decision"
            label={t("one.do-you-agree")}
            value={decision}
            onChange={(next) => {
              setDecision(next);
              setCode(null);
            }}
            error={missing.decision ? t("one.decision-missing") : null}
            options={[
              { value: "approved", label: t("one.yes"), note: t("one.yes-note") },
              { value: "declined", label: t("one.no"), note: t("one.no-note") },
            ]}
          />
          {decision === "declined" ? (
            <Choice
              name="code"
              label={t("one.why-not")}
              value={code}
              onChange={setCode}
              error={missing.code ? t("one.code-missing") : null}
              options={codes.map((one) => ({ value: one as string, label: t(`decision.${one}`) }))}
            />
          ) : null}
          <Acts>
            <Button kind="first" type="submit" busy={send.isPending}>
              {t("one.give")}
            </Button>
          </Acts>
        </form>
      </Section>
    </Page>
  );
}
