/** The head of a table of benefits with children and consultations. */

interface CountWords {
  readonly benefit: string;
  readonly pupils: string;
  readonly consultations: string;
}

export const CountHead = ({ words }: { readonly words: CountWords }) => (
  <thead>
    <tr>
      <th scope="col">{words.benefit}</th>
      <th scope="col" class="num">
        {words.pupils}
      </th>
      <th scope="col" class="num">
        {words.consultations}
      </th>
    </tr>
  </thead>
);
