import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../web/kit/button.tsx";
import { Select } from "../../../web/kit/choice.tsx";
import { request } from "../../../web/kit/client.ts";
import { Disclosure } from "../../../web/kit/disclosure.tsx";
import { useDraft } from "../../../web/kit/draft.ts";
import { DraftNote } from "../../../web/kit/draft-note.tsx";
import { TextArea } from "../../../web/kit/field.tsx";
import { formatDate, nameIn } from "../../../web/kit/languages/format.ts";
import { Notice } from "../../../web/kit/notice.tsx";
import { useSubmit } from "../../../web/kit/reading.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";
import { nameOfCode } from "../../agencies/pack-names.ts";
import { INSTEAD } from "../model.ts";
import type { Report } from "./about-report.ts";
import { usePack } from "./pack.ts";

type How = "spam" | "not-for-us" | "forwarded" | "merged";
interface Typed {
  readonly how: How | null;
  readonly instead: (typeof INSTEAD)[number] | null;
  readonly unit: string | null;
  readonly into: string | null;
  readonly reason: string;
}
const BLANK: Typed = { how: null, instead: null, unit: null, into: null, reason: "" };
/** The shortest reason that the server takes, in letters. */
const SHORTEST = 3;

/** Joining, sending on, not for us, spam: each with a reason, each read a second time by somebody else. */
export function SetAside({ of }: { readonly of: Report }) {
  const { t, i18n } = useTranslation("reports");
  const language = i18n.resolvedLanguage ?? "en";
  const words = useProblemWords();
  const pack = usePack().data;
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const draft = useDraft<Typed>(`report/${of.id}/aside`, BLANK);
  const { how, instead, unit, into, reason } = draft.value;
  const set = (change: Partial<Typed>) => draft.set((before) => ({ ...before, ...change }));
  const directory = useQuery({
    queryKey: ["agencies"],
    queryFn: () => request("GET", "/api/agencies"),
    enabled: open && how === "forwarded",
  });
  const others = useQuery({
    queryKey: ["reports", "to-join"],
    queryFn: () => request("GET", "/api/reports?which=open&sort=newest&atMost=100"),
    enabled: open && how === "merged",
  });
  const send = useSubmit<object, object>({ path: `/api/reports/${of.id}/setting-aside`, makesOld: ["/api/reports"] });
  const missing = {
    how: how === null ? t("missing.how") : null,
    instead: how === "not-for-us" && instead === null ? t("missing.instead") : null,
    unit: how === "forwarded" && unit === null ? t("missing.unit") : null,
    into: how === "merged" && into === null ? t("missing.into") : null,
    reason: reason.trim().length < SHORTEST ? t("missing.reason") : null,
  };
  const said = (text: string | null) => (tried ? text : null);
  return (
    <Disclosure label={t("page.aside")} open={open} onToggle={setOpen}>
      <p>{t("page.aside-lead")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (Object.values(missing).some((text) => text !== null)) return;
          send.mutate(
            {
              how,
              reason,
              ...(how === "not-for-us" ? { instead } : {}),
              ...(how === "forwarded" ? { unitId: unit } : {}),
              ...(how === "merged" ? { into } : {}),
            },
            { onSuccess: () => draft.sent() },
          );
        }}
      >
        <Select
          label={t("page.how")}
          value={how}
          onChange={(next) => set({ how: next })}
          error={said(missing.how)}
          options={(["merged", "forwarded", "not-for-us", "spam"] as const).map((one) => ({
            value: one,
            label: t(`page.${one}`),
          }))}
        />
        {how === "not-for-us" ? (
          <Select
            label={t("page.instead")}
            hint={t("page.instead-hint")}
            value={instead}
            onChange={(next) => set({ instead: next })}
            error={said(missing.instead)}
            options={INSTEAD.map((one) => ({ value: one, label: t(`instead.${one}`) }))}
          />
        ) : null}
        {how === "forwarded" ? (
          <Select
            label={t("page.unit")}
            hint={t("page.unit-hint")}
            value={unit}
            onChange={(next) => set({ unit: next })}
            error={said(missing.unit)}
            options={(directory.data?.agencies ?? []).flatMap((agency) =>
              agency.units.map((one) => ({
                value: one.id,
                label: `${nameIn(agency.names, language)} · ${nameIn(one.names, language)}`,
              })),
            )}
          />
        ) : null}
        {how === "merged" ? (
          <Select
            label={t("page.into")}
            hint={others.data?.reports.length === 1 ? t("page.into-none") : undefined}
            value={into}
            onChange={(next) => set({ into: next })}
            error={said(missing.into)}
            options={(others.data?.reports ?? [])
              .filter((one) => one.id !== of.id && !one.draft)
              .map((one) => ({
                value: one.id,
                label: [
                  formatDate(one.receivedAt, "moment", language),
                  t(`danger.${one.danger}`),
                  t(`channel.${one.channel}`),
                  nameOfCode(pack?.districts, one.district, language),
                ]
                  .filter((part) => part !== "")
                  .join(" · "),
              }))}
          />
        ) : null}
        <TextArea
          label={t("page.why")}
          value={reason}
          onChange={(next) => set({ reason: next })}
          error={said(missing.reason)}
          rows={2}
          most={2000}
        />
        {send.error === null ? null : (
          <Notice meaning="late" title={words(send.error.problem).title} speak>
            {words(send.error.problem).next}
          </Notice>
        )}
        <Acts>
          <Button type="submit" busy={send.isPending}>
            {t("page.do")}
          </Button>
          <span className="quiet">
            <DraftNote draft={draft} />
          </span>
        </Acts>
      </form>
    </Disclosure>
  );
}
