import "./sign-in.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { House } from "./house.tsx";
import { LanguageChoice } from "./language-choice.tsx";

/** What stands around a page of somebody who is not in yet. */
export function Entrance({ children, wide = false }: { readonly children: ReactNode; readonly wide?: boolean }) {
  const { t } = useTranslation("shell");
  return (
    <div className="entrance">
      <header className="entrance-head">
        <span className="mark">
          <House />
          {t("name")}
        </span>
        <LanguageChoice />
      </header>
      <main id="main" className={wide ? "entrance-body wide" : "entrance-body"}>
        {children}
      </main>
      <footer className="entrance-foot">{t("sign-in.foot")}</footer>
    </div>
  );
}
