import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Select } from "../../../../web/kit/choice.tsx";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { DraftNote } from "../../../../web/kit/draft-note.tsx";
import { TextArea } from "../../../../web/kit/field.tsx";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { Tag } from "../../../../web/kit/notice.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { reading, useSubmit } from "../../../../web/kit/reading.ts";
import { Empty } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import { useMe } from "../../../../web/shell/session.ts";
import type { Case } from "../../screens/shared.tsx";
import { dayFromNow, exactMoment, fieldsOf, Refused, UnderCase, useUnits } from "../../screens/under-case.tsx";
import type { HandOver } from "../model.ts";

/** From this shift to the next. A slip can be printed: it carries its number and its hash. */
export default function HandOverPage() {
  const { t } = useTranslation("cases/hand-overs");
  return (
    <UnderCase part="hand-over" lead={t("lead")}>
      {(of) => (
        <>
          <List of={of} />
          <Section title={t("write.title")} className="screen-only">
            <WriteForm of={of} />
          </Section>
        </>
      )}
    </UnderCase>
  );
}

function List({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases/hand-overs");
  const found = useQuery(reading<{ handOvers: HandOver[] }>(`/api/cases/${of.id}/hand-overs`));
  const [printing, setPrinting] = useState<string | null>(null);
  useEffect(() => {
    if (printing === null) return;
    const done = () => setPrinting(null);
    addEventListener("afterprint", done);
    print();
    return () => removeEventListener("afterprint", done);
  }, [printing]);
  return (
    <Section title={t("list")} note={t("who-reads")}>
      <Shown query={found} small>
        {({ handOvers }) =>
          handOvers.length === 0 ? (
            <Empty title={t("none")}>{t("none-next")}</Empty>
          ) : (
            handOvers.map((one) => (
              <Slip key={one.id} of={of} one={one} chosen={printing === one.id} onPrint={() => setPrinting(one.id)} />
            ))
          )
        }
      </Shown>
    </Section>
  );
}

function Slip({
  of,
  one,
  chosen,
  onPrint,
}: {
  readonly of: Case;
  readonly one: HandOver;
  readonly chosen: boolean;
  readonly onPrint: () => void;
}) {
  const { t, i18n } = useTranslation("cases/hand-overs");
  const language = i18n.resolvedLanguage ?? "en";
  const me = useMe();
  const read = useSubmit<object, object>({
    method: "PUT",
    path: `/api/cases/${of.id}/hand-overs/${one.id}/reading`,
    makesOld: [`/api/cases/${of.id}/hand-overs`, "/api/hand-overs"],
  });
  const mayRead = one.readAt === null && !one.mine && me.worker.unit?.id === one.unitId;
  return (
    <article className={chosen ? "slip chosen" : "slip"} aria-label={t("number", { number: one.number })}>
      <div className="row-time">
        <strong>{t("number", { number: one.number })}</strong> · {of.ref} ·{" "}
        {one.unit === null ? "" : nameIn(one.unit, language)}{" "}
        {one.readAt === null ? <Tag meaning="soon">{t("unread")}</Tag> : <Tag meaning="safe">{t("read")}</Tag>}
      </div>
      <p className="said goal-words">{one.text ?? t("sealed")}</p>
      <p className="small">
        {one.writer === null ? "" : nameIn(one.writer, language)}, <Moment at={one.writtenAt} /> · {t("holds-until")}{" "}
        <Moment at={one.until} />
        {one.readAt === null ? null : (
          <>
            {" · "}
            {t("read-by", { who: one.reader === null ? "" : nameIn(one.reader, language) })} <Moment at={one.readAt} />
          </>
        )}
      </p>
      <p className="small quiet figures">{t("hash", { hash: inFours(one.hash) })}</p>
      <p className="print-only">{t("sign")} ______________________________</p>
      <Refused error={read.error} />
      <div className="screen-only">
        <Acts>
          {mayRead ? (
            <Button kind="first" busy={read.isPending} onClick={() => read.mutate({})}>
              {t("have-read")}
            </Button>
          ) : null}
          <Button onClick={onPrint}>{t("print")}</Button>
        </Acts>
      </div>
    </article>
  );
}

/** In groups of four: it is compared by eye and read aloud. */
const inFours = (hash: string): string => hash.replace(/(.{4})(?=.)/g, "$1 ");

function WriteForm({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases/hand-overs");
  const me = useMe();
  const units = useUnits(of);
  const mine = me.worker.unit?.id ?? null;
  const draft = useDraft(`case/${of.id}/hand-over`, {
    unitId: units.some((unit) => unit.value === mine) ? mine : null,
    until: fieldsOf(dayFromNow(1), "08:00"),
    text: "",
  });
  const { unitId, until, text } = draft.value;
  const [tried, setTried] = useState(false);
  const send = useSubmit<object, { number: number }>({
    path: `/api/cases/${of.id}/hand-overs`,
    makesOld: [`/api/cases/${of.id}/hand-overs`, "/api/hand-overs"],
  });
  const holds = exactMoment(until, "08:00");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const ready = unitId !== null && holds !== null && text.trim() !== "";
        setTried(!ready);
        if (ready) send.mutate({ unitId, until: holds, text }, { onSuccess: () => draft.discard() });
      }}
    >
      <TextArea
        label={t("write.text")}
        hint={t("write.text-hint")}
        value={text}
        onChange={(next) => draft.set({ ...draft.value, text: next })}
        error={tried && text.trim() === "" ? t("write.something") : null}
        rows={4}
        most={8000}
      />
      <Select
        label={t("write.unit")}
        value={unitId}
        onChange={(next) => draft.set({ ...draft.value, unitId: next })}
        error={tried && unitId === null ? t("choose") : null}
        options={units}
      />
      <DateField
        label={t("write.until")}
        hint={t("write.until-hint")}
        value={until}
        onChange={(next) => draft.set({ ...draft.value, until: next })}
        error={tried && holds === null ? t("write.whole-day") : null}
        withTime
        mayCome
        exact
      />
      <Refused error={send.error} />
      <Acts>
        <Button type="submit" kind="first" busy={send.isPending}>
          {t("write.do")}
        </Button>
        <DraftNote draft={draft} />
      </Acts>
    </form>
  );
}
