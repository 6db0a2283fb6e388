/** All pages: the shell's own and those the rooms bring. Each loads when it is opened, with its words. */
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import i18next from "i18next";
import { chosenLanguage } from "../kit/languages/set-up.ts";
import { ownProblem, ProblemError, problemOf } from "../kit/problem.ts";
import { Refusal } from "../kit/refusal.tsx";
import { turn } from "../kit/turn.ts";
import { Waiting } from "../kit/waiting.tsx";
import { type Me, offered } from "./contract.ts";
import { Frame } from "./frame.tsx";
import { loadWords } from "./load-words.ts";
import type { RoomScreen } from "./rooms.ts";
import { findMe, safeNext } from "./session.ts";

interface Context {
  readonly queries: QueryClient;
  readonly me?: Me;
}

/** One page for what does not exist, what is closed to the reader and a mistyped address: the same words, so that nothing is told. */
function NotFound() {
  return <Refusal problem={ownProblem("not-found", 404)} onBack={() => history.back()} />;
}

function Failed({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  // A refusal keeps its words; a bug says that it is one. Neither takes the frame down.
  const problem = error instanceof ProblemError ? problemOf(error) : ownProblem("unexpected");
  return <Refusal problem={problem} onAgain={reset} />;
}

export function makeRouter(queries: QueryClient, screens: readonly RoomScreen[]) {
  const root = createRootRouteWithContext<Context>()({ component: Outlet });

  const signIn = createRoute({
    getParentRoute: () => root,
    path: "/sign-in",
    validateSearch: (search: Record<string, unknown>): { next?: string } =>
      safeNext(search["next"]) === "/" ? {} : { next: safeNext(search["next"]) },
    component: lazyRouteComponent(() => import("./sign-in.tsx")),
  });

  // Behind a one-time link: nobody is signed in yet.
  const setUp = createRoute({
    getParentRoute: () => root,
    path: "/set-up",
    component: lazyRouteComponent(() => import("./set-up.tsx")),
  });

  const frame = createRoute({
    getParentRoute: () => root,
    id: "frame",
    beforeLoad: async ({ context, location }) => {
      const me = await findMe(context.queries);
      if (me === null) {
        const next = safeNext(location.href);
        throw redirect({ to: "/sign-in", search: next === "/" ? {} : { next }, replace: true });
      }
      const language = chosenLanguage(me.worker.language);
      if (language !== i18next.language) await i18next.changeLanguage(language);
      return { me };
    },
    component: () => <Frame screens={screens} />,
  });

  const own = [
    createRoute({
      getParentRoute: () => frame,
      path: "/",
      component: lazyRouteComponent(() => import("./my-day.tsx")),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: "/help",
      component: lazyRouteComponent(() => import("./help.tsx")),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: "/sessions",
      component: lazyRouteComponent(() => import("./my-sessions.tsx")),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: "/cast",
      component: lazyRouteComponent(() => import("./other-cast.tsx")),
    }),
    createRoute({ getParentRoute: () => frame, path: "$", component: NotFound }),
  ];
  const rooms = screens.map((screen) =>
    createRoute({
      getParentRoute: () => frame,
      path: screen.path,
      beforeLoad: async ({ context }) => {
        const { me } = context as Context;
        if (me !== undefined && !offered(screen.roles, me.worker)) throw notFound();
        // The page is made in a turn of its own: the press that asked for it has enough to do.
        await turn();
      },
      loader: () => Promise.all([screen.room, ...(screen.words ?? [])].map(loadWords)),
      component: lazyRouteComponent(screen.screen),
    }),
  );

  return createRouter({
    routeTree: root.addChildren([signIn, setUp, frame.addChildren([...own, ...rooms])]),
    context: { queries },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingComponent: () => (
      <div className="page">
        <Waiting lines={5} />
      </div>
    ),
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}
