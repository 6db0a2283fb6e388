import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { Link } from "../../../../web/kit/button.tsx";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { reading } from "../../../../web/kit/reading.ts";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import type { Look } from "../../model.ts";
import { type Case, useAgencyName } from "../shared.tsx";

/** Who looked at this case and who opened what, for whoever is on it. */
export function WhoLooked({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const agencyName = useAgencyName();
  const [open, setOpen] = useState(false);
  const looks = useQuery({
    ...reading<{ looks: z.infer<typeof Look>[] }>(`/api/cases/${of.id}/looks`),
    enabled: open,
  });
  return (
    <Disclosure label={t("page.looked", { count: of.looks })} open={open} onToggle={setOpen}>
      {open ? (
        <Shown query={looks} small>
          {(found) => (
            <Rows label={t("page.looked", { count: found.looks.length })}>
              {found.looks.map((look) => (
                <Row
                  key={`${look.at}${look.verb}`}
                  still
                  time={<Moment at={look.at} />}
                  what={look.worker === null ? t("care-home") : nameIn(look.worker, language)}
                  about={look.worker === null ? undefined : agencyName(look.agency, look.fromHome)}
                  why={[
                    t(`verb.${look.verb}`, { defaultValue: look.verb }),
                    look.purpose === null ? "" : t(`opening.${look.purpose}`, { defaultValue: look.purpose }),
                  ]
                    .filter((part) => part !== "")
                    .join(" · ")}
                />
              ))}
            </Rows>
          )}
        </Shown>
      ) : null}
      <p>
        <Link to="/help">{t("page.looked-help")}</Link>
      </p>
    </Disclosure>
  );
}
