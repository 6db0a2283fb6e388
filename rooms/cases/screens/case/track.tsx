import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { Button } from "../../../../web/kit/button.tsx";
import { Choice } from "../../../../web/kit/choice.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { TextArea } from "../../../../web/kit/field.tsx";
import { formatDate } from "../../../../web/kit/languages/format.ts";
import { Tag } from "../../../../web/kit/notice.tsx";
import { reading, useSubmit } from "../../../../web/kit/reading.ts";
import { Row } from "../../../../web/kit/rows.tsx";
import { showToast } from "../../../../web/kit/toast.tsx";
import { When } from "../../../../web/kit/when.tsx";
import type { AskedApproval } from "../../../access/model.ts";
import { nameOfCode } from "../../../agencies/pack-names.ts";
import { type Case, usePack } from "../shared.tsx";
import { useAllowed } from "./allowed.ts";

type Track = Case["tracks"][number];
const NUMBER = { care: 1, justice: 2 } as const;

/** The newest word on closing a track; null while nobody has asked, or once it was used. */
function lastAsked(approvals: readonly AskedApproval[] | undefined, track: Track, now: number): AskedApproval | null {
  const asked = approvals?.find(
    (one) => one.action === "track-closing" && one.payload["track"] === NUMBER[track.track],
  );
  if (asked === undefined || asked.usedAt !== null || Date.parse(asked.expiresAt) <= now) return null;
  return asked;
}

/** A track of the case: open, waiting for a second person, agreed to, or closed; and the next step for whoever leads the case. */
export function TrackRow({ of, track }: { readonly of: Case; readonly track: Track }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const may = useAllowed();
  const tracks = usePack().data?.tracks;
  const [act, setAct] = useState<"ask" | "close" | "reopen" | null>(null);
  const approvals = useQuery({
    ...reading<{ approvals: AskedApproval[] }>(`/api/cases/${of.id}/approvals`),
    enabled: of.manages && track.closedAt === null,
  });
  const asked = lastAsked(approvals.data?.approvals, track, Date.now());
  const outcomes = tracks?.find((one) => one.code === track.track)?.outcomes;
  const outcome = (code: unknown) => (typeof code === "string" ? nameOfCode(outcomes, code, language) : "");
  const mayAsk = of.manages && may("closure.request");
  const name = t(`track.${track.track}`);
  const state =
    track.closedAt !== null
      ? outcome(track.outcome)
      : asked === null
        ? t("page.track-open")
        : asked.decision === "approved"
          ? t("track-act.agreed", { outcome: outcome(asked.payload["outcome"]) })
          : asked.decision === "declined"
            ? t("track-act.declined", {
                why: t(`decision.${asked.decisionCode}`, { defaultValue: asked.decisionCode ?? "" }),
              })
            : t("track-act.waits", { until: formatDate(asked.expiresAt, "moment", language) });
  const next =
    track.closedAt !== null ? (
      may("case.reopen") ? (
        <Button kind="plain" onClick={() => setAct("reopen")} aria-label={t("track-act.reopen-of", { track: name })}>
          {t("track-act.reopen")}
        </Button>
      ) : null
    ) : !mayAsk ? null : asked?.decision === "approved" ? (
      <Button onClick={() => setAct("close")}>{t("track-act.close")}</Button>
    ) : asked === null || asked.decision === "declined" ? (
      <Button kind="plain" onClick={() => setAct("ask")} aria-label={t("track-act.ask-of", { track: name })}>
        {t(asked === null ? "track-act.ask" : "track-act.ask-again")}
      </Button>
    ) : (
      <Tag meaning="soon">{t("track-act.waiting")}</Tag>
    );
  const close = () => setAct(null);
  return (
    <Row
      still
      time={
        track.closedAt === null ? (
          <span className="quiet">{t("page.no-clock")}</span>
        ) : (
          <When dueAt={null} doneAt={track.closedAt} />
        )
      }
      what={name}
      why={state}
      act={
        <>
          {next}
          {act === "ask" ? <AskClosing of={of} track={track} onClose={close} /> : null}
          {act === "close" && asked !== null ? (
            <CloseTrack
              of={of}
              track={track}
              asked={asked}
              outcome={outcome(asked.payload["outcome"])}
              onClose={close}
            />
          ) : null}
          {act === "reopen" ? <Reopen of={of} track={track} onClose={close} /> : null}
        </>
      }
    />
  );
}

interface ActProps {
  readonly of: Case;
  readonly track: Track;
  readonly onClose: () => void;
}

