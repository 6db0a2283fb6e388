import "./field.css";
import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { Button } from "./button.tsx";
import { formatNumber } from "./languages/format.ts";
import { useKitWords } from "./words.ts";

export interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it. What was typed always stays. */
  readonly error?: string | null;
  /** May stay empty: says so beside the label. Everything else is needed and carries no star. */
  readonly optional?: boolean;
}

interface Wiring {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

/** Label, hint, error and control, tied together for whoever cannot see them. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  short = false,
  children,
}: FieldProps & { readonly short?: boolean; readonly children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const { say } = useKitWords();
  const wrong = error !== undefined && error !== null && error !== "";
  const described = [hint === undefined ? "" : `${id}-hint`, wrong ? `${id}-error` : ""].filter((part) => part !== "");
  return (
    <div className={short ? "field short" : "field"} data-wrong={wrong || undefined}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optional ? <span className="quiet small"> · {say("field.optional")}</span> : null}
      </label>
      {hint === undefined ? null : (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {wrong ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {children({
        id,
        ...(described.length === 0 ? {} : { "aria-describedby": described.join(" ") }),
        ...(wrong ? { "aria-invalid": true as const } : {}),
      })}
    </div>
  );
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { say } = useKitWords();
  return (
    <div className="field-error" id={id}>
      <span className="unseen">{say("field.error")}</span>
      {children}
    </div>
  );
}

type InputProps = Omit<ComponentProps<"input">, "id" | "value" | "onChange" | "className" | "children">;

export interface TextFieldProps extends FieldProps, InputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** As wide as a number or a name, not as the column. */
  readonly short?: boolean;
}

/** React focuses by itself and leaves the attribute out; a dialog that opens around the field goes by the attribute. */
const takesFocus = (field: HTMLInputElement | null) => field?.setAttribute("autofocus", "");

export function TextField({ label, hint, error, optional, short, value, onChange, ...input }: TextFieldProps) {
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(error === undefined ? {} : { error })}
      {...(optional === undefined ? {} : { optional })}
      {...(short === undefined ? {} : { short })}
    >
      {(wiring) => (
        <input
          ref={input.autoFocus === true ? takesFocus : undefined}
          autoComplete="off"
          {...input}
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A password that can be looked at: whoever types it on a phone at night needs to. */
export function PasswordField({
  label,
  hint,
  error,
  value,
  onChange,
  ...input
}: Omit<TextFieldProps, "type" | "short">) {
  const [shown, setShown] = useState(false);
  const { say } = useKitWords();
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} {...(error === undefined ? {} : { error })}>
      {(wiring) => (
        <div className="field-with">
          <input
            autoComplete="current-password"
            {...input}
            {...wiring}
            type={shown ? "text" : "password"}
            spellCheck={false}
            autoCapitalize="none"
            className="input"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button onClick={() => setShown(!shown)} aria-pressed={shown}>
            {say(shown ? "field.hide" : "field.show")}
          </Button>
        </div>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Letters at most. The count shows from the last fifth on; more can be typed and is then said, never cut off. */
  readonly most?: number;
  readonly name?: string;
  readonly rows?: number;
  readonly lang?: string;
}

export function TextArea({ label, hint, error, optional, value, onChange, most, rows = 5, name, lang }: TextAreaProps) {
  const { say, language } = useKitWords();
  const left = most === undefined ? null : most - [...value].length;
  const show = left !== null && most !== undefined && left < most / 5;
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(error === undefined ? {} : { error })}
      {...(optional === undefined ? {} : { optional })}
    >
      {(wiring) => (
        <>
          <textarea
            {...wiring}
            className="input"
            rows={rows}
            name={name}
            lang={lang}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {show && left !== null ? (
            <div className={left < 0 ? "count over" : "count"} aria-live="polite">
              {say(left < 0 ? "field.over" : "field.left", {
                count: Math.abs(left),
                replace: { count: formatNumber(Math.abs(left), language) },
              })}
            </div>
          ) : null}
        </>
      )}
    </Field>
  );
}
