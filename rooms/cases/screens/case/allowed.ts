import { useMe } from "../../../../web/shell/session.ts";
import { usePack } from "../shared.tsx";

/** May the reader's role do this act? A kindness of the screen, so that nobody is offered what would be refused; the server decides. */
export function useAllowed(): (action: string) => boolean {
  const me = useMe();
  const roles = usePack().data?.roles ?? [];
  return (action) => roles.some((role) => me.worker.roles.includes(role.code) && role.actions.includes(action));
}
