import "./report.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../web/kit/button.tsx";
import { request } from "../../../web/kit/client.ts";
import { useDraft } from "../../../web/kit/draft.ts";
import { DraftNote } from "../../../web/kit/draft-note.tsx";
import { Notice } from "../../../web/kit/notice.tsx";
import { Page } from "../../../web/kit/page.tsx";
import { type Problem, problemOf } from "../../../web/kit/problem.ts";
import { Refusal, useProblemWords } from "../../../web/kit/refusal.tsx";
import { Waiting } from "../../../web/kit/waiting.tsx";
import type { Report } from "./about-report.ts";
import { type Saved, useCallSaving } from "./call-saving.ts";
import { BLANK, bodyOf, DangerFirst, saysSomething, type Taken, TakenFields } from "./taking.tsx";

interface Typed extends Taken {
  readonly silent: boolean;
  readonly ended: "hung-up" | "cut-off" | null;
  readonly saved: Saved | null;
}

const NEW: Typed = { ...BLANK, silent: false, ended: null, saved: null };
const entered = (typed: Typed) => JSON.stringify({ ...typed, saved: null }) !== JSON.stringify(NEW);

/** A call as it comes: on one screen, by keyboard alone, kept on the server while it goes on. */
export default function Call() {
  const { callId } = useParams({ strict: false }) as { callId?: string };
  return callId === undefined ? (
    <CallForm key="new" start={NEW} draft="call/new" />
  ) : (
    <Resumed key={callId} id={callId} />
  );
}

