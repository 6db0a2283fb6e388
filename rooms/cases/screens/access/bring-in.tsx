import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { Checks, Choice, Select } from "../../../../web/kit/choice.tsx";
import { Combobox } from "../../../../web/kit/combobox.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { reading, useSubmit } from "../../../../web/kit/reading.ts";
import { Shown } from "../../../../web/kit/shown.tsx";
import { showToast } from "../../../../web/kit/toast.tsx";
import { useMe } from "../../../../web/shell/session.ts";
import { nameOfCode, SECTION_NAMES } from "../../../agencies/pack-names.ts";
import { type Case, usePack } from "../shared.tsx";
import { dayAfter, EndDay, endOfDay, GRANT_BASES, isDay } from "./end-day.tsx";

type Names = Readonly<Record<string, string>>;
interface Directory {
  readonly agencies: readonly {
    readonly id: string;
    readonly kind: string;
    readonly names: Names;
    readonly units: readonly { readonly id: string; readonly names: Names }[];
  }[];
}
interface Colleagues {
  readonly colleagues: readonly { readonly id: string; readonly names: Names }[];
}

interface Typed {
  kind: "unit" | "worker";
  subject: string | null;
  purpose: string | null;
  sections: string[] | null;
  until: string | null;
  basis: string | null;
}

const BLANK: Typed = { kind: "unit", subject: null, purpose: null, sections: null, until: null, basis: null };
/** Where the child sleeps, statements, and the child's own words: handed on by who holds them, or to a kind of agency that usually does. */
const GUARDED = [2, 6, 9];

/** Lets a unit, or one colleague, onto the case: for a purpose, to an end, with the sections that the work needs. */
export function BringIn({ of, onClose }: { readonly of: Case; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const me = useMe();
  const pack = usePack().data;
  const directory = useQuery(reading<Directory>("/api/agencies"));
  const colleagues = useQuery(reading<Colleagues>("/api/colleagues"));
  const draft = useDraft<Typed>(`case/${of.id}/bring-in`, BLANK);
  const typed = draft.value;
  const set = (change: Partial<Typed>) => draft.set((before) => ({ ...before, ...change }));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const send = useSubmit<object, { member: number }>({
    path: `/api/cases/${of.id}/members`,
    makesOld: [`/api/cases/${of.id}`],
  });
  const agency = directory.data?.agencies.find((one) =>
    typed.kind === "worker" ? one.id === me.worker.agency?.id : one.units.some((unit) => unit.id === typed.subject),
  );
  const kind = pack?.kinds.find((one) => one.code === agency?.kind);
  const purposes = (pack?.purposes ?? []).filter((one) => one.code !== "oversight");
  const purpose = typed.purpose ?? String(purposes.find((one) => one.code === kind?.purpose)?.number ?? "");
  const wanted = purposes.find((one) => String(one.number) === purpose);
  // What both the purpose and the kind of agency name is proposed; everything can be changed before it is given.
  const proposed = (wanted?.sections ?? [])
    .filter((section) => kind?.sections.includes(section) === true)
    .map((section) => String(SECTION_NAMES.indexOf(section as "identity") + 1));
  const sections = typed.sections ?? proposed;
  const until = typed.until ?? (wanted === undefined ? "" : dayAfter(wanted.lasts));
  const offered = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter(
    (section) =>
      !GUARDED.includes(section) ||
      of.sections.includes(section) ||
      kind?.sections.includes(SECTION_NAMES[section - 1] ?? "") === true,
  );
  const subjects =
    typed.kind === "unit"
      ? (directory.data?.agencies ?? []).flatMap((one) =>
          one.units.map((unit) => ({
            value: unit.id,
            label: `${nameIn(one.names, language)}: ${nameIn(unit.names, language)}`,
          })),
        )
      : (colleagues.data?.colleagues ?? []).map((one) => ({ value: one.id, label: nameIn(one.names, language) }));
  const bring = () => {
    const wrong = [
      ...(typed.subject === null ? ["subject"] : []),
      ...(purpose === "" ? ["purpose"] : []),
      ...(isDay(until) ? [] : ["until"]),
      ...(typed.basis === null ? ["basis"] : []),
    ];
    setMissing(wrong);
    if (wrong.length > 0) return;
    send.mutate(
      {
        kind: typed.kind,
        subjectId: typed.subject,
        purpose: Number(purpose),
        until: endOfDay(until),
        sections: sections.map(Number).filter((section) => offered.includes(section)),
        basis: typed.basis,
      },
      {
        onSuccess: () => {
          draft.discard();
          showToast(t("access.brought"));
          onClose();
        },
      },
    );
  };
  return (
    <ActDialog
      title={t("access.bring")}
      lead={t("access.bring-lead")}
      act={t("access.bring-act")}
      busy={send.isPending}
      problem={send.error}
      draft={draft}
      onClose={onClose}
      onAct={bring}
    >
      <Choice
        name="kind"
        label={t("access.whom")}
        value={typed.kind}
        onChange={(kind) => set({ kind, subject: null, sections: null })}
        options={[
          { value: "unit", label: t("access.unit"), note: t("access.unit-note") },
          { value: "worker", label: t("access.colleague") },
        ]}
      />
      <Shown<unknown> query={typed.kind === "unit" ? directory : colleagues} small>
        {() => (
          <Combobox
            label={t(typed.kind === "unit" ? "access.unit" : "access.colleague")}
            value={typed.subject}
            onChange={(subject) => set({ subject, sections: null, purpose: null, until: null })}
            error={missing.includes("subject") ? t("access.subject-missing") : null}
            options={subjects}
          />
        )}
      </Shown>
      <Select
        label={t("access.purpose")}
        value={purpose === "" ? null : purpose}
        onChange={(next) => set({ purpose: next, sections: null, until: null })}
        error={missing.includes("purpose") ? t("access.purpose-missing") : null}
        options={purposes.map((one) => ({
          value: String(one.number),
          label: nameOfCode(purposes, one.code, language),
        }))}
      />
      <Checks
        name="sections"
        label={t("access.sections")}
        hint={t("access.sections-hint")}
        value={sections}
        onChange={(next) => set({ sections: next })}
        options={offered.map((section) => ({ value: String(section), label: t(`section-name.${section}`) }))}
      />
      <EndDay
        value={until}
        onChange={(next) => set({ until: next })}
        error={missing.includes("until") ? t("access.until-wrong") : null}
      />
      <Select
        label={t("why")}
        value={typed.basis}
        onChange={(basis) => set({ basis })}
        error={missing.includes("basis") ? t("why-missing-code") : null}
        options={GRANT_BASES.map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))}
      />
    </ActDialog>
  );
}
