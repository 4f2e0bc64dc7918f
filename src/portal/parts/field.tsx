/** One field with its label, its help and its fault, tied together for those who do not see them side by side. */
interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
  readonly autocomplete?: string;
  readonly numeric?: boolean;
}

export function Field({
  id,
  label,
  value,
  onInput,
  type = 'text',
  help,
  fault,
  autocomplete,
  numeric,
}: FieldProps) {
  const described = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class={`kern-form-input field ${fault ? 'kern-form-input--error' : ''}`}>
      <label class="kern-label" for={id}>
        {label}
      </label>
      {help && (
        <p class="hint" id={`${id}-help`}>
          {help}
        </p>
      )}
      <input
        class="kern-form-input__input"
        id={id}
        name={id}
        type={type as 'text'}
        value={value}
        autocomplete={autocomplete ?? 'off'}
        {...(numeric && { inputMode: 'numeric' as const })}
        aria-describedby={described || undefined}
        aria-invalid={fault ? true : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
