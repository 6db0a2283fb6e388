import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button, Link } from "../kit/button.tsx";
import { formatDate } from "../kit/languages/format.ts";
import { Notice } from "../kit/notice.tsx";
import { Empty, Row, Rows } from "../kit/rows.tsx";
import { Page, Section } from "../kit/page.tsx";
import { Waiting } from "../kit/waiting.tsx";
import { When } from "../kit/when.tsx";
import { type DayItem, type DayItems, offered } from "./contract.ts";
import { type RoomDay, roomDays } from "./rooms.ts";
import { loadWords } from "./router.tsx";
import { useMe } from "./session.ts";

const NOTHING: DayItems = { items: [], state: "read" };

/** Home: what is next, by when, whose duty. Everything that waits stands in one list by time, wherever it comes from. */
export default function MyDay() {
  const me = useMe();
  const days = useQuery({ queryKey: ["shell", "days"], queryFn: () => roomDays(loadWords), staleTime: Number.POSITIVE_INFINITY });
  if (days.data === undefined) return <Waiting />;
  const mine = days.data.filter((day) => offered(day.roles, me.worker));
  // The rooms' hooks are called in a fixed order: the list of rooms never changes while the page stands.
  return <Day key={mine.map((day) => day.room).join()} days={mine} />;
}

function Day({ days }: { readonly days: readonly RoomDay[] }) {
  const { t, i18n } = useTranslation("shell");
  const read = days.map((day) => day.useItems?.() ?? NOTHING);
  const items = read.flatMap((part) => part.items).sort(byTime);
  const now = Date.now();
  const eveningAfter = new Date(now);
  eveningAfter.setDate(eveningAfter.getDate() + 1);
  eveningAfter.setHours(20, 0, 0, 0);
  const late = items.filter((item) => item.dueAt !== null && Date.parse(item.dueAt) < now);
  const soon = items.filter((item) => item.dueAt !== null && Date.parse(item.dueAt) >= now && Date.parse(item.dueAt) <= eveningAfter.getTime());
  const later = items.filter((item) => !late.includes(item) && !soon.includes(item));
  const lead = [late.length > 0 ? t("day.late-count", { count: late.length }) : t("day.calm"), ...(soon.length > 0 ? [t("day.due-count", { count: soon.length })] : [])].join(" ");
  const failed = read.filter((part) => part.state === "failed");
  return (
    <Page title={formatDate(now, "weekday", i18n.resolvedLanguage ?? "en")} windowTitle={t("places.my-day")} lead={items.length > 0 ? lead : undefined}>
      {failed.length > 0 ? (
        <Notice meaning="late" title={t("day.failed")} acts={<Button onClick={() => { for (const part of failed) part.retry?.(); }}>{t("day.again")}</Button>} />
      ) : null}
      <Part title={t("day.late")} items={late} />
      <Part title={t("day.soon")} items={soon} />
      <Part title={t("day.later")} items={later} />
      {items.length === 0 ? read.some((part) => part.state === "reading") ? <Waiting /> : <Empty title={t("day.none")}>{t("day.none-lead")}</Empty> : null}
      {days.map(({ room, Section: Own }) => (Own === undefined ? null : <Own key={room} />))}
    </Page>
  );
}

function Part({ title, items }: { readonly title: string; readonly items: readonly DayItem[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <Rows>
        {items.map((item) => (
          <Row
            key={item.id}
            time={<When dueAt={item.dueAt} startedAt={item.startedAt ?? null} />}
            what={item.what}
            about={
              <>
                {item.subject === undefined ? null : <Link to={item.subject.to}>{item.subject.label}</Link>}
                {item.subject !== undefined && item.about !== undefined ? " · " : null}
                {item.about}
              </>
            }
            why={item.why}
            act={item.act === undefined ? undefined : "to" in item.act ? <Link to={item.act.to} asButton>{item.act.label}</Link> : <Button onClick={item.act.do}>{item.act.label}</Button>}
          />
        ))}
      </Rows>
    </Section>
  );
}

function byTime(one: DayItem, other: DayItem): number {
  if (one.dueAt === null || other.dueAt === null) return one.dueAt === other.dueAt ? 0 : one.dueAt === null ? 1 : -1;
  return Date.parse(one.dueAt) - Date.parse(other.dueAt);
}
