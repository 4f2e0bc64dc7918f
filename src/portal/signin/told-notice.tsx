/** What went wrong, where something did. */
import { Notice } from '../parts/notice.tsx';
import type { Told } from '../parts/failure.ts';

export function ToldNotice({ told }: { readonly told: Told | undefined }) {
  if (!told) return null;
  return (
    <Notice kind="danger" title={told.title} urgent>
      {told.details.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}
