import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button, Link } from "../../../web/kit/button.tsx";
import { Choice, Select } from "../../../web/kit/choice.tsx";
import { request } from "../../../web/kit/client.ts";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Notice } from "../../../web/kit/notice.tsx";
import { Page, Section } from "../../../web/kit/page.tsx";
import { keyOf, useSubmit } from "../../../web/kit/reading.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";
import { Empty, Row, Rows } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { showToast } from "../../../web/kit/toast.tsx";
import { OVERSEER_BASES } from "../model.ts";
import { ASKED, AskedChanges } from "./asked-changes.tsx";
import { isNamed, NamesFields, namesOf, UNNAMED } from "./names-fields.tsx";
import { OneTimeLink, type SignUp } from "./one-time-link.tsx";
import { COLLEAGUES, useColleagues, useOffice } from "./shared.ts";

/** Who oversees here, and the asking for another overseer: named by two, so somebody of another agency decides. */
export default function Overseers() {
  const { t } = useTranslation("agencies");
  const { language, me, unitName } = useOffice();
  const queries = useQueryClient();
  const found = useColleagues();
  const [link, setLink] = useState<{ readonly name: string; readonly signUp: SignUp | null } | null>(null);
  const crumbs = [{ label: t("colleagues.title"), to: "/colleagues" }, { label: t("overseers.title") }];
  const changed = () => {
    void queries.invalidateQueries({ queryKey: keyOf(COLLEAGUES) });
    void queries.invalidateQueries({ queryKey: keyOf(ASKED) });
  };
  if (me.worker.agency?.isOversight !== true)
    return (
      <Page title={t("overseers.title")} crumbs={crumbs} shape="narrow">
        <Notice title={t("overseers.not-here")} acts={<Link to="/colleagues">{t("colleagues.open")}</Link>}>
          {t("overseers.not-here-next")}
        </Notice>
      </Page>
    );
  return (
    <Page title={t("overseers.title")} lead={t("overseers.lead")} crumbs={crumbs}>
      <AskedChanges
        mine={({ action }) => action === "overseer-naming"}
        onDo={async ({ id, payload }) => {
          const { workerId } = await request("PUT", `/api/overseers/${id}`);
          const name = nameIn(payload["names"] as Record<string, string>, language);
          // Somebody new makes their own sign-in; somebody who serves there has one.
          if (payload["worker"] === null) {
            const { signUp } = await request("POST", `/api/colleagues/${workerId}/sign-up-link`);
            setLink({ name, signUp });
          } else showToast(t("overseers.named", { name }));
          changed();
        }}
      />
      <Section title={t("overseers.here")}>
        <Shown query={found}>
          {({ colleagues }) => {
            const overseers = colleagues.filter(({ roles }) => roles.includes("overseer"));
            return overseers.length === 0 ? (
              <Empty title={t("overseers.none")}>{t("overseers.none-next")}</Empty>
            ) : (
              <Rows>
                {overseers.map((one) => (
                  <Row
                    key={one.id}
                    still
                    what={<Link to={`/colleagues/${one.id}`}>{nameIn(one.names, language)}</Link>}
                    about={unitName(one.unitId)}
                    why={one.signsIn === false ? t("colleagues.not-yet") : undefined}
                  />
                ))}
              </Rows>
            );
          }}
        </Shown>
      </Section>
      <Section title={t("overseers.ask")} note={t("overseers.ask-note")}>
        <AskForm onAsked={changed} />
      </Section>
      {link === null ? null : <OneTimeLink {...link} onClose={() => setLink(null)} />}
    </Page>
  );
}

function AskForm({ onAsked }: { readonly onAsked: () => void }) {
  const { t } = useTranslation("agencies");
  const { open, language, me } = useOffice();
  const words = useProblemWords();
  const colleagues = (useColleagues().data?.colleagues ?? []).filter(
    ({ id, roles }) => id !== me.worker.id && !roles.includes("overseer"),
  );
  const [who, setWho] = useState<"here" | "new" | null>(null);
  const [worker, setWorker] = useState<string | null>(null);
  const [names, setNames] = useState(UNNAMED);
  const [reads, setReads] = useState<"en" | "hi" | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const [basis, setBasis] = useState<(typeof OVERSEER_BASES)[number] | null>(null);
  const [tried, setTried] = useState(false);
  const send = useSubmit<object, { approvalId: string }>({ path: "/api/overseers" });
  const kind = colleagues.length === 0 ? "new" : who;
  const unitId = open.length === 1 ? (open[0]?.id ?? null) : unit;
  const needed = (there: boolean, word: string) => (tried && !there ? t(word) : null);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (send.isPending || unitId === null || basis === null) return;
    if (kind === "here" ? worker === null : kind === null || !isNamed(names) || reads === null) return;
    send.mutate(
      kind === "here" ? { workerId: worker, unitId, basis } : { names: namesOf(names), language: reads, unitId, basis },
      {
        onSuccess: () => {
          setWho(null);
          setWorker(null);
          setNames(UNNAMED);
          setReads(null);
          setBasis(null);
          setTried(false);
          showToast(t("units.asked"));
          onAsked();
        },
      },
    );
  };
  return (
    <form onSubmit={ask} noValidate>
      {send.error === null ? null : (
        <Notice meaning="late" title={words(send.error.problem).title} speak>
          {words(send.error.problem).next}
        </Notice>
      )}
      {colleagues.length === 0 ? null : (
        <Choice
          label={t("overseers.who")}
          name="who"
          value={who}
          onChange={setWho}
          options={[
            { value: "here", label: t("overseers.who-here"), note: t("overseers.who-here-note") },
            { value: "new", label: t("overseers.who-new") },
          ]}
          error={needed(who !== null, "overseers.who-needed")}
        />
      )}
      {kind === "here" ? (
        <Select
          label={t("overseers.colleague")}
          name="colleague"
          value={worker}
          onChange={setWorker}
          options={colleagues.map((one) => ({ value: one.id, label: nameIn(one.names, language) }))}
          error={needed(worker !== null, "overseers.colleague-needed")}
        />
      ) : null}
      {kind === "new" ? (
        <>
          <NamesFields
            label={t("colleagues.name")}
            value={names}
            onChange={setNames}
            error={needed(isNamed(names), "colleagues.name-needed")}
          />
          <Choice
            label={t("colleagues.reads")}
            name="reads"
            value={reads}
            onChange={setReads}
            options={[
              { value: "en", label: "English" },
              { value: "hi", label: "हिन्दी" },
            ]}
            error={needed(reads !== null, "colleagues.reads-needed")}
          />
        </>
      ) : null}
      {open.length <= 1 ? null : (
        <Select
          label={t("colleagues.unit")}
          name="unit"
          value={unit}
          onChange={setUnit}
          options={open.map((one) => ({ value: one.id, label: nameIn(one.names, language) }))}
          error={needed(unit !== null, "colleagues.unit-needed")}
        />
      )}
      <Choice
        label={t("overseers.why")}
        hint={t("overseers.why-hint")}
        name="basis"
        value={basis}
        onChange={setBasis}
        options={OVERSEER_BASES.map((one) => ({ value: one, label: t(`overseers.basis.${one}`) }))}
        error={needed(basis !== null, "overseers.why-needed")}
      />
      <Acts>
        <Button kind="first" type="submit" busy={send.isPending}>
          {t("unit.ask")}
        </Button>
      </Acts>
    </form>
  );
}
