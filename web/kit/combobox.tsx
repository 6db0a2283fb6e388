import { lazy, Suspense } from "react";
import { Field, type FieldProps } from "./field.tsx";

export interface ComboboxProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly name?: string;
}

const Parts = lazy(() => import("./combobox-parts.tsx"));

/** One of a long list, found by typing: districts, units, languages. Case and marks do not count. */
export function Combobox(props: ComboboxProps) {
  return (
    <Suspense
      fallback={
        <Field label={props.label} {...(props.hint === undefined ? {} : { hint: props.hint })}>
          {(wiring) => <input {...wiring} className="input" readOnly value="" />}
        </Field>
      }
    >
      <Parts {...props} />
    </Suspense>
  );
}
