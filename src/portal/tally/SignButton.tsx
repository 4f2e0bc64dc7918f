/** A child as its sign, large enough for a thumb. Drawn by ourselves: not every device has pictures of animals in its letters. */
import { language } from '../frame/language.ts';
import { colourOf, nameOf, type Sign } from './signs.ts';

interface SignProps {
  readonly sign: Sign;
  readonly onClick: () => void;
  readonly isChosen?: boolean;
  readonly talks?: string;
}

export function SignButton({ sign, onClick, isChosen, talks }: SignProps) {
  const colour = colourOf(sign);
  return (
    <button type="button" class="sign" aria-pressed={isChosen} onClick={onClick}>
      {colour !== undefined && (
        <svg viewBox="0 0 28 14" width="56" height="14" aria-hidden="true" class={`swatch ${colour}`}>
          <rect x="1" y="1" width="26" height="12" rx="3" />
        </svg>
      )}
      <b>{nameOf(sign, language.value)}</b>
      {talks !== undefined && <small>{talks}</small>}
    </button>
  );
}
