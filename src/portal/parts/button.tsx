/** Buttons and links that look like one, as KERN draws them. */
import type { ComponentChildren } from 'preact';

type Kind = 'primary' | 'secondary' | 'tertiary';

const CLASSES: Readonly<Record<Kind, string>> = {
  primary: 'kern-btn kern-btn--primary',
  secondary: 'kern-btn kern-btn--secondary',
  tertiary: 'kern-btn kern-btn--tertiary',
};

interface ButtonProps {
  readonly kind?: Kind;
  readonly type?: 'button' | 'submit';
  readonly id?: string;
  /** It does not act while something is on its way, and keeps its place in the order of keys. */
  readonly busy?: boolean;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

export function Button({
  kind = 'primary',
  type = 'button',
  id,
  busy = false,
  onClick,
  children,
}: ButtonProps) {
  return (
    <button
      id={id}
      type={type}
      class={CLASSES[kind]}
      aria-disabled={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      <span class="kern-label">{children}</span>
    </button>
  );
}

interface LinkButtonProps {
  readonly href: string;
  readonly kind?: Kind;
  readonly children: ComponentChildren;
}

export function LinkButton({ href, kind = 'primary', children }: LinkButtonProps) {
  return (
    <a href={href} class={CLASSES[kind]}>
      <span class="kern-label">{children}</span>
    </a>
  );
}
