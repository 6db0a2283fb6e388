import "./keyboard-help.css";
import { Fragment } from "react";
import { Checkbox } from "./choice.tsx";
import { Dialog } from "./dialog.tsx";
import { setLook, useLook } from "./preferences.ts";
import { useAllShortcuts } from "./shortcuts.ts";
import { useKitWords } from "./words.ts";

/** The keys of this page, and the switch that turns single ones off. */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const { say } = useKitWords();
  const { singleKeys } = useLook();
  const keys = useAllShortcuts();
  return (
    <Dialog title={say("keys.title")} onClose={onClose}>
      {keys.length === 0 ? (
        <p className="quiet">{say("keys.none")}</p>
      ) : (
        <dl className="keys">
          {keys.map((shortcut) => (
            <div key={shortcut.keys}>
              <dt>{shortcut.label}</dt>
              <dd>
                {shortcut.keys.split(" ").map((key, index) => (
                  <Fragment key={`${shortcut.keys} ${key}`}>
                    {index === 0 ? null : <span className="quiet small"> {say("keys.then")} </span>}
                    <kbd>{key}</kbd>
                  </Fragment>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Checkbox
        label={say("keys.single")}
        note={say("keys.single-hint")}
        checked={singleKeys}
        onChange={(on) => setLook({ singleKeys: on })}
      />
    </Dialog>
  );
}
