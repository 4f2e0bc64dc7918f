/** A card with a table of many lines; on a narrow screen the table is moved, not the page. */
import type { ComponentChildren } from 'preact';

export function TableCard({
  title,
  hint,
  heads,
  above,
  below,
  children,
}: {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly heads: readonly string[];
  readonly above?: ComponentChildren;
  readonly below?: ComponentChildren;
  readonly children: readonly ComponentChildren[];
}) {
  return (
    <section class="card pad stack" aria-label={title}>
      <h2>{title}</h2>
      {above}
      {hint !== undefined && <p class="hint">{hint}</p>}
      {children.length > 0 && (
        <div class="scroll" role="region" aria-label={heads.join(', ')} tabIndex={0}>
          <table class="list">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
      {below}
    </section>
  );
}
