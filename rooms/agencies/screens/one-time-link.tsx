import { useTranslation } from "react-i18next";
import { Button } from "../../../web/kit/button.tsx";
import { Dialog } from "../../../web/kit/dialog.tsx";
import { TextField } from "../../../web/kit/field.tsx";
import { formatDate } from "../../../web/kit/languages/format.ts";
import { showToast } from "../../../web/kit/toast.tsx";

export interface SignUp {
  readonly path: string;
  readonly expiresAt: string;
}

interface OneTimeLinkProps {
  readonly name: string;
  /** Null where the same request came before: the link is kept nowhere. */
  readonly signUp: SignUp | null;
  readonly onClose: () => void;
}

/** Shown once: nobody keeps it, here or on the server. */
export function OneTimeLink({ name, signUp, onClose }: OneTimeLinkProps) {
  const { t, i18n } = useTranslation("agencies");
  const language = i18n.resolvedLanguage ?? "en";
  const address = signUp === null ? "" : `${location.origin}${signUp.path}`;
  return (
    <Dialog title={t("colleagues.link-title", { name })} onClose={onClose}>
      {signUp === null ? (
        <p>{t("colleagues.link-gone")}</p>
      ) : (
        <>
          <p>{t("colleagues.link-lead", { time: formatDate(signUp.expiresAt, "moment", language) })}</p>
          <TextField label={t("colleagues.link")} name="link" readOnly value={address} onChange={() => undefined} />
          <p className="small quiet">{t("colleagues.link-how")}</p>
        </>
      )}
      <div className="acts">
        {signUp === null ? null : (
          <Button
            kind="first"
            onClick={() => void navigator.clipboard?.writeText(address).then(() => showToast(t("colleagues.copied")))}
          >
            {t("colleagues.copy")}
          </Button>
        )}
        <Button onClick={onClose}>{t("colleagues.done")}</Button>
      </div>
    </Dialog>
  );
}
