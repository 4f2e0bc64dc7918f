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
  const common = {
    class: 'kern-form-input__input',
    id,
    name: id,
    value,
    autocomplete: autocomplete ?? 'off',
    'aria-describedby': described || undefined,
    'aria-invalid': fault ? true : undefined,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
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
      {type === 'password' ? (
        <input type="password" {...common} />
      ) : (
        <input type="text" {...(numeric && { inputMode: 'numeric' as const })} {...common} />
      )}
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
