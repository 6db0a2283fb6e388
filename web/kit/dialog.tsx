import "./dialog.css";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { Button } from "./button.tsx";
import { useKitWords } from "./words.ts";

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Absent: it stays until its own buttons are used. */
  readonly onClose?: () => void;
  /** Hides the page behind it altogether. */
  readonly covering?: boolean;
}

/**
 * Something over the page that comes first. The browser's own dialog holds the focus, makes the rest inert and gives the focus back.
 * Show it by rendering it: `{asking ? <Dialog …/> : null}`.
 */
export function Dialog({ title, children, onClose, covering = false }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { say } = useKitWords();
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close(); // before it is removed, or the focus would be lost
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does what a press on the backdrop does, and the browser handles it
    <dialog
      ref={box}
      className={covering ? "dialog covering" : "dialog"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={(event) => {
        // A browser may close it by itself at a second Escape: a sign-in that was not answered comes back.
        if (event.target === event.currentTarget && box.current?.isConnected && !box.current.open) {
          if (onClose === undefined) box.current.showModal();
          else onClose();
        }
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose?.();
      }}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        {onClose === undefined ? null : (
          <Button kind="plain" onClick={onClose}>
            {say("dialog.close")}
          </Button>
        )}
      </div>
      {children}
    </dialog>
  );
}
