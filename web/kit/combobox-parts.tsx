import "./combobox.css";
import {
  Button,
  ComboBox,
  I18nProvider,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components";
import type { ComboboxProps } from "./combobox.tsx";
import { FieldError } from "./field.tsx";
import { localeOf } from "./languages/format.ts";
import { fold } from "./list/arrange.ts";
import { useKitWords } from "./words.ts";

/** The heavy half of Combobox: loaded when the first one is shown. */
export default function ComboboxParts({
  label,
  hint,
  error,
  optional = false,
  options,
  value,
  onChange,
  name,
}: ComboboxProps) {
  const { say, language } = useKitWords();
  const wrong = error !== undefined && error !== null && error !== "";
  return (
    <I18nProvider locale={document.documentElement.dir === "rtl" ? "ar" : localeOf(language)}>
      <ComboBox
        className="field"
        data-wrong={wrong || undefined}
        isInvalid={wrong}
        selectedKey={value}
        onSelectionChange={(key) => onChange(key === null ? null : String(key))}
        defaultFilter={(text, typed) => fold(text).includes(fold(typed))}
        menuTrigger="focus"
        allowsEmptyCollection
        {...(name === undefined ? {} : { name })}
      >
        <Label className="field-label">
          {label}
          {optional ? <span className="quiet small"> · {say("field.optional")}</span> : null}
        </Label>
        {hint === undefined ? null : (
          <Text slot="description" className="field-hint">
            {hint}
          </Text>
        )}
        {wrong ? (
          <Text slot="errorMessage">
            <FieldError id="">{error}</FieldError>
          </Text>
        ) : null}
        <div className="combobox">
          <Input className="input" autoComplete="off" />
          <Button className="button second">{say("field.choose")}</Button>
        </div>
        <Popover className="combobox-list" offset={4}>
          <ListBox renderEmptyState={() => <div className="combobox-option quiet">{say("field.none-found")}</div>}>
            {options.map((option) => (
              <ListBoxItem key={option.value} id={option.value} textValue={option.label} className="combobox-option">
                {option.label}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  );
}
