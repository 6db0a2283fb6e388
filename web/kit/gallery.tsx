/**
 * Every component of the kit on a few pages, for whoever builds screens. Only under `vite dev web` at /gallery.html or built apart with
 * `vite build web --mode gallery`; the product never contains it. Everybody named here is invented, and the sentences are samples, so
 * they stand in this file and not among the words.
 */
import "./fonts.css";
import "./tokens.css";
import "./base.css";
import "./print.css";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { Link } from "./button.tsx";
import type { Words } from "./languages/pseudo.ts";
import { startLanguages } from "./languages/set-up.ts";
import { setLook } from "./preferences.ts";
import { Toasts } from "./toast.tsx";

const PAGES = ["parts", "forms", "question", "case", "list", "refusal", "conflict"] as const;

function Around() {
  return (
    <>
      <nav aria-label="Gallery" className="page" style={{ paddingBlock: "var(--s3) 0" }}>
        {PAGES.map((page) => (
          <span key={page}>
            <Link to={`/${page}`}>{page}</Link>{" "}
          </span>
        ))}
      </nav>
      <main>
        <Outlet />
      </main>
      <Toasts />
    </>
  );
}

const words = import.meta.glob<Words>("./words/{en,hi}.json", { import: "default" });

async function start(place: HTMLElement): Promise<void> {
  const wish = new URLSearchParams(location.search).get("language");
  if (wish !== null) setLook({ language: wish });
  await startLanguages(
    async (language) => {
      const load = words[`./words/${language}.json`];
      if (load === undefined) throw new Error(`no words in ${language}`);
      return load();
    },
    ["kit"],
  );
  const root = createRootRoute({ component: Around });
  const routes = PAGES.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: `/${page}`,
      component: lazyRouteComponent(() => import("./gallery-pages.tsx"), page),
    }),
  );
  const router = createRouter({ routeTree: root.addChildren(routes), scrollRestoration: true });
  if (!PAGES.some((page) => location.pathname === `/${page}`)) {
    await router.navigate({ to: "/parts" as never, replace: true });
  }
  createRoot(place).render(
    <StrictMode>
      <Suspense>
        <RouterProvider router={router as never} />
      </Suspense>
    </StrictMode>,
  );
}

const place = document.getElementById("gallery");
if (place !== null) void start(place);
