import "./enrol.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../kit/button.tsx";
import { request } from "../kit/client.ts";
import { Dialog } from "../kit/dialog.tsx";
import { nameIn } from "../kit/languages/format.ts";
import { Notice } from "../kit/notice.tsx";
import { Section } from "../kit/page.tsx";
import { type Problem, problemOf } from "../kit/problem.ts";
import { keyOf, reading } from "../kit/reading.ts";
import { SmallRefusal } from "../kit/refusal.tsx";
import { Row, Rows } from "../kit/rows.tsx";
import { showToast } from "../kit/toast.tsx";
import { When } from "../kit/when.tsx";
import { type Me, type Names, offered } from "./contract.ts";
import { Trouble } from "./trouble.tsx";

interface Waiting {
  readonly id: string;
  readonly step: "vouch" | "ratify";
  readonly lost: "factor" | "password";
  readonly workerNames: Names;
  readonly unitNames: Names | null;
  readonly agencyNames: Names | null;
  readonly askedAt: string;
  readonly usedAt: string | null;
  readonly voucherNames: Names | null;
  readonly until: string;
  readonly byMe: boolean;
}
interface Vouched {
  readonly words: readonly string[] | null;
  readonly ratifier: "agency" | "other-agency" | "nobody";
}

/** May this worker stand up for a colleague's sign-in? The server decides; this only spares a question. */
export const mayVouch = (me: Me): boolean => offered(["supervisor", "administrator"], me.worker);

/** Colleagues who lost their second factor, and recoveries that another must confirm. Renders nothing when nobody waits. */
export function Vouching() {
  const { t, i18n } = useTranslation("shell");
  const language = i18n.resolvedLanguage ?? "en";
  const queries = useQueryClient();
  const list = useQuery(reading<{ recoveries: readonly Waiting[] }>("/api/recoveries"));
  const [over, setOver] = useState<Waiting | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const again = () => void queries.invalidateQueries({ queryKey: keyOf("/api/recoveries") });
  if (list.isError) return <SmallRefusal problem={list.error.problem} onAgain={() => void list.refetch()} />;
  const waiting = list.data?.recoveries ?? [];
  if (waiting.length === 0) return null;
  const decide = (one: Waiting, says: "ratified" | "declined") => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    request("POST", `/api/recoveries/${one.id}/decision`, { says })
      .then(() => showToast(t(says === "ratified" ? `vouch.ratified-${one.lost}` : "vouch.declined")))
      .catch((thrown: unknown) => setProblem(problemOf(thrown)))
      .finally(() => {
        setBusy(false);
        again();
      });
  };
  return (
    <Section title={t("vouch.title")}>
      {problem === null ? null : <Trouble problem={problem} />}
      <Rows>
        {waiting.map((one) => {
          const name = nameIn(one.workerNames, language);
          const where = [one.unitNames, one.agencyNames].flatMap((names) =>
            names === null ? [] : [nameIn(names, language)],
          );
          const voucher = one.voucherNames === null ? "" : nameIn(one.voucherNames, language);
          return (
            <Row
              key={one.id}
              time={<When dueAt={one.until} startedAt={one.usedAt ?? one.askedAt} />}
              what={t(one.step === "vouch" ? `vouch.asks-${one.lost}` : `vouch.confirm-${one.lost}`, { name })}
              about={where.length === 0 ? t("vouch.care-home") : where.join(", ")}
              why={
                one.step === "vouch"
                  ? t(one.byMe ? "vouch.you-said" : "vouch.asks-why")
                  : one.byMe
                    ? t("vouch.you-vouched")
                    : t("vouch.confirm-why", { voucher })
              }
              {...(one.step === "vouch"
                ? { act: <Button onClick={() => setOver(one)}>{t("vouch.act")}</Button> }
                : one.byMe
                  ? {}
                  : {
                      act: (
                        <div className="acts">
                          <Button
                            busy={busy}
                            onClick={() => decide(one, "ratified")}
                            aria-label={`${t("vouch.ratify")}: ${name}`}
                          >
                            {t("vouch.ratify")}
                          </Button>
                          <Button
                            kind="danger"
                            busy={busy}
                            onClick={() => decide(one, "declined")}
                            aria-label={`${t("vouch.decline")}: ${name}`}
                          >
                            {t("vouch.decline")}
                          </Button>
                        </div>
                      ),
                    })}
            />
          );
        })}
      </Rows>
      {over === null ? null : (
        <Vouch
          one={over}
          name={nameIn(over.workerNames, language)}
          onClose={() => {
            setOver(null);
            again();
          }}
        />
      )}
    </Section>
  );
}

function Vouch({ one, name, onClose }: { readonly one: Waiting; readonly name: string; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation("shell");
  const [told, setTold] = useState<Vouched | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const vouch = () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    request("POST", `/api/recoveries/${one.id}/vouching`, {
      language: i18n.resolvedLanguage === "hi" ? "hi" : "en",
    })
      .then(setTold)
      .catch((thrown: unknown) => setProblem(problemOf(thrown)))
      .finally(() => setBusy(false));
  };
  return (
    <Dialog title={t("vouch.over", { name })} onClose={onClose}>
      {problem === null ? null : <Trouble problem={problem} />}
      {told?.words ? (
        <>
          <p>{t("vouch.say", { name })}</p>
          <ol className="spoken" translate="no">
            {told.words.map((word, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: five places, and a word may come twice
              <li key={at}>{word}</li>
            ))}
          </ol>
          <p className="quiet">{t("vouch.once")}</p>
          <Notice
            {...(told.ratifier === "nobody" ? { meaning: "soon" as const } : {})}
            title={t(`vouch.then-${told.ratifier}`)}
          >
            {t(`vouch.then-${told.ratifier}-next`)}
          </Notice>
          <div className="acts">
            <Button kind="first" onClick={onClose}>
              {t("vouch.said")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{t("vouch.call", { name })}</p>
          <p>{t("vouch.never")}</p>
          <div className="acts">
            <Button kind="first" busy={busy} onClick={vouch}>
              {t("vouch.yes")}
            </Button>
            <Button kind="plain" onClick={onClose}>
              {t("vouch.no")}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
