/** A QR code (ISO/IEC 18004) as one path, drawn on this device: what it holds is a secret. */
import { encode } from 'uqr';

/** Cells of free ground around it, as the standard asks for. */
const QUIET = 4;

export function Qr({ text, name }: { readonly text: string; readonly name: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shape-rendering="crispEdges">
      <rect class="qr-ground" width={size} height={size} />
      <path class="qr-cells" d={path} />
    </svg>
  );
}
