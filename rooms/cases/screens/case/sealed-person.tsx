import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Select } from "../../../../web/kit/choice.tsx";
import { request } from "../../../../web/kit/client.ts";
import { keyOf } from "../../../../web/kit/reading.ts";
import { Facts } from "../../../../web/kit/rows.tsx";
import { Sealed } from "../../../../web/kit/sealed.tsx";
import { useMe, viewerMark } from "../../../../web/shell/session.ts";
import { OPENING_REASONS } from "../../../identities/model.ts";
import { type Case, usePack } from "../shared.tsx";
import { useAllowed } from "./allowed.ts";
import { SealIdentity } from "./seal-identity.tsx";

export type Opened = {
  readonly identity: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly entryId: string;
};
type Reason = (typeof OPENING_REASONS)[number];

/** What somebody on a case for this purpose most often opens a name for: it fills the reason, so that opening is one press. */
const OF_PURPOSE: Readonly<Record<string, Reason>> = {
  protection: "production-before-committee",
  screening: "interview",
  investigation: "interview",
  care: "placement",
  prosecution: "court-paper",
  "legal-aid": "court-paper",
  inspection: "interview",
  health: "medical-care",
  support: "hearing",
  "home-study": "search-for-family",
  escort: "placement",
  "follow-up": "review",
};

/** The purpose for which the reader is on the case now, as the pack calls it; null for a supervisor, who has none. */
export function useMyPurpose(of: Case): string | null {
  const me = useMe();
  const pack = usePack().data;
  const mine =
    of.members.find((member) => member.workerId === me.worker.id) ??
    of.members.find((member) => member.kind === 2 && member.unitId === me.worker.unit?.id);
  return pack?.purposes.find((purpose) => purpose.number === mine?.purpose)?.code ?? null;
}

export interface SealedPersonProps {
  readonly of: Case;
  readonly personId: string;
  readonly what: string;
  /** Whose name it is; absent for a place. A name can be written anew by whoever may. */
  readonly role?: Case["people"][number]["role"];
  readonly holds?: readonly string[];
}

/** Somebody's sealed identity, or a sealed place. Opening shows, says who will know, and closes itself again after a minute without use. */
export function SealedPerson({ of, personId, what, role, holds }: SealedPersonProps) {
  const { t, i18n } = useTranslation("cases");
  const me = useMe();
  const purpose = useMyPurpose(of);
  const [chosen, setChosen] = useState<Reason | null>(null);
  const reason = chosen ?? OF_PURPOSE[purpose ?? ""] ?? "other";
  const queries = useQueryClient();
  const may = useAllowed();
  const [changing, setChanging] = useState<Opened | null>(null);
  return (
    <>
      <Sealed<Opened>
        what={what}
        consequence={t("sealed.consequence")}
        {...(holds === undefined ? {} : { holds })}
        reason={reason === "other" ? "ask" : { known: t(`opening.${reason}`) }}
        choice={
          <Select
            label={t("sealed.why")}
            value={reason}
            onChange={(next) => setChosen(next ?? "other")}
            options={OPENING_REASONS.map((one) => ({ value: one, label: t(`opening.${one}`) }))}
          />
        }
        canHold={reason === "hearing"}
        viewer={viewerMark(me, i18n.resolvedLanguage ?? "en")}
        open={async (typed) => {
          const opened = await request(
            "POST",
            `/api/identities/${personId}/openings`,
            reason === "other" ? { reason, words: typed } : { reason },
          );
          void queries.invalidateQueries({ queryKey: keyOf(`/api/cases/${of.id}/looks`) });
          return opened;
        }}
      >
        {(opened) => (
          <>
            <IdentityFacts identity={opened.identity} />
            {role !== undefined && may("identity.write") ? (
              <Acts>
                <Button kind="plain" onClick={() => setChanging(opened)}>
                  {t("seal.change")}
                </Button>
              </Acts>
            ) : null}
          </>
        )}
      </Sealed>
      {changing === null || role === undefined ? null : (
        <SealIdentity of={of} personId={personId} role={role} opened={changing} onClose={() => setChanging(null)} />
      )}
    </>
  );
}

/** Order in which an identity is read aloud; what is not named here follows. */
const ORDER = ["givenName", "familyName", "nickname", "name", "fatherName", "motherName", "birthDate", "nationality"];

function IdentityFacts({ identity }: { readonly identity: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation("cases");
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return (
    <Facts
      facts={Object.entries(identity)
        .filter(([, value]) => value !== "" && value !== null)
        .sort(([one], [other]) => place(one) - place(other))
        .map(([name, value]) => ({
          name: t(`identity.${name}`, { defaultValue: name }),
          // A name in Urdu runs its own way on a Hindi page.
          value: <bdi className="said">{Array.isArray(value) ? value.join(", ") : String(value)}</bdi>,
        }))}
    />
  );
}
