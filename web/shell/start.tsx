/** Starts the staff app: words, cache, pages. */
import "../kit/fonts.css";
import "../kit/tokens.css";
import "../kit/base.css";
import "../kit/print.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { PSEUDO } from "../kit/languages/pseudo.ts";
import { startLanguages } from "../kit/languages/set-up.ts";
import { setLook } from "../kit/preferences.ts";
import { makeQueryClient } from "../kit/reading.ts";
import { roomScreens } from "./rooms.ts";
import { makeRouter } from "./router.tsx";
import { wordSource } from "./word-files.ts";

/** `?language=qps` shows the pseudo-language on this device; `?language=en` ends it. */
function takeLanguageFromAddress(): void {
  const wish = new URLSearchParams(location.search).get("language");
  if (wish === PSEUDO || wish === "en" || wish === "hi") setLook({ language: wish });
}

/** After an update the parts of the old page are gone from the server: load the page anew, once, instead of failing. */
function reloadOnceAfterUpdate(): void {
  addEventListener("vite:preloadError", (event) => {
    const last = Number(sessionStorage.getItem("homeward.reloaded") ?? 0);
    if (Date.now() - last < 60_000) return;
    sessionStorage.setItem("homeward.reloaded", String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}

export async function start(place: HTMLElement): Promise<void> {
  takeLanguageFromAddress();
  reloadOnceAfterUpdate();
  const queries = makeQueryClient();
  const router = makeRouter(queries, roomScreens());
  await startLanguages(wordSource, ["shell", "kit"]);
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </StrictMode>,
  );
}
