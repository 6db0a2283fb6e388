import { useTranslation } from "react-i18next";
import { TextField } from "../../../../web/kit/field.tsx";
import { dayOf, formatDate, instantOf } from "../../../../web/kit/languages/format.ts";

/** Why somebody is let onto a case or kept longer, and why somebody goes: codes, since the log keeps them. */
export const GRANT_BASES = [
  "joint-work",
  "urgent-protection",
  "referral",
  "court-order",
  "statutory-duty",
  "support-person",
] as const;
export const EXTEND_BASES = ["longer-needed", ...GRANT_BASES] as const;
export const WITHDRAW_BASES = ["work-done", "wrong-person", "child-asked", "court-order"] as const;

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Access that ends on a day ends with that day, where the work is done. */
export const endOfDay = (day: string): string => instantOf(day, "23:59");

/**
 * The day on which a membership for a purpose usually ends.
 * @param lasts ISO 8601 duration of years, months and days, as the pack gives it
 */
export function dayAfter(lasts: string, now = Date.now()): string {
  const [, years = "0", months = "0", days = "0"] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?/.exec(lasts) ?? [];
  const [year = 0, month = 1, day = 1] = dayOf(now).split("-").map(Number);
  const last = new Date(Date.UTC(year + Number(years), month - 1 + Number(months) + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year + Number(years), month - 1 + Number(months), Math.min(day, last) + Number(days)));
  return end.toISOString().slice(0, 10);
}

export interface EndDayProps {
  /** `YYYY-MM-DD`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
  /** Where the day is called otherwise: the day on which a placement is looked at again. */
  readonly label?: string;
  readonly hint?: string;
}

/** The day on which access ends. Every membership has one, within two years. */
export function EndDay({ value, onChange, error = null, label, hint }: EndDayProps) {
  const { t, i18n } = useTranslation("cases");
  // The browser writes the day as the device likes it; what it means is said in words, so that 3/4 is never read as 4/3.
  const means = isDay(value) ? formatDate(value, "day", i18n.resolvedLanguage ?? "en") : "";
  const why = hint ?? t("access.until-hint");
  return (
    <TextField
      label={label ?? t("access.until")}
      hint={means === "" ? why : `${means}. ${why}`}
      type="date"
      value={value}
      onChange={onChange}
      min={dayOf(Date.now())}
      error={error}
      short
    />
  );
}
