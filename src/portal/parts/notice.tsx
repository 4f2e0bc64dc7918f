/** Something that the page has to say: read out where it comes up later. */
import type { ComponentChildren } from 'preact';

interface NoticeProps {
  readonly kind: 'info' | 'success' | 'warning' | 'danger';
  readonly title: string;
  /** Read out at once when it appears. */
  readonly urgent?: boolean;
  readonly children?: ComponentChildren;
}

const CLASSES = {
  info: 'kern-alert kern-alert--info',
  success: 'kern-alert kern-alert--success',
  warning: 'kern-alert kern-alert--warning',
  danger: 'kern-alert kern-alert--danger',
} as const;

export function Notice({ kind, title, urgent = false, children }: NoticeProps) {
  return (
    <div class={CLASSES[kind]} role={urgent ? 'alert' : undefined}>
      <div class="kern-alert__header">
        <strong>{title}</strong>
      </div>
      {children !== undefined && <div class="kern-alert__body">{children}</div>}
    </div>
  );
}
