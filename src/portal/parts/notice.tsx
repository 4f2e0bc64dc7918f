/** Something that the page has to say: read out where it comes up later. */
import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly kind: 'info' | 'success' | 'warning' | 'danger';
  readonly title: string;
  /** Read out at once when it appears. */
  readonly urgent?: boolean;
  /** It is all that the page shows, so that its title is the page's heading. */
  readonly isPage?: boolean;
  readonly children?: ComponentChildren;
}

const CLASSES = {
  info: 'kern-alert kern-alert--info',
  success: 'kern-alert kern-alert--success',
  warning: 'kern-alert kern-alert--warning',
  danger: 'kern-alert kern-alert--danger',
} as const;

export function Notice({ kind, title, urgent = false, isPage = false, children }: NoticeProps) {
  return (
    <div class={CLASSES[kind]} role={urgent ? 'alert' : undefined}>
      <div class="kern-alert__header">{isPage ? <h1>{title}</h1> : <strong>{title}</strong>}</div>
      {children !== undefined && <div class="kern-alert__body">{children}</div>}
    </div>
  );
}
