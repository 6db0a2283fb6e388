import "./my-day.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Button, Link } from "../kit/button.tsx";
import type { Say } from "../kit/due.ts";
import { formatDate } from "../kit/languages/format.ts";
import { Notice } from "../kit/notice.tsx";
import { useNow } from "../kit/now.ts";
import { Page, Section } from "../kit/page.tsx";
import { Empty, Row, Rows } from "../kit/rows.tsx";
import { Waiting } from "../kit/waiting.tsx";
import { When } from "../kit/when.tsx";
import { type DayItem, type DayItems, offered } from "./contract.ts";
import { arrangeDay, type Day } from "./day.ts";
import { loadWords } from "./load-words.ts";
import { type RoomDay, roomDays } from "./rooms.ts";
import { useMe } from "./session.ts";
import { mayVouch, Vouching } from "./vouching.tsx";

/** What is next, by when, whose duty: one list by time out of what every room brings. */
export default function MyDay() {
  const me = useMe();
  const days = useSuspenseQuery({
    queryKey: ["my-day", "rooms"],
    queryFn: () => roomDays(loadWords),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const mine = useMemo(() => days.data.filter((day) => offered(day.roles, me.worker)), [days.data, me.worker]);
  // The list of rooms never changes while the page stands, so each keeps its place among the hooks below.
  return <DayPage key={mine.map((day) => day.room).join()} rooms={mine} />;
}

const NOTHING: DayItems = { items: [], state: "read" };

function DayPage({ rooms }: { readonly rooms: readonly RoomDay[] }) {
  const { t, i18n } = useTranslation("shell");
  const me = useMe();
  const language = i18n.resolvedLanguage ?? "en";
  const now = useNow();
  // biome-ignore lint/correctness/useHookAtTopLevel: `rooms` is the same for the whole life of this component (its key)
  const parts = rooms.map((room) => room.useItems?.() ?? NOTHING);
  const items = parts.flatMap((part) => part.items);
  const day = arrangeDay(items, now, (ms) => Number(formatDate(ms, "time", "en").slice(0, 2)));
  const reading = parts.some((part) => part.state === "reading");
  const failed = parts.filter((part) => part.state === "failed");
  const first = day.late[0] ?? day.near[0];
  const group = (title: string, list: readonly DayItem[], meaning?: "late") =>
    list.length === 0 ? null : (
      <DaySection title={title} {...(meaning === undefined ? {} : { meaning })}>
        {list.map((item) => (
          <DayRow key={item.id} item={item} primary={item === first} />
        ))}
      </DaySection>
    );
  return (
    <Page
      shape="hung"
      title={formatDate(now, "weekday", language)}
      windowTitle={t("places.my-day")}
      lead={reading ? undefined : summary(day, t as unknown as Say)}
    >
      {failed.length === 0 ? null : (
        <Notice
          meaning="soon"
          title={t("day.failed")}
          speak
          acts={
            <Button
              onClick={() => {
                for (const part of failed) part.retry?.();
              }}
            >
              {t("day.again")}
            </Button>
          }
        >
          {t("day.failed-next")}
        </Notice>
      )}
      {group(t("day.late"), day.late, "late")}
      {day.late.length > 0 && day.near.length + day.later.length > 0 ? (
        <div className="day-now" aria-hidden="true">
          <span>
            <b>{t("day.now")}</b> {formatDate(now, "time", language)}
          </span>
        </div>
      ) : null}
      {group(t("day.near"), day.near)}
      {group(t("day.later"), day.later)}
      {group(t("day.open"), day.open)}
      {reading ? <Waiting lines={4} /> : null}
      {!reading && failed.length === 0 && items.length === 0 ? (
        <Empty title={t("day.empty")}>{t("day.empty-next")}</Empty>
      ) : null}
      <div className="day-sections">
        {mayVouch(me) ? <Vouching /> : null}
        {rooms.map(({ room, Section: Part }) => (Part === undefined ? null : <Part key={room} />))}
      </div>
    </Page>
  );
}

/** What one would say first: is anything late, how much is near. */
function summary(day: Day, t: Say): string {
  // Up to ten as a word: it is a sentence. Above, a figure.
  const number = (count: number) => ({
    count,
    number: count > 1 && count <= 10 ? t(`day.numbers.${count}`) : String(count),
  });
  const near = t("day.sum-near", number(day.near.length));
  if (day.late.length > 0)
    return `${t("day.sum-late", number(day.late.length))} ${day.near.length > 0 ? near : t("day.sum-no-near")}`;
  return day.near.length > 0 ? `${t("day.sum-no-late")} ${near}` : t("day.sum-calm");
}

function DaySection({
  title,
  meaning,
  children,
}: {
  readonly title: string;
  readonly meaning?: "late";
  readonly children: ReactNode;
}) {
  return (
    <Section title={title} {...(meaning === undefined ? {} : { className: meaning })}>
      <Rows>{children}</Rows>
    </Section>
  );
}

function DayRow({ item, primary }: { readonly item: DayItem; readonly primary: boolean }) {
  const { act, subject } = item;
  const kind = primary ? ("first" as const) : ("second" as const);
  return (
    <Row
      time={<When dueAt={item.dueAt} {...(item.startedAt === undefined ? {} : { startedAt: item.startedAt })} />}
      what={item.what}
      {...(subject === undefined && item.about === undefined
        ? {}
        : {
            about: (
              <>
                {subject === undefined ? null : <Link to={subject.to}>{subject.label}</Link>}
                {subject !== undefined && item.about !== undefined ? " · " : null}
                {item.about}
              </>
            ),
          })}
      {...(item.why === undefined ? {} : { why: item.why })}
      {...(act === undefined
        ? {}
        : {
            act:
              "to" in act ? (
                <Link asButton kind={kind} to={act.to}>
                  {act.label}
                </Link>
              ) : (
                <Button kind={kind} onClick={act.do}>
                  {act.label}
                </Button>
              ),
          })}
    />
  );
}
