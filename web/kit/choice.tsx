import "./field.css";
import { type ReactNode, useId } from "react";
import { Field, FieldError, type FieldProps } from "./field.tsx";
import { useKitWords } from "./words.ts";

export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: ReactNode;
  /** One line that helps to choose. */
  readonly note?: ReactNode;
  /** "Not sure yet": set apart from the answers, never below them in worth. */
  readonly unsure?: boolean;
}

interface GroupProps<V extends string> extends FieldProps {
  readonly name: string;
  readonly options: readonly Option<V>[];
  /** On a question page the question itself is the legend; then the label is only heard. */
  readonly quietLabel?: boolean;
}

function Group({
  label,
  hint,
  error,
  optional = false,
  quietLabel = false,
  role,
  children,
}: FieldProps & { quietLabel?: boolean; role?: "radiogroup"; children: ReactNode }) {
  const id = useId();
  const { say } = useKitWords();
  const wrong = error !== undefined && error !== null && error !== "";
  const described = [hint === undefined ? "" : `${id}-hint`, wrong ? `${id}-error` : ""].filter((part) => part !== "");
  return (
    <fieldset
      className="field"
      data-wrong={wrong || undefined}
      role={role}
      aria-describedby={described.length === 0 ? undefined : described.join(" ")}
      aria-invalid={role === "radiogroup" && wrong ? true : undefined}
    >
      <legend className={quietLabel ? "unseen" : "field-label"}>
        {label}
        {optional ? <span className="quiet small"> · {say("field.optional")}</span> : null}
      </legend>
      {hint === undefined ? null : (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {wrong ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      <div className="choices">{children}</div>
    </fieldset>
  );
}

export interface ChoiceProps<V extends string> extends GroupProps<V> {
  /** Null while nothing is chosen: nothing is ever pre-ticked. */
  readonly value: V | null;
  readonly onChange: (value: V) => void;
}

/** One of several, as rows wide enough for a thumb. */
export function Choice<V extends string>({ name, options, value, onChange, ...group }: ChoiceProps<V>) {
  const id = useId();
  return (
    <Group {...group} role="radiogroup">
      {options.map((option) => (
        <label key={option.value} className={option.unsure ? "choice unsure" : "choice"}>
          <input
            type="radio"
            // Two questions on one page may share a name; the browser groups by it.
            name={`${id}${name}`}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <Label option={option} />
        </label>
      ))}
    </Group>
  );
}

export interface ChecksProps<V extends string> extends GroupProps<V> {
  readonly value: readonly V[];
  readonly onChange: (value: V[]) => void;
}

/** Any of several. */
export function Checks<V extends string>({ name, options, value, onChange, ...group }: ChecksProps<V>) {
  return (
    <Group {...group}>
      {options.map((option) => (
        <label key={option.value} className={option.unsure ? "choice unsure" : "choice"}>
          <input
            type="checkbox"
            name={name}
            value={option.value}
            checked={value.includes(option.value)}
            onChange={(event) =>
              onChange(
                options
                  .map((one) => one.value)
                  .filter((one) => (one === option.value ? event.target.checked : value.includes(one))),
              )
            }
          />
          <Label option={option} />
        </label>
      ))}
    </Group>
  );
}

function Label({ option }: { readonly option: Option }) {
  return (
    <span>
      {option.label}
      {option.note === undefined ? null : <span className="choice-note">{option.note}</span>}
    </span>
  );
}

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly name?: string;
}

/** One yes or no. */
export function Checkbox({ label, note, checked, onChange, name }: CheckboxProps) {
  return (
    <div className="field single">
      <label className="choice">
        <input type="checkbox" name={name} checked={checked} onChange={(event) => onChange(event.target.checked)} />
        <Label option={{ value: "", label, ...(note === undefined ? {} : { note }) }} />
      </label>
    </div>
  );
}

export interface SelectProps<V extends string> extends FieldProps {
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly name?: string;
  readonly short?: boolean;
}

/** One of a list that everybody knows (a state, a language). For long lists `Combobox`; for up to about seven answers `Choice`. */
export function Select<V extends string>({ value, onChange, options, name, ...field }: SelectProps<V>) {
  const { say } = useKitWords();
  return (
    <Field {...field}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          name={name}
          value={value ?? ""}
          onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? null)}
        >
          <option value="">{say("field.choose")}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