const LEAST = 8;

function AskClosing({ of, track, onClose }: ActProps) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const outcomes = usePack().data?.tracks.find((one) => one.code === track.track)?.outcomes ?? [];
  const draft = useDraft<{ outcome: string | null; reason: string }>(`case/${of.id}/close/${track.track}`, {
    outcome: null,
    reason: "",
  });
  const typed = draft.value;
  const [wrong, setWrong] = useState({ outcome: false, reason: false });
  const send = useSubmit<object, { approvalId: string }>({
    path: `/api/cases/${of.id}/tracks/${track.track}/closing`,
    makesOld: [`/api/cases/${of.id}`],
  });
  return (
    <ActDialog
      title={t("track-act.ask-title", { track: t(`track.${track.track}`) })}
      lead={t("track-act.ask-lead")}
      act={t("track-act.ask-act")}
      busy={send.isPending}
      problem={send.error}
      draft={draft}
      onClose={onClose}
      onAct={() => {
        const found = { outcome: typed.outcome === null, reason: typed.reason.trim().length < LEAST };
        setWrong(found);
        if (found.outcome || found.reason) return;
        send.mutate(
          { outcome: typed.outcome, reason: typed.reason.trim() },
          {
            onSuccess: () => {
              draft.discard();
              showToast(t("track-act.asked"));
              onClose();
            },
          },
        );
      }}
    >
      <Choice
        name="outcome"
        label={t("track-act.outcome")}
        value={typed.outcome}
        onChange={(outcome) => draft.set({ ...typed, outcome })}
        error={wrong.outcome ? t("track-act.outcome-missing") : null}
        options={outcomes.map((one) => ({
          value: one.code,
          label: nameOfCode(outcomes, one.code, language),
          ...(one.tellOversight ? { note: t("track-act.told-oversight") } : {}),
        }))}
      />
      <TextArea
        label={t("why")}
        hint={t("track-act.why-hint")}
        value={typed.reason}
        onChange={(reason) => draft.set({ ...typed, reason })}
        error={wrong.reason ? t("why-missing") : null}
        rows={4}
        most={5000}
      />
    </ActDialog>
  );
}

function CloseTrack({
  of,
  track,
  asked,
  outcome,
  onClose,
}: ActProps & { readonly asked: AskedApproval; readonly outcome: string }) {
  const { t } = useTranslation("cases");
  const send = useSubmit<object, null>({
    path: `/api/cases/${of.id}/tracks/${track.track}/closure`,
    makesOld: [`/api/cases/${of.id}`, "/api/cases"],
  });
  return (
    <ActDialog
      title={t("track-act.close-title", { track: t(`track.${track.track}`) })}
      lead={t("track-act.close-lead", { outcome })}
      act={t("track-act.close")}
      busy={send.isPending}
      problem={send.error}
      onClose={onClose}
      onAct={() =>
        send.mutate(
          { outcome: asked.payload["outcome"], approvalId: asked.id },
          {
            onSuccess: () => {
              showToast(t("track-act.closed"));
              onClose();
            },
          },
        )
      }
    >
      {null}
    </ActDialog>
  );
}

function Reopen({ of, track, onClose }: ActProps) {
  const { t } = useTranslation("cases");
  const draft = useDraft(`case/${of.id}/reopen/${track.track}`, { reason: "" });
  const [missing, setMissing] = useState(false);
  const send = useSubmit<object, null>({
    method: "DELETE",
    path: `/api/cases/${of.id}/tracks/${track.track}/closure`,
    makesOld: [`/api/cases/${of.id}`, "/api/cases"],
  });
  return (
    <ActDialog
      title={t("track-act.reopen-of", { track: t(`track.${track.track}`) })}
      lead={t("track-act.reopen-lead")}
      act={t("track-act.reopen")}
      busy={send.isPending}
      problem={send.error}
      draft={draft}
      onClose={onClose}
      onAct={() => {
        setMissing(draft.value.reason.trim().length < LEAST);
        if (draft.value.reason.trim().length < LEAST) return;
        send.mutate(
          { reason: draft.value.reason.trim() },
          {
            onSuccess: () => {
              draft.discard();
              showToast(t("track-act.reopened"));
              onClose();
            },
          },
        );
      }}
    >
      <TextArea
        label={t("why")}
        value={draft.value.reason}
        onChange={(reason) => draft.set({ reason })}
        error={missing ? t("why-missing") : null}
        rows={3}
        most={5000}
      />
    </ActDialog>
  );
}
