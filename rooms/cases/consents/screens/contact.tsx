import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button, Link } from "../../../../web/kit/button.tsx";
import { Checkbox, Choice, Select } from "../../../../web/kit/choice.tsx";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import { TextArea } from "../../../../web/kit/field.tsx";
import { Notice, Tag } from "../../../../web/kit/notice.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { reading, useSubmit } from "../../../../web/kit/reading.ts";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import { nameOfCode } from "../../../agencies/pack-names.ts";
import type { Case } from "../../screens/shared.tsx";
import { Refused } from "../../screens/under-case.tsx";
import type { ContactRule } from "../model.ts";
import { useConsentPack, usePersonName } from "./names.ts";

interface Read {
  readonly held: boolean;
  readonly rules: readonly ContactRule[];
}

const rulesOf = (caseId: string) => reading<Read>(`/api/cases/${caseId}/contact-rules`);

/** The case page's answer to "whom is it safe to contact": what is safe, what never, and that what is not written down is not safe. */
export function SafeContact({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases/consents");
  const found = useQuery(rulesOf(of.id));
  return (
    <Section title={t("contact.title")}>
      <Shown query={found} small>
        {({ held, rules }) => <Now of={of} held={held} rules={rules} />}
      </Shown>
      <p>
        <Link to={`/cases/${of.id}/consent`}>{t("contact.more")}</Link>
      </p>
    </Section>
  );
}

function Now({
  of,
  held,
  rules,
  onEnd,
}: {
  readonly of: Case;
  readonly held: boolean;
  readonly rules: readonly ContactRule[];
  readonly onEnd?: (rule: ContactRule) => void;
}) {
  const { t, i18n } = useTranslation("cases/consents");
  const pack = useConsentPack();
  const person = usePersonName(of);
  const now = rules.filter((rule) => rule.endedAt === null);
  if (!held)
    return (
      <Notice meaning="soon" title={t("contact.not-held")}>
        {t("contact.not-held-next")}
      </Notice>
    );
  if (now.length === 0)
    return (
      <Notice meaning="late" title={t("contact.none")}>
        {t("contact.none-next")}
      </Notice>
    );
  return (
    <Rows label={t("contact.title")}>
      {[...now]
        .sort((a, b) => Number(a.allowed) - Number(b.allowed))
        .map((rule) => (
          <Row
            key={rule.id}
            time={
              <Tag meaning={rule.allowed ? "safe" : "late"}>{t(rule.allowed ? "contact.safe" : "contact.never")}</Tag>
            }
            what={`${nameOfCode(pack?.channels, rule.channel, i18n.resolvedLanguage ?? "en")}: ${person(rule.personId)}`}
            about={rule.household ? t("contact.household") : undefined}
            why={rule.text === null ? undefined : <span className="said">{rule.text}</span>}
            act={
              onEnd === undefined ? undefined : (
                <Button kind="plain" onClick={() => onEnd(rule)}>
                  {t("contact.end")}
                </Button>
              )
            }
          />
        ))}
    </Rows>
  );
}

/** The rules with their history, and a new one. */
export function ContactRules({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases/consents");
  const pack = useConsentPack();
  const person = usePersonName(of);
  const found = useQuery(rulesOf(of.id));
  const end = useSubmit<ContactRule, null>({
    method: "DELETE",
    path: (rule) => `/api/cases/${of.id}/contact-rules/${rule.id}`,
    makesOld: [`/api/cases/${of.id}`],
  });
  return (
    <Section title={t("contact.title")} note={t("contact.note")}>
      <Shown query={found} small>
        {({ held, rules }) => {
          const old = rules.filter((rule) => rule.endedAt !== null);
          return (
            <>
              <Now of={of} held={held} rules={rules} onEnd={(rule) => end.mutate(rule)} />
              <Refused error={end.error} />
              {old.length === 0 ? null : (
                <Disclosure label={t("contact.before", { count: old.length })}>
                  <Rows>
                    {old.map((rule) => (
                      <Row
                        key={rule.id}
                        still
                        time={<Moment at={rule.endedAt ?? rule.setAt} />}
                        what={`${t(rule.allowed ? "contact.safe" : "contact.never")} · ${nameOfCode(pack?.channels, rule.channel, i18n.resolvedLanguage ?? "en")}: ${person(rule.personId)}`}
                        why={rule.text === null ? undefined : <span className="said">{rule.text}</span>}
                      />
                    ))}
                  </Rows>
                </Disclosure>
              )}
            </>
          );
        }}
      </Shown>
      <Disclosure label={t("contact.new")}>
        <NewRule of={of} />
      </Disclosure>
    </Section>
  );
}

function NewRule({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases/consents");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = useConsentPack();
  const person = usePersonName(of);
  const [channel, setChannel] = useState<string | null>(null);
  const [personId, setPersonId] = useState<string | null>(null);
  const [safe, setSafe] = useState<"safe" | "never" | null>(null);
  const [household, setHousehold] = useState(false);
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const send = useSubmit<object, object>({
    path: `/api/cases/${of.id}/contact-rules`,
    makesOld: [`/api/cases/${of.id}`],
  });
  const others = of.people.filter((one) => one.role !== "child" && one.role !== "suspect");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const ready = channel !== null && safe !== null;
        setMissing(!ready);
        if (ready)
          send.mutate(
            { channel, personId, allowed: safe === "safe", household, text },
            {
              onSuccess: () => {
                setChannel(null);
                setSafe(null);
                setHousehold(false);
                setText("");
              },
            },
          );
      }}
    >
      {others.length === 0 ? null : (
        <Select
          label={t("contact.whom")}
          hint={t("contact.whom-hint")}
          value={personId}
          onChange={setPersonId}
          optional
          options={others.map((one) => ({ value: one.id, label: person(one.id) }))}
        />
      )}
      <Select
        label={t("contact.channel")}
        value={channel}
        onChange={setChannel}
        error={missing && channel === null ? t("choose") : null}
        options={(pack?.channels ?? []).map((one) => ({
          value: one.code,
          label: nameOfCode(pack?.channels, one.code, language),
        }))}
      />
      <Choice
        name="safe"
        label={t("contact.is-safe")}
        value={safe}
        onChange={setSafe}
        error={missing && safe === null ? t("choose") : null}
        options={[
          { value: "safe", label: t("contact.safe-is") },
          { value: "never", label: t("contact.never-is") },
        ]}
      />
      <Checkbox label={t("contact.household")} checked={household} onChange={setHousehold} />
      <TextArea
        label={t("contact.text")}
        hint={t("contact.text-hint")}
        value={text}
        onChange={setText}
        rows={2}
        most={2000}
        optional
      />
      <Refused error={send.error} />
      <Acts>
        <Button type="submit" kind="first" busy={send.isPending}>
          {t("contact.keep")}
        </Button>
      </Acts>
    </form>
  );
}
