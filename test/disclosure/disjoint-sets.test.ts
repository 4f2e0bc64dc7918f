/** Union-find, held against colours that are painted over one by one. */
import { DisjointSets } from '../../src/disclosure/problem/disjoint-sets.ts';
import { die } from './random-problem.ts';

const SEED = 20_261_129;

test('elements are in one set exactly if a chain of joined pairs leads from one to the other', () => {
  const random = die(SEED);
  for (let round = 0; round < 200; round++) {
    const size = 1 + Math.floor(random() * 30);
    const sets = new DisjointSets(size);
    let colour = Array.from({ length: size }, (_, element) => element);
    for (let pair = Math.floor(random() * size); pair > 0; pair--) {
      const [one, other] = [Math.floor(random() * size), Math.floor(random() * size)];
      sets.join(one, other);
      const [from, to] = [colour[one]!, colour[other]!];
      colour = colour.map((own) => (own === from ? to : own));
    }
    const smallest = colour.map((own) => colour.indexOf(own));
    expect(colour.map((_, element) => sets.find(element))).toEqual(smallest);
  }
});

test('the set that absorbs another keeps its representative, however large that is', () => {
  const sets = new DisjointSets(4);
  sets.absorb(3, 0);
  sets.absorb(3, 1);
  expect([0, 1, 2, 3].map((element) => sets.find(element))).toEqual([3, 3, 2, 3]);
});
