/** A day of the calendar, as the browser lets it be chosen. */
export const DayField = ({
  id,
  label,
  value,
  onInput,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}) => (
  <label class="pick" for={id}>
    {label}
    <input type="date" id={id} value={value} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
  </label>
);
