/** The hatch that means hidden, everywhere the same. */

/** A pattern for the fills of one drawing; id  unique within the page */
export const HatchPattern = ({ id }: { readonly id: string }) => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(135)">
    <rect class="hatch-ground" width="6" height="6" />
    <rect class="hatch-line" width="2" height="6" />
  </pattern>
);
