import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import { TextArea } from "../../../../web/kit/field.tsx";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { Notice, Tag } from "../../../../web/kit/notice.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { reading, useSubmit } from "../../../../web/kit/reading.ts";
import { Empty, Facts, Row, Rows } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import { nameOfCode } from "../../../agencies/pack-names.ts";
import type { Case } from "../../screens/shared.tsx";
import { Refused, UnderCase } from "../../screens/under-case.tsx";
import type { Consent, Stands } from "../model.ts";
import { AskForm } from "./ask.tsx";
import { ContactRules } from "./contact.tsx";
import { useConsentPack, usePersonName } from "./names.ts";

interface Read {
  readonly consents: readonly Consent[];
  readonly stands: readonly z.infer<typeof Stands>[];
}

/** What stands now comes first; how each answer was given is one press away; taking one back is never more than two. */
export default function ConsentPage() {
  const { t } = useTranslation("cases/consents");
  return (
    <UnderCase part="consent" lead={t("lead")}>
      {(of) => (
        <>
          <ContactRules of={of} />
          <Consents of={of} />
        </>
      )}
    </UnderCase>
  );
}

function Consents({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation(["cases/consents", "cases"]);
  const language = i18n.resolvedLanguage ?? "en";
  const pack = useConsentPack();
  const person = usePersonName(of);
  const found = useQuery(reading<Read>(`/api/cases/${of.id}/consents`));
  const receiverOf = (one: { receiver: Record<string, string> | null; receiverHidden: boolean }) =>
    one.receiver !== null ? nameIn(one.receiver, language) : one.receiverHidden ? t("care-home", { ns: "cases" }) : "";
  const whatFor = (one: Pick<Consent, "purpose" | "receiver" | "receiverHidden" | "channel">) =>
    [
      nameOfCode(pack?.purposes, one.purpose, language),
      receiverOf(one),
      one.channel === null ? "" : nameOfCode(pack?.channels, one.channel, language),
    ]
      .filter((part) => part !== "")
      .join(" · ");
  return (
    <>
      <Section title={t("stands.title")} note={t("stands.note")}>
        <Shown query={found} small>
          {({ consents, stands }) =>
            consents.length === 0 ? (
              <Empty title={t("none")}>{t("none-next")}</Empty>
            ) : (
              <Rows label={t("stands.title")}>
                {stands.map((one) => (
                  <Row
                    key={`${one.personId}${one.purpose}${one.receiverAgency ?? one.receiverHidden}${one.channel}`}
                    time={
                      <Tag meaning={one.state === "yes" ? (one.doubtful ? "soon" : "safe") : "late"}>
                        {t(`stands.state.${one.state}`)}
                      </Tag>
                    }
                    what={whatFor(one)}
                    about={
                      one.state === "yes" && one.until !== null ? (
                        <>
                          {t("until")} <Moment at={one.until} as="day-year" />
                        </>
                      ) : one.by === null ? undefined : (
                        t(`stands.why.${one.state}`, { who: t(`giver.${one.by}`) })
                      )
                    }
                    why={one.doubtful ? t("doubtful") : undefined}
                  />
                ))}
              </Rows>
            )
          }
        </Shown>
      </Section>
      <Disclosure label={t("ask.title")}>
        <AskForm of={of} />
      </Disclosure>
      <Section title={t("answers")} note={t("answers-note")}>
        <Shown query={found} small>
          {({ consents }) =>
            consents.length === 0 ? (
              <p className="quiet">{t("none")}</p>
            ) : (
              <Rows label={t("answers")}>
                {consents.map((one) => (
                  <Row
                    key={one.id}
                    time={<Moment at={one.givenAt} />}
                    what={`${t(`answer.${one.withdrawnAt === null ? one.answer : "withdrawn"}`)}: ${whatFor(one)}`}
                    about={
                      <>
                        {one.giver === "caregiver" ? person(one.caregiverId) : t(`giver.${one.giver}`)}
                        {one.isAssent ? ` (${t("assent")})` : ""}
                        {one.withdrawnAt === null ? null : (
                          <>
                            {" · "}
                            {t("withdrawn-at")} <Moment at={one.withdrawnAt} />
                          </>
                        )}
                      </>
                    }
                    why={
                      <Disclosure label={t("how-given")}>
                        <How one={one} />
                        {one.answer === "yes" && one.withdrawnAt === null ? <Withdraw of={of} one={one} /> : null}
                      </Disclosure>
                    }
                    still
                  />
                ))}
              </Rows>
            )
          }
        </Shown>
      </Section>
    </>
  );
}

/** How it was explained, in which tongue, with whom in the room, and whether it was said to please (harm.md, rule 17). */
function How({ one }: { readonly one: Consent }) {
  const { t, i18n } = useTranslation("cases/consents");
  const tongue = new Intl.DisplayNames([i18n.resolvedLanguage ?? "en"], { type: "language" });
  return (
    <Facts
      facts={[
        { name: t("ask.how"), value: one.how.map((how) => t(`how.${how}`)).join(", ") },
        {
          name: t("ask.language"),
          value: `${tongue.of(one.language) ?? one.language}${one.interpreter ? ` · ${t("with-interpreter")}` : ""}`,
        },
        { name: t("ask.present"), value: one.present.map((who) => t(`present.${who}`)).join(", ") },
        { name: t("ask.to-please"), value: t(`to-please.${one.toPlease}`) },
        { name: t("ask.mark"), value: t(`mark.${one.mark}`) },
        { name: t("ask.ends"), value: <Moment at={one.endsAt} as="day-year" /> },
        {
          name: t("ask.words"),
          value:
            one.words === null ? (
              <span className="quiet">{t("words-none")}</span>
            ) : (
              <span className="said">{one.words}</span>
            ),
        },
      ]}
    />
  );
}

function Withdraw({ of, one }: { readonly of: Case; readonly one: Consent }) {
  const { t } = useTranslation("cases/consents");
  const [words, setWords] = useState<string | null>(null);
  const send = useSubmit<object, object>({
    method: "PUT",
    path: `/api/cases/${of.id}/consents/${one.id}/withdrawal`,
    makesOld: [`/api/cases/${of.id}`],
  });
  if (words === null)
    return (
      <Button kind="danger" onClick={() => setWords("")}>
        {t("withdraw.title")}
      </Button>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ words });
      }}
    >
      <Notice meaning="info" title={t("withdraw.at-once")}>
        {t("withdraw.tell")}
      </Notice>
      <TextArea label={t("withdraw.words")} value={words} onChange={setWords} rows={2} most={4000} />
      <Refused error={send.error} />
      <Acts>
        <Button kind="danger" type="submit" busy={send.isPending}>
          {t("withdraw.do")}
        </Button>
        <Button kind="plain" onClick={() => setWords(null)}>
          {t("cancel")}
        </Button>
      </Acts>
    </form>
  );
}
