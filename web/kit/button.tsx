import "./button.css";
import { Link as RouterLink } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";

/** `first` is the one primary act of a screen. `plain` is a verb among words. */
export type ButtonKind = "first" | "second" | "plain" | "danger" | "seal";

interface Look {
  readonly kind?: ButtonKind;
  /** As wide as its column. */
  readonly wide?: boolean;
}

const classes = ({ kind = "second", wide = false }: Look, more?: string) =>
  ["button", kind, wide ? "wide" : "", more ?? ""].filter((name) => name !== "").join(" ");

export interface ButtonProps extends Omit<ComponentProps<"button">, "disabled">, Look {
  /** Under way: it keeps its focus and its word, and a second press does nothing. Never use a dead button; say why instead. */
  readonly busy?: boolean;
}

export function Button({ kind, wide, busy = false, className, onClick, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classes({ ...(kind ? { kind } : {}), ...(wide ? { wide } : {}) }, className)}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

export interface LinkProps extends Look {
  readonly to: string;
  readonly params?: Record<string, string>;
  readonly search?: Record<string, unknown>;
  readonly children: ReactNode;
  readonly className?: string;
  readonly id?: string;
  readonly onClick?: () => void;
  readonly onFocus?: () => void;
  readonly tabIndex?: number;
  readonly "aria-current"?: "page" | "true";
  readonly "aria-label"?: string;
  readonly "aria-describedby"?: string;
  /** Looks like a button: for a next step that is a page. */
  readonly asButton?: boolean;
}

/** A link within the app. The paths of rooms are found at start, so they are plain strings here. */
export function Link({ to, params, search, kind, wide, asButton = false, className, ...rest }: LinkProps) {
  const look = asButton ? classes({ ...(kind ? { kind } : {}), ...(wide ? { wide } : {}) }, className) : className;
  return (
    <RouterLink
      to={to}
      {...(params === undefined ? {} : { params: params as never })}
      {...(search === undefined ? {} : { search: search as never })}
      {...(look === undefined ? {} : { className: look })}
      // The frame marks where one is; a link in a text never does.
      activeProps={{}}
      {...rest}
    />
  );
}

/** Several acts in a row; on a phone one below the other. */
export function Acts({ children }: { readonly children: ReactNode }) {
  return <div className="acts">{children}</div>;
}
