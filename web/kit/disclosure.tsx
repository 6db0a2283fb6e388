import "./disclosure.css";
import type { ReactNode } from "react";

export interface DisclosureProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
}

/** More for whoever wants it. */
export function Disclosure({ label, children, open, onToggle }: DisclosureProps) {
  return (
    <details className="disclosure" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        <span>{label}</span>
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