/** A call that was left, as the server has it. */
function Resumed({ id }: { readonly id: string }) {
  const found = useQuery({
    queryKey: ["reports", id, "call"],
    queryFn: () => request("GET", `/api/reports/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const navigate = useNavigate();
  const done = found.data !== undefined && !found.data.draft;
  useEffect(() => {
    if (done) void navigate({ to: `/reports/${id}`, replace: true });
  }, [done, id, navigate]);
  if (found.isError)
    return (
      <Refusal problem={problemOf(found.error)} onAgain={() => void found.refetch()} onBack={() => history.back()} />
    );
  if (found.data === undefined || done) return <Waiting lines={6} />;
  return <CallForm start={typedOf(found.data)} draft={`call/${id}/${found.data.version}`} />;
}

function typedOf(of: Report): Typed {
  const text = (code: string) => (typeof of.codes[code] === "string" ? (of.codes[code] as string) : "");
  const callBack = text("callBack");
  const ended = text("ended");
  return {
    danger: of.danger,
    saw: of.words?.saw ?? "",
    where: of.words?.where ?? "",
    reachHow: of.words?.reachHow ?? "",
    callerPhone: of.words?.callerPhone ?? "",
    district: of.district,
    situation: of.situation,
    age: text("age"),
    aboutSelf: of.codes["about"] === "me" ? true : null,
    callBack: callBack === "safe" || callBack === "unsafe" || callBack === "ask-first" ? callBack : null,
    silent: of.codes["silent"] === true,
    ended: ended === "hung-up" || ended === "cut-off" ? ended : null,
    saved: { id: of.id, version: of.version },
  };
}

function CallForm({ start, draft: form }: { readonly start: Typed; readonly draft: string }) {
  const { t } = useTranslation("reports");
  const words = useProblemWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const draft = useDraft<Typed>(form, start);
  const typed = draft.value;
  const [missing, setMissing] = useState(false);
  const [ending, setEnding] = useState<"report" | "case" | null>(null);
  const [failed, setFailed] = useState<Problem | null>(null);
  const ready = draft.state !== "reading";
  const body = ready && entered(typed) ? { ...bodyOf(typed), silent: typed.silent, ended: typed.ended } : null;
  const saving = useCallSaving(body, ready ? typed.saved : null, (saved) =>
    draft.set((before) => ({ ...before, saved })),
  );
  const set = (change: Partial<Typed>) => {
    setMissing(false);
    draft.set((before) => ({ ...before, ...change }));
  };

  const finish = async (as: "report" | "case") => {
    if (ending !== null) return;
    if (!typed.silent && !saysSomething(typed)) {
      setMissing(true);
      document.querySelector<HTMLElement>("textarea[name=saw]")?.focus();
      return;
    }
    setEnding(as);
    setFailed(null);
    try {
      const saved = await saving.flush();
      if (saved === null) return;
      await request("POST", `/api/calls/${saved.id}/report`, {});
      draft.sent();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["reports"] }),
        queries.invalidateQueries({ queryKey: ["calls"] }),
      ]);
      await navigate({ to: as === "case" ? `/reports/${saved.id}/case` : `/reports/${saved.id}` });
    } catch (thrown) {
      setFailed(problemOf(thrown));
    } finally {
      setEnding(null);
    }
  };
  // Keys that work while somebody types: letters alone would be typed.
  const keys = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      event.preventDefault();
      void finish(event.shiftKey ? "case" : "report");
      return;
    }
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const end = (how: "hung-up" | "cut-off") => set({ ended: typed.ended === how ? null : how });
    if (event.code === "KeyD") set({ danger: "now" });
    else if (event.code === "KeyS") set({ silent: !typed.silent });
    else if (event.code === "KeyH") end("hung-up");
    else if (event.code === "KeyX") end("cut-off");
    else return;
    event.preventDefault();
  };

  if (!ready) return <Waiting lines={6} />;
  const problem = failed ?? saving.problem;
  return (
    <Page
      title={t("call.title")}
      crumbs={[{ label: t("inbox.title"), to: "/reports" }, { label: t("call.title") }]}
      lead={t("call.keys")}
      acts={
        <span className="quiet" role="status">
          {saving.state === "nothing" ? t("call.lead") : t(`call.${saving.state}`)}
        </span>
      }
    >
      <form
        className="stack"
        onKeyDown={keys}
        onSubmit={(event) => {
          event.preventDefault();
          void finish("report");
        }}
      >
        {draft.restoredAt === null || typed.saved === null ? null : (
          <Notice
            title={t("call.found")}
            acts={
              <Button
                onClick={() => {
                  saving.forget();
                  draft.discard();
                }}
              >
                {t("call.another")}
              </Button>
            }
          >
            {t("call.found-lead")}
          </Notice>
        )}
        <DangerFirst value={typed.danger} onChange={(danger) => set({ danger })} />
        <div className="acts call-line">
          <Button aria-pressed={typed.silent} aria-keyshortcuts="Alt+S" onClick={() => set({ silent: !typed.silent })}>
            {t("call.silent")}
          </Button>
          <Button
            aria-pressed={typed.ended === "hung-up"}
            aria-keyshortcuts="Alt+H"
            onClick={() => set({ ended: typed.ended === "hung-up" ? null : "hung-up" })}
          >
            {t("call.hung-up")}
          </Button>
          <Button
            aria-pressed={typed.ended === "cut-off"}
            aria-keyshortcuts="Alt+X"
            onClick={() => set({ ended: typed.ended === "cut-off" ? null : "cut-off" })}
          >
            {t("call.cut-off")}
          </Button>
        </div>
        {typed.silent ? <Notice title={t("call.silent-title")}>{t("call.silent-lead")}</Notice> : null}
        {typed.ended === null ? null : (
          <Notice meaning={typed.callBack === "safe" ? "info" : "soon"} title={t(`call.${typed.ended}-title`)} speak>
            {t(typed.callBack === "safe" ? "call.may-call" : "call.may-not-call")}
          </Notice>
        )}
        {saving.earlier > 0 ? (
          <Notice title={t("call.earlier", { count: saving.earlier })}>{t("call.earlier-lead")}</Notice>
        ) : null}
        <TakenFields taken={typed} set={set} phone={null} missing={missing ? t("call.missing") : null} />
        {problem === null ? null : (
          <Notice meaning="late" title={words(problem).title} speak>
            {words(problem).next} {t("call.kept-here")}
          </Notice>
        )}
        <Acts>
          <Button kind="first" type="submit" busy={ending === "report"} aria-keyshortcuts="Control+Enter">
            {t("call.finish")}
          </Button>
          <Button busy={ending === "case"} aria-keyshortcuts="Control+Shift+Enter" onClick={() => void finish("case")}>
            {t("call.finish-case")}
          </Button>
        </Acts>
        <p className="quiet">
          <DraftNote draft={{ ...draft, restoredAt: typed.saved === null ? draft.restoredAt : null }} />
        </p>
      </form>
    </Page>
  );
}
