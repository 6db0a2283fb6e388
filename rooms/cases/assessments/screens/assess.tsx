import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Choice, Select } from "../../../../web/kit/choice.tsx";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { DraftNote } from "../../../../web/kit/draft-note.tsx";
import { TextArea } from "../../../../web/kit/field.tsx";
import { Notice } from "../../../../web/kit/notice.tsx";
import { useSubmit } from "../../../../web/kit/reading.ts";
import { DOMAIN_CODES, type Domain, sectionOf } from "../../domains.ts";
import type { Case } from "../../screens/shared.tsx";
import { dayFromNow, exactDay, fieldsOf, Refused, useSectionName } from "../../screens/under-case.tsx";
import {
  ASSESSMENT_KIND_CODES,
  ASSESSMENT_KINDS,
  type Assessment,
  type AssessmentKind,
  HEARD,
  LEVELS,
} from "../model.ts";
import { inDanger } from "../rules.ts";

interface Typed {
  kind: AssessmentKind | null;
  made: ReturnType<typeof fieldsOf>;
  review: ReturnType<typeof fieldsOf>;
  childHeard: (typeof HEARD)[number] | null;
  levels: Partial<Record<Domain, (typeof LEVELS)[number]>>;
  texts: Partial<Record<Domain, string>>;
  bestInterests: string;
  childView: string;
}

/** One look: part by part, "not known" is an answer everywhere, a part that was not looked at is left out. */
export function AssessForm({
  of,
  follows,
  onDone,
}: {
  readonly of: Case;
  readonly follows: Assessment | null;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(["cases/assessments", "cases/plan"]);
  const sectionName = useSectionName();
  const draft = useDraft<Typed>(`case/${of.id}/assessment/${follows?.id ?? "new"}`, {
    kind: follows?.kind ?? null,
    made: fieldsOf(dayFromNow(0)),
    review: fieldsOf(dayFromNow(30)),
    childHeard: null,
    levels: {},
    texts: {},
    bestInterests: "",
    childView: "",
  });
  const typed = draft.value;
  const set = (change: Partial<Typed>) => draft.set({ ...typed, ...change });
  const [tried, setTried] = useState(false);
  const send = useSubmit<object, object>({
    path: `/api/cases/${of.id}/assessments`,
    makesOld: [`/api/cases/${of.id}/assessments`],
  });
  const madeOn = exactDay(typed.made);
  const findings = DOMAIN_CODES.flatMap((domain) => {
    const level = typed.levels[domain];
    return level === undefined ? [] : [{ domain, level, text: typed.texts[domain] ?? "" }];
  });
  const danger = inDanger(findings);
  const whole = typed.kind === null ? null : ASSESSMENT_KINDS[typed.kind];
  const reader = (domain: Domain): string | undefined => {
    const section = whole ?? sectionOf(domain);
    return section === null ? undefined : t("only", { ns: "cases/plan", section: sectionName(section) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const ready =
          typed.kind !== null &&
          madeOn !== null &&
          typed.childHeard !== null &&
          findings.length > 0 &&
          typed.bestInterests.trim().length >= 3;
        setTried(!ready);
        if (ready)
          send.mutate(
            {
              kind: typed.kind,
              madeOn,
              follows: follows?.id ?? null,
              childHeard: typed.childHeard,
              reviewOn: exactDay(typed.review),
              findings,
              bestInterests: typed.bestInterests,
              childView: typed.childView,
            },
            {
              onSuccess: () => {
                draft.discard();
                onDone();
              },
            },
          );
      }}
    >
      <Select
        label={t("kind-title")}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        error={tried && typed.kind === null ? t("choose") : null}
        options={ASSESSMENT_KIND_CODES.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        {...(whole === null ? {} : { hint: t("only", { ns: "cases/plan", section: sectionName(whole) }) })}
      />
      <DateField
        label={t("made-on")}
        hint={t("made-on-hint")}
        value={typed.made}
        onChange={(made) => set({ made })}
        error={tried && madeOn === null ? t("choose") : null}
        exact
      />
      <Choice
        name="heard"
        label={t("heard-title")}
        value={typed.childHeard}
        onChange={(childHeard) => set({ childHeard })}
        error={tried && typed.childHeard === null ? t("choose") : null}
        options={HEARD.map((one) => ({ value: one, label: t(`heard.${one}`) }))}
      />
      <h3>{t("findings")}</h3>
      {tried && findings.length === 0 ? (
        <Notice meaning="late" title={t("findings-missing")} speak>
          {t("findings-missing-next")}
        </Notice>
      ) : null}
      <div className="findings">
        {DOMAIN_CODES.map((domain) => (
          <div key={domain}>
            <Select
              label={t(`domain.${domain}`, { ns: "cases/plan" })}
              {...(reader(domain) === undefined ? {} : { hint: reader(domain) })}
              value={typed.levels[domain] ?? null}
              onChange={(level) => {
                const { [domain]: _was, ...rest } = typed.levels;
                set({ levels: level === null ? rest : { ...rest, [domain]: level } });
              }}
              optional
              options={LEVELS.map((one) => ({ value: one, label: t(`level.${one}`) }))}
            />
            {typed.levels[domain] === undefined ? null : (
              <TextArea
                label={t("finding-text")}
                value={typed.texts[domain] ?? ""}
                onChange={(text) => set({ texts: { ...typed.texts, [domain]: text } })}
                rows={2}
                most={4000}
                optional
              />
            )}
          </div>
        ))}
      </div>
      {danger.length === 0 ? null : (
        <Notice
          meaning="late"
          title={t("danger", { parts: danger.map((one) => t(`domain.${one}`, { ns: "cases/plan" })).join(", ") })}
        >
          {t("danger-next")}
        </Notice>
      )}
      <TextArea
        label={t("child-view")}
        hint={t("child-view-hint")}
        value={typed.childView}
        onChange={(childView) => set({ childView })}
        rows={3}
        most={4000}
        optional
      />
      <TextArea
        label={t("best")}
        hint={t("best-hint")}
        value={typed.bestInterests}
        onChange={(bestInterests) => set({ bestInterests })}
        error={tried && typed.bestInterests.trim().length < 3 ? t("best-missing") : null}
        rows={5}
        most={8000}
      />
      <DateField
        label={t("review-on")}
        hint={t("review-hint")}
        value={typed.review}
        onChange={(review) => set({ review })}
        mayCome
        exact
        optional
      />
      <Refused error={send.error} />
      <Acts>
        <Button type="submit" kind="first" busy={send.isPending}>
          {t("do")}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {t("cancel")}
        </Button>
        <DraftNote draft={draft} />
      </Acts>
    </form>
  );
}
