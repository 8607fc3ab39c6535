interface ChoiceProps<T> {
  legend: string;
  name: string;
  chosen: T;
  options: readonly {
    readonly value: T;
    readonly label: string;
    readonly meaning?: string;
    readonly isDisabled?: boolean;
  }[];
  onChoose(value: T): void;
}

/** Draws a group of radio buttons with a legend. */
export function Choice<T>({ legend, name, chosen, options, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset class="export-choice">
      <legend>{legend}</legend>
      {options.map(({ value, label, meaning, isDisabled = false }) => (
        <label class="check" key={label} title={meaning}>
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            disabled={isDisabled}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
