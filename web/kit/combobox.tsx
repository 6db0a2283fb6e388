import "./combobox.css";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { Field, type FieldProps } from "./field.tsx";
import { formatNumber } from "./languages/format.ts";
import { fold } from "./list/arrange.ts";
import { useKitWords } from "./words.ts";

export interface ComboboxProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly name?: string;
}

/** More than anybody reads; typing one more letter finds the rest. */
const SHOWS = 100;

/**
 * One of a long list, found by typing: districts, units, languages. Case and marks do not count. Follows the pattern of the ARIA
 * authoring practices (editable, list, the choice is made by hand); the focus stays in the field, so that phones keep their keyboard.
 */
export function Combobox({ options, value, onChange, name, ...field }: ComboboxProps) {
  const { say, language } = useKitWords();
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [here, setHere] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const shown = typed ?? chosen?.label ?? "";
  const found = useMemo(() => {
    const wanted = fold(typed ?? "").trim();
    return wanted === "" ? options : options.filter((option) => fold(option.label).includes(wanted));
  }, [options, typed]);
  const offered = found.slice(0, SHOWS);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the marked option is scrolled to when it changes
  useEffect(() => {
    list.current?.querySelector("[data-here]")?.scrollIntoView({ block: "nearest" });
  }, [here]);

  const close = () => {
    setOpen(false);
    setTyped(null); // words that chose nothing do not stay: the field always shows what is chosen
    setHere(-1);
  };
  const choose = (next: string | null) => {
    onChange(next);
    close();
  };
  const onKey = (event: KeyboardEvent) => {
    const last = offered.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
      setHere(event.key === "ArrowDown" ? (here >= last ? 0 : here + 1) : here <= 0 ? last : here - 1);
    } else if (event.key === "Enter" && open) {
      event.preventDefault(); // chooses, and does not send the form
      const option = offered[here] ?? (offered.length === 1 ? offered[0] : undefined);
      if (option !== undefined) choose(option.value);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <Field {...field}>
      {(wiring) => (
        <div className="combobox">
          <input
            {...wiring}
            className="input"
            name={name}
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={`${id}-list`}
            aria-activedescendant={open && here >= 0 ? `${id}-${here}` : undefined}
            value={shown}
            onChange={(event) => {
              setTyped(event.target.value);
              setOpen(true);
              setHere(-1);
              if (event.target.value === "") onChange(null);
            }}
            onClick={() => setOpen(true)}
            onFocus={(event) => event.target.select()}
            onBlur={close}
            onKeyDown={onKey}
          />
          <div
            id={`${id}-list`}
            ref={list}
            role="listbox"
            aria-labelledby={wiring.id}
            className="combobox-list"
            hidden={!open}
          >
            {offered.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
              // biome-ignore lint/a11y/useFocusableInteractive: marked by aria-activedescendant
              <div
                key={option.value}
                id={`${id}-${index}`}
                role="option"
                className="combobox-option"
                aria-selected={option.value === value}
                data-here={index === here || undefined}
                // A press would take the focus from the field before the click chooses.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option.value)}
              >
                {option.label}
              </div>
            ))}
          </div>
          <span className="unseen" role="status">
            {!open
              ? ""
              : found.length === 0
                ? say("field.none-found")
                : say("list.rows", { count: found.length, replace: { count: formatNumber(found.length, language) } })}
          </span>
          {open && found.length === 0 ? <div className="field-hint">{say("field.none-found")}</div> : null}
        </div>
      )}
    </Field>
  );
}
